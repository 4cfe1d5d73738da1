"""What the members of political parties are called: "Tories", "a Republican senator"."""

from __future__ import annotations

from functools import cache

from detente.reading.parsed import Token
from detente.reading.tables import table

_CHAMBERS = frozenset({"House", "Senate", "Congressional", "Commons", "Parliamentary", "State"})
_FEW = 3  # words
_OFFICES = frozenset(
    {"leader", "co-leader", "co", "senator", "mp", "mep", "msp", "lawmaker", "congressman",
     "congresswoman", "representative", "spokesman", "spokeswoman", "spokesperson", "whip",
     "chairman", "chairwoman", "chair", "candidate", "governor", "mayor", "deputy"}
)  # fmt: skip


def called(text: str) -> str | None:
    """The party of which a name is, as one calls it; None where it is none of those known.

    >>> called("House Republicans"), called("Liberal Democrat"), called("Scottish Conservative")
    ('Republicans', 'Liberal Democrats', 'Scottish Conservatives')
    >>> called("Tory"), called("Arkenia") is None
    ('Conservatives', True)
    """
    words = text.split()
    if words[0] in _CHAMBERS:
        words = words[1:]
    for at in range(len(words)) if len(words) <= _FEW else ():
        party = _parties().get(" ".join(words[at:]))
        if party is not None:
            return " ".join((*words[:at], party))
    return None


def forms(party: str) -> tuple[str, ...]:
    """In lower case, what a party goes by, its members too.

    >>> forms("Republicans"), forms("Scottish Labour")
    (('republicans', 'republican', 'gop'), ('scottish labour',))
    """
    found = tuple(form.casefold() for form, of in _parties().items() if of == party)
    return found or (party.casefold(),)


def leads(word: Token) -> bool:
    """Whether an office follows, of the party that a word names: "Labour leader Ana Berg".

    >>> from detente.reading.page import phrase
    >>> leads(phrase("Conservative leader Ana Berg")[0]), leads(phrase("Labour minister")[0])
    (True, False)
    """
    if word.text not in _words() or word.i + 1 >= len(word.doc):
        return False
    after = word.nbor()
    if after.is_sent_start:
        return False
    return after.lower_.removesuffix("s") in _OFFICES or (
        f"{word.text} {after.text}" in _parties() and leads(after)
    )


@cache
def single() -> frozenset[str]:
    """In lower case, the single words by which parties and their members go.

    >>> "tory" in single(), "social" in single()
    (True, False)
    """
    return frozenset(form.casefold() for form in _parties() if " " not in form)


@cache
def _parties() -> dict[str, str]:
    rows = table("nouns")["partisans"]["parties"].items()
    return {form: party for party, words in rows for form in (party, *words)}


@cache
def _words() -> frozenset[str]:
    return frozenset(word for form in _parties() for word in form.split())

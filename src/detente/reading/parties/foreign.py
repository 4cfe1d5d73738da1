"""Names that go on in small words of another language: "Lucha obrera", "Stop bétonnage"."""

from __future__ import annotations

from functools import cache

from detente.reading.page import is_common, is_word
from detente.reading.parsed import Doc, Token
from detente.reading.parties import gazetteer
from detente.reading.parties.bodies import is_crowd
from detente.reading.parties.cast import is_office
from detente.reading.parties.names import nouns

_TIES = frozenset(
    {"non", "no", "na", "en", "et", "e", "i", "y", "o", "u", "und", "pas", "sin", "sans", "les",
     "le", "la", "el", "los", "las", "per", "con", "com", "sem", "til", "mot", "auf", "im", "ja"}
)  # fmt: skip
_MOST = 4  # small words
_INITIALS = (2, 3)  # letters
_LETTERS = 4  # of a word that is no English one


def end_of(doc: Doc, at: int, end: int) -> int:
    """Where a name goes on to that starts at one token and so far ends at another.

    After a body's noun whatever is no word of the language belongs to its name; without one, what
    follows a word that is none either: no crowd, no office.

    >>> from detente.reading.page import phrase
    >>> end_of(phrase("The union Lucha obrera refused."), 2, 3)
    4
    >>> end_of(phrase("The Confédération paysanne refused."), 1, 2)
    3
    >>> end_of(phrase("The union Arkgaz refused."), 2, 3), end_of(phrase("The Haro herders."), 1, 2)
    (3, 2)
    """
    if not at or not (_is_told(doc[at - 1]) or _is_foreign_head(doc, at, end)):
        return end
    last = end
    for token in doc[end : end + _MOST]:
        if token.is_sent_start or not token.is_alpha or not token.is_lower:
            break
        if _is_foreign(token):
            last = token.i + 1
        elif token.lower_ not in _TIES:
            break
    return last


def _is_told(before: Token) -> bool:
    """Whether the noun of a body stands before: "the union", "the collective"."""
    return before.is_lower and before.lemma_ in _bodies()


@cache
def _bodies() -> frozenset[str]:
    return frozenset[str]().union(
        *(nouns(f"apposed.{kind}") for kind in ("bodies", "groups", "companies"))
    )


def _is_foreign_head(doc: Doc, at: int, end: int) -> bool:
    """Whether a name of one word is no English one, nor known: "the Confédération paysanne"."""
    if end - at > 1 or gazetteer.longest(doc, at):
        return False
    letters = doc[at].text.isupper() and len(doc[at].text) in _INITIALS  # "SK hynix"
    return (letters or doc[at - 1].lower_ == "the") and not is_word(doc[at].lower_)


def _is_foreign(token: Token) -> bool:
    small = token.lower_
    if len(small) < _LETTERS or token.is_stop:
        return False
    plain = is_word(small) or is_common(token.lemma_.casefold()) or is_crowd(token.lemma_)
    return not plain and not is_office(token)

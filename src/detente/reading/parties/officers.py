"""Those who decide or go between and whom the text never names: "the governor", "a bishop"."""

from __future__ import annotations

from collections.abc import Container, Iterator

from detente.reading.grammar import DEFINITE, OWNING, word_before
from detente.reading.parsed import Doc, Token
from detente.reading.parties.bodies import is_of_many
from detente.reading.parties.cast import RULED, Cast, Entry, wills
from detente.reading.parties.names import Name, nouns, text_of
from detente.reading.parties.phrases import complement_end, tail_end
from detente.reading.syntax import NOMINAL, PLURAL, SUBJECTS

_NEAR = 8  # tokens after an office in which the name of its holder may stand
_ROLES = dict.fromkeys(
    ("mediator", "moderator", "go-between", "arbitrator", "conciliator", "facilitator",
     "intermediary", "bishop", "archbishop", "abbot", "imam", "mufti", "ombudsman", "ombudswoman",
     "priest", "pastor", "rabbi", "parson", "chaplain"),
    "mediator",
)  # fmt: skip
_CLOSE = 4  # tokens after an office in which it may be said to be somebody's
_CABINET = frozenset({"minister", "premier"})
_NEITHER = frozenset({"no", "any", "every", "each", "former", "late", "next", "another"})


def enter(doc: Doc, found: Cast, read: Container[int]) -> None:
    """Enter into a cast who has an office and no name, and does something.

    >>> from detente.reading.page import phrase
    >>> doc, people = phrase("The governor sent soldiers. The clans hold the well."), Cast()
    >>> enter(doc, people, range(len(doc)))
    >>> people.heads
    {1: ('governor', 'office')}
    >>> doc, people = phrase("The bishop of Tesk met both. Ana Berg agreed."), Cast()
    >>> enter(doc, people, range(len(doc)))
    >>> [(one.name, one.role) for one in people.entries.values()]
    [('bishop', 'mediator')]
    """
    offices: dict[str, list[Token]] = {}
    for token in doc:
        if token.pos_ in NOMINAL and (office := _office(token)) is not None:
            offices.setdefault(office, []).append(token)
    for lemma, tokens in offices.items():
        ruled = any(one.type in RULED for one in found.entries.values())
        if lemma in _CABINET or (ruled and lemma in nouns("rulers_of_states")):
            continue  # they are the government
        if any(_is_held(token, found) for token in tokens):
            continue
        if lemma in _LOCAL and (land := _land_of(doc, tokens, found)) is not None:
            for token in tokens:
                if token.i in read and _is_free(token, found):
                    name = Name(token.i, token.i + 1, token.text)
                    found.add(name, land.id, "office", doc)
            continue
        free = [token for token in tokens if token.i in read and _is_free(token, found)]
        if any(wills(one) or _is_asked(one) or _tells(one) for one in free):
            _enter(doc, found, free)


def _office(token: Token) -> str | None:
    """The office that a noun names: "bishop", "harbour master", "secretary-general"."""
    lemma = token.lemma_.casefold()
    if lemma == "general" and token.nbor(-1).text == "-":
        lemma = f"{token.nbor(-2).lower_}-general"  # "the Secretary-General"
    both = (lemma, f"{word_before(token)} {lemma}")
    return next((office for office in both if office in nouns("officers")), None)


_LOCAL = frozenset({"governor", "mayor", "mayoress", "prefect"})


def _land_of(doc: Doc, tokens: list[Token], found: Cast) -> Entry | None:
    """Of "the governor of Kessrin", then "the governor": Kessrin, which goes by that too."""
    for token in tokens:
        of = (child for child in token.children if child.lower_ == "of" and child.i == token.i + 1)
        for land in (one for prep in of for one in prep.children if one.i in found.named):
            entry = found.entries[found.named[land.i]]
            if not entry.is_person:
                entry.surfaces.setdefault(text_of(doc, token.i, land.i + 1), "office")
                return entry
    return None


def _tells(token: Token) -> bool:
    """As of "The bishop of Tesk, who met both, tells this paper that he has a plan"."""
    seated = token.lemma_.casefold() in _OF_SEES and token.dep_ in SUBJECTS
    return seated and token.head.lemma_ in _TELLING


_TELLING = frozenset({"say", "tell", "announce", "suggest", "add"})


def _is_asked(token: Token) -> bool:
    """As of "asked the state mediator to call a meeting"."""
    verb = token.head
    if token.dep_ in SUBJECTS and verb.dep_ in {"ccomp", "xcomp"}:
        return verb.tag_ == "VB" and verb.head.lemma_ in nouns("turning")
    to = any(child.dep_ in {"xcomp", "ccomp"} for child in verb.children)
    return token.dep_ == "dobj" and to and verb.lemma_ in nouns("turning")


def _is_held(token: Token, found: Cast) -> bool:
    """Whether the holder's name stands beside it."""
    beside = range(token.i - 2, token.i + _NEAR)
    named = (found.entries[found.named[i]] for i in beside if i in found.named and i != token.i)
    return any(entry.is_person for entry in named)


def _is_free(token: Token, found: Cast) -> bool:
    """Whether it is one office, in the singular, and nobody's with a name."""
    lefts = list(token.lefts)
    if token.i in found.named or token.tag_ in PLURAL or token.dep_ in OWNING | {"attr", "appos"}:
        return False
    if {child.lower_ for child in lefts} & _NEITHER or any(map(_is_somebodys, lefts)):
        return False
    if token.lemma_.casefold() in _OF_SEES:  # "the bishop of Tesk" is not Tesk
        return True
    return not any(inner.i in found.named for inner in token.subtree if inner.i < token.i + _CLOSE)


_OF_SEES = nouns("clergy") | {"imam", "mufti", "rabbi"}


def _is_somebodys(owner: Token) -> bool:
    """Whether an office is somebody's: not of "the city's bishop", "the patients' ombudsman"."""
    nobodys = owner.lemma_.casefold() in _PLACES or is_of_many(owner)
    return owner.dep_ == "poss" and not nobodys


_PLACES = nouns("districts") | {"village", "island", "valley", "country", "parish", "diocese"}


def _enter(doc: Doc, found: Cast, tokens: list[Token]) -> None:
    spans = [
        Name(start, token.i + 1, text_of(doc, start, token.i + 1))
        for token, start in _starts(tokens)
    ]
    longest = max(spans, key=lambda name: (len(name.words), -name.start))
    role = _ROLES.get(tokens[0].lemma_.casefold(), "third_party")
    entry = found.enter(longest.text, "person", longest.start, role)
    entry.descriptions |= {tokens[0].lemma_.casefold(), tokens[0].lower_}
    for token in tokens:
        full = text_of(doc, token.i, complement_end(token))
        entry.surfaces.setdefault(full, "office")
    for name in spans:
        whole = text_of(doc, name.start, tail_end(doc[name.end - 1]))
        entry.surfaces.setdefault(whole, "office")
        found.add(name, entry.id, "office", doc)


def _starts(tokens: list[Token]) -> Iterator[tuple[Token, int]]:
    for token in tokens:
        own = [c.left_edge.i for c in token.lefts if c.dep_ in OWNING and c.lower_ not in DEFINITE]
        yield token, min(own, default=token.i)

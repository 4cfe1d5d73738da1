"""Mentions of bodies without a proper name, gathered: which of them are of one and the same.

"The regional health board", "the health board" and "the board" are one body.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from detente.reading.parsed import Doc, Token
from detente.reading.parties import belonging, societies
from detente.reading.parties.bodies import INDEFINITE, kind_of
from detente.reading.parties.cast import RULED, Cast, wills
from detente.reading.parties.names import Name, alike, nouns, text_of
from detente.reading.parties.phrases import WIDE, Phrase, phrase_of, where
from detente.reading.parties.proposers import is_elsewhere


@dataclass(eq=False)
class Body:
    """The mentions of what may be one party."""

    kind: str
    lemma: str
    marks: frozenset[str]
    phrases: list[Phrase] = field(default_factory=list)


def own_name(phrase: Phrase, found: Cast) -> Name:
    """The name that a mention is, after whose it is: of "Norland's pilots" the last word."""
    doc, end = phrase.head.doc, phrase.head.i + 1
    owned = max((i + 1 for i in range(phrase.start, end - 1) if i in found.named), default=0)
    start = max(phrase.start, owned + (owned > 0 and doc[owned].tag_ == "POS"))
    return Name(start, end, text_of(doc, start, end))


def gathered(doc: Doc, found: Cast, read: Container[int]) -> list[Body]:
    """The bodies of a page, each with its mentions; bare ones go with the one that has a mark.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The port authority refused. The authority wants talks.")
    >>> [len(body.phrases) for body in gathered(doc, Cast(), range(len(doc)))]
    [2]
    """
    bodies: dict[str, list[Body]] = {}
    apart: dict[str, Body] = {}
    bare: list[tuple[str, Phrase]] = []
    for kind, phrase in _phrases(doc, found, read):
        if not phrase.marks:
            bare.append((kind, phrase))
            continue
        noun = phrase.head.lower_ if where(phrase.head) else phrase.head.lemma_.casefold()
        _place(bodies.setdefault(noun, []), kind, phrase)  # "unions in Spain" are not "the union"
    named = _named_so(found)
    for kind, phrase in bare:
        lemma = phrase.head.lemma_.casefold()
        if kind == "bodies" and (lemma in apart or _is_before(phrase, bodies.get(lemma, ()))):
            apart.setdefault(lemma, Body(kind, lemma, phrase.marks)).phrases.append(phrase)
            continue
        if kind == "bodies" and _is_named_nearer(phrase, named.get(lemma, ()), bodies.get(lemma)):
            continue
        if lemma not in bodies and (kind == "crowds" or lemma == "movement"):
            lemma = _alike(lemma, bodies)
        if lemma == "club" and any(one.kind != kind for one in bodies.get(lemma, ())):
            lemma = f"{lemma} {kind}"  # "seven clubs" are not "the club"
        same = bodies.setdefault(lemma, [])
        if not same:
            same.append(Body(kind, phrase.head.lemma_.casefold(), phrase.marks))
        _last_before(same, phrase).phrases.append(phrase)
    _merge_firms(bodies)
    return [*apart.values(), *(body for same in bodies.values() for body in same)]


def _last_before(same: Sequence[Body], bare: Phrase) -> Body:
    """Of several bodies of one noun the one that was told of last, by more than the noun."""
    if len(same) == 1:
        return same[0]

    def told(body: Body) -> int:
        starts = (one.start for one in body.phrases if one.marks and one.start < bare.start)
        return max(starts, default=-1)

    return max(same, key=told)


def _merge_firms(bodies: dict[str, list[Body]]) -> None:
    """Take "the company" for the one firm of the page that is told by what it makes or does."""
    firms = [same for same in bodies.values() if same and same[0].kind == "firms"]
    vague = [same for same in firms if same[0].lemma in nouns("vague") and not same[0].marks]
    told = [body for same in firms for body in same if same not in vague]
    if len(told) != 1 or not any(map(wills, (phrase.head for phrase in told[0].phrases))):
        return
    for same in vague:
        first = min(phrase.start for phrase in same[0].phrases)
        if first > min(phrase.start for phrase in told[0].phrases):
            told[0].phrases += same[0].phrases
            same.clear()


def _is_before(phrase: Phrase, same: Iterable[Body]) -> bool:
    """Whether "the federation" was told of before "the European federation" came in."""
    for body in same:
        first = min((one for one in body.phrases if one.marks), key=_start, default=None)
        if first is not None and first.start > phrase.start and first.marks & WIDE:
            return True
    return False


def _start(phrase: Phrase) -> int:
    return phrase.start


def _named_so(found: Cast) -> dict[str, list[int]]:
    """Where names stand, by the nouns that they go by: "union" of the Academic Staff Union."""
    places: dict[str, list[int]] = {}
    for at, (id_, _) in found.heads.items():
        entry = found.entries[id_]
        if not entry.is_person and entry.type not in RULED:
            for word in entry.words | entry.descriptions:
                places.setdefault(word, []).append(at)
    return places


def _is_named_nearer(phrase: Phrase, places: Iterable[int], same: list[Body] | None) -> bool:
    """Whether a bare mention comes after a name that has the noun, and no other since."""
    name = max((at for at in places if at < phrase.start), default=-1)
    others = (one.start for body in same or () for one in body.phrases)
    return name > max((at for at in others if at < phrase.start), default=-1)


def _alike(lemma: str, bodies: Container[str]) -> str:
    """The noun by which a crowd went before: the inmates are the prisoners."""
    for others in alike():
        if lemma in others:
            return next((other for other in others if other in bodies), lemma)
    return lemma


def _place(same: list[Body], kind: str, phrase: Phrase) -> None:
    for body in same:
        if phrase.marks <= body.marks or body.marks <= phrase.marks:
            body.marks |= phrase.marks
            body.phrases.append(phrase)
            return
    same.append(Body(kind, phrase.head.lemma_.casefold(), phrase.marks, [phrase]))


def _phrases(doc: Doc, found: Cast, read: Container[int]) -> Iterator[tuple[str, Phrase]]:
    for token in doc:
        kind = kind_of(token) or ("crowds" if societies.is_spoken_for(token) else None)
        if not kind or token.i not in read or token.i in found.named or _is_elsewhere(token):
            continue
        phrase = phrase_of(token)
        if phrase is not None and belonging.is_apart(phrase, kind, found):
            yield kind, phrase


def _is_elsewhere(token: Token) -> bool:
    """As of "other towns, where a joint committee proposes two names" the committee."""
    return is_elsewhere(token.head) and any(child.lower_ in INDEFINITE for child in token.lefts)

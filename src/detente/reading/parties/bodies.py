"""Mentions of bodies without a proper name, gathered by head noun and by the nouns before it.

"The regional health board", "the health board" and "the board" are one body.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from functools import cache

from detente.reading.grammar import DEFINITE, OWNING
from detente.reading.parsed import Doc, Token
from detente.reading.parties.cast import RULED, Cast
from detente.reading.parties.names import nouns, text_of

INDEFINITE = frozenset({"a", "an"})
_NO_ONE = frozenset({"no", "any", "every", "each", "such", "another", "other", "some", "many"})
LOCAL = frozenset(
    {"cantonal", "provincial", "regional", "municipal", "county", "island", "territorial"}
)  # what tells the government of a district from that of its state
KINDS = {"firms": "company", "bodies": "organisation", "crowds": "group"}  # table: type


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention of a body: its head, where it begins, and the nouns that tell it from others."""

    head: Token
    start: int
    marks: frozenset[str]

    @property
    def name(self) -> str:
        """Its words without the article; "federation of employers" is no mere federation."""
        return text_of(self.head.doc, self.start, self._end())

    def _end(self) -> int:
        head = self.head
        if self.marks or head.lemma_.casefold() not in nouns("societies"):
            return head.i + 1
        of = next((c for c in head.children if c.lower_ == "of" and c.i == head.i + 1), None)
        noun = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
        return noun.i + 1 if noun is not None and noun.tag_ == "NNS" else head.i + 1


@dataclass(eq=False)
class Body:
    """The mentions of what may be one party."""

    kind: str
    lemma: str
    marks: frozenset[str]
    phrases: list[Phrase] = field(default_factory=list)


def kind_of(token: Token) -> str | None:
    """The table that has a noun as a body, a firm or a crowd, by its lemma and number.

    >>> from detente.reading.page import phrase
    >>> [kind_of(token) for token in phrase("The brewery sacked its drivers")]
    [None, 'firms', None, None, 'crowds']
    """
    if token.pos_ != "NOUN":
        return None
    if token.lower_ == "government" and any(c.lower_ in LOCAL for c in token.lefts):
        return "bodies"
    lemma = token.lemma_.casefold()
    before = token.nbor(-1).lower_ if token.i else ""
    return _table(lemma, token.tag_) or _table(f"{before} {lemma}", token.tag_)


@cache
def _table(lemma: str, tag: str) -> str | None:
    if tag == "NNS":
        crowd = lemma in nouns("crowds") or lemma.endswith("worker")
        return "crowds" if crowd else None
    kinds = (kind for kind in ("firms", "bodies") if lemma in nouns(kind))
    return next(kinds, "firms" if lemma.endswith("maker") else None)


# Gathering ----------------------------------------------------------------------------------------


def gathered(doc: Doc, found: Cast, read: Container[int]) -> list[Body]:
    """The bodies of a page, each with its mentions; bare ones go with the one that has a mark.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The port authority refused. The authority wants talks.")
    >>> [len(body.phrases) for body in gathered(doc, Cast(), range(len(doc)))]
    [2]
    """
    bodies: dict[str, list[Body]] = {}
    bare: list[tuple[str, Phrase]] = []
    for kind, phrase in _phrases(doc, found, read):
        if not phrase.marks:
            bare.append((kind, phrase))
            continue
        _place(bodies.setdefault(phrase.head.lemma_.casefold(), []), kind, phrase)
    for kind, phrase in bare:
        lemma = phrase.head.lemma_.casefold()
        same = bodies.setdefault(lemma, [])
        if not same:
            same.append(Body(kind, lemma, phrase.marks))
        if len(same) == 1:
            same[0].phrases.append(phrase)
    return [body for same in bodies.values() for body in same]


def _place(same: list[Body], kind: str, phrase: Phrase) -> None:
    for body in same:
        if phrase.marks <= body.marks or body.marks <= phrase.marks:
            body.marks |= phrase.marks
            body.phrases.append(phrase)
            return
    same.append(Body(kind, phrase.head.lemma_.casefold(), phrase.marks, [phrase]))


def _phrases(doc: Doc, found: Cast, read: Container[int]) -> Iterator[tuple[str, Phrase]]:
    for token in doc:
        kind = kind_of(token)
        if kind and token.i in read and token.i not in found.named:
            phrase = _phrase(token)
            local = token.lower_ == "government" and any(
                entry.type == "province" for entry in found.entries.values()
            )
            owned = local or (
                kind == "crowds" and any(child.dep_ == "poss" for child in token.lefts)
            )
            if phrase is not None and not owned and not _is_of_another(phrase, found):
                yield kind, phrase


def _phrase(head: Token) -> Phrase | None:
    """The mention that a noun heads, where it is a phrase of its own that may name somebody."""
    lefts = list(head.lefts)
    if head.dep_ in {"compound", "nmod", "npadvmod", "attr"}:
        return None
    if {child.lower_ for child in lefts} & _NO_ONE or any(c.pos_ == "PRON" for c in lefts):
        return None
    own = [child for child in lefts if child.dep_ in OWNING - {"nummod"}]
    start = min((child.left_edge.i for child in own), default=head.i)
    while start < head.i and head.doc[start].lower_ in DEFINITE | INDEFINITE:
        start += 1
    marks = (
        child.lemma_.casefold() for child in own if child.dep_ != "amod" or child.lower_ in LOCAL
    )
    return Phrase(head, start, frozenset(marks))


def _is_of_another(phrase: Phrase, found: Cast) -> bool:
    """Whether somebody with a name has it or goes by it: "Norland's council", "the firm Aurel"."""
    head = phrase.head
    named = {found.named[i] for i in range(phrase.start, head.i) if i in found.named}
    if named and not _is_society(phrase, found, named):
        return True
    beside = [child for child in head.children if child.dep_ == "appos"]
    beside += [head.head] if head.dep_ == "appos" else []
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            beside += child.children
    after = head.i + 1 in found.named and not head.nbor().is_sent_start
    return after or any(one.i in found.named and _is_many(one, found) for one in beside)


def _is_society(phrase: Phrase, found: Cast, named: set[str]) -> bool:
    """Whether it is a body in a land and not of its government: "Norland's fishing federation"."""
    lands = all(found.entries[id_].type in RULED for id_ in named)
    inside = phrase.head.doc[phrase.start : phrase.head.i]
    own = phrase.marks - {t.lemma_.casefold() for t in inside if t.i in found.named}
    return lands and phrase.head.lemma_.casefold() in nouns("societies") and bool(own)


def _is_many(token: Token, found: Cast) -> bool:
    return not found.entries[found.named[token.i]].is_person

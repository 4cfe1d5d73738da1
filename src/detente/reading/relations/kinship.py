"""Who is called somebody's ally, friend, patron or foe: "A's ally B", "A is one of B's friends"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from detente.reading.arguments import prepositional, things_of
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.cues import KIN
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause, said_in_phrase
from detente.reading.relations.ways import Way
from detente.reading.syntax import subject
from detente.reading.wording import words


def appositive_ally(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A's ally B", "Washington, its firmest friend"."""
    rows = KIN.get(noun.lemma_.lower(), ()) or KIN.get(_hyphened(noun), ())
    if noun.lemma_ == "supplier" and any(
        t.lower_ in {"arms", "weapons"} for t in (*noun.children, *prepositional(noun, "of"))
    ):
        rows = ("aligned",)
    if not rows or any(c.lower_ in _IN_BUSINESS for c in noun.children) or _is_past(noun):
        return
    kind = rows[0]
    first = noun.head if noun.dep_ == "conj" else noun  # "B's creditor and its only ally"
    if first.dep_ == "attr" and reality(first.head) == REAL:
        yield from _being(reader, noun, kind, first.head)
    if noun.dep_ == "nsubj" and noun.head.lemma_ in _BEING and reality(noun.head) == REAL:
        yield from _who_is(reader, noun, kind)
    yield from _one_of(reader, noun, kind)
    mine = tuple(p for c in noun.children if c.dep_ == "poss" for p in reader.sides(_whose(c)))
    mine = mine or tuple(p for t in prepositional(noun, "of", "to") for p in reader.sides(t))
    if not mine and noun.dep_ == "appos" and noun.tag_ == "NNS":  # "A and B, arch-rivals"
        for one, two in pairwise(reader.sides(noun.head)):
            yield said_in_phrase(kind, one, two, noun.head)
    for party in (p for other in _kin(noun) for p in reader.sides(other)):
        for owner in mine:
            whose = owner if owner != party else _somebody_else(reader, noun, party)
            if whose:
                yield said_in_phrase(kind, party, whose, noun)


def _is_past(noun: Token) -> bool:
    """As in "A, once B's partner, …"."""
    first = noun.left_edge
    before = first.nbor(-1) if first.i else first
    return bool({first.lower_, before.lower_} & {"once", "formerly", "until"})


_IN_BUSINESS = words("trading trade business commercial former ex coalition negotiating sparring")


_ALLIES = frozenset({"supplier", *KIN, *(word.rpartition("-")[2] for word in KIN)})


def _kin(noun: Token) -> list[Token]:
    """Who is somebody's ally: beside the word, before it or after it."""
    named = [t for t in (noun.head,) if noun.dep_ == "appos"]
    if noun.nbor().pos_ == "PROPN" and not named:
        named.append(noun.nbor(1))  # "A's ally B"
    if noun.dep_ == "pobj" and noun.head.lower_ == "as" and noun.head.i:
        named.append(noun.head.nbor(-1))  # "counts on A as its backer"
        named += [above.head for above in [noun.head.head] if above.dep_ == "acl"]  # "A, seen as"
    listed = [c for c in noun.children if c.dep_ == "conj" and c.pos_ == "PROPN"]
    named += [c for c in listed if c.left_edge.nbor(-1).text == ","]  # "B's friends, A and C, …"
    return named + [child for child in noun.children if child.dep_ == "appos"]


def _somebody_else(reader: Reader, noun: Token, party: str) -> str | None:
    """As in "A protested, and B, its firmest friend, …": not B's own friend."""
    before = (t for t in reversed(noun.doc[noun.sent.start : noun.head.i]) if t.pos_ == "PROPN")
    named = (one for token in before for one in reader.sides(token) if one != party)
    left = (one for one in (*_told_of(reader, noun), *reader.scene.pair) if one != party)
    return next(named, next(left, None))


def _told_of(reader: Reader, noun: Token) -> tuple[str, ...]:
    """Of "A refused. B, its friend, …" A: of whom the sentence before tells."""
    last = noun.doc[noun.sent.start - 1].sent.root if noun.sent.start else noun
    return reader.sides(subject(last)) if last.sent.start < noun.sent.start else ()


def _whose(token: Token) -> Token:
    """As in "A, whose ally B …": whom the relative stands for."""
    if token.lower_ == "whose":
        return next((t.head for t in token.ancestors if t.dep_ == "relcl"), token)
    return token


def _hyphened(noun: Token) -> str:
    """As in "arch-rivals"."""
    if noun.i > 1 and noun.nbor(-1).text == "-":
        return f"{noun.nbor(-2).lower_}-{noun.lemma_.lower()}"
    return ""


def _one_of(reader: Reader, noun: Token, kind: str) -> Iterator[Said]:
    """As in "A is one of B's allies", "A, one of B's allies, …"."""
    above = noun.head.head
    one = above.lower_ in {"one", "among", "some", "two"}
    if one and above.dep_ == "attr" and reality(above.head) == REAL:
        yield from _being(reader, noun, kind, above.head)
    if one and above.dep_ == "appos":
        for target in (p for c in noun.children if c.dep_ == "poss" for p in reader.sides(c)):
            for source in reader.sides(above.head):
                if source != target:
                    yield said_in_phrase(kind, source, target, above.head)


def _being(reader: Reader, noun: Token, kind: str, verb: Token) -> Iterator[Said]:
    """As in "A is B's ally", "A and B are allies"."""
    who = reader.sides(subject(verb))
    others = tuple(p for c in noun.children if c.dep_ == "poss" for p in reader.sides(c))
    others = others or tuple(p for t in prepositional(noun, "of") for p in reader.sides(t))
    if {*who} & {*others}:
        return  # "A and C are its champions": neither is his own
    for one, two in [(one, two) for one in who for two in others] or pairwise(who):
        yield said_in_clause(kind, one, two, verb)


def _who_is(reader: Reader, noun: Token, kind: str) -> Iterator[Said]:
    """As in "B's closest partner is A"."""
    whose = [c for c in noun.children if c.dep_ == "poss"] + prepositional(noun, "of")
    for source in (p for t in things_of(noun.head) for p in reader.sides(t)):
        for target in (p for t in whose for p in reader.named_there(t) or reader.sides(t)):
            if source != target:
                yield said_in_clause(kind, source, target, noun.head)


_BEING = words("be remain become")
WAYS = (Way(appositive_ally, lemmas=_ALLIES),)

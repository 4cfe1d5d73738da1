"""Who goes between by what a third one does for both sides: asks of them, offers, vouches for."""

from __future__ import annotations

from collections.abc import Iterator

from detente.dispute.evidence import Actor
from detente.reading.arguments import is_passive, prepositional, things_of
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.parties.names import nouns
from detente.reading.relations.between import are_sides, is_both, thirds
from detente.reading.relations.reader import TALKS, Reader
from detente.reading.relations.said import Said, said_in_clause, said_in_phrase
from detente.reading.relations.ways import Way
from detente.reading.syntax import subject
from detente.reading.wording import words

_ASKING = words("ask beg invite get persuade")


def asks_both(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "The commissioner has asked both sides to name two people each"."""
    if is_passive(verb) or reality(verb) != REAL:
        return
    inner = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.i > verb.i]
    whom = [*things_of(verb), *(c for i in inner for c in i.children if c.dep_ == "nsubj")]
    asked = any(c.lower_ in _WHETHER for i in inner for c in i.children)
    if inner and not asked:
        both = _of_both(reader, verb, whom)
        yield from (said for said in both if not _is_of_many(reader, said.source))


_WHETHER = frozenset({"whether", "if"})


def _is_of_many(reader: Reader, source: str) -> bool:
    """Whether a crowd, a society or a court asks it: families, the chair of a tribunal."""
    actor = reader.scene.by_id.get(source)
    ends = [actor, reader.scene.by_id.get(actor.speaks_for or "") if actor else None]
    return any(one is not None and _are_many(one) for one in ends)


def _are_many(actor: Actor) -> bool:
    society = not _SOCIETIES.isdisjoint(actor.name.casefold().split())
    return actor.type == "group" or actor.role == "forum" or society


_SOCIETIES = nouns("societies") | {"foundation", "association"}


def _of_both(reader: Reader, verb: Token, whom: list[Token]) -> Iterator[Said]:
    """Who does it to both sides: none of them, whoever the text makes most of."""
    if any(t.lower_ in {"sides", "parties"} and are_sides(reader, t) for t in whom):
        for source in reader.people(subject(verb) or subject(verb.head)):
            yield said_in_clause("mediates", source, None, verb)
    elif any(is_both(reader, t) for t in whom):
        yield from thirds(reader, verb)


_SERVING = words("""
    sit chair lead host mediate arbitrate decide judge adjudicate umpire referee supervise oversee
    carry shuttle facilitate""")
_VOLUNTEERING = words("offer volunteer agree propose")


def offers_itself(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "The minister has offered to sit down with both parties"."""
    if is_passive(verb) or reality(verb) != REAL:
        return
    for inner in (c for c in verb.children if c.dep_ == "xcomp"):
        both = [*things_of(inner), *prepositional(inner, "with", "between", "for")]
        if inner.lemma_ in _SERVING and any(t.lemma_.lower() in TALKS for t in both):
            yield from thirds(reader, verb)
        elif inner.lemma_ in _SERVING:
            yield from _of_both(reader, verb, both)


def in_touch(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "Oman said it was in touch with both sides"."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "in":
        return
    verb = noun.head.head
    whom = [*prepositional(noun, "with"), *prepositional(verb, "with")]
    if verb.lemma_ in {"be", "stay", "remain", "keep"}:
        yield from _of_both(reader, verb, whom)


def vouches(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A and B, guarantors of the process": of talks or a truce, not of a treaty."""
    if not any(t.lemma_.lower() in _PROCESSES for t in prepositional(noun, "of", "to")):
        return
    for source in reader.sides(noun.head) if noun.dep_ == "appos" else ():
        yield said_in_phrase("mediates", source, None, noun.head)


_PROCESSES = words("process talk truce ceasefire dialogue negotiation roadmap")


WAYS = (
    Way(asks_both, lemmas=_ASKING),
    Way(offers_itself, lemmas=_VOLUNTEERING),
    Way(in_touch, lemmas=words("touch contact")),
    Way(vouches, lemmas=frozenset({"guarantor"})),
)

"""Whom a relation is to that names no party: "backs the government", "imposed the tariff".

Who is backed by a word for any government or neighbour is the state that the article is about, or
the other side; a measure that is laid on nobody by name is laid on the other side.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, is_passive, prepositional, things_of
from detente.reading.events.participants import owners, within
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.cues import VERBS
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.relations.ways import Way, heads
from detente.reading.wording import words

_BACKING = heads(verb for verb, kinds in VERBS.items() if "aligned" in kinds)
_RULING = words("government army military authorities regime junta state cabinet")
_NEAR = words("neighbour neighbor")


def backs_somebody(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A, which backs the government", "A backed its neighbour"."""
    if "aligned" not in VERBS.get(verb.lemma_, ()) or is_passive(verb) or reality(verb) != REAL:
        return
    for source in reader.acting(doer(verb)):
        for thing in things_of(verb):
            target = _meant(reader, thing, source)
            if target:
                yield said_in_clause("aligned", source, target, verb)


def _meant(reader: Reader, thing: Token, source: str) -> str | None:
    """The party that a bare word means; nobody, where it says or denotes another."""
    if {*reader.sides(thing)} - {source} or any(c.dep_ in _TELLING for c in thing.children):
        return None
    if thing.lemma_.lower() in _NEAR:
        return _last_named(reader, thing, source)
    bare = thing.lower_ in _RULING and any(c.lower_ == "the" for c in thing.children)
    return _state_of(reader, source) if bare else None


_TELLING = frozenset({"amod", "compound", "prep", "relcl", "appos"})


def _last_named(reader: Reader, thing: Token, source: str) -> str | None:
    """The one of the two that was named last before."""
    named = [p for _, ps in reader.scene.placed(0, thing.i) for p in ps]
    return next((p for p in reversed(named) if p in reader.scene.pair and p != source), None)


def _state_of(reader: Reader, source: str) -> str | None:
    """The state that the article names first: whose government, where it fights its own people."""
    if not any(reader.scene.by_id[p].type == "group" for p in reader.scene.pair):
        return None
    states = {p.id for p in reader.scene.parties if p.type == "state"} - {source}
    named = (p for _, ps in reader.scene.placed(0, len(reader.scene.doc)) for p in ps)
    return next((p for p in named if p in states), None)


_MEASURES = words("sanction sanctions tariff tariffs embargo duty duties countermeasure surcharge")
_LAYING = words("""
    impose slap levy introduce raise double reimpose restore reinstate tighten lay announce clamp
    adopt bring snap enact renew extend maintain keep""")


def lays_measures(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A imposed the tariff in May", "A brought back sanctions": on the other side."""
    verb = noun.head
    if verb.lemma_ not in _LAYING or is_passive(verb) or reality(verb) != REAL:
        return
    if _is_on_somebody(reader, noun) or _is_on_somebody(reader, verb):
        return
    for source in reader.acting(doer(verb)):
        yield from _on_the_other(reader, source, verb)


def _is_on_somebody(reader: Reader, word: Token) -> bool:
    on = prepositional(word, "on", "against", "upon")
    return any(within(reader.scene, t) or t.pos_ == "NOUN" for t in on)


def its_measures(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "were it not for A's sanctions", "the levy on B's cars": of the other side."""
    if noun.dep_ in {"compound", "amod"} or any(
        c.lower_ in {"no", "any", "new", "further", "possible"} for c in noun.children
    ):
        return
    on = [p for t in prepositional(noun, "on", "against") for p in owners(reader.scene, t)]
    mine = owners(reader.scene, noun)
    if mine and not _is_on_somebody(reader, noun):
        for source in mine:
            yield from _on_the_other(reader, source, noun)
    elif on and noun.lemma_.lower() in _DUTIES and noun.head.lemma_ not in _LAYING:
        for target in on:
            for said in _on_the_other(reader, target, noun):
                yield Said("sanctions", said.target or "", said.source, said.first, said.end, noun)


_DUTIES = words("tariff duty levy surcharge")


def _on_the_other(reader: Reader, source: str, root: Token) -> Iterator[Said]:
    pair = reader.scene.pair
    if any(reader.scene.by_id[p].type not in _LEVYING for p in pair):
        return
    for target in reader.other(source):
        yield said_in_clause("sanctions", source, target, root)


_LEVYING = frozenset({"state", "alliance", "province"})


def answers_with(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A answered with duties on beef", "A retaliated with a ban": on the other side."""
    if noun.head.lower_ != "with" or noun.head.head.lemma_ not in _ANSWERING:
        return
    verb = noun.head.head
    if is_passive(verb) or reality(verb) != REAL:
        return
    for source in reader.acting(doer(verb)):
        yield from _on_the_other(reader, source, verb)


_ANSWERING = words("answer respond retaliate reply counter hit strike react")

WAYS = (
    Way(answers_with, lemmas=_MEASURES | words("levy charge ban"), places=frozenset({"pobj"})),
    Way(backs_somebody, lemmas=_BACKING),
    Way(lays_measures, lemmas=_MEASURES, places=frozenset({"dobj"})),
    Way(its_measures, lemmas=_MEASURES | words("levy")),
)

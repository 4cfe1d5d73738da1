"""Whose a place is: "A regards B as its own", "B is ruled from A", "A rejects B's rule"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, is_passive, particle, prepositional, things_of
from detente.reading.events.participants import owners
from detente.reading.factuality import NEGATED, REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.cues import STANDING, VERBS
from detente.reading.relations.reader import Reader
from detente.reading.relations.regarding import SAYING
from detente.reading.relations.said import Said, said_in_clause, said_in_phrase
from detente.reading.relations.ways import Way, heads
from detente.reading.syntax import agent, subject
from detente.reading.things import type_of, whole

_TITLES = frozenset(
    {"title", "claim", "ownership", "sovereignty", "possession", "control", "right"}
)


_GIVING = frozenset({"leave", "cede", "assign", "grant", "lose", "surrender", "forfeit"})


_PASSING = frozenset({"pass", "revert", "fall", "go"})
FLYING = frozenset({"fly", "flutter", "wave", "hang"})


def passed_to(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "The isles passed to A under the treaty", "A's flag flies over B"."""
    if is_passive(verb) or reality(verb) != REAL:
        return
    thing = subject(verb)
    if thing is None:
        return
    if verb.lemma_ in _PASSING and type_of(thing) in {
        "territory",
        "maritime",
    }:
        named = [(p, thing) for t in prepositional(verb, "to") for p in reader.sides(t)]
    elif verb.lemma_ in FLYING and thing.lemma_ == "flag":
        over = prepositional(verb, "over", "above", "on", "from")
        named = [(p, t) for p in owners(reader.scene, thing) for t in over]
    else:
        return
    for source, held in named:
        for target in reader.target("controls", held):
            yield said_in_clause("controls", source, target, verb)


def left_to(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "The line left the islet to A", "the court awarded B to A"."""
    if reality(verb) != REAL:
        return
    for other in prepositional(verb, "to"):
        for source in reader.sides(other):
            things = things_of(verb)
            things = [p for t in things if t.lemma_ in _TITLES for p in prepositional(t, "of")] or [
                t for t in things if type_of(whole(t)) in {"territory", "maritime"}
            ]
            for target in (one for thing in things for one in reader.target("controls", thing)):
                yield said_in_clause("controls", source, target, verb)


def would_give_up(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A is close to giving up B", "A refuses to hand back B": so A has it."""
    if particle(verb) not in _HANDING or reality(verb) == REAL or is_passive(verb):
        return
    for thing in things_of(verb):
        if type_of(whole(thing)) not in {"territory", "maritime"} and whole(thing).pos_ != "PROPN":
            continue
        for source in reader.sides(subject(verb)):
            for target in reader.target("controls", thing):
                if target not in reader.scene.by_id and not _is_others(reader, thing, source):
                    yield said_in_clause("controls", source, target, verb)


_HANDING = frozenset({"give_up", "give_back", "hand_over", "hand_back", "cede", "relinquish",
                      "surrender", "vacate", "evacuate", "return"})  # fmt: skip


def _is_others(reader: Reader, thing: Token, source: str) -> bool:
    """As in "refuses to cede B's half": it has not got that."""
    whose = owners(reader.scene, thing)
    return bool(whose) and source not in whose


def disputed(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "B is disputed between A and C", "A and C both dispute B": each claims it."""
    if reality(verb) != REAL:
        return
    by = [*prepositional(verb, "between", "by"), *([who] if (who := doer(verb)) else [])]
    sources = tuple(dict.fromkeys(party for token in by for party in reader.sides(token)))
    for thing in things_of(verb):
        titled = thing.lemma_.lower() in _TITLES
        owned = prepositional(thing, "to", "of", "over") if titled else []
        for each in owned or [thing]:
            for target in reader.target("claims", each):
                several = len(sources) > 1 or bool(owned)
                for source in (*sources, *owners(reader.scene, thing)) if several else ():
                    yield said_in_clause("claims", source, target, verb)


def leaves_with(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "The line leaves the pass in A's hands", "put the port under A's control"."""
    if reality(verb) != REAL:
        return
    for held in prepositional(verb, "in", "under"):
        if "controls" in {kind for kind, _ in STANDING.get(held.lower_, ())}:
            of = (p for t in prepositional(held, "of") for p in reader.sides(t))
            for source in owners(reader.scene, held) or tuple(of):
                for thing in things_of(verb):
                    for target in reader.target("controls", thing):
                        yield said_in_clause("controls", source, target, verb)


_LEAVING = frozenset({"leave", "put", "place", "keep", "bring"})


def ruled_from(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "The strip is ruled from Cairo", "administered as part of A"."""
    if "controls" not in VERBS.get(particle(verb), ()) or not is_passive(verb):
        return
    if agent(verb) is not None or reality(verb) != REAL:
        return
    within_it = [t for part in prepositional(verb, "as") for t in prepositional(part, "of")]
    for place in [*prepositional(verb, "from"), *within_it]:
        if place.pos_ == "PROPN" and verb.lemma_ not in {"seize", "capture", "retake", "take"}:
            for source in reader.sides(place):
                for thing in things_of(verb):
                    for target in reader.target("controls", thing):
                        yield said_in_clause("controls", source, target, verb)


def right_to(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A says it has a historic right to B", "A, which has title to B"."""
    if reality(verb) == NEGATED:
        return
    if verb.dep_ == "ccomp" and verb.head.lemma_ not in SAYING:
        return
    for thing in things_of(verb):
        if thing.lemma_.lower() in {"right", "claim", "title", "sovereignty", "entitlement"}:
            held = thing.lemma_ == "sovereignty" and verb.dep_ != "ccomp"
            kind = "controls" if held else "claims"
            for other in prepositional(thing, "to", "over", "on"):
                for source in reader.sides(doer(verb)):
                    for target in reader.target(kind, other):
                        yield said_in_clause(kind, source, target, verb)


_HAVING = frozenset({"have", "hold", "enjoy", "possess"})


def never_given_up(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A has never given up the village", "never renounced B"."""
    if particle(verb) not in _GIVING_UP or reality(verb) != NEGATED:
        return
    for thing in things_of(verb):
        owned = prepositional(thing, "to", "over", "on") if thing.lemma_ in _TITLES else []
        for other in owned or [thing]:
            for source in reader.sides(doer(verb)):
                for target in reader.target("claims", other):
                    yield said_in_clause("claims", source, target, verb)


_GIVING_UP = frozenset({"give_up", "renounce", "relinquish", "cede", "abandon", "drop"})


def unreconciled(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A has never reconciled itself to the loss of B"."""
    verb = next((a for a in noun.ancestors if a.pos_ == "VERB"), None)
    taken = prepositional(noun, "to", "by")
    taken += prepositional(verb, "to") if verb is not None and noun.dep_ == "dobj" else []
    for thing in prepositional(noun, "of") if taken else ():
        for target in reader.target("controls", thing):
            for source in dict.fromkeys(p for t in taken for p in reader.sides(t)):
                yield said_in_phrase("controls", source, target, noun)
    if verb is None or verb.lemma_ not in _SWALLOWING or reality(verb) != NEGATED:
        return
    for thing in prepositional(noun, "of"):
        for source in reader.sides(doer(verb)):
            for target in reader.target("claims", thing):
                yield said_in_clause("claims", source, target, verb)


_LOSSES = frozenset({"loss", "cession", "surrender", "annexation"})
_SWALLOWING = frozenset({"reconcile", "accept", "forgive", "forget", "swallow", "digest", "stomach",
                         "recognise", "recognize", "come", "get"})  # fmt: skip


def possession(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "the Russian exclave of B", "B, an A colony"."""
    if any(c.lower_ in _PAST for c in noun.children) or not _is_ruled(noun):
        return
    named = [t for t in prepositional(noun, "of") if t.pos_ == "PROPN"]
    named += [c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
    named += [noun.head] if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" else []
    for source in owners(reader.scene, noun):
        for target in (one for token in named for one in reader.target("controls", token)):
            yield said_in_phrase("controls", source, target, noun)


def _is_ruled(noun: Token) -> bool:
    """As in "an overseas territory": a territory alone may be anybody's."""
    return noun.lemma_ != "territory" or any(c.lower_ in _OVERSEAS for c in noun.children)


_OVERSEAS = frozenset({"overseas", "dependent", "external", "crown", "unincorporated"})
_POSSESSIONS = frozenset({"exclave", "colony", "dependency", "possession", "protectorate",
                          "territory"})  # fmt: skip

_PAST = frozenset({"former", "ancient", "old", "erstwhile", "lost", "one-time"})


WAYS = (
    Way(passed_to, lemmas=_PASSING | FLYING),
    Way(left_to, lemmas=_GIVING),
    Way(would_give_up, lemmas=heads(_HANDING)),
    Way(disputed, lemmas=frozenset({"dispute", "contest"})),
    Way(leaves_with, lemmas=_LEAVING),
    Way(ruled_from, lemmas=heads(v for v, kinds in VERBS.items() if "controls" in kinds)),
    Way(right_to, lemmas=_HAVING),
    Way(never_given_up, lemmas=heads(_GIVING_UP)),
    Way(unreconciled, lemmas=_LOSSES),
    Way(possession, lemmas=_POSSESSIONS),
)

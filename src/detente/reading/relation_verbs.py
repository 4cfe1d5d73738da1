"""Relations that a verb tells: "A claims B", "B is held by A", "A regards B as its own"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from detente.reading.arguments import (
    doer,
    object_of,
    particle,
    prepositional,
    things_of,
)
from detente.reading.factuality import NEGATED, REAL, reality
from detente.reading.relation_reader import (
    PREPOSITIONAL,
    TALKS,
    VERBS,
    Reader,
    Said,
    said_in_clause,
)
from detente.reading.syntax import subject
from detente.reading.things import type_of, whole


def by_verb(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A claims B", "B is held by A", "A does not recognise B"."""
    kinds = VERBS.get(particle(verb), ())
    for kind in kinds:
        found = _polarity(kind, verb)
        if found is None or any(c.dep_ in {"ccomp", "oprd"} for c in verb.children):
            continue
        for source in reader.sides(doer(verb)):
            if kind == "mediates":
                if _between(reader, verb):
                    yield said_in_clause(found, source, None, verb)
                continue
            for thing in things_of(verb):
                for target in reader.target(kind, thing):
                    yield said_in_clause(found, source, target, verb)


def _between(reader: Reader, verb: Token) -> bool:
    thing = object_of(verb)
    if verb.lemma_ in {"mediate", "arbitrate"}:
        return True
    return thing is not None and (thing.lemma_.lower() in TALKS or len(reader.sides(thing)) > 1)


def _polarity(kind: str, verb: Token) -> str | None:
    """The kind of a real clause; a negated recognition is a relation of its own."""
    real = reality(verb)
    if kind == "recognises" and (real == NEGATED or _refused(verb)):
        return "not_recognises"
    if kind == "mediates" and verb.dep_ == "xcomp" and verb.head.lemma_ in {"try", "attempt"}:
        return kind if reality(verb.head) == REAL else None
    return kind if real == REAL else None


def _refused(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and verb.head.lemma_ in {"refuse", "decline"}


def by_preposition(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A allied itself with B", "A imposed duties on B", "A laid claim to B"."""
    for key, kinds in PREPOSITIONAL.items():
        lemma, _, preposition = key.partition(":")
        if verb.lemma_ != lemma or reality(verb) != REAL:
            continue
        others = prepositional(verb, preposition)
        others += [t for thing in things_of(verb) for t in prepositional(thing, preposition)]
        if not _measured(verb, kinds[0]):
            continue
        for source in reader.sides(doer(verb)):
            if kinds[0] == "mediates":
                yield said_in_clause("mediates", source, None, verb)
                continue
            for other in others:
                for target in reader.target(kinds[0], other):
                    yield said_in_clause(kinds[0], source, target, verb)


def _measured(verb: Token, kind: str) -> bool:
    """Whether the thing imposed is a sanction, the thing laid a claim, what is sold arms."""
    if verb.lemma_ in {"supply", "sell", "send"}:
        arms = {"arm", "arms", "weapon", "missile", "tank", "ammunition", "troop", "drone"}
        return any(thing.lemma_.lower() in arms for thing in things_of(verb))
    wanted = {"sanctions": {"sanction", "tariff", "duty", "embargo", "levy", "ban", "restriction",
                            "curb", "visa", "sanctions", "surcharge", "penalty"},
              "claims": {"claim", "sovereignty", "right"}}.get(kind)  # fmt: skip
    return wanted is None or any(thing.lemma_.lower() in wanted for thing in things_of(verb))


def as_own(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A regards B as part of its territory", "A calls B its own"."""
    if verb.lemma_ not in _REGARDING or reality(verb) != REAL:
        return
    said = [t for t in verb.subtree if t.i > verb.i and t.lower_ in {"its", "their", "own", "our"}]
    if not any(_possessed(token) for token in said):
        return
    for source in reader.sides(doer(verb)):
        for thing in things_of(verb) or prepositional(verb, "upon", "on"):
            for target in reader.target("claims", thing):
                yield said_in_clause("claims", source, target, verb)


_REGARDING = frozenset({"regard", "consider", "see", "view", "treat", "call", "deem", "look"})


def says_own(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A says that B is its own", "A insists that B belongs to it"."""
    if verb.lemma_ not in {"be", "belong"} or verb.dep_ != "ccomp" or reality(verb) == NEGATED:
        return
    said = [t for t in verb.subtree if t.i > verb.i and t.lower_ in {"its", "their", "own"}]
    owned = any(_possessed(t) for t in said) or any(
        t.lower_ in {"it", "them"} for t in prepositional(verb, "to")
    )
    told = verb.head
    thing = subject(verb)
    if owned and thing is not None and told.lemma_ in _SAYING and reality(told) == REAL:
        for source in reader.sides(subject(told)):
            for target in reader.target("claims", thing):
                yield said_in_clause("claims", source, target, told)


_SAYING = frozenset({"say", "insist", "maintain", "hold", "argue", "claim", "declare", "assert"})


def left_to(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "The line left the islet to A", "the court awarded B to A"."""
    if verb.lemma_ not in {"leave", "award", "cede", "assign", "grant"} or reality(verb) != REAL:
        return
    for other in prepositional(verb, "to"):
        for source in reader.sides(other):
            for thing in things_of(verb):
                if type_of(whole(thing)) in {"territory", "maritime"}:
                    for target in reader.target("controls", thing):
                        yield said_in_clause("controls", source, target, verb)


def _possessed(token: Token) -> bool:
    """As in "its own", "part of its territory": the word after the owner, or "own" itself."""
    return token.lower_ == "own" or token.head.lemma_.lower() in {
        "territory", "land", "soil", "own", "province", "homeland", "waters", "property", "sea"
    }  # fmt: skip


WAYS = (by_verb, by_preposition, as_own, says_own, left_to)

"""Who stands where: behind another, at his side, in his corner or camp."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, prepositional, things_of
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.relations.ways import Way
from detente.reading.syntax import subject, verb_above
from detente.reading.wording import words

BESIDE = words("corner side camp pocket column ranks orbit favour favor bosom fold")
_SAID_TO = words("say believe know report understand think")
_BEING = words("be have stand remain count keep find come fall rally place sit line weigh range")


def in_its_corner(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A has B in its corner", "A is on B's side", "A, firmly in the camp of B"."""
    if noun.head.lower_ not in {"in", "on"}:
        return
    verb = noun.head.head
    if verb.pos_ not in {"VERB", "AUX"}:
        verb = verb_above(noun) or verb
    told = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ in _SAID_TO else verb
    if verb.lemma_ not in _BEING or reality(told) != REAL:
        return
    above = noun.head.head
    placed = above.pos_ == "NOUN" and above.i == noun.head.i - 1 and verb.lemma_ not in _HAVING
    placed = placed or (above.pos_ == "NOUN" and above.dep_ == "nsubj")
    if placed and not _is_alone(verb):
        return  # "The growers on A's side have a plan"
    ours = any(c.dep_ == "poss" for c in noun.children)
    if ours and prepositional(noun, "of"):
        return  # "on A's side of the river"
    whose = [
        *reader.whose(noun),
        *(p for t in prepositional(noun, "of") for p in reader.sides(t)),
    ]
    own = reader.sides(subject(told))
    others = [p for t in things_of(verb) for p in reader.sides(t)] if verb.lemma_ in _HAVING else []
    for source in others or own:
        for target in whose if not others else [*own]:
            yield said_in_clause("aligned", source, target, verb)


def _is_alone(verb: Token) -> bool:
    """Whether a verb has nothing that completes it but where somebody is."""
    return not any(c.dep_ in {"dobj", "attr", "acomp", "xcomp"} for c in verb.children)


def has_behind(reader: Reader, word: Token) -> Iterator[Said]:
    """As in "A has B behind it"."""
    verb = verb_above(word)
    if verb is None or verb.lemma_ not in _HAVING or reality(verb) != REAL:
        return
    own = reader.acting(doer(verb))
    if any(c.dep_ == "pobj" and c.lower_ in _ITSELF for c in word.children):
        for source in (p for t in things_of(verb) for p in reader.acting(t)):
            for target in own:
                yield said_in_clause("aligned", source, target, verb)


def stands_behind(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "Behind B stand A and, more quietly, C": whoever is told of after the verb."""
    behind = any(c.lower_ == "behind" and c.i < verb.i for c in verb.children)
    own = subject(verb)
    if not behind or reality(verb) != REAL or (own is not None and own.i < verb.i):
        return
    after = [c for c in verb.children if c.i > verb.i and c.pos_ in {"PROPN", "NOUN"}]
    for source in (p for t in after for p in reader.acting(t)):
        for target in (p for t in prepositional(verb, "behind") for p in reader.sides(t)):
            if source != target:
                yield said_in_clause("aligned", source, target, verb)


_ITSELF = words("it them him her")
_HAVING = words("have count keep find")

WAYS = (
    Way(has_behind, words=frozenset({"behind"}), places=frozenset({"prep"})),
    Way(stands_behind, lemmas=words("stand line")),
    Way(in_its_corner, words=BESIDE, places=frozenset({"pobj"})),
)

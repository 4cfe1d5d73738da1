"""Which of those who are named are no party after all, of whom no position is told: weighed.

A town where something was signed, a state whose people somebody is of, a body that is told of once:
what they do, how they are named and what they are called say whether the dispute is theirs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from detente.dispute.evidence import STATEMENT_KINDS, Actor
from detente.reading.odds import at_least, odds, weights
from detente.reading.page import is_common
from detente.reading.parties.readings import Reading
from detente.reading.scene import Scene
from detente.reading.syntax import SUBJECTS

_EARLY = 3  # sentences
_LATE = 2 / 3  # of the sentences
_OBLIQUE = frozenset({"pobj", "compound", "poss", "amod", "nmod"})
_LONGEST = 4


def dropped(scene: Scene, reading: Reading) -> frozenset[str]:
    """The ids of those who hold nothing, speak for nobody, and weigh too little.

    Parameters
    ----------
    scene, reading
        An article, and all that was found in it.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = "Norland left."
    >>> seen = scene.build(Document("d1", text=text))
    >>> dropped(seen, Reading(seen.document, seen.parties))  # a note
    frozenset()
    """
    if scene.is_note:  # whoever is named is one
        return frozenset()
    fitted, told = weights("parties"), marks(scene, reading)
    return frozenset(id_ for id_, said in told.items() if odds(fitted, said) < 0)


def marks(scene: Scene, reading: Reading) -> dict[str, frozenset[str]]:
    """What can be said of each of whom no position is told, by the names of the weights."""
    out = {id_ for piece in reading.evidence if piece.kind in _HELD for id_ in piece.holder}
    out |= {actor.speaks_for for actor in reading.parties if actor.speaks_for}
    told, ends = _rows_of(reading), [span.end for span in scene.sentences]
    worded = _by_words(scene)
    weighed = (
        actor
        for actor in reading.parties
        if not actor.speaks_for and actor.id not in out
        if scene.entry(actor.id) is not None
    )
    return {
        one.id: frozenset(
            (
                *_of_actor(scene, one, worded),
                *_of_rows(told.get(one.id, ())),
                *_of_names(scene, one, ends),
            )
        )
        for one in weighed
    }


_HELD = frozenset(STATEMENT_KINDS)


def _by_words(scene: Scene) -> Mapping[str, Collection[str]]:
    """The parties that have a word in their names, by the word."""
    found = defaultdict[str, set[str]](set)
    for actor in scene.parties:
        entry = scene.entry(actor.id)
        for word in entry.words if entry is not None else ():
            found[word].add(actor.id)
    return found


def _of_actor(scene: Scene, actor: Actor, worded: Mapping[str, Collection[str]]) -> Iterator[str]:
    """What it is, by its names and by what was learnt of it."""
    entry = scene.entry(actor.id)
    if entry is None:
        return
    yield f"type {actor.type}"
    yield f"role {actor.role}"
    sorts = set(entry.surfaces.values())
    yield from sorts
    if len(sorts) == 1:
        yield f"only {next(iter(sorts))}"
    yield f"{min(len(entry.name.split()), _LONGEST)} words"
    if " " not in entry.name and is_common(entry.name.casefold()):
        yield "common word"
    if entry.name[:1].islower():
        yield "small letter"
    for name in ("is_unsure", "ruled", "is_outside", "introduced"):
        if getattr(entry, name):
            yield name
    yield from at_least("acts", entry.acts, 1, 2)
    yield from _beside_others([{*worded[word]} - {actor.id} for word in entry.words])


def _beside_others(others: Sequence[Collection[str]]) -> Iterator[str]:
    """Whether another party has its words: "Commission" beside the Boundary Commission.

    Parameters
    ----------
    others
        Of each of its words, which other parties have it.
    """
    if any(others):
        yield "shares a word"
    if others and set.intersection(*map(set, others)):
        yield "within another"


def _rows_of(reading: Reading) -> dict[str, list[str]]:
    """Where each party comes in what was found: once for each time."""
    found = defaultdict[str, list[str]](list)
    for piece in reading.evidence:
        if piece.kind in _HELD:
            for id_ in piece.addressee:
                found[id_].append("told")
            for id_ in piece.condition.by if piece.condition is not None else ():
                found[id_].append("must act")
    for event in reading.events:
        for id_ in event.actor:
            found[id_].append("actor")
        for id_ in {*event.actor, *event.target}:
            found[id_].append("event")
    for one in reading.relations:
        for id_ in {one.source, one.target or one.source}:
            found[id_].append("relation")
            found[id_].append(f"{one.kind} {'source' if one.source == id_ else 'target'}")
    return found


def _of_rows(told: Sequence[str]) -> Iterator[str]:
    count = Counter(told)
    for name, bounds in _BOUNDS.items():
        yield from at_least(name, count[name], *bounds)
    yield from count.keys() - _BOUNDS.keys()


_BOUNDS = {
    "told": (1, 2, 4),
    "must act": (1,),
    "actor": (1, 2),
    "event": (1, 2),
    "relation": (1, 2),
}


def _of_names(scene: Scene, actor: Actor, ends: Sequence[int]) -> Iterator[str]:
    """Where it stands in the text, and as what in its clauses."""
    named, meant = scene.naming(actor.id), scene.meaning(actor.id)
    yield from (f"as {token.dep_}" for token in named)
    if all(token.dep_ in _OBLIQUE for token in named):
        yield "oblique"
    yield from at_least("named", len(named), 1, 2, 3)
    yield from at_least("meant", len(meant), 2, 3, 5)
    yield from at_least("subject", sum(token.dep_ in SUBJECTS for token in meant), 1, 2, 3)
    start, end = scene.document.headline or (0, 0)
    if any(start <= token.idx < end for token in named):
        yield "headline"
    first = min((token.i for token in (*named, *meant)), default=0)
    before = bisect_right(ends, first)
    if before < _EARLY:
        yield "early"
    if before > len(scene.sentences) * _LATE:
        yield "late"

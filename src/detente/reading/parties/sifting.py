"""Which of those who are named are no party after all, of whom no position is told: weighed.

A town where something was signed, a state whose people somebody is of, a body that is told of once:
what they do, how they are named and what they are called say whether the dispute is theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from detente.dispute.evidence import STATEMENT_KINDS, Actor
from detente.reading.odds import odds
from detente.reading.page import is_common
from detente.reading.parties.cast import Entry
from detente.reading.parties.gazetteer import rows
from detente.reading.parties.readings import Reading
from detente.reading.scene import Scene
from detente.reading.syntax import SUBJECTS

_FEW = 6  # sentences of a note, in which whoever is named is one
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
    if len(scene.sentences) < _FEW:
        return frozenset()
    weights = _weights()
    told = marks(scene, reading)
    return frozenset(id_ for id_, said in told.items() if odds(weights, said) < 0)


@cache
def _weights() -> Mapping[str, float]:
    """What each mark says for somebody's being a party, in hundredths."""
    return {row["mark"]: float(row["weight"]) for row in rows("parties")}


def marks(scene: Scene, reading: Reading) -> dict[str, frozenset[str]]:
    """What can be said of each of whom no position is told, by the names of the weights."""
    holding = {id_ for piece in reading.evidence if piece.kind in _HELD for id_ in piece.holder}
    served = {actor.speaks_for for actor in reading.parties}
    return {
        actor.id: frozenset(
            (*_of_actor(scene, actor), *_of_rows(actor.id, reading), *_of_names(scene, actor))
        )
        for actor in reading.parties
        if not actor.speaks_for and actor.id not in holding | served
        if scene.entry(actor.id) is not None
    }


_HELD = frozenset(STATEMENT_KINDS)


def _of_actor(scene: Scene, actor: Actor) -> Iterator[str]:
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
    yield from _at_least("acts", entry.acts, 1, 2)
    yield from _beside_others(scene, entry)


def _beside_others(scene: Scene, entry: Entry) -> Iterator[str]:
    """Whether another party has its words: "Commission" beside the Boundary Commission."""
    others = (scene.entry(one.id) for one in scene.parties if one.id != entry.id)
    words = [other.words for other in others if other is not None]
    if any(entry.words & other for other in words):
        yield "shares a word"
    if entry.words and any(entry.words <= other for other in words):
        yield "within another"


def _of_rows(id_: str, reading: Reading) -> Iterator[str]:
    """Where it comes in what was found."""
    said = [piece for piece in reading.evidence if piece.kind in _HELD]
    yield from _at_least("told", sum(id_ in piece.addressee for piece in said), 1, 2, 4)
    must = sum(piece.condition is not None and id_ in piece.condition.by for piece in said)
    yield from _at_least("must act", must, 1)
    yield from _at_least("actor", sum(id_ in one.actor for one in reading.events), 1, 2)
    taking = sum(id_ in one.actor + one.target for one in reading.events)
    yield from _at_least("event", taking, 1, 2)
    ends = [one for one in reading.relations if id_ in {one.source, one.target}]
    yield from _at_least("relation", len(ends), 1, 2)
    yield from (f"{one.kind} {'source' if one.source == id_ else 'target'}" for one in ends)


def _of_names(scene: Scene, actor: Actor) -> Iterator[str]:
    """Where it stands in the text, and as what in its clauses."""
    named, meant = scene.naming(actor.id), scene.meaning(actor.id)
    yield from (f"as {token.dep_}" for token in named)
    if all(token.dep_ in _OBLIQUE for token in named):
        yield "oblique"
    yield from _at_least("named", len(named), 1, 2, 3)
    yield from _at_least("meant", len(meant), 2, 3, 5)
    yield from _at_least("subject", sum(token.dep_ in SUBJECTS for token in meant), 1, 2, 3)
    start, end = scene.document.headline or (0, 0)
    if any(start <= token.idx < end for token in named):
        yield "headline"
    first = min((token.i for token in (*named, *meant)), default=0)
    before = sum(span.end <= first for span in scene.sentences)
    if before < _EARLY:
        yield "early"
    if before > len(scene.sentences) * _LATE:
        yield "late"


def _at_least(name: str, count: int, *bounds: int) -> Iterator[str]:
    yield from (f"{name} {bound}" for bound in bounds if count >= bound)

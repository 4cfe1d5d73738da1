"""What one article says, and the same under other names or with fewer parties."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from detente.dispute.evidence import (
    AUTHOR,
    Actor,
    Coverage,
    Document,
    Event,
    Evidence,
    Object,
    Opinion,
    Relation,
    WayOut,
)

Rows = TypeVar("Rows", "Reading", Coverage)


@dataclass(frozen=True)
class Reading:
    """What one article says; ids of evidence are its own until the readings are gathered."""

    document: Document
    parties: tuple[Actor, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    objects: tuple[Object, ...] = ()
    ways_out: tuple[WayOut, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    warnings: tuple[str, ...] = ()


def under_names(reading: Rows, same: Mapping[str, str], called: Mapping[str, str]) -> Rows:
    """A reading, or coverage, with some parties under other ids and the names that go with them."""

    def new(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(same.get(name, name) for name in names))

    def said(piece: Evidence) -> Evidence:
        condition = piece.condition and replace(piece.condition, by=new(piece.condition.by))
        holder, addressee = new(piece.holder), new(piece.addressee)
        return replace(piece, holder=holder, addressee=addressee, condition=condition)

    def actor(one: Actor) -> Actor:
        aliases = (*one.aliases, one.name) if one.id in same else one.aliases
        speaks = same.get(one.speaks_for, one.speaks_for) if one.speaks_for else None
        id_ = same.get(one.id, one.id)
        return replace(one, id=id_, name=called[id_], aliases=aliases, speaks_for=speaks)

    return replace(
        reading,
        parties=tuple(map(actor, reading.parties)),
        evidence=tuple(map(said, reading.evidence)),
        events=tuple(replace(e, actor=new(e.actor), target=new(e.target)) for e in reading.events),
        relations=tuple(
            replace(
                row,
                source=same.get(row.source, row.source),
                target=same.get(row.target, row.target) if row.target else None,
            )
            for row in reading.relations
        ),
        ways_out=tuple(
            replace(way, proposed_by=same.get(way.proposed_by, way.proposed_by))
            if way.proposed_by
            else way
            for way in reading.ways_out
        ),
        opinions=tuple(
            replace(
                opinion,
                differs=tuple(replace(one, holder=new(one.holder)) for one in opinion.differs),
            )
            for opinion in reading.opinions
        ),
    )


def strangers(reading: Reading) -> set[str]:
    """The ids of those to whom something is said or done, and who are no party of a reading.

    >>> said = Evidence("q1", "d1", "No.", 0, 3, "refusal", ("norland",), addressee=("choir",))
    >>> strangers(Reading(Document("d1", text="No."), (Actor("norland", "Norland"),), (said,)))
    {'choir'}
    """
    found = {id_ for event in reading.events for id_ in (*event.actor, *event.target)}
    for piece in reading.evidence:
        found |= {*piece.holder, *piece.addressee}
        found |= set(piece.condition.by) if piece.condition is not None else set()
    return found - {actor.id for actor in reading.parties} - {AUTHOR}


def without(reading: Reading, ids: Collection[str]) -> Reading:
    """A reading without some parties, who hold nothing and for whom nobody speaks.

    Parameters
    ----------
    reading
        What one article says.
    ids
        Who is no party of it after all: relations that end there go with them, and their evidence,
        but not that it is claimed or held, as a place may be.

    Examples
    --------
    >>> seen = Reading(Document("d1", text="Norland left."), (Actor("norland", "Norland"),))
    >>> without(seen, {"norland"}).parties
    ()
    >>> claim = Relation("claims", "norland", "orm")
    >>> actors = Actor("norland", "Norland"), Actor("orm", "Orm")
    >>> seen = without(Reading(seen.document, actors, relations=(claim,)), {"orm"})
    >>> [one.target for one in seen.relations]
    ['Orm']
    """
    if not ids:
        return reading

    def left(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if name not in ids)

    names = {one.id: one.name for one in reading.parties if one.id in ids}
    related = [
        replace(one, target=names[one.target])
        if one.kind in _OF_PLACES and one.target in names
        else one
        for one in reading.relations
    ]
    gone = [one for one in related if not {one.source, one.target}.isdisjoint(ids)]
    dropped = {name for one in gone for name in one.because}
    said = tuple(
        replace(
            piece,
            holder=left(piece.holder),
            addressee=left(piece.addressee),
            condition=piece.condition and replace(piece.condition, by=left(piece.condition.by)),
        )
        for piece in reading.evidence
        if piece.id not in dropped
    )
    happened = (replace(e, actor=left(e.actor), target=left(e.target)) for e in reading.events)
    return replace(
        reading,
        parties=tuple(one for one in reading.parties if one.id not in ids),
        evidence=said,
        events=tuple(happened),
        relations=tuple(one for one in related if one not in gone),
        ways_out=tuple(
            replace(way, proposed_by=None) if way.proposed_by in ids else way
            for way in reading.ways_out
        ),
    )


_OF_PLACES = frozenset({"claims", "controls"})

"""Several articles as one coverage: common parties, one witness for copies, rows told once."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from detente.dispute.copies import copied, repeats
from detente.dispute.evidence import (
    STATEMENT_KINDS,
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
from detente.reading import changes
from detente.reading.parties import roles
from detente.reading.parties.readings import Reading, under_names

Item = TypeVar("Item", Event, Relation, Object, WayOut)


def gathered(
    readings: Sequence[Reading], beside: Sequence[Document] = (), after: int = 0
) -> Coverage:
    """What several readings say together.

    Parameters
    ----------
    readings
        In the order of the sources.
    beside
        Documents that are known already.
    after
        How many pieces of evidence are numbered already.

    Examples
    --------
    >>> text = "The ferries will stay in port until the dues are paid, said the harbour ministry."
    >>> said = Evidence("s1", "", text[:54], 0, 54, "precondition", ("norland",))
    >>> paper = Reading(Document("d1", text=text), (Actor("norland", "Norland"),), (said,))
    >>> other = replace(paper, document=Document("d2", text=f"{text} Our staff."))
    >>> found = gathered([paper, other])
    >>> [piece.document for piece in found.evidence], found.warnings
    (['d1'], ('d2: repeats d1; counted as one witness',))
    """
    return _together(_numbered(_once_told(_under_one_name(readings), beside), after))


# One witness ------------------------------------------------------------------------------------


def _once_told(readings: Sequence[Reading], beside: Sequence[Document]) -> list[Reading]:
    """Without what a copy only repeats; what it adds of its own stays."""
    documents = {document.id: document for document in beside}
    documents |= {reading.document.id: reading.document for reading in readings}
    first = copied(documents.values())
    return [
        _without_repeats(reading, documents[first[reading.document.id]])
        if reading.document.id in first
        else reading
        for reading in readings
    ]


def _without_repeats(reading: Reading, original: Document) -> Reading:
    fresh = tuple(piece for piece in reading.evidence if not repeats(piece.quote, original.text))
    kept = {piece.id for piece in fresh}

    def own(rows: tuple[Item, ...]) -> tuple[Item, ...]:
        return tuple(row for row in rows if set(row.because) <= kept)

    named = reading.document.source or reading.document.id
    line = f"{named}: repeats {original.source or original.id}; counted as one witness"
    return replace(
        reading,
        evidence=fresh,
        events=tuple(
            replace(event, because_of=event.because_of if event.because_of in kept else None)
            for event in own(reading.events)
        ),
        relations=own(reading.relations),
        objects=own(reading.objects),
        ways_out=own(reading.ways_out),
        opinions=tuple(_about(opinion, kept) for opinion in reading.opinions),
        warnings=(*reading.warnings, line),
    )


def _about(opinion: Opinion, ids: Collection[str]) -> Opinion:
    """An opinion as far as it is of the evidence of those ids."""
    return replace(
        opinion,
        agrees=tuple(id_ for id_ in opinion.agrees if id_ in ids),
        differs=tuple(other for other in opinion.differs if other.evidence in ids),
        adds=tuple(id_ for id_ in opinion.adds if id_ in ids),
    )


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


# Common parties -----------------------------------------------------------------------------------


def _under_one_name(readings: Sequence[Reading]) -> list[Reading]:
    """A party that one article has under a name by which another article knows it: one party."""
    actors = [actor for reading in readings for actor in reading.parties]
    names: dict[str, set[str]] = {}
    for actor in actors:
        for alias in actor.aliases:
            names.setdefault(alias.casefold(), set()).add(actor.id)
    same: dict[str, str] = {}
    for actor in actors:
        known = names.get(actor.name.casefold(), set())
        others = len(known) - (actor.id in known)
        if others == 1 and actor.type != "person" and not actor.speaks_for:
            same[actor.id] = next(iter(known - {actor.id}))
    same = {one: other for one, other in same.items() if other not in same}
    called = {actor.id: actor.name for actor in actors}
    if not same and all(called[actor.id] == actor.name for actor in actors):
        return list(readings)
    return [under_names(reading, same, called) for reading in readings]


# Numbers ----------------------------------------------------------------------------------------


def _numbered(readings: Iterable[Reading], after: int) -> list[Reading]:
    """The readings with their evidence as q1, q2, …, in the order of the text."""
    count = after
    numbered = []
    for reading in readings:
        ordered = sorted(reading.evidence, key=lambda piece: (piece.start, piece.end, piece.id))
        ids = {piece.id: f"q{count + at}" for at, piece in enumerate(ordered, 1)}
        count += len(ordered)
        numbered.append(_renamed(reading, ordered, ids))
    return numbered


def _renamed(reading: Reading, ordered: list[Evidence], ids: dict[str, str]) -> Reading:
    def because(item: Item) -> Item:
        return replace(item, because=tuple(ids[id_] for id_ in item.because))

    return replace(
        reading,
        evidence=tuple(
            replace(piece, id=ids[piece.id], document=reading.document.id) for piece in ordered
        ),
        events=tuple(
            replace(because(event), because_of=event.because_of and ids[event.because_of])
            for event in reading.events
        ),
        relations=tuple(because(relation) for relation in reading.relations),
        objects=tuple(because(thing) for thing in reading.objects),
        ways_out=tuple(because(way) for way in reading.ways_out),
        opinions=tuple(
            replace(
                opinion,
                document=reading.document.id,
                agrees=tuple(ids[id_] for id_ in opinion.agrees),
                differs=tuple(
                    replace(other, evidence=ids[other.evidence]) for other in opinion.differs
                ),
                adds=tuple(ids[id_] for id_ in opinion.adds),
            )
            for opinion in reading.opinions
        ),
    )


# Together ---------------------------------------------------------------------------------------


def _together(readings: list[Reading]) -> Coverage:
    evidence = tuple(piece for reading in readings for piece in reading.evidence)
    said = [piece for piece in evidence if piece.kind in STATEMENT_KINDS]
    texts = {reading.document.id: reading.document.text for reading in readings}
    in_full = [one for one in said if one.about]  # not by the closed lists of another language
    return Coverage(
        documents=tuple(reading.document for reading in readings),
        parties=_merged(readings),
        evidence=evidence,
        changes=tuple(changes.find(in_full, texts)),
        events=_once(readings, "events", _KEYS["events"]),
        relations=_once(readings, "relations", _KEYS["relations"]),
        objects=_once(readings, "objects", _KEYS["objects"]),
        ways_out=_once(readings, "ways_out", _KEYS["ways_out"]),
        opinions=tuple(opinion for reading in readings for opinion in reading.opinions),
        warnings=tuple(warning for reading in readings for warning in reading.warnings),
    )


def _merged(readings: Iterable[Reading]) -> tuple[Actor, ...]:
    """The parties, under the first name; whoever is only an alias now has no entry of its own."""
    found = roles.merged([reading.parties for reading in readings])
    return tuple(
        replace(actor, aliases=tuple(a for a in actor.aliases if a != actor.name))
        for actor in found
    )


def _same_event(event: Event) -> Hashable:
    """What makes two reports one event: who did what to whom on which day; else the very words."""
    what = () if event.date else (_plain(event.what),)
    return event.kind, event.actor, event.target, event.date, *what


_KEYS: dict[str, Callable[[Any], Hashable]] = {
    "events": _same_event,
    "relations": lambda row: (row.kind, row.source, row.target),
    "objects": lambda row: _plain(row.name),
    "ways_out": lambda row: (_plain(row.needs), row.proposed_by),
}


def news(rows: str, known: Iterable[Item], fresh: Iterable[Item]) -> tuple[Item, ...]:
    """Of the rows of that name, those that tell what no known one tells.

    >>> sails = Relation("claims", "norland", "the Skerries")
    >>> news("relations", [sails], [sails, Relation("claims", "sudmark", "the Skerries")])[0].source
    'sudmark'
    """
    told = {_KEYS[rows](row) for row in known}
    return tuple(row for row in fresh if _KEYS[rows](row) not in told)


def _once(readings: Iterable[Reading], rows: str, key: Any) -> tuple[Any, ...]:
    """Rows of several articles that tell the same as one row with all its quotes.

    What one article tells twice stays: it may be two things.
    """
    found: dict[Hashable, Any] = {}
    for reading in readings:
        mine: set[Hashable] = set()
        for row in getattr(reading, rows):
            name = key(row)
            if name in mine or name not in found:
                name = (name, len(found)) if name in found else name
                found[name] = row
            else:
                known = found[name]
                found[name] = replace(known, because=(*known.because, *row.because))
            mine.add(name)
    return tuple(found.values())

"""Those of a cast who act, or for whom somebody does: the parties that are told of."""

from __future__ import annotations

from detente.dispute.evidence import Actor
from detente.reading.parties.cast import Cast, Entry
from detente.reading.parties.reference import Resolver


def actors(people: Cast, resolver: Resolver) -> tuple[Actor, ...]:
    """The parties of a text: those of the cast who act, and those for whom they do.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> told = Document("d1", text="Norland shut its port. It rained in Sudmark.")
    >>> [party.id for party in build(told).parties]
    ['norland']
    """
    acting = [
        entry
        for entry in people.entries.values()
        if resolver.acting.get(entry.id) and not entry.is_organ and _is_somebody(entry)
    ]
    spoken = {entry.speaks_for for entry in acting} - {entry.id for entry in acting}
    behind = (people.entries[id_] for id_ in spoken if id_ in people.entries)
    found = [*acting, *(entry for entry in behind if entry.surfaces)]
    return tuple(map(actor, sorted(found, key=lambda entry: (entry.first, entry.id))))


def actor(entry: Entry) -> Actor:
    """One of the cast as a party."""
    return Actor(
        id=entry.id,
        name=entry.name,
        type=entry.type,
        role=entry.role or ("spokesperson" if entry.speaks_for else "principal"),
        speaks_for=entry.speaks_for,
        aliases=tuple(surface for surface in entry.surfaces if surface != entry.name),
    )


def _is_somebody(entry: Entry) -> bool:
    """Whether a person does or is something here, and is not only spoken of."""
    told = (
        entry.introduced
        or entry.speaks_for
        or entry.weight >= _TOLD
        or entry.surfaces.keys() > {entry.name}
    )
    return not entry.is_person or bool(told)


_TOLD = 3  # the weight of a person who does something, or is named again and again

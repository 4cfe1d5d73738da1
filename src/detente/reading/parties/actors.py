"""Those of a cast who act, or for whom somebody does: the parties that are told of."""

from __future__ import annotations

import re

from detente.dispute.evidence import Actor
from detente.reading.parties import gazetteer
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
    name = _own_name(entry)
    return Actor(
        id=entry.id,
        name=name,
        type=entry.type,
        role=entry.role or ("spokesperson" if entry.speaks_for else "principal"),
        speaks_for=entry.speaks_for,
        aliases=tuple(surface for surface in entry.surfaces if surface != name),
    )


def _own_name(entry: Entry) -> str:
    """What the text calls a party that goes by another name: "Turkey", "Serb List".

    Not where it has letters for the name that is known, too: the United Kingdom of "the UK".
    """
    told = [surface for surface in entry.surfaces if _is_name_of(entry, surface)]
    spelt = [surface for surface in told if not (surface.isupper() or "." in surface)]
    if entry.name in told or not told:
        return entry.name
    if _FORMAL.search(entry.name):  # "Congo - Kinshasa", as nobody writes
        return (spelt or told)[0]
    longer = spelt[0] in entry.name or entry.name in spelt[0] if spelt else True  # "the North"
    return entry.name if longer or spelt != told else spelt[0]


def _is_name_of(entry: Entry, surface: str) -> bool:
    """Whether a table has the words as a name of that party, and not of its seat alone."""
    if entry.surfaces[surface] == "body" and " " not in surface:
        return False  # "Brussels"
    words = gazetteer.fold(surface).split()
    known = gazetteer.beginning(words[0])
    own = any(one.id == entry.id and [*form] == words for form, one in known)
    return own and entry.surfaces[surface] in {"name", "body"}


_FORMAL = re.compile(r" [-&] ")


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

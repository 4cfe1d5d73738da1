"""From where an article is written: the towns of its datelines, and the state that one names."""

from __future__ import annotations

from detente.reading import datelines
from detente.reading.parties import names
from detente.reading.parties.cast import Cast, Entry

_HOME = 3  # the least weight of a state that an article is written from


def towns(found: list[names.Name], read: set[int]) -> dict[str, str]:
    """The towns of datelines, and the country beside each ("" where none is named)."""
    outside = [n for n in found if n.start not in read and not datelines.is_month(n.text)]
    pairs = zip(outside, [*outside[1:], None], strict=False)
    return {
        town.text.casefold(): country.text if country and country.start - town.end == 1 else ""
        for town, country in pairs
    }


def state(people: Cast, found: list[names.Name], read: set[int]) -> str | None:
    """The state of the dateline, where it is one that acts, or the only one."""
    states = [entry for entry in people.entries.values() if entry.type == "state"]
    acting = [one for one in states if one.ruled or one.weight >= _HOME or len(states) == 1]
    homes = dict.fromkeys(
        entry.id
        for name in found
        if name.start not in read
        for entry in acting
        if _names(name, entry)
    )
    return next(iter(homes)) if len(homes) == 1 else None


def _names(name: names.Name, entry: Entry) -> bool:
    known = name.known is not None and name.known.id == entry.id
    surfaces = {surface.casefold() for surface in (entry.name, *entry.surfaces)}
    return known or name.text.casefold() in surfaces

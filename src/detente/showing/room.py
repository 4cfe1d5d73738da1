"""How much of a brief goes on page one, and in what order it gives way where there is too much."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Room:
    """How many of each thing page one shows, and how long a quote on it is; the annex has all."""

    headline: int = 260  # characters of its second sentence
    since: bool = True
    changes: int = 4  # lines of what changed since an older version
    side: bool = True  # how one party sees it
    wants: int = 7
    map: bool = True
    keys: int = 12  # lines of the key of a map of several parties
    holds: int = 6  # lines of what holds each party
    said: int = 90  # characters of the quote in such a line; 0: none
    others: bool = True  # who is named and neither acts nor wants
    suggests: bool = True  # what a diagnosis suggests
    reasons: bool = True  # the words of a want that holds a party, beside its rank
    unlockings: int = 4
    beside: bool = True  # which promise would do, and what the sources propose
    assumptions: int = 5
    timeline: bool = True
    events: int = 7
    quotes: int = 14
    quote: int = 150  # characters of a quote among the evidence
    positions: bool = True
    why: bool = True
    unlock: bool = True


# What gives way, first to last: a field and its next value.
_SCHEDULE: tuple[tuple[str, Any], ...] = (
    ("quote", 110), ("quotes", 12), ("others", False), ("quotes", 10), ("quote", 90),
    ("quotes", 8), ("events", 6), ("quotes", 7), ("wants", 6), ("quote", 80), ("quotes", 6),
    ("wants", 5), ("events", 5), ("assumptions", 4), ("quotes", 5), ("unlockings", 3),
    ("said", 60), ("quotes", 4), ("keys", 8), ("events", 4), ("suggests", False), ("beside", False),
    ("wants", 4),
    ("assumptions", 3), ("quotes", 3), ("said", 0), ("unlockings", 2), ("wants", 3), ("events", 3),
    ("quote", 60), ("keys", 6), ("assumptions", 2), ("holds", 5), ("quotes", 2),
    ("reasons", False), ("changes", 3), ("holds", 4), ("keys", 4), ("wants", 2), ("holds", 3),
    ("timeline", False), ("assumptions", 1), ("holds", 2), ("quotes", 1), ("wants", 1),
    ("unlockings", 1), ("headline", 190), ("holds", 1), ("quotes", 0), ("headline", 0),
    ("map", False), ("changes", 2), ("positions", False), ("side", False), ("why", False),
    ("assumptions", 0), ("unlock", False), ("since", False),
)  # fmt: skip


def roomiest(fits: Callable[[Room], bool]) -> Room:
    """The room that shows most, of those that fit.

    As little of the schedule gives way as lets the rest fit, found by halving; then what gave way
    last, and so matters most, comes back first, as far as it still fits.

    Examples
    --------
    >>> roomiest(lambda room: room.quotes <= 10).quotes
    10
    """
    gone = bisect_left(range(len(_SCHEDULE)), 1, key=lambda steps: fits(_without(steps)))
    room = _without(gone)
    for place in reversed(range(gone)):
        room = _restored(room, place, fits)
    return room


def _without(steps: int) -> Room:
    """The room after so many steps of the schedule."""
    return replace(Room(), **dict(_SCHEDULE[:steps]))


def _restored(room: Room, place: int, fits: Callable[[Room], bool]) -> Room:
    """The room with one step of the schedule taken back, where that fits."""
    field, value = _SCHEDULE[place]
    if getattr(room, field) != value:
        return room
    before = [v for name, v in _SCHEDULE[:place] if name == field]
    wider = replace(room, **{field: before[-1] if before else getattr(Room(), field)})
    return wider if fits(wider) else room

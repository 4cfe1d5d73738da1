"""How much of a brief goes on page one: from generous to tight, until it fits a sheet of A4."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Room:
    """How many of each thing page one shows, and how long a quote on it is; the annex has all."""

    wants: int = 7
    quotes: int = 14
    quote: int = 150  # characters of a quote among the evidence
    said: int = 90  # characters of a quote that stands with what holds a party; 0: none
    events: int = 7
    holds: int = 6
    unlockings: int = 4
    assumptions: int = 5
    headline: int = 240  # characters of its second sentence
    suggests: bool = True  # what a diagnosis suggests
    reasons: bool = True  # the words of a want that holds a party, beside its rank
    keys: int = 12  # lines of the key of a map of several parties
    without: tuple[str, ...] = ()  # sections that only the annex has


def rooms() -> list[Room]:
    """From the most generous to the tightest.

    >>> found = rooms()
    >>> found[0].quotes > found[-1].quotes
    True
    """
    room = Room()
    found = [room]
    for step in _STEPS:
        room = replace(room, **step)
        found.append(room)
    return found


MOST_QUOTES = Room().quotes

_STEPS: tuple[dict[str, Any], ...] = (
    {"quote": 110},
    {"quotes": 12},
    {"quotes": 10, "quote": 90},
    {"quotes": 8, "events": 6},
    {"said": 60, "headline": 190},
    {"quotes": 7, "quote": 80},
    {"wants": 5, "events": 5},
    {"said": 0, "assumptions": 4},
    {"quotes": 6, "suggests": False},
    {"unlockings": 3, "wants": 4},
    {"quotes": 5, "keys": 8, "events": 4},
    {"reasons": False, "headline": 150},
    {"wants": 3, "assumptions": 3},
    {"unlockings": 2, "quotes": 4},
    {"quote": 60, "headline": 120, "keys": 6},
    {"holds": 5, "events": 3},
    {"quotes": 3, "assumptions": 2},
    {"wants": 2, "keys": 4, "holds": 4},
    {"unlockings": 1, "quotes": 2},
    {"holds": 3, "keys": 2, "assumptions": 1},
    {"quotes": 1, "events": 2, "wants": 1, "holds": 2, "headline": 0},
    {"events": 1, "holds": 1, "keys": 1},
    {"without": ("timeline",)},
    {"without": ("timeline", "map")},
    {"without": ("timeline", "map", "evidence"), "quotes": 0},
    {"without": ("timeline", "map", "evidence", "positions")},
    {"without": ("timeline", "map", "evidence", "positions", "why")},
    {"without": ("timeline", "map", "evidence", "positions", "why", "unlock")},
)

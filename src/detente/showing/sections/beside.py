"""What else would do, beside concessions: promises that let a party go first, and coalitions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from detente.analysis.coalitions import Break
from detente.showing.blocks import Item, Items, Section, Text
from detente.showing.page import Page
from detente.showing.words.beside import broken, promised

MOST_TOLD = 6


def commitments(page: Page) -> Section | None:
    """Which commitment would do, where the diagnosis is you-first or exposed."""
    found = page.findings.explanation.commitments
    if not found:
        return None
    lines = tuple(Item((Text(promised(page.voice, one)),)) for one in found[:MOST_TOLD])
    return Section("commitments", page.say("Which promise would do"), (Items(lines),))


def coalitions(page: Page) -> Section | None:
    """Which coalitions break the deadlock, and whether they hold together."""
    found = page.findings.coalitions
    fresh = _not_by_fewer(found.breaks) if found else []
    if not fresh:
        return None
    ways = groupby(fresh, key=lambda way: way.parties)
    lines = [Item((Text(broken(page.voice, list(group))),)) for _, group in ways]
    title = page.say("Who could break the deadlock together")
    return Section("coalitions", title, (Items(tuple(lines[:MOST_TOLD])),))


def _not_by_fewer(breaks: Sequence[Break]) -> list[Break]:
    """What several bring about that no part of them could: what one can is told of its moves."""
    return [
        way
        for way in breaks
        if len(way.parties) > 1
        and not any(
            other.to == way.to and set(other.parties) < set(way.parties) for other in breaks
        )
    ]

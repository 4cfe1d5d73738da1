"""What else would do, beside concessions: promises that let a party go first, and coalitions."""

from __future__ import annotations

from itertools import groupby

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
    return Section("commitments", "Which promise would do", (Items(lines),))


def coalitions(page: Page) -> Section | None:
    """Which coalitions break the deadlock, and whether they hold together."""
    found = page.findings.coalitions
    if found is None or not found.breaks:
        return None
    ways = groupby(found.breaks, key=lambda way: way.parties)
    lines = [Item((Text(broken(page.voice, list(group))),)) for _, group in ways]
    title = "Who could break the deadlock together"
    return Section("coalitions", title, (Items(tuple(lines[:MOST_TOLD])),))

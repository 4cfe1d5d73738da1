"""What changed since an older version: the findings first, then the positions."""

from __future__ import annotations

from detente.showing.blocks import Item, Items, Line, Link, Section, Text
from detente.showing.compared import changed, turned
from detente.showing.page import Page
from detente.showing.words.grammar import capitalised


def section(page: Page) -> Section | None:
    """The first changes, as many as page one has room for."""
    if page.since is None:
        return None
    lines = list(map(_line, (*turned(page.since, page.tongue), *changed(page.since, page.tongue))))
    shown = [Item(line) for line in lines[: page.room.changes]]
    left = len(lines) - len(shown)
    if left > 0:
        more = page.many("{n} more change", "{n} more changes", left)
        shown.append(Item((Link("changed", more), Text("."))))
    if not lines:
        shown = [Item((Text(page.say("Nothing in the model, and no finding.")),))]
    title = page.say("What changed since the older version")
    return Section("since", title, (Items(tuple(shown)),))


def _line(text: str) -> Line:
    return (Text(capitalised(text)),)

"""A brief: page one, fitted to a sheet of A4, and the annex that has everything.

Examples
--------
>>> from detente.dispute.file import loads
>>> dispute = loads('''{detente: 1, title: Ferry, resolution: a.sail and b.pay, parties: {
...     a: {name: Norland, options: {sail: }, wants: [a.sail only if b.pay, b.pay]},
...     b: {name: Sudmark, options: {pay: }, wants: [b.pay only if a.sail, a.sail]}}}''')
>>> made = brief(dispute, findings(dispute))
>>> made.sections[0].anchor, "Stuck" in render_text(made)
('headline', True)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from detente.dispute.model import Dispute
from detente.dispute.writing import dumps
from detente.showing import fitting
from detente.showing.blocks import Beside, Brief, Line, Section
from detente.showing.findings import Findings, findings
from detente.showing.page import Page
from detente.showing.references import References
from detente.showing.renderers.html import render as render_html
from detente.showing.renderers.text import render as render_text
from detente.showing.room import MOST_QUOTES, Room, rooms
from detente.showing.sections import (
    about,
    articles,
    context,
    evidence,
    headline,
    model,
    positions,
    states,
    sure,
    timeline,
    unlock,
    why,
)
from detente.showing.words.formulas import Voice
from detente.showing.words.names import clean

__all__ = ["Brief", "Findings", "brief", "findings", "render_html", "render_text"]

Part = Section | Beside | None
Parts = tuple[Section | Beside, ...]


def brief(
    dispute: Dispute,
    found: Findings,
    *,
    source: str | None = None,
    command: str = "detente report CASE",
) -> Brief:
    """The brief of a dispute.

    Parameters
    ----------
    dispute
        The dispute.
    found
        What the analysis finds of it.
    source
        The text of its file, where it has one; else it is written anew.
    command
        The command that makes the same page again.
    """
    voice = Voice(dispute)
    page = Page(voice, References(voice), found, rooms()[0], source or dumps(dispute), command)
    title, line = _title(dispute), headline.about(page)
    page, first = _fitted(page, title, line)
    return Brief(title, line, first, tuple(part for part in _annex(page) if part))


def excerpt(dispute: Dispute, found: Findings, *names: str) -> Brief:
    """Some sections of a brief alone, with all that they have to say.

    Parameters
    ----------
    dispute
        The dispute.
    found
        What the analysis finds of it.
    names
        The sections' anchors, such as ``headline``, ``why`` or ``unlock``.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> dispute = loads("{detente: 1, title: Ferry, parties: {a: {options: {sail: }}}}")
    >>> [section.anchor for section in excerpt(dispute, findings(dispute), "headline").sections]
    ['headline']
    """
    page = _prepared(dispute, found, "", "")
    return Brief(_title(dispute), (), _present(*(_ALONE[name](page) for name in names)), ())


def _prepared(dispute: Dispute, found: Findings, source: str, command: str) -> Page:
    voice = Voice(dispute)
    return Page(voice, References(voice), found, rooms()[0], source, command)


def _title(dispute: Dispute) -> str:
    return clean(dispute.title) or "A dispute without a title"


def _fitted(page: Page, title: str, line: Line) -> tuple[Page, Parts]:
    """The page with the most on it that fits; then as many more quotes as still fit."""
    first: Parts = ()
    for room in rooms():
        page, first, fits = _tried(page, room, title, line)
        if fits:
            break
    while fits and page.room.quotes < MOST_QUOTES:
        more, parts, fits = _tried(
            page, replace(page.room, quotes=page.room.quotes + 1), title, line
        )
        if fits:
            page, first = more, parts
    return page, first


def _tried(page: Page, room: Room, title: str, line: Line) -> tuple[Page, Parts, bool]:
    page = replace(page, room=room)
    tall = {parts: fitting.height(parts, title, line) for parts in _arrangements(page)}
    first = min(tall, key=lambda parts: tall[parts])
    return page, first, tall[first] <= fitting.SHEET


def _arrangements(page: Page) -> Iterator[Parts]:
    """Page one with the map beside the table of wants, and beside what keeps it stuck."""
    found = {name: make(page) for name, make in _SECTIONS.items() if name not in page.room.without}
    below = (
        _beside(found.get("sure"), found.get("timeline")),
        found.get("evidence"),
        about.method(page),
    )
    head, wants, chart = headline.section(page), found.get("positions"), found.get("map")
    reasons, ways = found.get("why"), found.get("unlock")
    yield _present(head, _beside(wants, chart), reasons, ways, *below)
    yield _present(head, wants, _beside(reasons, chart), ways, *below)


_SECTIONS: dict[str, Callable[[Page], Section | None]] = {
    "positions": positions.section,
    "map": positions.chart,
    "why": why.section,
    "unlock": unlock.section,
    "sure": sure.section,
    "timeline": timeline.section,
    "evidence": evidence.section,
}
_ALONE = {
    **_SECTIONS,
    "headline": headline.section,
    "ways": unlock.ways,
    "assumptions": sure.assumptions,
    "verdicts": states.verdicts,
    "states": states.section,
    "model": model.section,
}
_KEPT = ("map", "why", "positions")  # what the annex takes over, where page one is without it


def _present(*parts: Part) -> Parts:
    return tuple(part for part in parts if part)


def _beside(left: Section | None, right: Section | None) -> Part:
    return Beside(left, right) if left and right else left or right


def _annex(page: Page) -> list[Section | None]:
    moved = [_SECTIONS[name](page) for name in _KEPT if name in page.room.without]
    return [
        *moved,
        evidence.rest(page),
        context.left_out(page),
        unlock.ways(page),
        sure.assumptions(page),
        states.verdicts(page),
        states.section(page),
        model.section(page),
        context.history(page),
        context.context(page),
        articles.section(page),
        about.glossary(page),
        about.file(page),
        about.digests(page),
    ]

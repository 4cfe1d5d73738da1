"""Page one laid out: which sections stand beside each other, and how much each of them shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from operator import attrgetter

from detente.showing import fitting
from detente.showing.blocks import Beside, Line, Section
from detente.showing.page import Page
from detente.showing.room import Room, roomiest
from detente.showing.sections import (
    about,
    evidence,
    headline,
    positions,
    side,
    since,
    sure,
    timeline,
    unlock,
    why,
)

Parts = tuple[Section | Beside, ...]

SECTIONS: Mapping[str, Callable[[Page], Section | None]] = {
    "headline": headline.section,
    "since": since.section,
    "side": side.section,
    "positions": positions.section,
    "map": positions.chart,
    "why": why.section,
    "unlock": unlock.section,
    "sure": sure.section,
    "timeline": timeline.section,
    "evidence": evidence.section,
    "method": about.method,
}
# What of the room each section depends on; the first is whether it is there at all, if that may be.
_USES: Mapping[str, tuple[str, ...]] = {
    "headline": ("headline",),
    "since": ("since", "changes"),
    "side": ("side", "said", "reasons"),
    "positions": ("positions", "wants", "others"),
    "map": ("map", "keys"),
    "why": ("why", "holds", "said", "suggests", "reasons"),
    "unlock": ("unlock", "unlockings", "beside"),
    "sure": ("assumptions", "unlockings"),
    "timeline": ("timeline", "events"),
    "evidence": ("quotes", "quote"),
    "method": (),
}
MOVABLE = (
    "since",
    "side",
    "map",
    "why",
    "positions",
)  # what the annex takes over where page one is without it

Rows = tuple[tuple[str, ...], ...]
Tall = tuple[float, ...]  # in the usual font; and in the widest, without what gives way
_RULERS = (fitting.USUAL, fitting.WIDEST)
_NONE = (0.0, 0.0)
_ROWS: tuple[Rows, ...] = (
    (("headline",), ("since",), ("side",), ("positions", "map"), ("why",), ("unlock",),
     ("sure", "timeline"), ("evidence",), ("method",)),
    (("headline",), ("since",), ("side",), ("positions",), ("why", "map"), ("unlock",),
     ("sure", "timeline"), ("evidence",), ("method",)),
)  # fmt: skip


def _used(row: tuple[str, ...]) -> Callable[[Room], object]:
    """What some sections side by side depend on."""
    fields = [field for name in row for field in _USES[name]]
    return attrgetter(*fields) if fields else lambda _: None


_DEPENDS = {row: _used(row) for rows in _ROWS for row in rows}


class _Sheet:
    """The sections of a page in every size that is asked for, each made and measured once."""

    def __init__(self, page: Page, title: str, about_line: Line) -> None:
        self._page = page
        self._made: dict[tuple[object, ...], Section | None] = {}
        self._tall: dict[tuple[object, ...], Tall] = {}
        self._head = tuple(ruler.head(title, about_line) for ruler in _RULERS)

    def section(self, name: str, room: Room) -> Section | None:
        uses = _USES[name]
        key = (name, *(getattr(room, field) for field in uses))
        if key not in self._made:
            shown = not uses or getattr(room, uses[0]) is not False
            made = SECTIONS[name](replace(self._page, room=room)) if shown else None
            self._made[key] = made
        return self._made[key]

    def height(self, rows: Rows, room: Room) -> Tall:
        tall = [self._row(row, room) for row in rows]
        return tuple(map(sum, zip(self._head, *tall, strict=True)))

    def _row(self, row: tuple[str, ...], room: Room) -> Tall:
        """The height of sections side by side; it depends on what they use of the room alone."""
        key = (row, _DEPENDS[row](room))
        if key not in self._tall:
            shown = [made for name in row if (made := self.section(name, room))]
            widths = fitting.COLUMNS if len(shown) > 1 else (fitting.WIDTH,)
            tall = [self._measured(*one) for one in zip(shown, widths, strict=False)]
            apart = fitting.BESIDE * (len(shown) > 1)
            highest = map(max, zip(_NONE, *tall, strict=True))
            self._tall[key] = tuple(high + apart for high in highest)
        return self._tall[key]

    def _measured(self, section: Section, wide: float) -> Tall:
        key = (id(section), wide)  # every section is kept
        if key not in self._tall:
            usual, widest = _RULERS
            self._tall[key] = (usual.section(section, wide), widest.bare(section, wide))
        return self._tall[key]

    def best(self, room: Room) -> Rows:
        return min(_ROWS, key=lambda rows: self.height(rows, room)[0])

    def fits(self, room: Room) -> bool:
        usual, widest = self.height(self.best(room), room)
        return usual <= fitting.FULL and widest <= fitting.SAFE

    def parts(self, room: Room) -> Parts:
        found: list[Section | Beside] = []
        for row in self.best(room):
            shown = [made for name in row if (made := self.section(name, room))]
            found += [Beside(*shown)] if len(shown) > 1 else shown
        return tuple(found)


def laid_out(page: Page, title: str, about_line: Line) -> tuple[Page, Parts]:
    """The page with the room that it has, and page one with as much as fits a sheet."""
    sheet = _Sheet(page, title, about_line)
    room = roomiest(sheet.fits)
    return replace(page, room=room), sheet.parts(room)

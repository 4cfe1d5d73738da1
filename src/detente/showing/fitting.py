"""Whether page one fits a sheet of A4, estimated from its blocks with the page's own print style.

Lengths are in points. Words are broken into lines with the widths of the widest font that the style
may be set in, so that the page fits whichever font a system has (a test prints pages and looks).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any
from unicodedata import east_asian_width

from detente.showing import blocks as b
from detente.showing.figures.faces import is_known, widest

SHEET = 785.0  # the height of A4 between the margins of the style
SAFE = SHEET - 14.0  # a line more than estimated still fits
WIDTH = 527.0
COLUMNS = (268.7, 244.2)  # of sections side by side
_SIZE, _LINE = 9.5, 12.07
_ROW, _ITEM, _HEADING = 3.75, 0.8, 19.3
_BREAKS = re.compile(r"[^\S\u00a0\u202f]+")  # where a line may end: not at a space that is kept
_BLOCK, BESIDE = 2.0, 3.5  # margins between blocks, and around sections side by side
_LEAD, _LEAD_LINE = 12.0, 14.65
SHARES = {"wants": (0.2, 0.4, 0.4), "ways": (0.45, 0.4, 0.15)}  # as in the style


def height(page: Sequence[b.Section | b.Beside], title: str, about: b.Line) -> float:
    """The height of page one in points.

    >>> height((), "Ferry", ()) < SHEET
    True
    """
    return head_height(title, about) + sum(_part(part) for part in page)


def head_height(title: str, about: b.Line) -> float:
    """The height of what stands above the first section."""
    return _lines(title, WIDTH, 10.5, bold=True) * 13.35 + _lines(_text(about), WIDTH) * _LINE + 1.5


def _part(part: b.Section | b.Beside) -> float:
    if isinstance(part, b.Beside):
        return BESIDE + max(map(section_height, (part.left, part.right), COLUMNS))
    return section_height(part, WIDTH)


def section_height(section: b.Section, wide: float) -> float:
    """The height of a section in a column of that width."""
    heading = _HEADING if section.title else 4.0
    inner = sum(_HEIGHTS[type(block)](block, wide) for block in section.blocks)
    return heading + inner + _BLOCK * (len(section.blocks) - 1)


def _lines(text: str, wide: float, size: float = _SIZE, *, bold: bool = False) -> int:
    """How many lines words take, broken between words, and within those wider than a line."""
    count, used, space = 1, 0.0, widest(" ", size, bold=bold)
    for word in _BREAKS.split(text.strip()):
        needed = _needed(word, size, bold=bold)
        before = space if used else 0.0
        if used + before + needed > wide and (word.isascii() or not _breaks_anywhere(word)):
            count, used, before = count + bool(used), 0.0, 0.0
        full, used = divmod(used + before + needed, wide)
        count += int(full)
    return count


@lru_cache(maxsize=8192)
def _needed(word: str, size: float, *, bold: bool) -> float:
    """The width of a word; letters whose width is not known are taken for an n."""
    return widest("".join(c if is_known(c) else "n" for c in word), size, bold=bold)


@lru_cache(maxsize=8192)
def _breaks_anywhere(word: str) -> bool:
    return any(east_asian_width(character) in "WF" for character in word)


def _text(line: b.Line) -> str:
    """The words of a line about as wide as its style sets them."""
    return "".join(_SET.get(type(run), b.plain)((run,)) for run in line)


_SET: dict[type, Callable[[b.Line], str]] = {
    b.Ref: lambda line: b.plain(line)[2:-1],
    b.Mark: lambda _: "?",
    b.Name: lambda line: f"nn{'n' * (len(b.plain(line)) // 7)}{b.plain(line)}",  # its dot; bold
    b.Bar: lambda line: f"nnnnnnn {b.plain(line)}",
}


def _paragraph(block: b.Paragraph, wide: float) -> float:
    text = _text(block.line)
    if block.role == "lead":
        return _lines(text, wide, _LEAD, bold=True) * _LEAD_LINE + _BLOCK
    return _lines(text, wide) * _LINE


def _items(block: b.Items, wide: float) -> float:
    lines = (_lines(_text(_printed(item.line)), wide - 20) for item in block.items)
    return sum(count * _LINE + _ITEM for count in lines)


def _printed(line: b.Line) -> b.Line:
    """A line without what its style leaves out on paper: the ways back from evidence."""
    return tuple(run for run in line if getattr(run, "tone", "") != "use")


def _table(block: b.Table, wide: float) -> float:
    columns = _columns(block, wide)
    caption = (_LINE + 3.0) * block.shown_caption
    rows = sum(
        max(
            _lines(_text(cell), column - 6)
            for cell, column in zip(row.cells, columns, strict=False)
        )
        * _LINE
        + _ROW
        for row in block.rows
    )
    return caption + _LINE + _ROW + rows


def _columns(block: b.Table, wide: float) -> list[float]:
    """Widths of columns: as the style fixes them, else as browsers share them by their cells."""
    if block.look in SHARES:
        return [share * wide for share in SHARES[block.look]]
    cells = [[*row.cells] for row in block.rows]
    widest = [
        max([widest(head, _SIZE), *(widest(_text(row[n]), _SIZE) for row in cells if n < len(row))])
        for n, head in enumerate(block.head)
    ]
    wishes = [min(max(wish + 8, 52.0), wide) for wish in widest]
    total = sum(wishes)
    if total <= wide:
        return wishes
    narrow = [wish if wish <= wide / len(wishes) / 1.5 else 0.0 for wish in wishes]
    rest = sum(wish for wish, kept in zip(wishes, narrow, strict=True) if not kept) or 1.0
    free = wide - sum(narrow)
    return [kept or wish / rest * free for wish, kept in zip(wishes, narrow, strict=True)]


def _figure(block: b.Figure, wide: float) -> float:
    return block.drawing.height * min(wide, COLUMNS[1]) / block.drawing.width


def _badges(block: b.Badges, wide: float) -> float:
    rows, used = 1, 0.0
    for badge in block.badges:
        needed = widest(badge.text, _SIZE) + 16
        rows, used = (rows + 1, needed) if used + needed > wide else (rows, used + needed)
    return rows * (_LINE + 3.05) + (rows - 1) * 2


_HEIGHTS: dict[type, Callable[[Any, float], float]] = {
    b.Paragraph: _paragraph,
    b.Items: _items,
    b.Table: _table,
    b.Figure: _figure,
    b.Badges: _badges,
}

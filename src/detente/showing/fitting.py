"""Whether page one fits a sheet of A4, estimated from its blocks with the page's own print style.

Lengths are in points. In the usual widths of letters the whole page has to fit. In those of the
widest font that the style may be set in, all but its quotes has to, and one of these: on paper as
many are seen as there is room for, and the annex has every one (tests print pages and look).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from unicodedata import east_asian_width

from detente.showing import blocks as b
from detente.showing.figures.faces import is_known, widest, width

SHEET = 785.0  # the height of A4 between the margins of the style
SAFE = SHEET - 14.0  # a line more than estimated still fits
FULL = SHEET - 4.0  # where quotes give way to what is more than estimated
WIDTH = 527.0
COLUMNS = (268.7, 244.2)  # of sections side by side
_SIZE, _LINE = 9.5, 12.07
_ROW, _ITEM, _HEADING = 3.75, 0.8, 19.3
_BREAKS = re.compile(r"[^\S\u00a0\u202f]+")  # where a line may end: not at a space that is kept
_BLOCK, BESIDE = 2.0, 3.5  # margins between blocks, and around sections side by side
_LEAD, _LEAD_LINE = 12.0, 14.65
_GAP = 4.0  # between badges
SHARES = {"wants": (0.2, 0.4, 0.4), "ways": (0.45, 0.4, 0.15)}  # as in the style
_BESIDE_SHARES = {"wants": (0.26, 0.37, 0.37)}


Wide = Callable[..., float]  # of words in a size, bold or not


@dataclass(frozen=True)
class Ruler:
    """How tall things are, with words as wide as it says."""

    wide: Wide

    def head(self, title: str, about: b.Line) -> float:
        """The height of what stands above the first section."""
        lines = self._lines(title, WIDTH, 10.5, bold=True)
        return lines * 13.35 + self._lines(_text(about), WIDTH) * _LINE + 1.5

    def section(self, section: b.Section, wide: float) -> float:
        """The height of a section in a column of that width."""
        heading = _HEADING if section.title else 4.0
        inner = sum(_HEIGHTS[type(block)](self, block, wide) for block in section.blocks)
        return heading + inner + _BLOCK * (len(section.blocks) - 1)

    def bare(self, section: b.Section, wide: float) -> float:
        """The height of a section without what may give way: all quotes but the first."""
        kept = tuple(map(_least, section.blocks))
        return self.section(b.Section(section.anchor, section.title, kept), wide)

    def _lines(self, text: str, wide: float, size: float = _SIZE, *, bold: bool = False) -> int:
        """How many lines words take, broken between words, and within those wider than a line."""
        count, used, space = 1, 0.0, self.wide(" ", size, bold=bold)
        for word in _BREAKS.split(text.strip()):
            needed = _needed(self.wide, word, size, bold=bold)
            before = space if used else 0.0
            if used + before + needed > wide and (word.isascii() or not _breaks_anywhere(word)):
                count, used, before = count + bool(used), 0.0, 0.0
            full, used = divmod(used + before + needed, wide)
            count += int(full)
        return count

    def paragraph(self, block: b.Paragraph, wide: float) -> float:
        """Of a paragraph."""
        text = _text(block.line)
        if block.role == "lead":
            return self._lines(text, wide, _LEAD, bold=True) * _LEAD_LINE + _BLOCK
        return self._lines(text, wide) * _LINE

    def items(self, block: b.Items, wide: float) -> float:
        """Of a list."""
        lines = (self._lines(_text(_printed(item.line)), wide - 20) for item in block.items)
        return sum(count * _LINE + _ITEM for count in lines)

    def table(self, block: b.Table, wide: float) -> float:
        """Of a table."""
        columns = self._columns(block, wide)
        caption = (_LINE + 3.0) * block.shown_caption
        rows = sum(
            max(
                self._lines(_text(cell), column - 6)
                for cell, column in zip(row.cells, columns, strict=False)
            )
            * _LINE
            + _ROW
            for row in block.rows
        )
        return caption + _LINE + _ROW + rows

    def _columns(self, block: b.Table, wide: float) -> list[float]:
        """Widths of columns: as the style fixes them, else as browsers share them by cells."""
        shares = SHARES | (_BESIDE_SHARES if wide < WIDTH else {})
        if block.look in shares:
            return [share * wide for share in shares[block.look]]
        rows = [row.cells for row in block.rows]
        widths = [
            max(self.wide(words, _SIZE) for words in (
                head, *(_text(cells[n]) for cells in rows if n < len(cells))))
            for n, head in enumerate(block.head)
        ]  # fmt: skip
        wishes = [min(max(wish + 8, 52.0), wide) for wish in widths]
        total = sum(wishes)
        if total <= wide:
            return wishes
        narrow = [wish if wish <= wide / len(wishes) / 1.5 else 0.0 for wish in wishes]
        rest = sum(wish for wish, kept in zip(wishes, narrow, strict=True) if not kept) or 1.0
        free = wide - sum(narrow)
        return [kept or wish / rest * free for wish, kept in zip(wishes, narrow, strict=True)]

    def figure(self, block: b.Figure, wide: float) -> float:
        """Of a figure."""
        return block.drawing.height * min(wide, COLUMNS[1]) / block.drawing.width

    def badges(self, block: b.Badges, wide: float) -> float:
        """Of badges in rows."""
        rows, used = 1, -_GAP
        for badge in block.badges:
            needed = self.wide(badge.text, _SIZE) + 12
            full = used + _GAP + needed > wide
            rows, used = (rows + 1, needed) if full else (rows, used + _GAP + needed)
        return rows * (_LINE + 3.05) + (rows - 1) * 2


_HEIGHTS: dict[type, Callable[[Ruler, Any, float], float]] = {
    b.Paragraph: Ruler.paragraph,
    b.Items: Ruler.items,
    b.Table: Ruler.table,
    b.Figure: Ruler.figure,
    b.Badges: Ruler.badges,
}
WIDEST, USUAL = Ruler(widest), Ruler(width)


def height(
    page: Sequence[b.Section | b.Beside], title: str, about: b.Line, ruler: Ruler = WIDEST
) -> float:
    """The height of page one in points.

    >>> height((), "Ferry", ()) < SHEET
    True
    """
    return ruler.head(title, about) + sum(_part(part, ruler) for part in page)


def _part(part: b.Section | b.Beside, ruler: Ruler) -> float:
    if isinstance(part, b.Beside):
        return BESIDE + max(map(ruler.section, (part.left, part.right), COLUMNS))
    return ruler.section(part, WIDTH)


def _least(block: b.Block) -> b.Block:
    """What has to fit of a block; of quotes it is one, since the annex has them all."""
    if isinstance(block, b.Items) and block.style == "evidence":
        return b.Items(block.items[:1], block.style)
    return block


@lru_cache(maxsize=8192)
def _needed(wide: Wide, word: str, size: float, *, bold: bool) -> float:
    """The width of a word; letters whose width is not known are taken for an n."""
    return wide("".join(c if is_known(c) else "n" for c in word), size, bold=bold)


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


def _printed(line: b.Line) -> b.Line:
    """A line without what its style leaves out on paper: the ways back from evidence."""
    return tuple(run for run in line if getattr(run, "tone", "") != "use")

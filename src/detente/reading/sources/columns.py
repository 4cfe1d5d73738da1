"""The text of a page of a PDF as it is read: headings apart, one column after another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

_HEADING = 1.15  # times the size of most letters
_SAME_LINE = 2  # points up or down
_ROWS = 5  # of two columns that stand line beside line
_SHARE = 0.6  # of the rows
_PROSE = 3  # words of a line that is no cell of a table
_TWO = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text, where it begins (from the left, from below), and how large it is."""

    text: str
    x: float
    y: float
    size: float


def of_page(extract: Callable[..., str]) -> str:
    """The text of a page, from its own way to extract it, which tells each piece to a visitor."""
    pieces: list[Piece] = []

    def visit(text: str, outer: Any, inner: Any, font: Any, size: Any) -> None:
        del font
        x, y = float(inner[4]), float(inner[5])
        at = (outer[0] * x + outer[2] * y + outer[4], outer[1] * x + outer[3] * y + outer[5])
        pieces.append(Piece(text, *at, abs(float(size) * inner[3] * outer[3])))

    whole = extract(visitor_text=visit)
    told = "".join(piece.text for piece in pieces)
    return laid_out(pieces) if told.split() == whole.split() else whole


def laid_out(pieces: Sequence[Piece]) -> str:
    r"""Pieces as one text.

    >>> laid_out([Piece("Talks\n", 9, 90, 16), Piece("They will\nnot begin.", 9, 70, 10)])
    'Talks\n\nThey will\nnot begin.'
    """
    letters = Counter[float]()
    for piece in pieces:
        letters[round(piece.size, 1)] += len(piece.text.strip())
    usual = letters.most_common(1)[0][0] if letters else 0
    told = list(_of_one_size(pieces, usual * _HEADING))
    return "\n\n".join(block for part in told if (block := _block(part).strip()))


def _of_one_size(pieces: Sequence[Piece], heading: float) -> Iterator[list[Piece]]:
    """Headings, and what stands between them; blanks go with what is before them."""
    part: list[Piece] = []
    large = False
    for piece in pieces:
        if piece.text.strip() and (piece.size > heading) != large:
            yield part
            part, large = [], not large
        part.append(piece)
    yield part


def _block(pieces: Sequence[Piece]) -> str:
    """One block: its pieces as they come, or, of rows that cross two columns, column by column."""
    told = [piece for piece in pieces if piece.text.strip()]
    rows = [list(row) for _, row in groupby(told, lambda piece: round(piece.y / _SAME_LINE))]
    second = Counter(round(piece.x) for row in rows for piece in row[1:] if piece.x > row[0].x)
    at, often = second.most_common(1)[0] if second else (0, 0)
    if often < _ROWS or often < len(rows) * _SHARE or not _is_prose(rows, at):
        return "".join(piece.text for piece in pieces)
    sides: tuple[list[str], list[str]] = ([], [])
    for row in rows:
        for right in (False, True):
            line = "".join(piece.text for piece in row if (piece.x > at - 1) is right).strip()
            if line:
                sides[right].append(line)
    return "\n".join(line for side in sides for line in side)


def _is_prose(rows: Sequence[Sequence[Piece]], at: float) -> bool:
    """Whether the lines of both columns are of words, not the cells of a table."""
    for right in (False, True):
        lines = ["".join(p.text for p in row if (p.x > at - 1) is right) for row in rows]
        lines = [line for line in lines if line.strip()]
        if not lines or sum(len(line.split()) for line in lines) < _PROSE * len(lines):
            return False
    return True


def joined(pages: Sequence[str]) -> str:
    r"""Pages as one text, without the lines at their edges that all have: a title, a number.

    A sentence goes on over the edge.

    >>> joined(["The Post 1\n\nTalks will", "The Post 2\n\nnot begin."])
    'Talks will\nnot begin.'
    """
    lines = [[line.strip() for line in page.strip().split("\n")] for page in pages]
    edges = Counter(
        _numberless(line)
        for page in lines
        for line in dict.fromkeys((page[0], page[-1]))
        if _numberless(line) or line.isdigit()
    )
    common = {line for line, times in edges.items() if times >= max(_TWO, len(pages) * _SHARE)}
    kept = [_within(page, common) for page in lines]
    text = ""
    for page in filter(None, kept):
        goes_on = text and text[-1] not in '.!?:…”"»)'
        text += f"{'' if not text else chr(10) if goes_on else chr(10) * 2}{page}"
    return text


def _within(page: list[str], common: set[str]) -> str:
    first = 1 if _numberless(page[0]) in common else 0
    last = len(page) - (1 if len(page) > 1 and _numberless(page[-1]) in common else 0)
    return "\n".join(page[first:last]).strip()


def _numberless(line: str) -> str:
    return re.sub(r"\d+", "#", line)

"""A drawing as a value: lines, frames, dots and labels, whose places a test can compare.

Coordinates are in units of about one CSS pixel, y downwards. Widths of words are those of Helvetica
(and of Arial and Liberation Sans, which copy them); a label whose script they cover is set to
exactly that width, whatever the font, so that what does not overlap here does not overlap anywhere.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from detente.showing.figures.faces import is_known, width

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, by its corner and its size."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: Box) -> bool:
        """Whether two boxes share more than an edge."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def within(self, other: Box) -> bool:
        """Whether it lies wholly in another one."""
        return (
            self.x >= other.x
            and self.y >= other.y
            and self.x + self.width <= other.x + other.width
            and self.y + self.height <= other.y + other.height
        )


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a place: `x` is their start, middle or end by `anchor`, `y` the base line."""

    x: float
    y: float
    text: str
    size: float = 11
    anchor: str = "start"
    tone: str = ""
    rank: int | None = None

    @property
    def width(self) -> float:
        """How wide its words are."""
        return width(self.text, self.size, bold=self.tone in ("strong", "badge"))

    @property
    def exact(self) -> bool:
        """Whether the width is that of its words, rather than an estimate from above."""
        return all(is_known(character) for character in self.text)

    @property
    def box(self) -> Box:
        """What it covers at most."""
        wide = self.width
        left = self.x - {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        return Box(left, self.y - 0.8 * self.size, wide, self.size)


@dataclass(frozen=True, slots=True)
class Path:
    """A line through points, perhaps with an arrow at its end; `tone` says how it looks.

    `rank` is that of the party it stands for, for its colour.
    """

    points: tuple[tuple[float, float], ...]
    arrow: bool = False
    dashed: bool = False
    tone: str = ""
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle with round corners; `rank` is that of the party it stands for, for its colour."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 4
    tone: str = ""
    dashed: bool = False
    rank: int | None = None

    @property
    def box(self) -> Box:
        """What it covers."""
        return Box(self.x, self.y, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Dot:
    """A small circle."""

    x: float
    y: float
    radius: float
    tone: str = ""
    rank: int | None = None


Shape = Label | Path | Frame | Dot


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in a frame of that size; later shapes lie above earlier ones."""

    width: float
    height: float
    shapes: tuple[Shape, ...]

    @property
    def labels(self) -> tuple[Label, ...]:
        """The labels."""
        return tuple(shape for shape in self.shapes if isinstance(shape, Label))


def shortened(text: str, size: float, most: float, *, bold: bool = False) -> str:
    """The text where it is at most so wide, else its beginning and an ellipsis.

    >>> shortened("keep the fish sanctions", 10, 80)
    'keep the fish…'
    """
    if width(text, size, bold=bold) <= most:
        return text

    def cut(end: int) -> str:
        return text[:end].rstrip() + ELLIPSIS

    ends = range(1, len(text))
    longest = bisect_right(ends, most, key=lambda end: width(cut(end), size, bold=bold))
    found = cut(longest)
    space = found.rfind(" ", len(found) // 2)
    return found if space < 0 else found[:space].rstrip(" ,;:") + ELLIPSIS


def wrapped(text: str, size: float, most: float, lines: int, *, bold: bool = False) -> list[str]:
    """The text in lines of that width, at most so many, the last one shortened.

    >>> wrapped("keep all of the fish sanctions for now", 10, 80, 2)
    ['keep all of the', 'fish sanctions…']
    """
    found: list[str] = []
    rest = text
    while rest and len(found) < lines - 1:
        head, rest = _broken(rest, size, most, bold=bold)
        found.append(head)
    return [*found, shortened(rest, size, most, bold=bold)] if rest else found


def _broken(text: str, size: float, most: float, *, bold: bool) -> tuple[str, str]:
    if width(text, size, bold=bold) <= most:
        return text, ""
    ends = range(2, len(text))
    end = 1 + bisect_right(ends, most, key=lambda n: width(text[:n].rstrip(), size, bold=bold))
    space = text.rfind(" ", 0, end + 1)
    at = space if space > 0 else end
    return text[:at].rstrip(), text[at:].lstrip()

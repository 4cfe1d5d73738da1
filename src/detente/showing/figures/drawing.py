"""A drawing as a value: lines, frames, dots and labels, whose places a test can compare.

Coordinates are in units of about one CSS pixel, y downwards. Widths of words are those of Helvetica
(and of Arial and Liberation Sans, which copy them); a label whose script they cover is set to
exactly that width, whatever the font, so that what does not overlap here does not overlap anywhere.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

ELLIPSIS = "…"
# Advance widths of Helvetica in thousandths of an em: characters by width.
_WIDTHS = {
    191: "'", 222: "ijl‘’", 278: " \u00a0!,./:;I[]\\ft·|", 333: "()-r`“”", 355: '"', 389: "*",
    469: "^", 500: "cksvxyzJ", 537: "¶", 556: "#$0123456789?_abdeghnopquL–", 584: "+<=>~",
    611: "FTZ", 667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%", 944: "W",
    1000: "…—→←", 1015: "@",
}  # fmt: skip
_EM = {character: width / 1000 for width, characters in _WIDTHS.items() for character in characters}
_BOLD = 1.07  # of a bold letter, in regular ones
_OTHER_UPPER, _OTHER = 0.74, 0.6  # letters that Helvetica's table does not have
_KNOWN_SCRIPTS = (
    "LATIN",
    "GREEK",
    "CYRILLIC",
    "CJK",
    "HIRAGANA",
    "KATAKANA",
    "HANGUL",
    "FULLWIDTH",
)


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
    """A line through points, perhaps with an arrow at its end; `tone` says how it looks."""

    points: tuple[tuple[float, float], ...]
    arrow: bool = False
    dashed: bool = False
    tone: str = ""


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


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of words, in units; of scripts whose widths are not known, at most.

    >>> width("ferry", 10) < width("FERRY", 10) < width("渡船渡船渡船", 10)
    True
    """
    em = sum(_em(character) for character in text)
    return round(em * size * (_BOLD if bold else 1), 2)


@cache
def _em(character: str) -> float:
    base = unicodedata.normalize("NFD", character)[0]
    if base in _EM:
        return _EM[base]
    if unicodedata.combining(base):
        return 0
    if unicodedata.east_asian_width(base) in "WF" or ord(base) > 0x1F000:  # noqa: PLR2004 - emoji
        return 1.0 if is_known(base) else 1.4
    if not is_known(base):
        return 1.1  # from above
    return _OTHER_UPPER if base.isupper() else _OTHER


@cache
def is_known(character: str) -> bool:
    """Whether the width of a character is known, rather than an estimate from above."""
    if character.isascii() or unicodedata.normalize("NFD", character)[0] in _EM:
        return True
    return unicodedata.name(character, "").startswith(_KNOWN_SCRIPTS)


def shortened(text: str, size: float, most: float, *, bold: bool = False) -> str:
    """The text where it is at most so wide, else its beginning and an ellipsis.

    >>> shortened("keep the fish sanctions", 10, 80)
    'keep the fish…'
    """
    if width(text, size, bold=bold) <= most:
        return text
    for end in range(len(text) - 1, 0, -1):
        cut = text[:end].rstrip() + ELLIPSIS
        if width(cut, size, bold=bold) <= most:
            space = cut.rfind(" ", len(cut) // 2)
            return cut if space < 0 else cut[:space].rstrip(" ,;:") + ELLIPSIS
    return ELLIPSIS


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
    end = max(
        (n for n in range(1, len(text)) if width(text[:n].rstrip(), size, bold=bold) <= most),
        default=1,
    )
    space = text.rfind(" ", 0, end + 1)
    at = space if space > 0 else end
    return text[:at].rstrip(), text[at:].lstrip()

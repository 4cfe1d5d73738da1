"""Assumption bars: in how many open models a finding holds, from one case of each to the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.showing.figures.drawing import (
    Dot,
    Drawing,
    Frame,
    Label,
    Path,
    Shape,
    shortened,
)

WIDTH = 680.0
_SIZE, _ROW, _TOP = 10.4, 19.0, 22.0
_LEFT, _RIGHT = 330.0, 12.0  # of the scale from none to all


@dataclass(frozen=True, slots=True)
class Swing:
    """An assumption: its letter and words, and the share in each case; the first has a full dot."""

    letter: str
    words: str
    shares: tuple[float, ...]


SCALE = ("none", "half", "all")


def bars(share: float, swings: Sequence[Swing], scale: tuple[str, str, str] = SCALE) -> Drawing:
    """A bar an assumption, as long as what it decides; the line is the share over all models.

    `scale` has the words for none, half and all of the models.

    >>> drawing = bars(0.5, [Swing("A", "whether Norland sails", (1.0, 0.25))])
    >>> [label.text for label in drawing.labels]
    ['none', 'half', 'all', 'A', 'whether Norland sails']
    """
    height = _TOP + _ROW * len(swings) + 4
    shapes: list[Shape] = []
    for part, words, anchor in zip((0.0, 0.5, 1.0), scale, ("start", "middle", "end"), strict=True):
        shapes.append(Path(((_at(part), _TOP - 4), (_at(part), height)), tone="grid"))
        shapes.append(Label(_at(part), 12, words, _SIZE, anchor, "muted"))
    shapes.append(Path(((_at(share), _TOP - 4), (_at(share), height)), tone="rule", dashed=True))
    for row, swing in enumerate(swings):
        y = _TOP + _ROW * row
        base = round(y + 13, 1)
        letter = shortened(swing.letter, _SIZE, 16, bold=True)
        shapes.append(Label(0, base, letter, _SIZE, tone="strong"))
        shapes.append(Label(20, base, shortened(swing.words, _SIZE, _LEFT - 36), _SIZE))
        shapes += _swing(swing, round(y + _ROW / 2, 1))
    return Drawing(WIDTH, height, tuple(shapes))


def _at(share: float) -> float:
    return round(_LEFT + share * (WIDTH - _LEFT - _RIGHT), 1)


def _swing(swing: Swing, y: float) -> list[Shape]:
    if not swing.shares:
        return []
    low, high = _at(min(swing.shares)), _at(max(swing.shares))
    shapes: list[Shape] = []
    if high > low:
        shapes.append(Frame(low, y - 3, round(high - low, 1), 6, 0, "swing"))
    for number, share in reversed(list(enumerate(swing.shares))):
        shapes.append(Dot(_at(share), y, 4.4, "case" if number else "held"))
    return shapes

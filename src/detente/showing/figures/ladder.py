"""The ladder of wants: each party's wants by rank, and which of them each state fulfils."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.showing.figures.drawing import Dot, Drawing, Label, Path, Shape, shortened

WIDTH = 680.0
_SIZE, _ROW, _HEAD, _DOT = 10.4, 17.0, 20.0, 4.6
_RANK, _COLUMN = 24.0, 52.0


@dataclass(frozen=True, slots=True)
class Rung:
    """A want: its place, its words, and whether each state fulfils it."""

    rank: str
    words: str
    holds: tuple[bool, ...]
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """A party's ladder, the most important want on top."""

    party: str
    colour: int
    rungs: tuple[Rung, ...]


def ladder(heads: Sequence[str], sides: Sequence[Side]) -> Drawing:
    """Wants down, states across; a full dot is a want fulfilled, a cross one that is not.

    >>> drawing = ladder(["Today"], [Side("Norland", 0, (Rung("1", "to sail", (False,)),))])
    >>> [label.text for label in drawing.labels]
    ['Norland', 'Today', '1', 'to sail']
    """
    left = WIDTH - _COLUMN * len(heads)
    shapes: list[Shape] = []
    y = 0.0
    for side in sides:
        name = shortened(side.party, _SIZE, left - 8, bold=True)
        shapes.append(Label(0, y + 14, name, _SIZE, tone="strong", rank=side.colour))
        for place, head in enumerate(heads):
            words = shortened(head, _SIZE, _COLUMN - 4)
            x = round(left + _COLUMN * (place + 0.5), 1)
            shapes.append(Label(x, y + 14, words, _SIZE, "middle", "muted"))
        y += _HEAD
        shapes.append(Path(((0, y), (WIDTH, y)), tone="rule"))
        for rung in side.rungs:
            shapes += _rung(rung, left, y, side.colour)
            y += _ROW
        y += 6
    return Drawing(WIDTH, y + 2, tuple(shapes))


def _rung(rung: Rung, left: float, y: float, colour: int) -> list[Shape]:
    words = f"{rung.words}\u00a0?" if rung.assumed else rung.words
    base = round(y + 12.5, 1)
    shapes: list[Shape] = [
        Label(_RANK - 8, base, shortened(rung.rank, _SIZE, _RANK - 9), _SIZE, "end", "muted"),
        Label(_RANK, base, shortened(words, _SIZE, left - _RANK - 8), _SIZE),
        Path(((0, y + _ROW), (WIDTH, y + _ROW)), tone="grid"),
    ]
    for place, holds in enumerate(rung.holds):
        x, middle = round(left + _COLUMN * (place + 0.5), 1), round(y + _ROW / 2, 1)
        if holds:
            shapes.append(Dot(x, middle, _DOT, "held", rank=colour))
        else:
            far = 3.2
            shapes += [
                Path(((x - far, middle - far), (x + far, middle + far)), tone="cross"),
                Path(((x - far, middle + far), (x + far, middle - far)), tone="cross"),
            ]
    return shapes

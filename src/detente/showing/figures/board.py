"""The options board: options down, states across, a full square where the option is taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.showing.figures.drawing import (
    Drawing,
    Frame,
    Label,
    Path,
    Shape,
    shortened,
    wrapped,
)
from detente.showing.figures.faces import width

WIDTH = 680.0
_SIZE, _ROW, _LINE, _SQUARE = 10.4, 18.0, 13.0, 11.0
_NAME, _COLUMN = 118.0, 52.0
_HEAD_LINES = 2


@dataclass(frozen=True, slots=True)
class Choice:
    """A row of the board: whose option it is, its words, and its value in each state."""

    party: str
    rank: int
    words: str
    values: tuple[bool, ...]


def board(heads: Sequence[str], choices: Sequence[Choice]) -> Drawing:
    """Options and states, close to the words; what differs from the first state has a ring.

    >>> drawing = board(["Today", "Way 1"], [Choice("Norland", 0, "sail", (False, True))])
    >>> [label.text for label in drawing.labels]
    ['Today', 'Way 1', 'Norland', 'sail']
    """
    names = _fitted([choice.party for choice in choices], _NAME - 16, bold=True) + 16
    most = WIDTH - _COLUMN * len(heads)
    left = names + _fitted([choice.words for choice in choices], most - names - 8) + 8
    end = left + _COLUMN * len(heads)
    shapes: list[Shape] = []
    for place, head in enumerate(heads):
        x = round(left + _COLUMN * (place + 0.5), 1)
        lines = wrapped(head, _SIZE, _COLUMN - 6, _HEAD_LINES)
        for number, line in enumerate(lines):
            y = 11 + _LINE * (number + _HEAD_LINES - len(lines))
            shapes.append(Label(x, y, line, _SIZE, "middle", "muted"))
    top = _LINE * _HEAD_LINES + 6
    before = ""
    for row, choice in enumerate(choices):
        y = top + _ROW * row
        is_first = choice.party != before
        shapes.append(Path(((0, y), (end, y)), tone="rule" if is_first else "grid"))
        if is_first:
            name = shortened(choice.party, _SIZE, names - 16, bold=True)
            shapes.append(Label(0, round(y + 12.5, 1), name, _SIZE, tone="strong"))
        words = shortened(choice.words, _SIZE, left - names - 8)
        shapes.append(Label(names, round(y + 12.5, 1), words, _SIZE))
        shapes += _values(choice, left, y)
        before = choice.party
    return Drawing(WIDTH, top + _ROW * len(choices) + 2, tuple(shapes))


def _fitted(texts: Iterable[str], most: float, *, bold: bool = False) -> float:
    """The room that the longest of some texts takes, at most so much."""
    return round(min(most, max(width(text, _SIZE, bold=bold) for text in texts) + 0.1), 1)


def _values(choice: Choice, left: float, y: float) -> list[Shape]:
    shapes: list[Shape] = []
    for place, value in enumerate(choice.values):
        x = round(left + _COLUMN * (place + 0.5) - _SQUARE / 2, 1)
        top = round(y + (_ROW - _SQUARE) / 2, 1)
        if value != choice.values[0]:
            shapes.append(Frame(x - 2.5, top - 2.5, _SQUARE + 5, _SQUARE + 5, 4, "ring"))
        tone = "yes" if value else "no"
        shapes.append(Frame(x, top, _SQUARE, _SQUARE, 2, tone, rank=choice.rank))
    return shapes

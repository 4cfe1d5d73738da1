"""The timeline: one row an event, a bar as long as its date is uncertain."""

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
from detente.showing.figures.faces import width
from detente.showing.words.dates import Stretch

WIDTH = 260.0
_EDGE, _ROW, _TOP, _GAP = 3.0, 16.0, 18.0, 5.0
_SIZE = 10.4
_LEAST_BAR = 7.0
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000)
_MOST_TICKS = 4


@dataclass(frozen=True, slots=True)
class Moment:
    """What the timeline shows of an event: its words, and when it was (None: undated)."""

    words: str
    when: Stretch | None


@dataclass(frozen=True, slots=True)
class _Axis:
    start: float
    end: float

    def at(self, year: float) -> float:
        share = (year - self.start) / (self.end - self.start)
        return round(_EDGE + share * (WIDTH - 2 * _EDGE), 1)


def timeline(moments: Sequence[Moment]) -> Drawing:
    """Events on an axis, in the order given; an uncertain date is a bar, an undated one is dashed.

    >>> timeline([Moment("Islands occupied", Stretch(1945, 1946))]).labels[-1].text
    'Islands occupied'
    """
    axis = _axis([moment.when for moment in moments if moment.when])
    height = _TOP + _ROW * len(moments) + 2
    shapes: list[Shape] = [*_scale(axis, height)] if axis else []
    for number, moment in enumerate(moments):
        shapes += _row(moment, axis, _TOP + _ROW * number)
    return Drawing(WIDTH, height, tuple(shapes))


def _axis(stretches: Sequence[Stretch]) -> _Axis | None:
    if not stretches:
        return None
    start, end = min(s.start for s in stretches), max(s.end for s in stretches)
    longest = max(s.end - s.start for s in stretches)
    room = max((end - start) * 0.04, 0.02, longest - (end - start) / 2)
    return _Axis(start - room, end + room)


def _scale(axis: _Axis, height: float) -> list[Shape]:
    base = _TOP - 4
    shapes: list[Shape] = [Path(((_EDGE, base), (WIDTH - _EDGE, base)), tone="rule")]
    taken = 0.0
    for year, words in _ticks(axis):
        x = axis.at(year)
        label = Label(x, base - 4, words, _SIZE, "middle", "muted")
        if label.box.x < taken or label.box.x + label.box.width > WIDTH:
            continue
        taken = label.box.x + label.box.width + 6
        shapes += [Path(((x, base), (x, height - 2)), tone="grid"), label]
    return shapes


def _ticks(axis: _Axis) -> list[tuple[float, str]]:
    span = axis.end - axis.start
    if span < 2:  # noqa: PLR2004 - under two years: months
        months = range(int(axis.start * 12) + 1, int(axis.end * 12) + 1)
        every = 1 + len(months) // _MOST_TICKS
        return [(m / 12, f"{m // 12}-{m % 12 + 1:02}") for m in months if m % every == 0]
    step = next((step for step in _STEPS if span / step <= _MOST_TICKS), _STEPS[-1])
    first = -(-int(axis.start) // step) * step
    return [(float(year), str(year)) for year in range(first, int(axis.end) + 1, step)]


def _row(moment: Moment, axis: _Axis | None, top: float) -> list[Shape]:
    middle = top + _ROW / 2
    if moment.when is None or axis is None:
        bar = Frame(_EDGE, middle - 5, 14, 10, 5, "when", dashed=True)
        return [bar, _beside(moment.words, bar.x, bar.x + bar.width, middle)]
    left, right = axis.at(moment.when.start), axis.at(moment.when.end)
    if moment.when.exact:
        x = round((left + right) / 2, 1)
        return [Dot(x, middle, 3.5, "when"), _beside(moment.words, x - 4, x + 4, middle)]
    if right - left < _LEAST_BAR:
        left, right = (left + right - _LEAST_BAR) / 2, (left + right + _LEAST_BAR) / 2
    left, right = round(max(left, 0), 1), round(min(right, WIDTH), 1)
    bar = Frame(left, middle - 5, round(right - left, 1), 10, 3, "when")
    return [bar, _beside(moment.words, left, right, middle)]


def _beside(words: str, left: float, right: float, middle: float) -> Label:
    """The words right of the mark, or left of it, or shortened where there is most room."""
    rooms = {"start": WIDTH - right - _GAP, "end": left - _GAP}
    needed = width(words, _SIZE)
    anchor = next((a for a, room in rooms.items() if room >= needed), None)
    anchor = anchor or max(rooms, key=lambda name: rooms[name])
    if rooms[anchor] < min(needed, WIDTH / 3):  # a bar nearly as wide as the frame: inside it
        return Label(left + 4, middle + 3.5, shortened(words, _SIZE, right - left - 8), _SIZE)
    x = right + _GAP if anchor == "start" else left - _GAP
    return Label(round(x, 1), middle + 3.5, shortened(words, _SIZE, rooms[anchor]), _SIZE, anchor)

"""The graph of the conflict: states on the lattice of options, and who would rather be where.

A row has the states with so many options changed from today; a line joins two states that differ in
one option, in the colour of the party whose option it is, and its arrow points to the state that
this party prefers and can move to. So no line passes a state, however many there are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from detente.showing.figures.drawing import Box, Drawing, Frame, Label, Path, Shape, shortened
from detente.showing.figures.faces import width

WIDTH = 680.0
_NODE, _GAP, _ROW = 16.0, 5.0, 54.0  # a state's height, the least between two, from row to row
_MOST_WIDE = 64.0
_SIZE, _SMALL, _KEY = 10.0, 7.5, 10.4
_EDGE = 4.0


@dataclass(frozen=True, slots=True)
class State:
    """A state on the graph: its letters, the number it has in the table, and what it is."""

    letters: str
    number: int
    today: bool = False
    settled: bool = False
    equilibrium: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Two states that differ in one option; `arrow` where its party prefers the second."""

    start: str
    end: str
    rank: int
    arrow: bool = False
    deterred: bool = False


@dataclass(frozen=True, slots=True)
class Legend:
    """What the looks of states and lines mean; `numbers` where states have these for letters."""

    today: str = "today"
    settled: str = "would count as settled"
    lasts: str = "would last"
    way: str = "the first way out"
    lines: str = (
        "a line changes one option; its arrow points to what the party of that colour prefers"
    )
    numbers: str = f"{lines}; numbers are those of the table"


def graph(
    states: Sequence[State],
    lines: Sequence[Line],
    way: Sequence[str] = (),
    legend: Legend | None = None,
) -> Drawing:
    """The graph of the conflict; `way` are the states of an unlocking path, today first.

    >>> two = [State("N", 1, today=True), State("Y", 2, settled=True)]
    >>> drawing = graph(two, [Line("N", "Y", 0, arrow=True)])
    >>> [label.text for label in drawing.labels][:2]
    ['N', 'Y']
    """
    rows = _rows(states, lines)
    if not rows:
        return Drawing(WIDTH, _KEY, ())
    places = _places(rows)
    height = _ROW * len(rows)
    shapes: list[Shape] = [_way(places, way)] if len(way) > 1 else []
    shapes += [_line(places, line) for line in lines]
    room = min(box.width for box in places.values()) - 4
    spelled = all(width(s.letters, _SMALL, bold=s.today) <= room for s in states)
    for state in sorted(states, key=lambda s: s.letters):
        text = state.letters if spelled else str(state.number)
        shapes += _state(state, places[state.letters], text)
    keys, bottom = _key(states, way, height, legend or Legend(), spelled=spelled)
    return Drawing(WIDTH, bottom, (*shapes, *keys))


# Places -----------------------------------------------------------------------------------------


def _rows(states: Sequence[State], lines: Sequence[Line]) -> list[list[str]]:
    """States by the number of options changed from today, each near those that it is joined to."""
    today = next((state.letters for state in states if state.today), "")
    rows: dict[int, list[str]] = {}
    for state in sorted(states, key=lambda s: s.letters):
        changed = sum(one != two for one, two in zip(state.letters, today, strict=False))
        rows.setdefault(changed, []).append(state.letters)
    joined: dict[str, list[str]] = {state.letters: [] for state in states}
    for line in lines:
        joined[line.start].append(line.end)
        joined[line.end].append(line.start)
    ordered = [rows[changed] for changed in sorted(rows)]
    for above, below in pairwise(ordered):
        share = {letters: (place + 0.5) / len(above) for place, letters in enumerate(above)}
        below.sort(key=lambda letters: (_mean(letters, joined, share), letters))
    return ordered


def _mean(letters: str, joined: Mapping[str, Sequence[str]], share: Mapping[str, float]) -> float:
    near = [share[other] for other in joined[letters] if other in share]
    return round(sum(near) / len(near), 6) if near else 0.5


def _places(rows: Sequence[Sequence[str]]) -> dict[str, Box]:
    found: dict[str, Box] = {}
    for row, members in enumerate(rows):
        step = min((WIDTH - 2 * _EDGE) / len(members), _MOST_WIDE + 40)
        wide = min(step - _GAP, _MOST_WIDE)
        left = WIDTH / 2 - step * len(members) / 2
        for place, letters in enumerate(members):
            x = left + step * (place + 0.5) - wide / 2
            found[letters] = Box(round(x, 1), _ROW * row + 6, round(wide, 1), _NODE)
    return found


# Shapes -----------------------------------------------------------------------------------------


def _line(places: Mapping[str, Box], line: Line) -> Path:
    start, end = places[line.start], places[line.end]
    points = (_port(start, end), _port(end, start))
    return Path(points, arrow=line.arrow, dashed=line.deterred, tone="move", rank=line.rank)


def _port(box: Box, other: Box) -> tuple[float, float]:
    """The middle of the side that looks to the other state."""
    return round(box.x + box.width / 2, 1), box.y + (box.height if other.y > box.y else 0)


def _way(places: Mapping[str, Box], way: Sequence[str]) -> Path:
    boxes = [places[letters] for letters in way]
    points = tuple((round(box.x + box.width / 2, 1), box.y + box.height / 2) for box in boxes)
    return Path(points, tone="way")


def _state(state: State, box: Box, text: str) -> list[Shape]:
    tone = "today" if state.today else "settled" if state.settled else "state"
    shapes: list[Shape] = [Frame(box.x, box.y, box.width, box.height, _round(state), tone)]
    if state.equilibrium:
        outer = Box(box.x - 2.5, box.y - 2.5, box.width + 5, box.height + 5)
        ring = Frame(outer.x, outer.y, outer.width, outer.height, _round(state) + 2, "ring")
        shapes.insert(0, ring)
    size = _fitted(text, box.width - 4, bold=state.today)
    middle = round(box.x + box.width / 2, 1)
    y = round(box.y + box.height / 2 + size * 0.36, 1)
    shapes.append(Label(middle, y, text, size, "middle", "badge" if state.today else ""))
    return shapes


def _round(state: State) -> float:
    return 8.0 if state.settled else 2.0


def _fitted(text: str, room: float, *, bold: bool) -> float:
    """The largest of the sizes in which a text fits, or the one in which it does."""
    for size in (_SIZE, _SMALL):
        if width(text, size, bold=bold) <= room:
            return size
    return round(room / max(width(text, 1, bold=bold), 0.1) - 0.05, 1)


# The key ----------------------------------------------------------------------------------------


def _key(
    states: Sequence[State],
    way: Sequence[str],
    top: float,
    legend: Legend,
    *,
    spelled: bool,
) -> tuple[list[Shape], float]:
    """What the looks of states and lines mean, as far as the drawing has them."""
    looks = [
        (legend.today, State("", 0, today=True), True),
        (legend.settled, State("", 0, settled=True), any(s.settled for s in states)),
        (legend.lasts, State("", 0, equilibrium=True), any(s.equilibrium for s in states)),
    ]
    shapes: list[Shape] = []
    x, y = _EDGE, top + 4
    for words, state, shown in looks:
        if shown:
            sample = Box(x + 3, y, 20, 11)
            shapes += _state(state, sample, "")[:-1]
            shapes.append(Label(x + 30, y + 9, words, _KEY, tone="muted"))
            x = round(x + 30 + width(words, _KEY) + 18, 1)
    if way:
        shapes.append(Path(((x, y + 5.5), (x + 22, y + 5.5)), tone="way"))
        told = shortened(legend.way, _KEY, WIDTH - x - 28)
        shapes.append(Label(x + 28, y + 9, told, _KEY, tone="muted"))
    told = shortened(legend.lines if spelled else legend.numbers, _KEY, WIDTH - 2 * _EDGE)
    shapes.append(Label(_EDGE, y + 26, told, _KEY, tone="muted"))
    return shapes, y + 32

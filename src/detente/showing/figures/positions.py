"""The map of positions: who asks what of whom that is not so today."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import cos, hypot, pi, sin

from detente.showing.figures.drawing import (
    Box,
    Dot,
    Drawing,
    Frame,
    Label,
    Path,
    Shape,
    shortened,
    wrapped,
)

WIDTH = 260.0
_SIZE, _LINE = 10.4, 12.5
_MOST_LINES = 10  # of demands in one direction, between two parties
_KEYS = 12  # lines of the key, among several parties


@dataclass(frozen=True, slots=True)
class Node:
    """A party on the map; `rank` gives its colour."""

    id: str
    words: str
    rank: int


@dataclass(frozen=True, slots=True)
class Demand:
    """What one party asks of another; `assumed` where no sentence says so."""

    asker: str
    asked: str
    words: str
    assumed: bool = False


@dataclass(frozen=True)
class Legend:
    """What the map says in words of its own: the last two tell how many things have no room."""

    asks: str = "asks ↓   of →"
    nothing: tuple[str, str] = ("asks nothing new", "of the other")
    more: Callable[[int], str] = "and {} more".format
    more_in_table: Callable[[int], str] = "and {} more, in the table".format


Arrow = tuple[str, str]


def positions(
    nodes: Sequence[Node],
    demands: Sequence[Demand],
    keys: int = _KEYS,
    legend: Legend | None = None,
) -> Drawing:
    """Parties as frames, demands as arrows: between two written out, among more with a key.

    >>> two = [Node("a", "Norland", 0), Node("b", "Sudmark", 1)]
    >>> [label.text for label in positions(two, [Demand("a", "b", "pay the dues")]).labels]
    ['Norland', 'Sudmark', 'pay the dues']
    """
    arrows: dict[Arrow, list[Demand]] = {}
    for demand in demands:
        arrows.setdefault((demand.asker, demand.asked), []).append(demand)
    words = legend or Legend()
    if len(nodes) <= 2:  # noqa: PLR2004 - a pair
        return _pair(nodes, arrows, words)
    return _several(nodes, arrows, keys, words)


# Two parties ------------------------------------------------------------------------------------

_SIDE = 70.0  # the width of a party's frame
_MIDDLE = WIDTH - 2 * _SIDE
_APART, _PART = "", 4.0  # between two demands


def _pair(
    nodes: Sequence[Node], arrows: Mapping[Arrow, Sequence[Demand]], words: Legend
) -> Drawing:
    ids = [node.id for node in nodes]
    there = _lines(arrows.get((ids[0], ids[-1]), ()), words) if len(ids) > 1 else []
    back = _lines(arrows.get((ids[-1], ids[0]), ()), words) if len(ids) > 1 else []
    tall = _tall(there) + _tall(back)
    height = max(64.0, 34 + tall)
    split = 12 + _tall(there) + (height - 34 - tall) / 2
    left, right = _SIDE + 4, WIDTH - _SIDE - 4
    shapes: list[Shape] = []
    for node, x in zip(nodes, (0.0, WIDTH - _SIDE), strict=False):
        shapes += _party(node, Box(x, 0, _SIDE, height))
    if there:
        shapes.append(Path(((left, split), (right, split)), arrow=True, tone="arrow"))
        shapes += _column(there, split - 6 - _tall(there) + _LINE)
    if back:
        shapes.append(Path(((right, split + 10), (left, split + 10)), arrow=True, tone="arrow"))
        shapes += _column(back, split + 10 + _LINE)
    if not there and not back and len(ids) > 1:
        shapes += _column(words.nothing, height / 2 - 2)
    return Drawing(WIDTH, height, tuple(shapes))


def _lines(demands: Sequence[Demand], words: Legend) -> list[str]:
    """Demands in lines of the middle column; what does not fit is counted."""
    found: list[str] = []
    for number, demand in enumerate(demands):
        lines = wrapped(_told(demand), _SIZE, _MIDDLE - 10, 3)
        if len(found) + len(lines) > _MOST_LINES - (number < len(demands) - 1):
            return [*found, _APART, words.more(len(demands) - number)]
        found += [_APART, *lines] if found else lines
    return found


def _tall(lines: Sequence[str]) -> float:
    return sum(_PART if line == _APART else _LINE for line in lines)


def _told(demand: Demand) -> str:
    return f"{demand.words}\u00a0?" if demand.assumed else demand.words


def _column(lines: Sequence[str], first: float) -> list[Shape]:
    shapes: list[Shape] = []
    for number, line in enumerate(lines):
        y = round(first + _tall(lines[:number]), 1)
        if line != _APART:
            shapes.append(Label(WIDTH / 2, y, line, _SIZE, "middle"))
    return shapes


def _room(box: Box) -> int:
    """How many lines of a name a frame has room for."""
    if box.height < _TALL:
        return _SHORT_NAME + (box.height > _NODE[1])
    return _SHORT_NAME + 2


_TALL = 64.0


def _party(node: Node, box: Box) -> list[Shape]:
    lines = wrapped(node.words, _SIZE, box.width - 6, _room(box), bold=True)
    first = box.y + box.height / 2 + 4 - 6.5 * (len(lines) - 1)
    frame = Frame(box.x + 1, box.y + 1, box.width - 2, box.height - 2, 6, "party", rank=node.rank)
    return [
        frame,
        *(
            Label(
                round(box.x + box.width / 2, 1),
                round(first + 13 * n, 1),
                line,
                _SIZE,
                "middle",
                "strong",
            )
            for n, line in enumerate(lines)
        ),
    ]


# Several parties --------------------------------------------------------------------------------

_NODE = (92.0, 30.0)
_SHORT_NAME = 2  # lines of a name that a frame has room for, if all names are short
_BADGE = 8.0
_RING = 6  # parties on a ring; more stand in a table
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class _Place:
    """An arrow on the map: its line, and where its number stands."""

    line: tuple[tuple[float, float], ...]
    badge: Box
    assumed: bool


def _several(
    nodes: Sequence[Node], arrows: Mapping[Arrow, Sequence[Demand]], most: int, words: Legend
) -> Drawing:
    """A ring where every number finds a place of its own, else a table of who asks whom."""
    known = {node.id for node in nodes}
    drawn = {pair: arrows[pair] for pair in arrows if set(pair) <= known}
    boxes = _around(nodes)
    places = _placed(boxes, drawn) if len(nodes) <= _RING else None
    if places is not None:
        shapes, bottom = _ring(nodes, boxes, places)
    else:
        shapes, bottom = _grid(nodes, drawn, words.asks)
    keys = [
        f"{number}  {'; '.join(_told(demand) for demand in drawn[pair])}"
        for number, pair in enumerate(drawn, 1)
    ]
    shapes += _key(keys, bottom, most, words)
    last = max((shape.y for shape in shapes if isinstance(shape, Label)), default=bottom)
    return Drawing(WIDTH, round(max(last, bottom) + 6, 1), tuple(shapes))


def _placed(
    boxes: Mapping[str, Box], arrows: Mapping[Arrow, Sequence[Demand]]
) -> list[_Place] | None:
    """A line and a place for its number for each arrow; None where one finds no place."""
    found: list[_Place] = []
    frame = Box(0, 0, WIDTH, max(box.y + box.height for box in boxes.values()))
    for pair, demands in arrows.items():
        line = _between(boxes[pair[0]], boxes[pair[1]], apart=4.5 if pair[::-1] in arrows else 0)
        taken = [*boxes.values(), *(place.badge for place in found)]
        badge = _badge(line, taken, frame)
        if badge is None:
            return None
        found.append(_Place(line, badge, all(demand.assumed for demand in demands)))
    return found


def _ring(
    nodes: Sequence[Node], boxes: Mapping[str, Box], places: Sequence[_Place]
) -> tuple[list[Shape], float]:
    shapes: list[Shape] = [
        Path(place.line, arrow=True, dashed=place.assumed, tone="arrow") for place in places
    ]
    for number, place in enumerate(places, 1):
        shapes += _number(number, *_centre(place.badge))
    for node in nodes:
        shapes += _party(node, boxes[node.id])
    return shapes, max(box.y + box.height for box in boxes.values()) + 4


def _number(number: int, x: float, y: float) -> list[Shape]:
    return [
        Dot(x, y, _BADGE, "badge"),
        Label(x, round(y + 3.7, 1), str(number), _SIZE, "middle", "badge"),
    ]


_COLUMN, _HEAD, _CELL = 17.0, 16.0, 17.0  # of the table of who asks whom


def _grid(
    nodes: Sequence[Node], arrows: Mapping[Arrow, Sequence[Demand]], asks: str
) -> tuple[list[Shape], float]:
    """Who asks, down; who is asked, across, by the number of its row."""
    wide = min(_COLUMN, (WIDTH - 100) / len(nodes))
    left = WIDTH - wide * len(nodes)
    rows = {node.id: row for row, node in enumerate(nodes)}
    shapes: list[Shape] = [Label(2, 11, shortened(asks, _SIZE, left - 6), _SIZE, tone="muted")]
    for row, node in enumerate(nodes):
        y = _HEAD + _CELL * row
        name = shortened(f"{_LETTERS[row % 26]}  {node.words}", _SIZE, left - 6, bold=True)
        shapes += [
            Path(((0, y), (WIDTH, y)), tone="grid"),
            Label(2, round(y + 12.5, 1), name, _SIZE, tone="strong"),
            Label(
                round(left + wide * (row + 0.5), 1),
                11,
                _LETTERS[row % 26],
                _SIZE,
                "middle",
                "muted",
            ),
        ]
    for number, (asker, asked) in enumerate(arrows, 1):
        x = left + wide * (rows[asked] + 0.5)
        shapes += _number(number, round(x, 1), round(_HEAD + _CELL * (rows[asker] + 0.5), 1))
    return shapes, _HEAD + _CELL * len(nodes) + 2


def _around(nodes: Sequence[Node]) -> dict[str, Box]:
    """Places on an ellipse, from the top, clockwise."""
    wide, high = _NODE
    names = [wrapped(node.words, _SIZE, wide - 8, 3, bold=True) for node in nodes]
    high += _LINE * any(len(lines) > _SHORT_NAME for lines in names)
    count = len(nodes)
    diamond = 16 * (count == 4)  # noqa: PLR2004 - a corner of it is near two others
    radius_x, radius_y = (WIDTH - wide) / 2, 26.0 + 8 * count + diamond
    found = {}
    for number, node in enumerate(nodes):
        angle = -pi / 2 + 2 * pi * number / count
        x = WIDTH / 2 + radius_x * cos(angle) - wide / 2
        y = radius_y + radius_y * sin(angle)
        found[node.id] = Box(round(x, 1), round(y, 1), wide, high)
    top = min(box.y for box in found.values())
    return {name: Box(box.x, round(box.y - top, 1), wide, high) for name, box in found.items()}


def _between(start: Box, end: Box, apart: float) -> tuple[tuple[float, float], ...]:
    """A line from frame to frame, a little aside where one comes back."""
    (x1, y1), (x2, y2) = _centre(start), _centre(end)
    length = hypot(x2 - x1, y2 - y1) or 1.0
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    dx, dy = -uy * apart, ux * apart
    first, last = _exit(start, ux, uy), _exit(end, ux, uy)
    return (
        (round(x1 + dx + ux * first, 1), round(y1 + dy + uy * first, 1)),
        (round(x2 + dx - ux * last, 1), round(y2 + dy - uy * last, 1)),
    )


def _centre(box: Box) -> tuple[float, float]:
    return box.x + box.width / 2, box.y + box.height / 2


def _exit(box: Box, ux: float, uy: float) -> float:
    """How far it is from the centre of a frame to a little outside it."""
    far = (
        (box.width / 2) / abs(ux) if ux else float("inf"),
        (box.height / 2) / abs(uy) if uy else float("inf"),
    )
    return min(far) + 3


def _badge(line: tuple[tuple[float, float], ...], taken: Sequence[Box], frame: Box) -> Box | None:
    """A place for a number on a line that covers nothing else, near its middle if there is one."""
    places = (_on(line, share, aside) for share, aside in _tries())
    return next(
        (
            box
            for box in places
            if box.within(frame) and not any(box.overlaps(other) for other in taken)
        ),
        None,
    )


def _tries() -> Iterator[tuple[float, float]]:
    shares = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)
    for aside, share in product((0.0, 5.0, -5.0), shares):
        yield share, aside


def _on(line: tuple[tuple[float, float], ...], share: float, aside: float) -> Box:
    (x1, y1), (x2, y2) = line
    length = hypot(x2 - x1, y2 - y1) or 1.0
    x = x1 + (x2 - x1) * share - (y2 - y1) / length * aside
    y = y1 + (y2 - y1) * share + (x2 - x1) / length * aside
    return Box(round(x - _BADGE, 1), round(y - _BADGE, 1), 2 * _BADGE, 2 * _BADGE)


def _key(keys: Sequence[str], top: float, most: int, words: Legend) -> list[Shape]:
    """What the numbers stand for, in so many lines: two each where there is room, else one."""
    lines = [line for key in keys for line in wrapped(key, _SIZE, WIDTH - 4, 2)]
    if len(lines) > most:
        lines = [shortened(key, _SIZE, WIDTH - 4) for key in keys]
    if len(lines) > most:
        lines[most - 1 :] = [words.more_in_table(len(lines) - most + 1)]
    return [Label(2, round(top + 12 + _LINE * n, 1), line, _SIZE) for n, line in enumerate(lines)]

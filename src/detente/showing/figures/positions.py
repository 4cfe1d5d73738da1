"""The map of positions: who asks what of whom that is not so today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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


Arrow = tuple[str, str]


def positions(nodes: Sequence[Node], demands: Sequence[Demand], keys: int = _KEYS) -> Drawing:
    """Parties as frames, demands as arrows: between two written out, among more with a key.

    >>> two = [Node("a", "Norland", 0), Node("b", "Sudmark", 1)]
    >>> [label.text for label in positions(two, [Demand("a", "b", "pay the dues")]).labels]
    ['Norland', 'Sudmark', 'pay the dues']
    """
    arrows: dict[Arrow, list[Demand]] = {}
    for demand in demands:
        arrows.setdefault((demand.asker, demand.asked), []).append(demand)
    return _pair(nodes, arrows) if len(nodes) <= 2 else _ring(nodes, arrows, keys)  # noqa: PLR2004 - a pair


# Two parties ------------------------------------------------------------------------------------

_SIDE = 66.0  # the width of a party's frame
_MIDDLE = WIDTH - 2 * _SIDE


def _pair(nodes: Sequence[Node], arrows: Mapping[Arrow, Sequence[Demand]]) -> Drawing:
    ids = [node.id for node in nodes]
    there = _lines(arrows.get((ids[0], ids[-1]), ())) if len(ids) > 1 else []
    back = _lines(arrows.get((ids[-1], ids[0]), ())) if len(ids) > 1 else []
    height = max(64.0, 34 + _LINE * (len(there) + len(back)))
    split = 12 + _LINE * len(there) + (height - 34 - _LINE * (len(there) + len(back))) / 2
    left, right = _SIDE + 4, WIDTH - _SIDE - 4
    shapes: list[Shape] = []
    for node, x in zip(nodes, (0.0, WIDTH - _SIDE), strict=False):
        shapes += _party(node, Box(x, 0, _SIDE, height))
    if there:
        shapes.append(Path(((left, split), (right, split)), arrow=True, tone="arrow"))
        shapes += _column(there, split - 6 - _LINE * (len(there) - 1))
    if back:
        shapes.append(Path(((right, split + 10), (left, split + 10)), arrow=True, tone="arrow"))
        shapes += _column(back, split + 10 + _LINE)
    if not there and not back and len(ids) > 1:
        shapes += _column(["asks nothing new", "of the other"], height / 2 - 2)
    return Drawing(WIDTH, height, tuple(shapes))


def _lines(demands: Sequence[Demand]) -> list[str]:
    """Demands in lines of the middle column; what does not fit is counted."""
    found: list[str] = []
    for number, demand in enumerate(demands):
        lines = wrapped(_told(demand), _SIZE, _MIDDLE - 10, 3)
        if len(found) + len(lines) > _MOST_LINES - (number < len(demands) - 1):
            return [*found, f"and {len(demands) - number} more"]
        found += lines
    return found


def _told(demand: Demand) -> str:
    return f"{demand.words} ?" if demand.assumed else demand.words


def _column(lines: Sequence[str], first: float) -> list[Shape]:
    return [
        Label(WIDTH / 2, round(first + _LINE * number, 1), line, _SIZE, "middle")
        for number, line in enumerate(lines)
    ]


def _party(node: Node, box: Box) -> list[Shape]:
    lines = wrapped(node.words, _SIZE, box.width - 8, 3 if box.height > 50 else 2, bold=True)  # noqa: PLR2004
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

_NODE = (84.0, 30.0)
_BADGE = 7.5


def _ring(nodes: Sequence[Node], arrows: Mapping[Arrow, Sequence[Demand]], most: int) -> Drawing:
    boxes = _around(nodes)
    ring = max(box.y + box.height for box in boxes.values()) + 4
    shapes: list[Shape] = []
    badges: list[Box] = []
    keys: list[str] = []
    known = [pair for pair in arrows if pair[0] in boxes and pair[1] in boxes]
    for number, pair in enumerate(known, 1):
        line = _between(boxes[pair[0]], boxes[pair[1]], apart=4.5 if pair[::-1] in arrows else 0)
        assumed = all(demand.assumed for demand in arrows[pair])
        shapes.append(Path(line, arrow=True, dashed=assumed, tone="arrow"))
        badges.append(_badge(line, [*boxes.values(), *badges]))
        said = "; ".join(_told(demand) for demand in arrows[pair])
        keys.append(f"{number}  {said}")
    for number, box in enumerate(badges, 1):
        x, y = box.x + box.width / 2, box.y + box.height / 2
        shapes += [
            Dot(x, y, _BADGE, "badge"),
            Label(x, round(y + 3.2, 1), str(number), 9, "middle", "badge"),
        ]
    for node in nodes:
        shapes += _party(node, boxes[node.id])
    shapes += _key(keys, ring, most)
    last = max(shape.y for shape in shapes if isinstance(shape, Label))
    return Drawing(WIDTH, round(max(last, ring) + 6, 1), tuple(shapes))


def _around(nodes: Sequence[Node]) -> dict[str, Box]:
    """Places on an ellipse, from the top, clockwise."""
    wide, high = _NODE
    count = len(nodes)
    radius_x, radius_y = (WIDTH - wide) / 2, 26.0 + 8 * count
    found = {}
    for number, node in enumerate(nodes):
        angle = -pi / 2 + 2 * pi * number / count + (pi / count if count == 4 else 0)  # noqa: PLR2004
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


def _badge(line: tuple[tuple[float, float], ...], taken: Sequence[Box]) -> Box:
    """A place for a number on a line that covers nothing else, near its middle if there is one."""
    places = [_on(line, share, aside) for share, aside in _tries()]
    free = (box for box in places if not any(box.overlaps(other) for other in taken))
    return next(free, places[0])


def _tries() -> Iterator[tuple[float, float]]:
    shares = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)
    for aside, share in product((0.0, 6.0, -6.0, 12.0, -12.0, 18.0, -18.0), shares):
        yield share, aside


def _on(line: tuple[tuple[float, float], ...], share: float, aside: float) -> Box:
    (x1, y1), (x2, y2) = line
    length = hypot(x2 - x1, y2 - y1) or 1.0
    x = x1 + (x2 - x1) * share - (y2 - y1) / length * aside
    y = y1 + (y2 - y1) * share + (x2 - x1) / length * aside
    return Box(round(x - _BADGE, 1), round(y - _BADGE, 1), 2 * _BADGE, 2 * _BADGE)


def _key(keys: Sequence[str], top: float, most: int) -> list[Shape]:
    lines: list[str] = []
    for number, key in enumerate(keys):
        more = wrapped(key, _SIZE, WIDTH - 4, 2)
        if len(lines) + len(more) > most - (number < len(keys) - 1):
            lines.append(f"and {len(keys) - number} more, in the table")
            break
        lines += more
    return [
        Label(2, round(top + 12 + _LINE * n, 1), shortened(line, _SIZE, WIDTH - 4), _SIZE)
        for n, line in enumerate(lines)
    ]

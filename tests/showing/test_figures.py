"""Figures, by geometry: no two labels overlap, nothing leaves its frame, whatever the names."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import made

from detente.showing import blocks as b
from detente.showing.figures.drawing import Box, Dot, Frame, Path
from detente.showing.figures.positions import Demand, Node, positions
from detente.showing.figures.timeline import Moment, timeline
from detente.showing.words.dates import Stretch

WORDS = (
    "pay",
    "lift the sanctions on fish and on everything that swims near the harbour",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "南クリル諸島の領有権問題について平和条約交渉の中で協議することに同意する",
    "الاعتراف بالحدود البحرية والانسحاب من الجزر المتنازع عليها قبل نهاية العام",
    "🇺🇳🕊️🤝",
    "i",
    "W" * 60,
    "",
)
texts = st.sampled_from(WORDS) | st.text(max_size=60)
moments = st.builds(
    Moment,
    texts,
    st.none()
    | st.builds(
        lambda start, length, exact: Stretch(start, start + length, exact),
        st.floats(1, 9990),
        st.sampled_from((1 / 366, 1 / 12, 1, 50, 900)),
        st.booleans(),
    ),
)


def sound(drawing):
    frame = Box(-0.5, -0.5, drawing.width + 1, drawing.height + 1)
    labels = [label for label in drawing.labels if label.text.strip()]
    for label in labels:
        assert label.box.within(frame), label
    for one, other in combinations(labels, 2):
        assert not one.box.overlaps(other.box), (one, other)
    for shape in drawing.shapes:
        match shape:
            case Frame():
                assert shape.box.within(frame)
            case Dot(x, y, radius):
                assert Box(x - radius, y - radius, 2 * radius, 2 * radius).within(frame), shape
            case Path(points):
                assert all(Box(x, y, 0, 0).within(frame) for x, y in points), shape


@given(st.lists(moments, max_size=9))
def test_timeline(found):
    sound(timeline(found))


@given(st.integers(1, 8), st.data())
def test_map_of_positions(count, data):
    nodes = [Node(str(n), data.draw(texts), n) for n in range(count)]
    pairs = [(str(m), str(n)) for m in range(count) for n in range(count) if m != n]
    chosen = data.draw(st.lists(st.sampled_from(pairs), max_size=24)) if pairs else []
    demands = [Demand(*pair, data.draw(texts), data.draw(st.booleans())) for pair in chosen]
    sound(positions(nodes, demands))


def test_figures_of_every_case(case):
    for section in made(case).sections:
        for block in section.blocks:
            if isinstance(block, b.Figure):
                sound(block.drawing)
                assert block.title
                assert block.twin.head


@pytest.mark.parametrize("count", range(3, 7))
def test_numbers_on_arrows_cover_no_party(count):
    nodes = [Node(str(n), f"Party {n}", n) for n in range(count)]
    pairs = [(str(m), str(n)) for m in range(count) for n in range(count) if m != n]
    drawing = positions(nodes, [Demand(*pair, "pay") for pair in pairs])
    frames = [shape.box for shape in drawing.shapes if isinstance(shape, Frame)]
    dots = [
        Box(shape.x - shape.radius, shape.y - shape.radius, 2 * shape.radius, 2 * shape.radius)
        for shape in drawing.shapes
        if isinstance(shape, Dot)
    ]
    assert len(dots) == len(pairs)
    assert not any(dot.overlaps(frame) for dot in dots for frame in frames)
    assert not any(one.overlaps(other) for one, other in combinations(dots, 2))

"""Figures, by geometry: no two labels overlap, nothing leaves its frame, whatever the names."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import made

import strategies
from detente.dispute.file import loads
from detente.showing import blocks as b
from detente.showing.asks import asks
from detente.showing.brief import brief, findings
from detente.showing.figures.bars import Swing, bars
from detente.showing.figures.board import Choice, board
from detente.showing.figures.drawing import Box, Dot, Frame, Path
from detente.showing.figures.graph import Line, State, graph
from detente.showing.figures.ladder import Rung, Side, ladder
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


@given(st.integers(1, 16), st.data())
def test_graph(options, data):
    letters = st.text("NY", min_size=options, max_size=options)
    names = sorted(data.draw(st.sets(letters, min_size=1, max_size=min(64, 2**options))))
    flags = st.booleans()
    states = [
        State(
            name, number, today=number == 1, settled=data.draw(flags), equilibrium=data.draw(flags)
        )
        for number, name in enumerate(names, 1)
    ]
    near = [
        (one, two)
        for one, two in combinations(names, 2)
        if sum(a != b for a, b in zip(one, two, strict=True)) == 1
    ]
    lines = [Line(*pair, number % 6, data.draw(flags)) for number, pair in enumerate(near)]
    drawing = graph(states, lines, names[:2])
    sound(drawing)
    boxes = [
        shape.box for shape in drawing.shapes if isinstance(shape, Frame) if shape.tone != "ring"
    ]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    assert {label.text for label in drawing.labels} >= {str(s.number) for s in states} or {
        label.text for label in drawing.labels
    } >= set(names)


@given(st.integers(1, 8), st.lists(st.tuples(texts, texts), min_size=1, max_size=16), st.data())
def test_options_board(across, rows, data):
    flags = st.tuples(*[st.booleans()] * across)
    choices = [Choice(name, n % 7, words, data.draw(flags)) for n, (name, words) in enumerate(rows)]
    sound(board([data.draw(texts) for _ in range(across)], choices))


@given(
    st.integers(1, 5),
    st.lists(st.tuples(texts, st.lists(texts, max_size=9)), max_size=6),
    st.data(),
)
def test_ladder_of_wants(across, sides, data):
    heads = [data.draw(texts) for _ in range(across)]
    ladders = [
        Side(name, n, tuple(Rung(str(m), words, (m % 2 == 0,) * across, m % 3 == 0)
                            for m, words in enumerate(wants, 1)))
        for n, (name, wants) in enumerate(sides)
    ]  # fmt: skip
    sound(ladder(heads, ladders))


@given(st.floats(0, 1), st.lists(st.builds(
    Swing, st.sampled_from(["A", "AB", "ZZZZ"]), texts,
    st.lists(st.floats(0, 1), max_size=6).map(tuple)), max_size=12))  # fmt: skip
def test_assumption_bars(share, swings):
    sound(bars(share, swings))


@pytest.mark.parametrize("part", range(8))
def test_figures_of_random_disputes(share, part):
    """Two thousand in the soak, in parts that several processes may take."""
    rng = Random(f"figures {part}")
    for _ in range(share(250, 2)):
        limits = {"parties": (2, 6), "options": (3, 9), "wants": (1, 7)}
        dispute = loads(strategies.as_yaml(strategies.random_dispute(rng, **limits)))
        drawn = [
            block for block in blocks(quickly(renamed(dispute, rng))) if isinstance(block, b.Figure)
        ]
        wanted = any(party.ordered_wants for party in dispute.parties)
        assert len(drawn) >= 2 + wanted + bool(asks(dispute))
        for block in drawn:
            sound(block.drawing)


def quickly(dispute):
    """The brief with ways out as far as they are found in a second: what is drawn must fit anyway.

    Its file is not written: no figure shows it, and it would cost more than they do.
    """
    return brief(dispute, findings(dispute, time_limit=1), source="detente: 1")


def renamed(dispute, rng):
    """The dispute with names and labels that are long, or in other scripts."""
    parties = tuple(
        replace(
            party,
            name=rng.choice(WORDS),
            options=tuple(replace(option, label=rng.choice(WORDS)) for option in party.options),
        )
        for party in dispute.parties
    )
    return replace(dispute, parties=parties)


def blocks(brief):
    return [block for section in brief.sections for block in section.blocks]


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

"""The graph of the conflict: the states, who prefers which of two that differ in one option."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.analysis.graph_model import GraphModel
from detente.showing.blocks import Block, Figure, Line, Paragraph, Row, Section, Table, Text
from detente.showing.figures import graph as drawn
from detente.showing.page import Page
from detente.showing.words.tables import CONCEPTS
from detente.showing.words.tongue import mark

MOST = 64  # states on the graph
_SPELLED = 6  # states that the title names


def section(page: Page) -> Section | None:
    """The graph, of all states where they are few, else of those that matter most."""
    if not page.dispute.options:
        return None
    shown = _shown(page)
    states = _states(page, shown)
    lines = tuple(_lines(page, shown))
    way = _way(page, shown)
    folded = page.findings.stability.model.space.count - len(shown)
    title = _title(page, states, lines)
    blocks: list[Block] = [
        Figure(title, drawn.graph(states, lines, way, _legend(page)), _twin(page, states, lines))
    ]
    if folded > 0:
        told = page.many(
            "{n} state left out: neither near today, nor settled, nor lasting.",
            "{n} states left out: neither near today, nor settled, nor lasting.",
            folded,
        )
        blocks.append(Paragraph((Text(told),), "note"))
    return Section("graph", page.say("The graph of the conflict"), tuple(blocks))


def _legend(page: Page) -> drawn.Legend:
    return drawn.Legend(
        page.say("today"),
        page.say("would count as settled"),
        page.say("would last"),
        page.say("the first way out"),
        page.say(
            "a line changes one option; its arrow points to what the party of that colour prefers"
        ),
        page.say(
            "a line changes one option; its arrow points to what the party of that colour prefers; "
            "numbers are those of the table"
        ),
    )


def _shown(page: Page) -> tuple[str, ...]:
    """The states to draw, in the order of their letters."""
    found = page.findings
    space = found.stability.model.space
    if space.count <= MOST:
        return space.listed(space.possible)
    today = space.status_quo
    near = [letters for bit in space.bits.values() if space.possible[today ^ bit]
            for letters in (space.letters(today ^ bit),)]  # fmt: skip
    lasting = found.stability.equilibria(found.explanation.concept)
    wanted = (
        page.dispute.status_quo,
        *found.shown_states,
        *_path(page),
        *near,
        *space.listed(lasting & found.settlements),
        *space.listed(lasting),
        *space.listed(found.settlements),
    )
    return tuple(sorted(tuple(dict.fromkeys(wanted))[:MOST]))


def _path(page: Page) -> tuple[str, ...]:
    """The states that the first way out passes through, today first."""
    if not page.findings.ways:
        return ()
    steps = page.findings.ways[0].path
    passed = [letters for step in steps for letters in (*step.through, step.to)]
    return (page.dispute.status_quo, *passed) if passed else ()


def _way(page: Page, shown: Sequence[str]) -> tuple[str, ...]:
    path = _path(page)
    return path if set(path) <= set(shown) else ()


def _states(page: Page, shown: Sequence[str]) -> tuple[drawn.State, ...]:
    found = page.findings
    space = found.stability.model.space
    lasting = found.stability.equilibria(found.explanation.concept)
    return tuple(
        drawn.State(
            letters,
            number,
            today=letters == page.dispute.status_quo,
            settled=found.settles(letters),
            equilibrium=bool(lasting[space.index(letters)]),
        )
        for number, letters in enumerate(shown, 1)
    )


def _lines(page: Page, shown: Sequence[str]) -> Iterator[drawn.Line]:
    """A line for each two states that differ in one option, towards the one that is preferred."""
    model = page.findings.stability.model
    deterred = _deterred(page)
    known = set(shown)
    for letters in shown:
        state = model.space.index(letters)
        for option, bit in zip(model.space.options, model.space.bits.values(), strict=True):
            other = state ^ bit
            if state < other and model.space.letters(other) in known:
                line = _line(model, option.party, state, other, page.voice.ranks[option.party])
                if line:
                    stopped = (line.start, line.end) in deterred
                    yield drawn.Line(line.start, line.end, line.rank, line.arrow, stopped)


def _line(model: GraphModel, party: str, low: int, high: int, rank: int) -> drawn.Line | None:
    place = model.place[party]
    for start, end in ((low, high), (high, low)):
        if end in model.improvements(place, start):
            return drawn.Line(
                model.space.letters(start), model.space.letters(end), rank, arrow=True
            )
    if high in model.moves(place, low) or low in model.moves(place, high):
        return drawn.Line(model.space.letters(low), model.space.letters(high), rank)
    return None


def _deterred(page: Page) -> set[tuple[str, str]]:
    found = page.findings.explanation
    return {
        (found.state, step.to)
        for verdict in found.verdicts[found.concept].values()
        for step in verdict.improvements
        if step.sanction is not None
    }


def _title(page: Page, states: Sequence[drawn.State], lines: Sequence[drawn.Line]) -> str:
    gains = sum(line.arrow for line in lines)
    lasting = [state.letters for state in states if state.equilibrium]
    concept = CONCEPTS[page.findings.explanation.concept][0]
    named = page.many("{n} state", "{n} states", len(lasting))
    if 0 < len(lasting) <= _SPELLED:
        named = page.tongue.listed(lasting)
    message = mark(
        "{states}, today {today}; {gains} of {lines} are improvements by one option; {lasting} "
        "would last ({concept})."
    )
    return page.say(
        message,
        states=page.many("{n} state", "{n} states", len(states)),
        today=page.dispute.status_quo,
        gains=str(gains),
        lines=page.many("{n} line", "{n} lines", len(lines)),
        lasting=named,
        concept=concept,
    )


def _twin(page: Page, states: Sequence[drawn.State], lines: Sequence[drawn.Line]) -> Table:
    by_rank = {rank: page.voice.naming(party).label for party, rank in page.voice.ranks.items()}
    gains: dict[str, list[str]] = {}
    for line in lines:
        if line.arrow:
            told = f"{by_rank[line.rank]} → {line.end}"
            stopped = page.say("{move}, deterred", move=told) if line.deterred else told
            gains.setdefault(line.start, []).append(stopped)
    rows = tuple(
        Row(
            (
                (Text(state.letters, "code"),),
                (Text(str(state.number)),),
                _is(page, state),
                (
                    Text(
                        page.tongue.semicolon.join(gains.get(state.letters, ())) or page.say("none")
                    ),
                ),
            )
        )
        for state in states
    )
    head = (
        page.say("State"),
        page.say("Number"),
        page.say("What it is"),
        page.say("Improvements by one option"),
    )
    caption = page.say("The states, and who would improve on each by one option")
    return Table(caption, head, rows)


def _is(page: Page, state: drawn.State) -> Line:
    told = [
        words
        for words, holds in (
            (page.say("today"), state.today),
            (page.say("would count as settled"), state.settled),
            (page.say("would last"), state.equilibrium),
        )
        if holds
    ]
    return (Text(", ".join(told) or "–"),)

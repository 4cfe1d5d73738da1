"""Every state and verdict: which hold, under which way of reckoning with the others' answers."""

from __future__ import annotations

from collections.abc import Iterator

from detente.analysis.verdicts import Improvement
from detente.showing.blocks import Block, Figure, Paragraph, Row, Section, Table, Text
from detente.showing.figures.board import Choice, board
from detente.showing.page import Page
from detente.showing.words.grammar import capitalised
from detente.showing.words.tables import CONCEPTS

_MOST = 64  # states in the table; beyond, those that matter
_COLUMNS = 8  # states on the options board


def verdicts(page: Page) -> Section | None:
    """Today, party by party: each improvement, and the answer that deters it."""
    if not page.dispute.options:
        return None
    found = page.findings.explanation
    rows = [
        Row(
            (
                (page.name(verdict.party),),
                (Text(capitalised(page.voice.by(verdict.party, found.state, step.to))),),
                (Text(_answer(page, step)),),
            )
        )
        for verdict in found.verdicts[found.concept].values()
        for step in verdict.improvements
    ]
    blocks: list[Block] = [_concepts(page)]
    if rows:
        concept = CONCEPTS[found.concept][0]
        caption = page.say("What each party could gain by alone ({concept})", concept=concept)
        head = (page.say("Party"), page.say("Would gain by"), page.say("The answer that deters it"))
        blocks.append(Table(caption, head, tuple(rows), shown_caption=True))
    else:
        text = page.say("No party would gain by anything that it could do alone.")
        blocks.append(Paragraph((Text(text),)))
    title = page.say("Today, under each way of reckoning with answers")
    return Section("verdicts", title, tuple(blocks))


def _answer(page: Page, step: Improvement) -> str:
    if step.sanction is None:
        return page.say("none: nothing deters it")
    moves, before = [], step.to
    for move in step.sanction.path:
        moves += page.voice.changes(before, move.to)
        before = move.to
    return capitalised(page.tongue.then(moves))


def _concepts(page: Page) -> Table:
    rows = []
    for name, holds in page.findings.explanation.equilibrium.items():
        title, means = CONCEPTS[name]
        chosen = name == page.findings.explanation.concept
        states = int(page.findings.stability.equilibria(name).sum())
        rows.append(
            Row(
                (
                    (Text(title, "strong" if chosen else ""),),
                    (Text(page.say(means)),),
                    (Text(page.say("yes" if holds else "no")),),
                    (Text(page.tongue.number(states)),),
                ),
                tone="chosen" if chosen else "",
            )
        )
    head = (
        page.say("Concept"),
        page.say("What it supposes"),
        page.say("Does today hold?"),
        page.say("States that hold"),
    )
    return Table(page.say("Whether today holds"), head, tuple(rows))


def section(page: Page) -> Section | None:
    """The states: all of them where they are few, else those that matter."""
    if not page.dispute.options:
        return None
    space = page.findings.stability.model.space
    states = space.listed(space.possible) if space.count <= _MOST else tuple(_notable(page))
    folded = space.count - len(states)
    rows = tuple(_row(page, state) for state in states)
    order = [_short(page, place) for place in range(len(page.dispute.options))]
    text = page.many(
        "{n} state can happen, written as a letter an option in this order: {order}.",
        "{n} states can happen, written as a letter an option in this order: {order}.",
        space.count,
        order=page.tongue.listed(order),
    )
    if folded:
        left = page.many(
            "{n} that neither holds nor settles anything is left out here.",
            "{n} that neither hold nor settle anything are left out here.",
            folded,
        )
        text = f"{text} {left}"
    head = (
        page.say("State"),
        page.say("What is different from today"),
        page.say("Settled"),
        page.say("Holds under"),
    )
    table = Table(page.say("The states"), head, rows, look="states")
    title = page.say("States and verdicts")
    return Section("states", title, (_board(page), Paragraph((Text(text),)), table))


def _short(page: Page, place: int) -> str:
    option = page.dispute.options[place]
    return f"{place + 1} {page.voice.phrase(option.atom).plain}"


def _notable(page: Page) -> Iterator[str]:
    """Today, the settlements and the equilibria, at most so many, in the order of their letters."""
    found = page.findings
    space = found.stability.model.space
    mask = found.settlements.copy()
    for name in found.stability.stable:
        mask |= found.stability.equilibria(name)
    mask[space.status_quo] = True
    states = space.listed(mask)
    keep = {page.dispute.status_quo, *found.shown_states, *states[:_MOST]}
    yield from sorted(keep)


def _row(page: Page, state: str) -> Row:
    found = page.findings
    index = found.stability.model.space.index(state)
    under = [
        CONCEPTS[name][0]
        for name in found.stability.stable
        if found.stability.equilibria(name)[index]
    ]
    today = state == page.dispute.status_quo
    return Row(
        (
            (Text(state, "code"),),
            (Text(page.say("today") if today else capitalised(page.voice.state(state))),),
            (Text(page.say("yes" if found.settlements[index] else "no")),),
            (Text(", ".join(under) if under else page.say("none")),),
        ),
        anchor=f"s-{state}",
        tone="chosen" if today else "",
    )


def _board(page: Page) -> Figure:
    """The options board: options down, the states that matter across."""
    shown = _across(page)
    choices = tuple(
        Choice(
            page.voice.naming(option.party).label,
            page.voice.ranks[option.party],
            page.voice.phrase(option.atom).plain,
            tuple(state[place] == "Y" for state in shown.values()),
        )
        for place, option in enumerate(page.dispute.options)
    )
    rows = tuple(
        Row(
            (
                (page.name(option.party), Text(f" {choice.words}")),
                *((Text(page.say("yes") if value else "–"),) for value in choice.values),
            )
        )
        for option, choice in zip(page.dispute.options, choices, strict=True)
    )
    caption = page.say("The options board: today, where it heads, and where the ways out lead")
    twin = Table(caption, (page.say("Option"), *shown), rows, shown_caption=True)
    return Figure(f"{caption}.", board(tuple(shown), choices), twin)


def _across(page: Page) -> dict[str, str]:
    """The states of the board by what they are called: at most so many."""
    found = page.findings
    named: dict[str, list[str]] = {page.dispute.status_quo: [page.say("today")]}
    for number, way in enumerate(found.ways, 1):
        named.setdefault(way.state, []).append(page.say("way {number}", number=number))
    for state in found.explanation.heads_to:
        named.setdefault(state, []).append(page.say("heads to"))
    columns: dict[str, str] = {}
    for state, names in list(named.items())[:_COLUMNS]:
        name = capitalised(", ".join(names))
        columns[name if name not in columns else f"{name} {state}"] = state
    return columns

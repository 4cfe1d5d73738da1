"""The model in full: every party, option and want, what cannot happen, what was left out."""

from __future__ import annotations

from collections.abc import Iterator

from detente.dispute.model import AnyOrder, Party, Want
from detente.showing.blocks import (
    Block,
    Figure,
    Item,
    Items,
    Line,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
)
from detente.showing.figures.ladder import Rung, Side, ladder
from detente.showing.page import Page
from detente.showing.references import option_anchor, want_anchor
from detente.showing.words.grammar import capitalised
from detente.showing.words.names import clean
from detente.showing.words.tables import CAN, PARTIES, ROLES
from detente.showing.words.tongue import mark

_SHOWN_RANKS = 24
_LADDER_WAYS = 4


def section(page: Page) -> Section:
    """Goal, options, wants, parties and what cannot happen, each with what it rests on."""
    blocks: list[Block] = [_goal(page)]
    if page.dispute.options:
        blocks.append(_options(page))
    blocks += [_wants(page, party) for party in page.dispute.parties if party.wants]
    if any(party.wants for party in page.dispute.parties):
        blocks += _ladder(page)
    blocks += [_ranking(page, party) for party in page.dispute.parties if party.ranking is not None]
    blocks.append(_parties(page))
    if page.dispute.infeasible:
        blocks.append(_infeasible(page))
    return Section("model", page.say("The model in full"), tuple(blocks))


def _goal(page: Page) -> Items:
    goal = page.dispute.resolution
    if goal is None:
        words = page.say("The file does not say what would count as settled.")
        return Items((Item((Text(words),), "goal"),))
    line = page.woven(
        mark("What would count as settled: {clause}{support}."),
        clause=page.voice.clause(goal.formula),
        support=page.references.support(goal.because, assumed=goal.assumed, whole=True),
    )
    return Items((Item(line, "goal"),))


def _options(page: Page) -> Table:
    rows = tuple(
        Row(
            (
                (page.name(option.party),),
                (
                    Text(page.voice.phrase(option.atom).plain),
                    *page.references.support(option.because, whole=True),
                ),
                (Text(page.say("yes" if option.status_quo else "no")),),
                (Text(page.say(CAN[option.can])),),
            ),
            anchor=option_anchor(option),
        )
        for option in page.dispute.options
    )
    head = (page.say("Party"), page.say("Can"), page.say("Today"), page.say("Change"))
    return Table(page.say("What each party can do"), head, rows, shown_caption=True)


def _wants(page: Page, party: Party) -> Table:
    rows = tuple(
        Row(
            ((Text(str(index)),), _want(page, party.id, want, note)),
            anchor=want_anchor(party.id, index),
        )
        for index, (want, note) in enumerate(_noted(page, party), 1)
    )
    caption = page.many(
        "What {name} wants, the most important first",
        "What {name} want, the most important first",
        page.voice.count(party.id),
        name=page.voice.name(party.id),
    )
    head = (page.say("Rank"), page.say("Want"))
    return Table(caption, head, rows, shown_caption=True, look="ranks")


def _ladder(page: Page) -> list[Block]:
    """Which wants today fulfils, and which the first ways out."""
    found = page.findings
    space = found.stability.model.space
    shown = {page.say("Today"): page.dispute.status_quo}
    for number, way in enumerate(found.ways[:_LADDER_WAYS], 1):
        shown[page.say("Way {number}", number=number)] = way.state
    sides, rows = [], []
    for party in page.dispute.parties:
        rungs = []
        for index, want in enumerate(party.ordered_wants, 1):
            truth = space.holds(want.formula)
            holds = tuple(bool(truth[space.index(state)]) for state in shown.values())
            words = page.voice.wish(party.id, want.formula)
            rungs.append(Rung(str(index), words, holds, want.assumed))
            told = tuple((Text(page.say("yes" if value else "no")),) for value in holds)
            rows.append(
                Row(((page.name(party.id), Text(f" {index}{page.tongue.colon}{words}")), *told))
            )
        if rungs:
            label = page.voice.naming(party.id).label
            sides.append(Side(label, page.voice.ranks[party.id], tuple(rungs)))
    caption = page.say("Which wants today fulfils, and which the ways out")
    twin = Table(caption, (page.say("Want"), *shown), tuple(rows))
    title = page.say(
        "Which wants today fulfils, and which the ways out: a dot where it is fulfilled, a cross "
        "where it is not."
    )
    note = Paragraph((Text(title),), "note")
    return [note, Figure(title, ladder(tuple(shown), sides), twin)]


def _noted(page: Page, party: Party) -> Iterator[tuple[Want, str]]:
    for entry in party.wants:
        if isinstance(entry, AnyOrder):
            yield from ((want, page.say("order unknown")) for want in entry.wants)
        else:
            yield entry, ""


def _want(page: Page, party: str, want: Want, order: str) -> Line:
    words = Text(capitalised(page.voice.wish(party, want.formula)))
    notes = [
        order,
        _cost(page, want) if want.cost != 1 else "",
        " ".join((want.note or "").split()),
    ]
    told = page.tongue.semicolon.join(note for note in notes if note)
    support = page.references.support(want.because, assumed=want.assumed, whole=True)
    return (words, *support, *((Text(f" ({told})", "muted"),) if told else ()))


def _cost(page: Page, want: Want) -> str:
    return page.say("giving it up is taken to cost {cost}", cost=page.tongue.figure(want.cost))


def _ranking(page: Page, party: Party) -> Table:
    ranks = party.ranking or ()
    rows = [
        Row(((Text(str(place)),), (Text(_tied(page, tied)),)))
        for place, tied in enumerate(ranks[:_SHOWN_RANKS], 1)
    ]
    if len(ranks) > _SHOWN_RANKS:
        more = page.many("{n} more rank", "{n} more ranks", len(ranks) - _SHOWN_RANKS)
        rows.append(Row(((Text("…"),), (Text(more),))))
    caption = page.many(
        "What {name} prefers, best first",
        "What {name} prefer, best first",
        page.voice.count(party.id),
        name=page.voice.name(party.id),
    )
    head = (page.say("Rank"), page.say("State"))
    return Table(caption, head, tuple(rows), shown_caption=True, look="ranks")


def _tied(page: Page, tied: tuple[str, ...]) -> str:
    """States that are liked alike."""
    told, *rest = map(page.voice.state, tied)
    for other in rest:
        told = page.say("{before}; or {last}", before=told, last=other)
    return told


def _parties(page: Page) -> Table:
    rows = tuple(
        Row(
            (
                (page.name(party.id), *page.references.refs(party.because, whole=True)),
                (Text(_role(page, party)),),
            ),
            anchor=f"p-{party.id}",
        )
        for party in page.dispute.parties
    )
    head = (page.say("Party"), page.say("Role"))
    return Table(page.say("Who is in the file"), head, rows, shown_caption=True)


def _role(page: Page, party: Party) -> str:
    """What a party is, for whom it speaks, and how else it is called."""
    named = page.tongue.listed([clean(alias) for alias in party.aliases])
    speaks = page.voice.name(party.speaks_for) if party.speaks_for else ""
    parts = (
        page.say_in("a party", PARTIES[party.type]) if party.type else "",
        page.say(ROLES[party.role]) if party.role else "",
        page.say("speaks for {name}", name=speaks) if speaks else "",
        page.say("also {names}", names=named) if named else "",
    )
    return ", ".join(part for part in parts if part)


def _infeasible(page: Page) -> Items:
    return Items(
        tuple(
            Item(
                page.woven(
                    mark("It cannot be that {clause}{support}."),
                    clause=page.voice.clause(pattern.when),
                    support=page.references.support(pattern.because, whole=True),
                ),
                f"i-{number}",
            )
            for number, pattern in enumerate(page.dispute.infeasible, 1)
        )
    )

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
from detente.showing.words.concessions import in_figures
from detente.showing.words.grammar import capitalised, listed
from detente.showing.words.names import clean
from detente.showing.words.tables import CAN, ROLES

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
    return Section("model", "The model in full", tuple(blocks))


def _goal(page: Page) -> Items:
    goal = page.dispute.resolution
    if goal is None:
        return Items((Item((Text("The file does not say what would count as settled."),), "goal"),))
    support = page.references.support(goal.because, assumed=goal.assumed)
    words = Text(f"What would count as settled: {page.voice.clause(goal.formula)}")
    return Items((Item((words, *support, Text(".")), "goal"),))


def _options(page: Page) -> Table:
    rows = tuple(
        Row(
            (
                (page.name(option.party),),
                (
                    Text(page.voice.phrase(option.atom).infinitive()),
                    *page.references.support(option.because),
                ),
                (Text("yes" if option.status_quo else "no"),),
                (Text(CAN[option.can]),),
            ),
            anchor=option_anchor(option),
        )
        for option in page.dispute.options
    )
    head = ("Party", "Can", "Today", "Change")
    return Table("What each party can do", head, rows, shown_caption=True)


def _wants(page: Page, party: Party) -> Table:
    rows = tuple(
        Row(
            ((Text(str(index)),), _want(page, party.id, want, note)),
            anchor=want_anchor(party.id, index),
        )
        for index, (want, note) in enumerate(_noted(party), 1)
    )
    wanting = f"{page.voice.name(party.id)} {page.voice.verb(party.id, 'want')}"
    caption = f"What {wanting}, the most important first"
    return Table(caption, ("Rank", "Want"), rows, shown_caption=True, look="ranks")


def _ladder(page: Page) -> list[Block]:
    """Which wants today fulfils, and which the first ways out."""
    found = page.findings
    space = found.stability.model.space
    shown = {"Today": page.dispute.status_quo}
    for number, way in enumerate(found.ways[:_LADDER_WAYS], 1):
        shown[f"Way {number}"] = way.state
    sides, rows = [], []
    for party in page.dispute.parties:
        rungs = []
        for index, want in enumerate(party.ordered_wants, 1):
            truth = space.holds(want.formula)
            holds = tuple(bool(truth[space.index(state)]) for state in shown.values())
            words = page.voice.wish(party.id, want.formula)
            rungs.append(Rung(str(index), words, holds, want.assumed))
            told = tuple((Text("yes" if value else "no"),) for value in holds)
            rows.append(Row(((page.name(party.id), Text(f" {index}: {words}")), *told)))
        if rungs:
            label = page.voice.naming(party.id).label
            sides.append(Side(label, page.voice.ranks[party.id], tuple(rungs)))
    caption = "Which wants today fulfils, and which the ways out"
    twin = Table(caption, ("Want", *shown), tuple(rows))
    title = f"{caption}: a dot where it is fulfilled, a cross where it is not."
    note = Paragraph((Text(title),), "note")
    return [note, Figure(title, ladder(tuple(shown), sides), twin)]


def _noted(party: Party) -> Iterator[tuple[Want, str]]:
    for entry in party.wants:
        if isinstance(entry, AnyOrder):
            yield from ((want, "order unknown") for want in entry.wants)
        else:
            yield entry, ""


def _want(page: Page, party: str, want: Want, order: str) -> Line:
    words = Text(capitalised(page.voice.wish(party, want.formula)))
    notes = [
        order,
        f"giving it up is taken to cost {in_figures(want.cost)}" if want.cost != 1 else "",
        " ".join((want.note or "").split()),
    ]
    told = "; ".join(note for note in notes if note)
    support = page.references.support(want.because, assumed=want.assumed)
    return (words, *support, *((Text(f" ({told})", "muted"),) if told else ()))


def _ranking(page: Page, party: Party) -> Table:
    ranks = party.ranking or ()
    rows = [
        Row(((Text(str(place)),), (Text("; or ".join(page.voice.state(s) for s in tied)),)))
        for place, tied in enumerate(ranks[:_SHOWN_RANKS], 1)
    ]
    if len(ranks) > _SHOWN_RANKS:
        rows.append(Row(((Text("…"),), (Text(f"{len(ranks) - _SHOWN_RANKS} more ranks"),))))
    caption = f"What {page.voice.name(party.id)} {page.voice.verb(party.id, 'prefer')}, best first"
    return Table(caption, ("Rank", "State"), tuple(rows), shown_caption=True, look="ranks")


def _parties(page: Page) -> Table:
    rows = tuple(
        Row(
            (
                (page.name(party.id), *page.references.refs(party.because)),
                (Text(_role(page, party)),),
            ),
            anchor=f"p-{party.id}",
        )
        for party in page.dispute.parties
    )
    return Table("Who is in the file", ("Party", "Role"), rows, shown_caption=True)


def _role(page: Page, party: Party) -> str:
    """What a party is, for whom it speaks, and how else it is called."""
    named = listed([clean(alias) for alias in party.aliases])
    speaks = f"speaks for {page.voice.name(party.speaks_for)}" if party.speaks_for else ""
    parts = (party.type, ROLES.get(party.role or ""), speaks, f"also {named}" if named else "")
    return ", ".join(part for part in parts if part)


def _infeasible(page: Page) -> Items:
    return Items(
        tuple(
            Item(
                (
                    Text(f"It cannot be that {page.voice.clause(pattern.when)}"),
                    *page.references.support(pattern.because),
                    Text("."),
                ),
                f"i-{number}",
            )
            for number, pattern in enumerate(page.dispute.infeasible, 1)
        )
    )

"""Which states hold in a dispute of any size: numbers, and the first of them by their letters."""

from __future__ import annotations

from detente.analysis.single import Single
from detente.analysis.solutions import Solution
from detente.dispute.model import Dispute
from detente.showing.blocks import Brief, Paragraph, Row, Section, Table, Text
from detente.showing.words.names import clean
from detente.showing.words.tables import CONCEPTS

_FIRST = 3  # states shown of each concept


def holding(dispute: Dispute, found: Solution) -> Brief:
    """The states that hold, in numbers.

    Examples
    --------
    >>> from detente.analysis.solutions import solve
    >>> from detente.dispute.file import loads
    >>> dispute = loads("{detente: 1, title: T, parties: {a: {options: {x: }, wants: [a.x]}}}")
    >>> table = holding(dispute, solve(dispute, ["nash"])).sections[0].blocks[1]
    >>> [run.text for cell in table.rows[0].cells for run in cell]
    ['Nash', 'no', '1', 'Y']
    """
    rows = []
    for name in found.concepts:
        count = found.count(name)
        first = ", ".join(found.listed(name, limit=_FIRST)) + (", …" if count > _FIRST else "")
        today = "yes" if found.holds(name, dispute.status_quo) else "no"
        cells = (CONCEPTS[name][0], today, f"{count:,}", first)
        rows.append(Row(tuple((Text(cell),) for cell in cells)))
    head = ("Concept", "Does today hold?", "States that hold", "The first of them")
    options, movers = len(dispute.options), len(found.parties)
    text = (
        f"{found.states:,} feasible states over {options} options of {movers} decision makers, "
        f"by the {found.engine} engine."
    )
    table = Table("Which states hold", head, tuple(rows))
    section = Section("holding", "Which states hold", (Paragraph((Text(text),)), table))
    return Brief(clean(dispute.title), (), (section,), ())


def verdicts(dispute: Dispute, found: Single) -> Brief:
    """Whether one state of a dispute of any size holds: for whom, under which concept."""
    rows = []
    for name, verdict_of in found.verdicts.items():
        leaves = [party for party, verdict in verdict_of.items() if not verdict.stable]
        who = ", ".join(dispute.party(party).name for party in leaves) or "nobody"
        holds = "no" if leaves else "yes"
        rows.append(Row(tuple((Text(cell),) for cell in (CONCEPTS[name][0], holds, who))))
    head = ("Concept", "Does it hold?", "Who would leave it")
    note = Paragraph((Text(f"The state {found.state}, by the symbolic engine."),))
    table = Table("Whether the state holds", head, tuple(rows))
    section = Section("holding", "Whether the state holds", (note, table))
    return Brief(clean(dispute.title), (), (section,), ())

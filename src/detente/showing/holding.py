"""Which states hold in a dispute of any size: numbers, and the first of them by their letters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from detente.analysis.solutions import Solution
from detente.dispute.model import Dispute
from detente.showing.answers import Asked
from detente.showing.blocks import Brief, Paragraph, Row, Section, Table, Text
from detente.showing.words.names import clean
from detente.showing.words.tables import CONCEPTS
from detente.showing.words.tongue import ENGLISH, Tongue

if TYPE_CHECKING:
    from detente.analysis.single import Single  # brings solvers, which few verbs ask

_FIRST = 3  # states shown of each concept


def holding(
    dispute: Dispute,
    found: Solution,
    tongue: Tongue = ENGLISH,
    asked: Asked = Asked(_FIRST),  # noqa: B008
) -> Brief:
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
    rows, meant = [], asked.of(found)
    for name in found.concepts:
        count = meant.count(name)
        told = asked.told(meant, name)[: asked.sample or _FIRST]
        first = ", ".join(told) + (", …" if count > len(told) else "")
        today = tongue.say("yes" if found.holds(name, dispute.status_quo) else "no")
        cells = (CONCEPTS[name][0], today, tongue.number(count), first)
        rows.append(Row(tuple((Text(cell),) for cell in cells)))
    head = (
        tongue.say("Concept"),
        tongue.say("Does today hold?"),
        tongue.say("States that hold"),
        tongue.say("Drawn of them") if asked.sample else tongue.say("The first of them"),
    )
    text = tongue.say(
        "{states} feasible states over {options} options of {movers} decision makers, by the "
        "{engine} engine.",
        states=tongue.number(meant.states),
        options=str(len(dispute.options)),
        movers=str(len(found.parties)),
        engine=found.engine,
    )
    if asked.where is not None:
        text += " " + tongue.say("Only those where {formula}.", formula=str(asked.where))
    title = tongue.say("Which states hold")
    table = Table(title, head, tuple(rows))
    section = Section("holding", title, (Paragraph((Text(text),)), table))
    return Brief(clean(dispute.title), (), (section,), (), tongue.language)


def verdicts(dispute: Dispute, found: Single, tongue: Tongue = ENGLISH) -> Brief:
    """Whether one state of a dispute of any size holds: for whom, under which concept."""
    rows = []
    for name, verdict_of in found.verdicts.items():
        leaves = [party for party, verdict in verdict_of.items() if not verdict.stable]
        who = _names(dispute, leaves) or tongue.say("nobody")
        if name in found.undecided:
            left = _names(dispute, found.undecided[name])
            told = tongue.say("not decided of {names}", names=left)
            who = "; ".join([*([who] if leaves else []), told])
        holds = tongue.say({True: "yes", False: "no", None: "not decided"}[found.equilibrium[name]])
        rows.append(Row(tuple((Text(cell),) for cell in (CONCEPTS[name][0], holds, who))))
    head = (tongue.say("Concept"), tongue.say("Does it hold?"), tongue.say("Who would leave it"))
    text = tongue.say("The state {state}, by a solver of propositional logic.", state=found.state)
    title = tongue.say("Whether the state holds")
    table = Table(title, head, tuple(rows))
    section = Section("holding", title, (Paragraph((Text(text),)), table))
    return Brief(clean(dispute.title), (), (section,), (), tongue.language)


def _names(dispute: Dispute, parties: Iterable[str]) -> str:
    return ", ".join(dispute.party(party).name for party in parties)

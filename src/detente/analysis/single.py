"""One state of a dispute of any size: does it hold, for whom, and by which sanctions."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from math import inf

from detente.analysis.concepts import CONCEPTS, Concept, concepts
from detente.analysis.engines.choices import valued
from detente.analysis.engines.clauses import Allowance
from detente.analysis.engines.deduction import Deduction
from detente.analysis.engines.symbolic import OutOfTimeError
from detente.analysis.verdicts import Improvement, Move, Sanction, Verdict
from detente.dispute.formula import evaluate
from detente.dispute.model import Dispute, Party

MOST = 16  # improvements told of one party
_FIRST = 2_000  # questions to a solver: what takes more waits until the rest is decided
_QUESTIONS = 200_000  # of one party under one concept, where no time limit is given


@dataclass(frozen=True, slots=True)
class Single:
    """Whether a state holds, and why.

    Attributes
    ----------
    state
        As letters.
    settled
        Whether it would count as settled; None where nothing says what would.
    verdicts
        By concept, then by party with options. Of a party with more than `MOST` improvements these
        are the first by their letters, and one that nothing deters.
    undecided
        By concept the parties of which the limits left no verdict.
    """

    state: str
    settled: bool | None
    verdicts: Mapping[str, Mapping[str, Verdict]]
    undecided: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def equilibrium(self) -> dict[str, bool | None]:
        """By concept, whether the state is stable for every party; None where that is open."""
        return {
            name: None
            if all(verdict.stable for verdict in row.values()) and name in self.undecided
            else all(verdict.stable for verdict in row.values())
            for name, row in self.verdicts.items()
        }


class States:
    """Single states of one dispute.

    Parameters
    ----------
    dispute
        The dispute.
    time_limit
        Seconds. Without one, no verdict takes more than some minutes; what is not decided then
        is said to be.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> states = States(loads('''{detente: 1, title: Arms, parties: {
    ...     a: {options: {arm: }, wants: [not b.arm, a.arm]},
    ...     b: {options: {arm: }, wants: [not a.arm, b.arm]}}}'''))
    >>> found = states.judge("NN", ["nash", "seq"])
    >>> found.equilibrium, found.verdicts["seq"]["a"].improvements[0].sanction.path
    ({'nash': False, 'seq': True}, (Move(party='b', to='YY'),))
    """

    def __init__(self, dispute: Dispute, time_limit: float | None = None) -> None:
        self.dispute = dispute
        self._deadline = None if time_limit is None else time.monotonic() + time_limit
        self._most = _QUESTIONS if time_limit is None else inf
        self._allowance = Allowance()
        self._made: dict[tuple[str, str], Deduction] = {}

    def judge(self, state: str, names: Iterable[str] = tuple(CONCEPTS)) -> Single:
        """Whether a feasible state holds under some concepts, as far as the limits allow."""
        rows = concepts(names)
        asked = [(row, party) for row in rows for party in self.dispute.decision_makers]
        found: dict[str, dict[str, Verdict]] = {row.name: {} for row in rows}
        for questions in (_FIRST, self._most):
            left, asked = asked, []
            for concept, party in left:
                try:
                    verdict = self.verdict(concept, party, state, questions)
                    found[concept.name][party.id] = verdict
                except OutOfTimeError:
                    asked.append((concept, party))
        undecided: dict[str, list[str]] = {}
        for concept, party in asked:
            undecided.setdefault(concept.name, []).append(party.id)
        goal = self.dispute.resolution
        settled = None if goal is None else evaluate(goal.formula, valued(self.dispute, state))
        return Single(state, settled, found, undecided)

    def verdict(
        self, concept: Concept, party: Party, state: str, questions: float = inf
    ) -> Verdict:
        """Whether a state is stable for a party under a concept, with its witness.

        Raises
        ------
        OutOfTimeError
            Where the time is over, or so many questions to a solver do not decide it.
        """
        self._allowance.renew(self._deadline, questions)
        if (party.id, state) not in self._made:
            if len(self._made) > len(self.dispute.decision_makers):
                self._made.clear()  # those of other states
            self._made[party.id, state] = Deduction(self.dispute, party, state, self._allowance)
        deduction = self._made[party.id, state]
        told = deduction.first(MOST)
        if concept.sanctions is None:
            return Verdict(party.id, not told, tuple(Improvement(to, None) for to in told), ())
        sanctions = {to: _sanction(deduction, concept, to) for to in told}
        if None not in sanctions.values():
            free = deduction.undeterred(concept)
            sanctions |= {} if free is None else {free: None}
        improvements = tuple(Improvement(to, sanctions[to]) for to in sorted(sanctions))
        return Verdict(party.id, None not in sanctions.values(), improvements, ())


def _sanction(deduction: Deduction, concept: Concept, to: str) -> Sanction | None:
    """What deters from an improvement; None where nothing does."""
    steps = deduction.steps(concept, to)
    if steps is None:
        return None
    end = steps[-1][1]
    path = tuple(Move(mover.id, state) for mover, state in steps)
    return Sanction(path, end, tuple(islice(deduction.escapes(end), MOST)))


def judge(
    dispute: Dispute,
    state: str | None = None,
    names: Iterable[str] = tuple(CONCEPTS),
    time_limit: float | None = None,
) -> Single:
    """Whether a state (the status quo unless given) holds, for whom, and by which sanctions."""
    state = dispute.status_quo if state is None else state
    return States(dispute, time_limit).judge(state, names)

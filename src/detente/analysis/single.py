"""One state of a dispute of any size: does it hold, for whom, and by which sanctions."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from detente.analysis.concepts import CONCEPTS, Concept, concepts
from detente.analysis.engines.bounds import WIDE, Bounds
from detente.analysis.engines.diagrams import Diagram
from detente.analysis.engines.forward import Forward
from detente.analysis.engines.symbolic import Symbolic
from detente.analysis.verdicts import Improvement, Move, Sanction, Verdict
from detente.dispute.formula import evaluate
from detente.dispute.model import Dispute, Party

MOST = 16  # improvements told of one party


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
    """

    state: str
    settled: bool | None
    verdicts: Mapping[str, Mapping[str, Verdict]]

    @property
    def equilibrium(self) -> dict[str, bool]:
        """By concept, whether the state is stable for every party."""
        return {
            name: all(verdict.stable for verdict in row.values())
            for name, row in self.verdicts.items()
        }


class States:
    """Single states of one dispute; what they share is made once.

    Parameters
    ----------
    dispute
        The dispute.
    time_limit
        Seconds; then `OutOfTimeError` is raised, at the next step.
    wide
        From how many nodes on a set of all states is left, and single states are looked at.

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

    def __init__(self, dispute: Dispute, time_limit: float | None = None, wide: int = WIDE) -> None:
        self.dispute, self.wide = dispute, wide
        self._deadline = None if time_limit is None else time.monotonic() + time_limit
        self.engine = Symbolic(dispute, self._deadline)

    def judge(self, state: str, names: Iterable[str] = tuple(CONCEPTS)) -> Single:
        """Whether a feasible state holds under some concepts."""
        values = {
            option.atom: letter == "Y"
            for option, letter in zip(self.dispute.options, state, strict=True)
        }
        goal = self.dispute.resolution
        return Single(
            state,
            None if goal is None else evaluate(goal.formula, values),
            {
                concept.name: {
                    party.id: self.verdict(concept, party, state)
                    for party in self.dispute.decision_makers
                }
                for concept in concepts(names)
            },
        )

    def verdict(self, concept: Concept, party: Party, state: str) -> Verdict:
        """Whether a state is stable for a party under a concept, with its witness."""
        engine = self.engine
        above = engine.feasible & engine.above(party, state)
        moves = engine.seen(party, state, above)
        first = list(islice(engine.ends(party, state, moves), MOST))
        if concept.sanctions is None:
            return Verdict(party.id, not first, tuple(Improvement(to, None) for to in first), ())
        bounds = Bounds(engine, concept, party, above, self.wide)
        while True:
            lower, upper = (engine.seen(party, state, one) for one in (bounds.lower, bounds.upper))
            doubted = moves & upper & ~lower
            undeterred = list(islice(engine.ends(party, state, moves & ~upper), 1))
            told = [*first, *(to for to in undeterred if to not in first)]
            left = [to for to in told if engine.has(doubted, to)]
            if bounds.ended or (not left and (undeterred or doubted == engine.bdd.false)):
                break
            bounds.widen(moves)
        paths = {
            to: self._back(concept, party, to, bounds.layers)
            for to in told
            if engine.has(bounds.lower, to)
        }
        if bounds.overgrown:
            ahead = Forward(Symbolic(self.dispute, self._deadline), concept, party, state)
            undeterred += [to for to in left if self._undeterred(ahead, to, paths)]
            if not undeterred:
                rest = (to for to in engine.ends(party, state, doubted) if to not in told)
                free = (to for to in rest if self._undeterred(ahead, to, paths))
                undeterred = list(islice(free, 1))
                told += undeterred
        improvements = tuple(
            Improvement(to, self._sanction(party, to, paths[to], above) if to in paths else None)
            for to in sorted(told)
        )
        return Verdict(party.id, not undeterred, improvements, ())

    def _undeterred(self, ahead: Forward, to: str, paths: dict[str, list[Move]]) -> bool:
        """Whether nothing deters from an improvement; else the path of a sanction is added."""
        steps = ahead.steps(to)
        if steps is not None:
            paths[to] = [Move(mover.id, end) for mover, end in steps]
        return steps is None

    def _sanction(self, party: Party, to: str, path: Sequence[Move], above: Diagram) -> Sanction:
        """The sanction of an improvement that a path is."""
        here = path[-1].to if path else to
        escapes = self.engine.ends(party, here, self.engine.seen(party, here, above))
        return Sanction(tuple(path), here, tuple(islice(escapes, MOST)))

    def _back(
        self, concept: Concept, party: Party, here: str, layers: Sequence[Diagram]
    ) -> list[Move]:
        """From layer to layer, down to the first."""
        path: list[Move] = []
        while number := next(n for n, layer in enumerate(layers) if self.engine.has(layer, here)):
            mover, here = self._step(concept, party, here, layers[number - 1])
            if path and path[-1].party == mover.id:
                path.pop()  # two of its moves on end are one
            path.append(Move(mover.id, here))
        return path

    def _step(self, concept: Concept, party: Party, here: str, goal: Diagram) -> tuple[Party, str]:
        """The move of another that leads from a state into a set, the first by letters."""
        engine = self.engine
        goal &= engine.feasible
        for other in engine.movers:
            if other is not party:
                ends = engine.seen(other, here, goal)
                if concept.credible and ends != engine.bdd.false:
                    ends &= engine.seen(other, here, engine.above(other, here))
                for end in islice(engine.ends(other, here, ends), 1):
                    return other, end
        raise AssertionError(f"no move leads on from {here}")


def judge(
    dispute: Dispute, state: str | None = None, names: Iterable[str] = tuple(CONCEPTS)
) -> Single:
    """Whether a state (the status quo unless given) holds, for whom, and by which sanctions."""
    return States(dispute).judge(dispute.status_quo if state is None else state, names)

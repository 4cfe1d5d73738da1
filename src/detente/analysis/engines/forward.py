"""From one state on: what others can bring about, until a party is brought down.

Where sets of all states outgrow their bounds, what can be reached from a single one may not.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from detente.analysis.concepts import Concept
from detente.analysis.engines.diagrams import Diagram
from detente.analysis.engines.symbolic import Symbolic
from detente.dispute.model import Party

Steps = list[tuple[Party, str]]
"""Who moves, and where to."""


class Forward:
    """What the others of a party can make of single states.

    Parameters
    ----------
    engine
        With diagrams of its own: an order that suits sets of all states does not suit these.
    concept
        One that has sanctions.
    party
        Who does not move.
    state
        The party is brought down where it is no better off than in this one.
    """

    def __init__(self, engine: Symbolic, concept: Concept, party: Party, state: str) -> None:
        self._engine, self._concept = engine, concept
        above = engine.feasible & engine.above(party, state)
        self._others = engine.near(party)
        self._concerned = engine.clashing(self._others, improving=concept.credible)
        self._goal = engine.feasible & engine.brought_down(concept, party, above)
        self._safe = engine.bdd.false  # from where nothing leads to the goal

    def steps(self, state: str) -> Steps | None:
        """A sequence that leads from a state to the goal; None where there is none.

        Raises
        ------
        OutOfTimeError
            Where the time allowed is over.
        """
        if self._engine.has(self._safe, state):
            return None
        here = self._safe | self._engine.state(state)
        grown: list[tuple[Party, Diagram]] = []
        asked = deque(range(len(self._others)))
        while asked and here & self._goal == self._engine.bdd.false:
            one = asked.popleft()
            more = self._engine.left(self._concept, self._others[one], here)
            if more != here:
                grown.append((self._others[one], here))
                asked.extend(self._concerned[one] - set(asked))
            here = more
        if here & self._goal == self._engine.bdd.false:
            self._safe = here
            return None
        return self._back(next(self._engine.listed(here & self._goal)), grown)

    def _back(self, end: str, grown: Sequence[tuple[Party, Diagram]]) -> Steps:
        """How a state came to be reached; two moves of one party on end are one."""
        steps: Steps = []
        for mover, before in reversed(grown):
            if self._engine.has(before, end):
                continue
            sources = self._engine.entered(self._concept, mover, self._engine.state(end))
            if not steps or steps[-1][0] is not mover:
                steps.append((mover, end))
            end = next(self._engine.listed(sources & before))
        return steps[::-1]

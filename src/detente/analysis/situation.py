"""A state seen from a resolution: what the diagnosis asks about, each computed when asked for.

Notation: q is the state asked about; A the resolution states that moves of all lead to from q
(`Situation.settlements`); c the chosen concept. A party counts when it has options or is a
principal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

import numpy as np

from detente.analysis.concepts import Concept
from detente.analysis.engines.explicit import Explicit
from detente.analysis.reach import Reach, reach
from detente.analysis.reasons import Reason, Reasons
from detente.analysis.states import Mask, Ranks
from detente.analysis.steps import Spread, Steps


class Situation:
    """A state of a graph model seen from a resolution: what the predicates ask about."""

    def __init__(
        self, engine: Explicit, concept: Concept, state: int, resolution: Mask, reasons: Reasons
    ) -> None:
        self.model, self.engine, self.concept = engine.model, engine, concept
        self.state, self.resolution, self.reasons = state, resolution, reasons

    @cached_property
    def settlements(self) -> Mask:
        """A: the resolution states that legal sequences of moves lead to."""
        return self.resolution & self.model.closure(self.model.movers, self.state)

    @cached_property
    def improvable(self) -> Reach:
        """R⁺_N(q): where improvements alone lead."""
        return reach(self.model, self.model.movers, self.state, improving=True)

    @cached_property
    def spread(self) -> Spread:
        """What steps without concession reach."""
        return Steps.of(self.engine, self.concept).spread(self.state)

    @cached_property
    def lasts(self) -> bool:
        """Whether steps without concession lead to a state of A that is an equilibrium."""
        goals = self.settlements & self.equilibria
        return bool(goals.any()) and Steps.of(self.engine, self.concept).leads(self.state, goals)

    @cached_property
    def equilibria(self) -> Mask:
        """The equilibria under the concept."""
        return self.engine.equilibria(self.concept)

    @cached_property
    def joint_improvements(self) -> Mask:
        """The states that some coalition reaches and all its members prefer."""
        return self.agreed(lambda rank: rank > rank[self.state])

    @cached_property
    def awaitable(self) -> Mask:
        """The states that a coalition reaches whose members prefer them or care for nothing."""
        return self.agreed(lambda rank: (rank > rank[self.state]) | self._careless(rank))

    def agreed(self, willing: Callable[[Ranks], Mask]) -> Mask:
        """The states that some coalition reaches all of whose members are willing to be there.

        A larger coalition reaches more, so that of all the willing decides.
        """
        movers, found = self.model.movers, np.zeros(self.model.space.size, bool)
        signature = np.zeros(self.model.space.size, np.int64)
        for place, party in enumerate(movers):
            signature |= willing(self.model.ranks[party]).astype(np.int64) << place
        for willed in sorted(set(signature[self.model.space.possible].tolist())):
            coalition = [party for place, party in enumerate(movers) if willed >> place & 1]
            found |= (signature == willed) & self.model.closure(coalition, self.state)
        return found

    def _careless(self, rank: Ranks) -> bool:
        feasible = rank[self.model.space.possible]
        return bool((feasible == feasible[0]).all())

    @cached_property
    def harmless(self) -> Mask:
        """The states of A that are worse than q for nobody."""
        return self.settlements & self.model.no_worse_for_all(self.state)

    @cached_property
    def deterred(self) -> list[tuple[int, int]]:
        """Party and improvement: it leads to A, alone or followed by others', but is sanctioned."""
        return [
            (party, to)
            for party in self.model.movers
            for to in self.model.improvements(party, self.state)
            if self._sanctioned(party, to) and self.leading[to]
        ]

    @cached_property
    def leading(self) -> Mask:
        """A, and the states from which improvements of all lead there."""
        return self.engine.leading(self.settlements)

    def _sanctioned(self, party: int, to: int) -> bool:
        held_to = self.engine.held_to(self.concept.deterrent, party)
        return bool(held_to[to] <= self.model.ranks[party][self.state])

    def refusals(self, states: Mask) -> list[tuple[int, int, Reason]]:
        """Of each of some states the parties that like it less than q, and what it breaks."""
        return [
            (to, party, self.reasons.broken(self.model.parties[party].id, to, self.state))
            for to in np.flatnonzero(states).tolist()
            for party in self.model.worse(to, self.state)
        ]

    def broken(self, ends: Iterable[tuple[int, int]]) -> list[Reason]:
        """Of each party and end that it likes less than q, the want that this breaks."""
        return [
            self.reasons.broken(self.model.parties[party].id, end, self.state)
            for party, end in ends
            if self.model.space.possible[end]
            and self.model.ranks[party][end] < self.model.ranks[party][self.state]
        ]

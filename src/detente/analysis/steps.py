"""Steps: what parties would do, alone or by agreement, that makes somebody better off.

A step from s leads to a t that at least one party finds better. *Alone*: a unilateral move whose
mover finds t no worse and, where it finds it better, is not sanctioned under the concept.
*Together*: a legal sequence of two or more parties to a t that no single one could move to and that
none of them finds worse; an agreement, so that sanctions are not asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from detente.analysis.concepts import Concept
from detente.analysis.engines.explicit import Explicit
from detente.analysis.reach import reach
from detente.analysis.states import Mask, States


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path.

    Attributes
    ----------
    parties
        The ids of those who move, as they stand in the file.
    kind
        ``alone`` or ``together``.
    through
        The states between, as letters; none where it is alone.
    to
        The state that it leads to, as letters.
    """

    parties: tuple[str, ...]
    kind: str
    through: tuple[str, ...]
    to: str


class Steps:
    """The steps of a graph model under a concept."""

    def __init__(self, engine: Explicit, concept: Concept) -> None:
        self.model, self._engine, self._concept = engine.model, engine, concept

    def ends(self, state: int) -> States:
        """The states that one step from a state leads to, ascending."""
        model = self.model
        gains = model.better_for_some(state)
        if not gains.any():
            return np.flatnonzero(gains)
        found, single = np.zeros_like(gains), np.zeros_like(gains)
        for party in model.movers:
            moves = np.array(model.moves(party, state), np.int64)
            single[moves] = True
            found[moves[self._willing_alone(party, state, moves)]] = True
        return np.flatnonzero((found | self._together(state, gains & ~single)) & gains)

    def _willing_alone(self, party: int, state: int, moves: States) -> Mask:
        rank, held_to = self.model.ranks[party], self._engine.held_to(self._concept, party)
        gain = rank[moves] - rank[state]
        willing: Mask = (gain == 0) | ((gain > 0) & (held_to[moves] > rank[state]))
        return willing

    def _together(self, state: int, candidates: Mask) -> Mask:
        """The candidates that a coalition reaches none of whose members finds them worse."""
        found = np.zeros_like(candidates)
        states = np.flatnonzero(candidates)
        willing = np.zeros(len(states), np.int64)
        for place, party in enumerate(self.model.movers):
            rank = self.model.ranks[party]
            agrees = rank[states] >= rank[state]
            candidates[states[~agrees & ((states ^ state) & self.model.own[party] != 0)]] = False
            willing |= agrees.astype(np.int64) << place
        left = candidates[states]
        for agreeing in np.unique(willing[left]).tolist():
            ends = states[left & (willing == agreeing)]
            coalition = self._members(agreeing)
            if len(coalition) > 1:
                found[ends] = self.model.closure(coalition, state)[ends]
        return found

    def _members(self, agreeing: int) -> tuple[int, ...]:
        movers = self.model.movers
        return tuple(party for place, party in enumerate(movers) if agreeing >> place & 1)

    def step(self, state: int, to: int) -> Step:
        """One step between two states between which there is one, with its movers."""
        model, space = self.model, self.model.space
        for party in model.movers:
            if to in model.moves(party, state):
                return Step((model.parties[party].id,), "alone", (), space.letters(to))
        agreeing = [p for p in model.movers if model.ranks[p][to] >= model.ranks[p][state]]
        path = reach(model, agreeing, state).path(to)
        movers = tuple(model.parties[party].id for party in sorted({party for party, _ in path}))
        through = tuple(space.letters(end) for _, end in path[:-1])
        return Step(movers, "together", through, space.letters(to))

    def leads(self, state: int, goals: Mask) -> bool:
        """Whether zero or more steps lead from a state to one of some goals."""
        seen = {state}
        frontier = [state]
        while frontier:
            if goals[frontier].any():
                return True
            ends = {there for here in frontier for there in self.ends(here).tolist()}
            frontier = sorted(ends - seen)
            seen |= ends
        return False

    def spread(self, state: int) -> Spread:
        """All that zero or more steps reach from a state."""
        before: dict[int, int | None] = {state: None}
        frontier = [state]
        while frontier:
            following = []
            for here in frontier:
                for there in self.ends(here).tolist():
                    if there not in before:
                        before[there] = here
                        following.append(there)
            frontier = sorted(following)
        return Spread(self, before)


@dataclass(frozen=True, eq=False)
class Spread:
    """The states that zero or more steps reach, each with the state before it on a shortest path.

    The order of `before` is that of the number of steps.
    """

    steps: Steps
    before: dict[int, int | None]

    @property
    def states(self) -> Mask:
        """The states reached, the start among them."""
        mask = np.zeros(self.steps.model.space.size, bool)
        mask[list(self.before)] = True
        return mask

    def _back(self, state: int) -> Iterator[tuple[int, int]]:
        here, before = state, self.before[state]
        while before is not None:
            yield before, here
            here, before = before, self.before[before]

    def length(self, state: int) -> int:
        """The fewest steps to a state that is reached."""
        return sum(1 for _ in self._back(state))

    def path(self, state: int) -> tuple[Step, ...]:
        """A shortest path to a state that is reached."""
        return tuple(self.steps.step(*ends) for ends in reversed(list(self._back(state))))

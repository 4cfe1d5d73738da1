"""Steps: what parties would do, alone or by agreement, that makes somebody better off.

A step from s leads to a t that at least one party finds better. *Alone*: a unilateral move whose
mover finds t no worse and, where it finds it better, is not sanctioned under the concept.
*Together*: a legal sequence of two or more parties to a t that no single one could move to and that
none of them finds worse; an agreement, so that sanctions are not asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np

from detente.analysis.bits import bit_set, members
from detente.analysis.concepts import Concept
from detente.analysis.engines.explicit import Explicit
from detente.analysis.graph_model import GraphModel
from detente.analysis.reach import reach
from detente.analysis.states import Mask, Ranks, States

_LEVELS = 4096  # sets of states of some rank or more that are kept


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
    """The steps of a graph model.

    Parameters
    ----------
    model
        The graph model.
    held_to
        Of a party, by its place, what the others can hold it to from each state.
    """

    def __init__(self, model: GraphModel, held_to: Callable[[int], Ranks]) -> None:
        self.model, self._held_to = model, held_to
        self._at_least = lru_cache(_LEVELS)(self._ranked)

    @classmethod
    def of(cls, engine: Explicit, concept: Concept) -> Steps:
        """The steps under a concept."""
        return cls(engine.model, partial(engine.held_to, concept))

    def _ranked(self, party: int, level: int) -> int:
        """The states that a party ranks so high or higher."""
        return bit_set(self.model.ranks[party] >= level)

    def _alike(self, state: int, options: int, among: int) -> int:
        """Of some states those in which some options are as in a state."""
        for bit, taken in self.model.chosen.items():
            if options & bit:
                among &= taken if state & bit else ~taken
        return among

    def _agreed(self, state: int, among: int) -> int:
        """Of some states those that no mover likes less than a state, and somebody better."""
        model, gains = self.model, 0
        rising, falling = model.kept
        found = self._alike(state, (state & falling) | (~state & rising), among)
        for party, ranks in enumerate(model.ranks):
            rank = int(ranks[state])
            gains |= self._at_least(party, rank + 1)
            if party in model.movers:
                accepted = found & self._at_least(party, rank)
                found = accepted | self._alike(state, model.own[party], found & ~accepted)
        return found & gains

    def ends(self, state: int, among: int) -> States:
        """The states among some, a bit set, that one step from a state leads to, ascending."""
        agreed = self._agreed(state, among)
        if not agreed:
            return np.zeros(0, np.int64)
        model, ends = self.model, members(agreed, self.model.space.size)
        movers, agreeing = np.zeros(len(ends), np.int64), np.zeros(len(ends), np.int64)
        for place, party in enumerate(model.movers):
            movers += (ends ^ state) & model.own[party] != 0
            agrees = model.ranks[party][ends] >= model.ranks[party][state]
            agreeing |= agrees.astype(np.int64) << place
        alone = np.flatnonzero(movers == 1)
        together = np.flatnonzero(movers > 1)
        good = np.zeros(len(ends), bool)
        good[alone] = self._undeterred(state, ends[alone])
        good[together] = self._passable(state, ends[together], agreeing[together])
        return ends[good]

    def _undeterred(self, state: int, ends: States) -> Mask:
        """Whether one party's moves that it likes no less are, where improvements, unsanctioned."""
        found = np.ones(len(ends), bool)
        for party in self.model.movers:
            rank = self.model.ranks[party]
            gains = ((ends ^ state) & self.model.own[party] != 0) & (rank[ends] > rank[state])
            if gains.any():
                found &= ~gains | (self._held_to(party)[ends] > rank[state])
        return found

    def _passable(self, state: int, ends: States, agreeing: States) -> Mask:
        """Whether feasible states lead to some ends by moves of those who agree to each."""
        if self.model.space.count == self.model.space.size:
            return np.ones(len(ends), bool)
        found = self._straight(state, ends)
        for group in np.unique(agreeing[~found]).tolist():
            these = ~found & (agreeing == group)
            found[these] = self.model.passes(self.model.coalition(group), state, ends[these])
        return found

    def _straight(self, state: int, ends: States) -> Mask:
        """Whether each mover in turn, as they stand in the file, could do its part."""
        found = np.ones(len(ends), bool)
        here = np.full_like(ends, state)
        for party in self.model.movers:
            own = self.model.own[party]
            here = (here & ~own) | (ends & own)
            found &= self.model.space.possible[here]
        return found

    def step(self, state: int, to: int) -> Step:
        """One step between two states between which there is one, with its movers."""
        model, space = self.model, self.model.space
        for party in model.movers:
            if to in model.moves(party, state):
                return Step((model.parties[party].id,), "alone", (), space.letters(to))
        path = self.sequence(state, to)
        movers = tuple(model.parties[party].id for party in sorted({party for party, _ in path}))
        through = tuple(space.letters(end) for _, end in path[:-1])
        return Step(movers, "together", through, space.letters(to))

    def sequence(self, state: int, to: int) -> tuple[tuple[int, int], ...]:
        """A shortest legal sequence of those who agree: the mover of each move, and its end."""
        model, here, path = self.model, state, list[tuple[int, int]]()
        for party in model.movers:
            own = model.own[party]
            if (to ^ here) & own:
                here = (here & ~own) | (to & own)
                path.append((party, here))
        if all(model.space.possible[end] for _, end in path):
            return tuple(path)
        agreeing = [p for p in model.movers if model.ranks[p][to] >= model.ranks[p][state]]
        return reach(model, agreeing, state).path(to)

    def leads(self, state: int, goals: Mask) -> bool:
        """Whether zero or more steps lead from a state to one of some goals."""
        return bool(goals[state]) or bool(goals[self.spread(state, goals).latest].any())

    def spread(self, state: int, until: Mask | None = None) -> Spread:
        """All that zero or more steps reach from a state.

        With `until`, no further than the fewest steps that lead to one of those.
        """
        before: dict[int, int | None] = {state: None}
        rest = bit_set(self.model.space.possible) & ~(1 << state)
        frontier = [state]
        while frontier and not (until is not None and until[frontier].any()):
            following: list[int] = []
            for here in frontier:
                ends = self.ends(here, rest)
                if len(ends):
                    before.update(dict.fromkeys(ends.tolist(), here))
                    following += ends.tolist()
                    fresh = np.zeros(self.model.space.size, bool)
                    fresh[ends] = True
                    rest &= ~bit_set(fresh)
            frontier = sorted(following)
        return Spread(self, before, frontier)


@dataclass(frozen=True, eq=False)
class Spread:
    """The states that zero or more steps reach, each with the state before it on a shortest path.

    The order of `before` is that of the number of steps; `latest` are the last that were reached,
    where they were not all followed up.
    """

    steps: Steps
    before: dict[int, int | None]
    latest: list[int]

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

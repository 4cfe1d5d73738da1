"""Steps, as `detente.analysis.steps` has them, of many models that differ in preferences alone."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from detente.analysis.graph_model import GraphModel
from detente.analysis.states import Mask, Ranks, States


class Spreading:
    """The steps of models side by side, by arrays of shape (models, states).

    Parameters
    ----------
    model
        The graph model of all; its preferences are not looked at.
    ranks
        Of shape (parties, models, states).
    held_to
        V of a party, as in the explicit engine, of each model.
    """

    def __init__(self, model: GraphModel, ranks: Ranks, held_to: Callable[[int], Ranks]) -> None:
        self.model, self.ranks, self._held_to = model, ranks, held_to
        self._states = np.arange(model.space.size)

    def spread(self, state: int, until: Mask) -> Mask:
        """What zero or more steps reach, in each model until something asked for is."""
        reached = np.zeros(until.shape, bool)
        reached[:, state] = True
        frontier = reached & until.any(axis=1, keepdims=True)
        while True:
            frontier &= ~(frontier & until).any(axis=1, keepdims=True)
            if not frontier.any():
                return reached
            fresh = np.zeros(until.shape, bool)
            for here in np.flatnonzero(frontier.any(axis=0)).tolist():
                models = np.flatnonzero(frontier[:, here])
                fresh[models] |= self._ends(here, models)
            frontier = fresh & ~reached
            reached |= frontier

    def _ends(self, state: int, models: NDArray[np.int64]) -> Mask:
        """Where one step from a state leads, in each of some models."""
        ends = np.flatnonzero(self.model.allowed(np.array(state), self._states))
        ends = ends[ends != state]
        there, here = self.ranks[:, models[:, None], ends], self.ranks[:, models, state, None]
        likes, gains = there >= here, there > here
        moved = [(ends ^ state) & self.model.own[party] != 0 for party in self.model.movers]
        good = np.asarray(gains.any(axis=0))
        for party, moves in zip(self.model.movers, moved, strict=True):
            good &= likes[party] | ~moves
        alone = np.sum(moved, axis=0) == 1
        for party, moves in zip(self.model.movers, moved, strict=True):
            at = np.flatnonzero(moves & alone)
            held = self._held_to(party)[models[:, None], ends[at]]
            good[:, at] &= ~gains[party][:, at] | (held > here[party])
        if self.model.space.count < self.model.space.size:
            good &= alone | self._passable(state, ends, likes, good & ~alone)
        found = np.zeros((len(models), self.model.space.size), bool)
        found[:, ends] = good
        return found

    def _passable(self, state: int, ends: States, likes: Mask, asked: Mask) -> Mask:
        """Whether feasible states lead to some ends by moves of those who agree to each."""
        agreeing = np.zeros(asked.shape, np.int64)
        for place, party in enumerate(self.model.movers):
            agreeing |= likes[party].astype(np.int64) << place
        found = np.zeros(asked.shape, bool)
        for group in np.unique(agreeing[asked]).tolist():
            found |= (agreeing == group) & self.model.passes(
                self.model.coalition(group), state, ends
            )
        return found

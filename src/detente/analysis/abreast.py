"""Many models of one dispute that differ in preferences alone, judged by arrays, side by side.

Side by side they are one graph model: which of them a state is of are more bits of its index, which
nobody can change. What is found is what `detente.analysis.situation` and `deadlock` define.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from detente.analysis.concepts import Concept
from detente.analysis.deadlock import KINDS
from detente.analysis.engines.explicit import Explicit
from detente.analysis.graph_model import GraphModel
from detente.analysis.spreading import Spreading
from detente.analysis.states import Mask, Ranks

ABOUT_NOW = ("stuck", *KINDS, "free")
CHUNK = 1 << 15  # states of all models at once

Truths = NDArray[np.bool_]
Own = TypeVar("Own", Mask, Ranks)
Progress = Callable[[int, int], None]


class Judging(ABC):
    """Models that differ in preferences alone, with the same freedom and the same question.

    Parameters
    ----------
    model
        The graph model; its preferences are not looked at.
    concept
        The chosen concept.
    resolution
        The states that would count as settled.
    goals
        Those of them that would do as the end of a way out.
    """

    def __init__(self, model: GraphModel, concept: Concept, resolution: Mask, goals: Mask) -> None:
        self.model, self.concept = model, concept
        self.resolution, self.goals = resolution, goals

    @abstractmethod
    def judged(
        self,
        ranks: Sequence[NDArray[np.int32]],
        rows: NDArray[np.int64],
        *,
        about_now: bool,
        named: bool = True,
        told: Progress | None = None,
    ) -> Truths:
        """What is found in each model.

        Parameters
        ----------
        ranks
            Of each of the model's parties its dense ranks in each of its variations, a row each.
        rows
            Of shape (models, parties): which of those each party has in each model.
        about_now
            Whether to ask about today, or only whether steps lead to one of the goals that lasts.
        named
            Whether anything says what would count as settled: else nothing is diagnosed.
        told
            Called with how many models are judged, and of how many.

        Returns
        -------
        truths
            Of shape (models, columns), the columns those of `ABOUT_NOW`.
        """


class Abreast(Judging):
    """Models that are judged side by side, as one."""

    def judged(
        self,
        ranks: Sequence[NDArray[np.int32]],
        rows: NDArray[np.int64],
        *,
        about_now: bool,
        named: bool = True,
        told: Progress | None = None,
    ) -> Truths:
        """By arrays, some models at a time."""
        found = np.zeros((len(rows), len(ABOUT_NOW)), bool)
        most = max(1, CHUNK // self.model.space.size)
        for start in range(0, len(rows), most):
            part = rows[start : start + most]
            models = _Models(self, [table[part[:, n]] for n, table in enumerate(ranks)])
            holds = models.about_now(named=named) if about_now else {"free": models.free}
            for name, truth in holds.items():
                found[start : start + most, ABOUT_NOW.index(name)] = truth
            if told is not None:
                told(start + len(part), len(rows))
        return found

    @cached_property
    def settlements(self) -> Mask:
        """A: the resolution states that moves of all lead to from the status quo."""
        model = self.model
        return self.resolution & model.closure(model.movers, model.space.status_quo)


class _Models:
    """Some of the models: arrays of shape (models, states), or (parties, models, states)."""

    def __init__(self, shared: Abreast, ranks: Sequence[NDArray[np.int32]]) -> None:
        self.shared, self.model, self.here = shared, shared.model, shared.model.space.status_quo
        self.count = len(ranks[0]) if ranks else 1
        self.ranks = np.array(ranks, np.int64).reshape(-1, self.count, self.model.space.size)
        self.engine = Explicit(self.model.abreast(self.ranks))

    def _apart(self, values: Own) -> Own:
        """Of each model its own of what the engine found."""
        return values.reshape(-1, self.model.space.size)[: self.count]

    def about_now(self, *, named: bool) -> dict[str, Mask]:
        """Of each model what of `ABOUT_NOW` may hold, and whether it does."""
        settled = self.shared.resolution[self.here]
        stuck = self.equilibria[:, self.here] & ~settled
        why = self._kinds() if named and not settled else {}
        return {"stuck": stuck, "free": self.free} | why

    def _kinds(self) -> dict[str, Mask]:
        settlements = self.shared.settlements
        if not settlements.any():
            return {"barred": np.ones(self.count, bool)}
        harmless, onward = self.harmless[:, settlements], self.leading[:, self.here]
        joint = _any(self._agreed(self.better))
        awaited = _any(self._agreed(self.better | self.careless) & harmless)
        idle = _any(harmless) & ~joint
        settles, lasts = self.spread & settlements, self.spread & settlements & self.equilibria
        return {
            "awaited": idle & awaited,
            "content": _any(self._none_of(settlements), axis=0),
            "exposed": self._exposed(),
            "incompatible": ~_any(harmless),
            "unmoved": idle & ~awaited,
            "unstable-peace": _any(settles) & ~_any(lasts),
            "you-first": joint & ~onward,
        }

    @cached_property
    def _now(self) -> Ranks:
        return self.ranks[:, :, self.here, None]

    @cached_property
    def better(self) -> Mask:
        """What each party likes better than the status quo."""
        return self.ranks > self._now

    @cached_property
    def worse(self) -> Mask:
        """What each party likes less than the status quo."""
        return self.ranks < self._now

    @cached_property
    def careless(self) -> Mask:
        """Of each party whether all feasible states are alike to it."""
        feasible = self.ranks[:, :, self.model.space.possible]
        return np.asarray((feasible == feasible[:, :, :1]).all(axis=2, keepdims=True))

    @cached_property
    def harmless(self) -> Mask:
        """The feasible states that are worse than the status quo for nobody."""
        return self.model.space.possible & ~self.worse.any(axis=0)

    @cached_property
    def equilibria(self) -> Mask:
        """The equilibria under the concept."""
        return self._apart(self.engine.equilibria(self.shared.concept))

    def held_to(self, concept: Concept, party: int) -> Ranks:
        """V, as in the explicit engine."""
        return self._apart(self.engine.held_to(concept, party))

    @cached_property
    def leading(self) -> Mask:
        """The settlements, and the states from which improvements of all lead there."""
        beside = self.engine.model.space.size // self.model.space.size
        return self._apart(self.engine.leading(np.tile(self.shared.settlements, beside)))

    def _none_of(self, states: Mask) -> Mask:
        """Of each party and model whether all of some states are worse than the status quo."""
        return np.asarray(self.worse[:, :, states].all(axis=2))

    def _agreed(self, willing: Mask) -> Mask:
        """The settlements that some coalition reaches all of whose members are willing."""
        model, settlements = self.model, self.shared.settlements
        signature = np.zeros((self.count, np.count_nonzero(settlements)), np.int64)
        for place, party in enumerate(model.movers):
            signature |= willing[party][:, settlements].astype(np.int64) << place
        found = np.zeros(signature.shape, bool)
        for willed in np.unique(signature).tolist():
            reached = model.closure(model.coalition(willed), self.here)[settlements]
            found |= (signature == willed) & reached
        return found

    def _exposed(self) -> Mask:
        """Whether an improvement leads on to a settlement, but is sanctioned."""
        found = np.zeros(self.count, bool)
        for party in self.model.movers:
            ends = self.model.moves(party, self.here)
            held = self.held_to(self.shared.concept.deterrent, party)[:, ends]
            deterred = self.better[party][:, ends] & (held <= self._now[party])
            found |= _any(deterred & self.leading[:, ends])
        return found

    # Steps ----------------------------------------------------------------------------------------

    @cached_property
    def _goals(self) -> Mask:
        """The ends of a way out: they last, and are worse than the status quo for nobody."""
        good = self.shared.goals & self.harmless
        return good & self.equilibria if good.any() else good

    @property
    def free(self) -> Mask:
        """Whether steps lead to one of the goals that would do."""
        return _any(self._spread(self._goals) & self._goals)

    @cached_property
    def spread(self) -> Mask:
        """What steps reach, as far as whether a settlement is among it, and one that lasts."""
        settlements = np.broadcast_to(self.shared.settlements, self.equilibria.shape)
        lasting = settlements & self.equilibria
        asked = np.where(lasting.any(axis=1, keepdims=True), lasting, settlements)
        return self._spread(asked)

    def _spread(self, until: Mask) -> Mask:
        """What zero or more steps reach, in each model until something asked for is."""
        held_to = partial(self.held_to, self.shared.concept)
        return Spreading(self.model, self.ranks, held_to).spread(self.here, until)


def _any(masks: Mask, axis: int = 1) -> Mask:
    return np.asarray(masks.any(axis=axis))

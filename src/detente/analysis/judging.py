"""Judging many models of one dispute that differ in their wants alone, each kind once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from detente.analysis.concepts import Concept
from detente.analysis.concessions import Concession, conceded, wants_after
from detente.analysis.deadlock import KINDS, diagnose
from detente.analysis.engines.explicit import Explicit
from detente.analysis.engines.variants import Variants
from detente.analysis.open_models import OpenParty, Variation
from detente.analysis.preferences import preference
from detente.analysis.reasons import Reasons
from detente.analysis.situation import Situation
from detente.analysis.states import Mask, Ranks
from detente.analysis.steps import Steps
from detente.analysis.unlocking import Unlocker, lasting
from detente.dispute.model import Party

if TYPE_CHECKING:
    from detente.analysis.engines.batch import Batch

Truths = NDArray[np.bool_]
Progress = Callable[[int, int], None]

ABOUT_NOW = ("stuck", *KINDS, "free")
MOST_AT_HAND = 1 << 14  # states of all models that are judged without compiled kernels


class Judge:
    """What is found in each of some models.

    A model is a row of numbers: of each party of the dispute which of its variations it has. Models
    that come out equal are judged once.
    """

    def __init__(
        self,
        unlocker: Unlocker,
        parties: Sequence[OpenParty],
        variations: Sequence[Sequence[Variation]],
        models: NDArray[np.int64],
        progress: Progress | None = None,
    ) -> None:
        counted = [n for n, party in enumerate(parties) if party.party.id in unlocker.model.place]
        self._unlocker, self._progress = unlocker, progress
        self._parties = [parties[n] for n in counted]
        self._variations = [variations[n] for n in counted]
        self._models = models[:, counted]

    def _each(
        self, kinds: Sequence[Sequence[Hashable]], judge: Callable[[NDArray[np.int64]], Truths]
    ) -> Truths:
        """Of each model what the first of its kind is judged to be.

        `kinds` says of each party's variations which come to the same.
        """
        columns = []
        for place, keys in enumerate(kinds):
            number = {key: n for n, key in enumerate(dict.fromkeys(keys))}
            columns.append(np.array([number[key] for key in keys])[self._models[:, place]])
        rows = np.array(columns, np.int64).T.reshape(len(self._models), -1)
        _, first, which = np.unique(rows, axis=0, return_index=True, return_inverse=True)
        return judge(self._models[first])[which.ravel()]

    def _one_by_one(
        self, judge: Callable[[list[int]], Sequence[bool]]
    ) -> Callable[[NDArray[np.int64]], Truths]:
        """A judge of one model as a judge of many."""

        def each(rows: NDArray[np.int64]) -> Truths:
            found = []
            for done, row in enumerate(rows.tolist(), start=1):
                found.append(judge(row))
                if self._progress is not None:
                    self._progress(done, len(rows))
            return np.array(found, bool)

        return each

    def _is_large(self, rows: NDArray[np.int64]) -> bool:
        """Whether so many models are worth compiled kernels, which take a moment to load."""
        model = self._unlocker.model
        if len(rows) * model.space.size <= MOST_AT_HAND:
            return False
        from detente.analysis.engines.batch import Batch

        return Batch.fits(model)

    def _ranks(self, closed: Callable[[OpenParty, Variation], Party]) -> list[list[Ranks]]:
        space = self._unlocker.model.space
        return [
            [preference(closed(party, variation), space) for variation in listed]
            for party, listed in zip(self._parties, self._variations, strict=True)
        ]

    def _orders(self, ranks: list[list[Ranks]]) -> list[list[Hashable]]:
        """What tells preferences over the feasible states apart."""
        possible = self._unlocker.model.space.possible
        return [
            [np.unique(row[possible], return_inverse=True)[1].tobytes() for row in rows]
            for rows in ranks
        ]

    def now(self) -> Truths:
        """Of each model whether each of `ABOUT_NOW` holds."""
        ranks, unlocker = self._ranks(OpenParty.closed), self._unlocker
        model, reasons = unlocker.model, Reasons(unlocker.dispute, unlocker.model.space)

        def judge(row: list[int]) -> list[bool]:
            chosen = (listed[number] for listed, number in zip(ranks, row, strict=True))
            return _about_now(unlocker, Explicit(model.changed(chosen, model.can)), reasons)

        def judge_all(rows: NDArray[np.int64]) -> Truths:
            if not self._is_large(rows):
                return self._one_by_one(judge)(rows)
            return self._batch(model.can, unlocker.resolution).judged(
                ranks, rows, about_now=True, named=unlocker.asked, told=self._progress
            )

        return self._each(self._orders(ranks), judge_all)

    def works(self, concessions: tuple[Concession, ...]) -> Truths:
        """Of each model whether some concessions unlock it; one on an absent want is void."""
        unlocker = self._unlocker
        ranks = self._ranks(lambda party, variation: _conceding(party, variation, concessions))
        can = [option.can for option in conceded(unlocker.dispute, concessions).options]
        goals = unlocker.resolution & unlocker.kept(concessions)

        def judge(row: list[int]) -> list[bool]:
            chosen = (listed[number] for listed, number in zip(ranks, row, strict=True))
            engine = Explicit(unlocker.model.changed(chosen, can))
            return [_opens(engine, unlocker.concept, goals)]

        def judge_all(rows: NDArray[np.int64]) -> Truths:
            if not self._is_large(rows):
                return self._one_by_one(judge)(rows)
            batch = self._batch(tuple(can), goals)
            return batch.judged(ranks, rows, about_now=False, told=self._progress)

        return self._each(self._orders(ranks), judge_all)[:, -1]

    def _batch(self, can: tuple[str, ...], goals: Mask) -> Batch:
        from detente.analysis.engines.batch import Batch

        unlocker = self._unlocker
        model = unlocker.model.changed(unlocker.model.ranks, can)
        return Batch(model, unlocker.concept, unlocker.resolution, goals)

    def least(self, sets: Sequence[tuple[Concession, ...]], works: Truths) -> Truths:
        """Of each model which sets of concessions are least there, among those that work.

        `works` is of shape (models, sets).
        """
        working = {
            tuple(row): found
            for row, found in zip(self._models.tolist(), works.tolist(), strict=True)
        }
        kinds = [[variation.present for variation in listed] for listed in self._variations]

        def judge(row: list[int]) -> list[bool]:
            costs = [self._cost(made, row) for made in sets]
            able = working[tuple(row)]
            below = max((cost for cost, can in zip(costs, able, strict=True) if can), default=0)
            variants = [self._variants(place, number) for place, number in enumerate(row)]
            cheaper = self._unlocker.engine.over(variants).cheapest(below) if below else None
            least = below if cheaper is None else cheaper
            return [can and cost == least for cost, can in zip(costs, able, strict=True)]

        return self._each(kinds, self._one_by_one(judge))

    def _cost(self, concessions: tuple[Concession, ...], row: list[int]) -> int:
        """What concessions cost in a model, in whole numbers, but for void ones."""
        absent = {
            (party.party.id, index)
            for party, listed, number in zip(self._parties, self._variations, row, strict=True)
            for index in listed[number].absent
        }
        return sum(
            int(made.cost * self._unlocker.scale)
            for made in concessions
            if made.place not in absent
        )

    def _variants(self, place: int, number: int) -> Variants:
        variation = self._variations[place][number]
        key = place, variation.present
        if key not in self._built:
            self._built[key] = self._unlocker.variants(self._parties[place].closed(variation))
        return self._built[key]

    @cached_property
    def _built(self) -> dict[tuple[int, tuple[int, ...]], Variants]:
        return {}


def _conceding(
    party: OpenParty, variation: Variation, concessions: tuple[Concession, ...]
) -> Party:
    """A party as a variation has it, after its concessions."""
    name, wants = party.party.id, party.party.ordered_wants
    changes = {made.index: made for made in concessions if made.party == name and made.index}
    present = {index: wants[index - 1] for index in variation.present}
    return replace(party.party, wants=wants_after(present, changes))


def _about_now(unlocker: Unlocker, engine: Explicit, reasons: Reasons) -> list[bool]:
    here, resolution = unlocker.model.space.status_quo, unlocker.resolution
    now = Situation(engine, unlocker.concept, here, resolution, reasons)
    stuck = bool(now.equilibria[here] and not resolution[here])
    kinds = {found.kind for found in diagnose(now)} if unlocker.asked else set()
    free = _opens(engine, unlocker.concept, resolution)
    return [stuck, *(kind in kinds for kind in KINDS), free]


def _opens(engine: Explicit, concept: Concept, goals: Mask) -> bool:
    """Whether steps lead to a goal that lasts and is worse for nobody."""
    here = engine.model.space.status_quo
    good = lasting(engine, concept, goals)
    return bool(good.any()) and Steps(engine, concept).leads(here, good)

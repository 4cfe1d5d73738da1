"""Judging many models of one dispute that differ in their wants alone, each kind once."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from detente.analysis.abreast import Abreast, Judging, Progress, Truths
from detente.analysis.concessions import Concession, conceded
from detente.analysis.engines.variants import Variants
from detente.analysis.open_models import OpenParty, Variation
from detente.analysis.open_preferences import Orders, orders
from detente.analysis.states import Mask
from detente.analysis.unlocking import Unlocker

Numbers = NDArray[np.int64]

# Of all models what is judged without compiled kernels: states, and pairs of states of a model.
MOST_AT_HAND, MOST_PAIRS = 1 << 17, 1 << 26


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

    def _orders(self, concessions: Sequence[Concession] = ()) -> list[Orders]:
        """Of each party the orders of preference that its variations come to."""
        space = self._unlocker.model.space
        return [
            orders(party, listed, space, concessions)
            for party, listed in zip(self._parties, self._variations, strict=True)
        ]

    def _kinds(self, kinds: Sequence[NDArray[np.int64]]) -> tuple[Numbers, Numbers, Numbers]:
        """Models by what their parties' variations come to: each kind once.

        Returns
        -------
        rows, first, which
            Of each kind what is its parties'; the first of its models; and of each model its kind.
        """
        rows = np.array([kind[self._models[:, n]] for n, kind in enumerate(kinds)], np.int64).T
        code = np.zeros(len(self._models), np.int64)
        for column in rows.T:  # one number a kind, dense so that it never grows too large
            code = np.unique(code * (int(column.max()) + 1) + column, return_inverse=True)[1]
        _, first, which = np.unique(code, return_index=True, return_inverse=True)
        return rows[first], first, which

    def _engine(self, count: int, can: tuple[str, ...], goals: Mask) -> Judging:
        """What judges so many kinds: compiled kernels where they soon repay being loaded."""
        model, unlocker = self._unlocker.model, self._unlocker
        shared = model.changed(model.ranks, can), unlocker.concept, unlocker.resolution, goals
        states = count * model.space.size
        if states > MOST_AT_HAND or states * model.space.size > MOST_PAIRS:
            from detente.analysis.engines.judging import Batch

            if Batch.fits(model):
                return Batch(*shared)
        return Abreast(*shared)

    def now(self) -> Truths:
        """Of each model whether each of `ABOUT_NOW` holds."""
        found, unlocker = self._orders(), self._unlocker
        rows, _, which = self._kinds([listed.which for listed in found])
        engine = self._engine(len(rows), unlocker.model.can, unlocker.resolution)
        tables, named = [listed.tables for listed in found], unlocker.asked
        return engine.judged(tables, rows, about_now=True, named=named, told=self._progress)[which]

    def works(self, concessions: tuple[Concession, ...]) -> Truths:
        """Of each model whether some concessions unlock it; one on an absent want is void."""
        found, unlocker = self._orders(concessions), self._unlocker
        can = tuple(option.can for option in conceded(unlocker.dispute, concessions).options)
        goals = unlocker.resolution & unlocker.kept(concessions)
        rows, _, which = self._kinds([listed.which for listed in found])
        engine = self._engine(len(rows), can, goals)
        tables = [listed.tables for listed in found]
        judged = engine.judged(tables, rows, about_now=False, told=self._progress)
        return np.asarray(judged[which, -1])

    def least(self, sets: Sequence[tuple[Concession, ...]], works: Truths, free: Truths) -> Truths:
        """Of each model which sets of concessions are least there, among those that work.

        `works` is of shape (models, sets); `free` says where nothing need be conceded.
        """
        kinds = [_numbered([way.present for way in listed]) for listed in self._variations]
        _, first, which = self._kinds(kinds)
        rows = map(tuple, self._models[first].tolist())
        known = zip(works[first].tolist(), free[first].tolist(), strict=True)
        working = dict(zip(rows, known, strict=True))

        def judge(row: list[int]) -> list[bool]:
            costs = [self._cost(made, row) for made in sets]
            able, is_free = working[tuple(row)]
            below = max((cost for cost, can in zip(costs, able, strict=True) if can), default=0)
            if is_free or not below:
                return [can and not cost for cost, can in zip(costs, able, strict=True)]
            variants = [self._variants(place, number) for place, number in enumerate(row)]
            cheaper = self._unlocker.engine.over(variants).cheapest(below)
            least = below if cheaper is None else cheaper
            return [can and cost == least for cost, can in zip(costs, able, strict=True)]

        found = []
        for row in self._models[first].tolist():
            found.append(judge(row))
            if self._progress is not None:
                self._progress(len(found), len(first))
        return np.array(found, bool)[which]

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


def _numbered(keys: Sequence[Hashable]) -> Numbers:
    """Of each key the number of its kind."""
    numbers: dict[Hashable, int] = {}
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys], np.int64)

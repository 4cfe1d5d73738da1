"""Variants: all that one party could concede, in order of cost, with its preference after each.

A set of variants is a bit set (an int, the bit v for variant v): a thousand at a time are compared
by one operation, and the lowest bit is the cheapest.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from detente.analysis.preferences import lexicographic
from detente.analysis.states import Mask, Ranks, States
from detente.errors import LimitReachedError

MOST_VARIANTS = 400_000
CHUNK = 4096  # variants looked at at once
_EXACT = 26  # wants whose weights, and those of the demoted, a double holds exactly

Scores: TypeAlias = NDArray[np.float64]
Picks: TypeAlias = NDArray[np.uint8]


class Pick(NamedTuple):
    """One way of treating a place: where the want then holds (None: nowhere), and its cost."""

    truth: Mask | None
    cost: int
    demoted: bool = False


@dataclass(frozen=True, eq=False)
class Offer:
    """What one party could concede.

    Attributes
    ----------
    wants
        Of each want its picks, the first as it stands.
    binds
        Of each option that it may bind its bit and the cost.
    ranks
        Its preference where it has no wants.
    """

    wants: Sequence[Sequence[Pick]]
    binds: Sequence[tuple[int, int]]
    ranks: Ranks

    @cached_property
    def costs(self) -> list[list[int]]:
        """Of each place, wants before options, the costs of its picks; 0 is none."""
        wants = [[pick.cost for pick in picks] for picks in self.wants]
        return wants + [[0, cost] for _, cost in self.binds]

    @cached_property
    def withheld(self) -> Offer:
        """That the party concedes nothing."""
        return Offer([picks[:1] for picks in self.wants], [], self.ranks)

    @cached_property
    def sums(self) -> list[int]:
        """What variants can cost, ascending."""
        sums = {0}
        for costs in self.costs:
            sums = {total + cost for total, cost in product(sums, costs)}
        return sorted(sums)

    @cached_property
    def _truths(self) -> list[Mask]:
        nowhere = np.zeros(len(self.ranks), bool)
        return [
            np.array([nowhere if pick.truth is None else pick.truth for pick in picks])
            for picks in self.wants
        ]

    @cached_property
    def _weights(self) -> list[Scores]:
        """Of each want what its picks weigh: those demoted less than all others."""
        count = len(self.wants)
        lowered = 2.0**-count
        return [
            np.array([lowered if pick.demoted else 1.0 for pick in picks])
            * 2.0 ** (2 * count - 1 - place)
            for place, picks in enumerate(self.wants)
        ]

    def scores(self, picks: Picks, states: States) -> Scores:
        """The score of each variant in some states, only to be compared within a variant."""
        if not self.wants:
            return np.repeat(self.ranks[None, states].astype(float), len(picks), axis=0)
        if len(self.wants) > _EXACT:
            rows = [self._exact(row, states) for row in picks]
            return np.array(rows, float).reshape(len(picks), len(states))
        scores = np.zeros((len(picks), len(states)))
        for place, (truths, weights) in enumerate(zip(self._truths, self._weights, strict=True)):
            scores += (truths[:, states] * weights[:, None])[picks[:, place]]
        return scores

    def _exact(self, picks: Picks, states: States) -> Ranks:
        chosen = [choices[taken] for choices, taken in zip(self.wants, picks, strict=False)]
        kept = [pick.truth for pick in chosen if not pick.demoted]
        demoted = [pick.truth for pick in chosen if pick.demoted]
        truths = [truth[states] for truth in (*kept, *demoted) if truth is not None]
        return lexicographic(truths, len(states))

    def affordable(self, budget: int, most: int) -> tuple[Picks, States]:
        """The picks of all variants up to a cost, and what each costs.

        Raises
        ------
        LimitReachedError
            Where they are more than `most`.
        """
        picks, totals = np.zeros((1, 0), np.uint8), np.zeros(1, np.int64)
        for costs in self.costs:
            sums = totals[:, None] + np.array(costs)
            rows, taken = np.nonzero(sums <= budget)
            if len(rows) > most:
                raise LimitReachedError(
                    f"more than {most} ways for one party to concede; "
                    "forbid some, or ask for one party alone"
                )
            picks = np.column_stack([picks[rows], taken.astype(np.uint8)])
            totals = sums[rows, taken]
        return picks, totals


@dataclass(frozen=True, eq=False)
class Rows:
    """Some variants of a party, one row each.

    Attributes
    ----------
    offer
        What the party could concede.
    picks
        Of each place which of its picks is taken; 0 is none.
    """

    offer: Offer
    picks: Picks

    def __len__(self) -> int:
        return len(self.picks)

    def __getitem__(self, rows: slice | Mask | States) -> Rows:
        return Rows(self.offer, self.picks[rows])

    def of(self, *states: int) -> list[Scores]:
        """The scores of one state after another, each with one number a row."""
        return list(self.offer.scores(self.picks, np.array(states, np.int64)).T)

    def scores(self, states: States) -> Scores:
        """The scores of some states, of shape (rows, states)."""
        unique, places = np.unique(states, return_inverse=True)
        return self.offer.scores(self.picks, unique)[:, places.ravel()]

    @cached_property
    def commits(self) -> States:
        """The bits of the options that the party binds."""
        commits = np.zeros(len(self.picks), np.int64)
        for place, (bit, _) in enumerate(self.offer.binds, start=len(self.offer.wants)):
            commits |= self.picks[:, place].astype(np.int64) * bit
        return commits


Condition = Callable[[Rows], Mask]


class Variants:
    """The variants of one party in order of cost, built as far as they are asked for.

    Parameters
    ----------
    offer
        What the party could concede.
    here
        The state that unlocking starts from.
    targets
        The states that it is to lead to. Variants that like none of them as much as the first are
        of no use and left out, but for the first, without concession.
    """

    def __init__(self, offer: Offer, here: int, targets: Sequence[int]) -> None:
        self.offer, self._here, self._targets = offer, here, targets
        self.rows = Rows(offer, np.zeros((0, len(offer.costs)), np.uint8))
        self.costs: list[int] = []
        self.levels: dict[int, int] = {}  # of each cost the set of its variants
        self.accepting = dict.fromkeys(targets, 0)  # of each target the set of those that accept it
        self._complete = -1
        self.grow(0)

    @cached_property
    def withheld(self) -> Variants:
        """The party as it is, conceding nothing."""
        return Variants(self.offer.withheld, self._here, self._targets)

    def next_cost(self) -> int | None:
        """The least cost of variants that are not built yet; None where all are."""
        place = bisect_right(self.offer.sums, self._complete)
        return self.offer.sums[place] if place < len(self.offer.sums) else None

    def grow(self, budget: int, most: int = MOST_VARIANTS) -> None:
        """Build all variants up to a cost that is not less than the next.

        Raises
        ------
        LimitReachedError
            Where they are more than `most`.
        """
        picks, costs = self.offer.affordable(budget, most)
        new = np.flatnonzero(costs > self._complete)
        new = new[np.argsort(costs[new], kind="stable")]
        for start in range(0, len(new), CHUNK):
            part = new[start : start + CHUNK]
            self._add(Rows(self.offer, picks[part]), costs[part])
        self._complete = budget

    def _add(self, rows: Rows, costs: States) -> None:
        """Add those of some variants that are of use."""
        scores = rows.scores(np.array([self._here, *self._targets]))
        accepted = scores[:, 1:] >= scores[:, :1]
        useful = np.asarray(accepted.any(axis=1))
        useful[: not self.costs] = True
        before = len(self.costs)
        packed = np.packbits(accepted[useful].T, axis=1, bitorder="little")
        for target, row in zip(self._targets, packed, strict=True):
            self.accepting[target] |= int.from_bytes(row.tobytes(), "little") << before
        for cost in costs[useful].tolist():
            self.levels[cost] = self.levels.get(cost, 0) | 1 << len(self.costs)
            self.costs.append(cost)
        self.rows = Rows(self.offer, np.concatenate([self.rows.picks, rows.picks[useful]]))


def bit_set(mask: Mask) -> int:
    """A mask as a bit set.

    >>> bin(bit_set(np.array([True, False, True])))
    '0b101'
    """
    return int.from_bytes(np.packbits(mask, bitorder="little").tobytes(), "little")


def truths(bits: int, count: int) -> Mask:
    """A bit set as a mask.

    >>> truths(0b101, 4).tolist()
    [True, False, True, False]
    """
    packed = np.frombuffer(bits.to_bytes((bits.bit_length() + 7) // 8, "little"), np.uint8)
    mask = np.zeros(count, np.uint8)
    unpacked = np.unpackbits(packed, bitorder="little", count=min(count, 8 * len(packed)))
    mask[: len(unpacked)] = unpacked
    return mask.astype(bool)


def lowest(bits: int) -> int:
    """The place of the lowest bit that is set.

    >>> lowest(0b101000)
    3
    """
    return (bits & -bits).bit_length() - 1


def each_bit(bits: int) -> list[int]:
    """The places of the bits that are set, ascending.

    >>> each_bit(0b101000)
    [3, 5]
    """
    found = []
    while bits:
        found.append(lowest(bits))
        bits &= bits - 1
    return found

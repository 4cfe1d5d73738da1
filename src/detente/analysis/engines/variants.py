"""Variants: all that one party could concede, in order of cost, and what each of them prefers.

Variants are numbered by cost; a set of them is a bit set, whose lowest bit is the cheapest. What a
preference rests on are two classes of states, so that few questions are asked twice.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from detente.analysis.bits import bit_set
from detente.analysis.engines.offers import Offer, Picks, Scores, higher
from detente.analysis.states import Ranks, States

MOST_VARIANTS = 400_000
CHUNK = 4096  # variants looked at at once
_KEPT = 1 << 23  # scores that are kept, and words of sets


@dataclass(frozen=True, eq=False)
class Variant:
    """One variant of a party: of each place which of its picks is taken, 0 is none."""

    offer: Offer
    picks: Picks

    @property
    def ranks(self) -> Ranks:
        """Its preference over all states."""
        return self.offer.everywhere(self.picks)

    @property
    def commits(self) -> int:
        """The bits of the options that it binds."""
        taken = self.picks[len(self.offer.wants) :].tolist()
        return sum(bit for (bit, _), pick in zip(self.offer.binds, taken, strict=True) if pick)


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
        self.costs: list[int] = []
        self.levels: dict[int, int] = {}  # of each cost the set of its variants
        self._picks: Picks = np.zeros((0, len(offer.costs)), np.uint8)
        self._complete = -1
        self._scores: dict[int, Scores] = {}
        self._preferring: dict[tuple[int, int], tuple[int, int]] = {}
        self._bound: dict[int, tuple[int, int]] = {}
        self.grow(0)

    def __len__(self) -> int:
        return len(self.costs)

    def __getitem__(self, number: int) -> Variant:
        return Variant(self.offer, self._picks[number])

    @cached_property
    def withheld(self) -> Variants:
        """The party as it is, conceding nothing."""
        return Variants(self.offer.withheld, self._here, self._targets)

    def without(self, barred: Collection[tuple[int, int]]) -> Variants:
        """The same but for those that treat some places in some ways."""
        return Variants(self.offer.without(barred), self._here, self._targets)

    # How far they are built ---------------------------------------------------------------------

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
            self._add(picks[new[start : start + CHUNK]], costs[new[start : start + CHUNK]])
        self._complete = budget

    def _add(self, picks: Picks, costs: States) -> None:
        """Add those of some variants that are of use."""
        useful = np.zeros(len(picks), bool)
        useful[: not self.costs] = True
        level = self.offer.scores(picks, self._class(self._here))
        for target in np.unique(self.offer.classes[list(self._targets)]).tolist():
            rest = np.flatnonzero(~useful)
            if not len(rest):
                break
            liked = self.offer.scores(picks[rest], target)
            useful[rest] = ~higher(level[:, rest], liked)
        for cost in costs[useful].tolist():
            self.levels[cost] = self.levels.get(cost, 0) | 1 << len(self.costs)
            self.costs.append(cost)
        self._picks = np.concatenate([self._picks, picks[useful]])

    # Sets of them -------------------------------------------------------------------------------

    @property
    def all(self) -> int:
        """All that are built."""
        return (1 << len(self.costs)) - 1

    def accepting(self, target: int) -> int:
        """Those that like a target no less than the state that unlocking starts from."""
        return self.all & ~self.preferring(self._here, target)

    def preferring(self, better: int, worse: int) -> int:
        """Those that prefer one state to another."""
        return self.preferring_class(self._class(better), self._class(worse))

    def preferring_class(self, better: int, worse: int) -> int:
        """Those that prefer the states of one class to those of another."""
        if better == worse:
            return 0
        count, found = self._preferring.get((better, worse), (0, 0))
        if count < len(self.costs):
            if len(self._preferring) * len(self.costs) > 64 * _KEPT:
                self._preferring.clear()
            found = bit_set(higher(self._score(better), self._score(worse)))
            self._preferring[better, worse] = len(self.costs), found
        return found

    def binding(self, options: int) -> int:
        """Those that bind one of some options."""
        count, found = self._bound.get(options, (0, 0))
        if count < len(self.costs):
            places = [n for n, (bit, _) in enumerate(self.offer.binds) if bit & options]
            columns = self._picks[:, [len(self.offer.wants) + n for n in places]]
            found = bit_set(np.asarray(columns.any(axis=1))) if places else 0
            self._bound[options] = len(self.costs), found
        return found

    def taking(self, place: int, pick: int) -> int:
        """Those that treat a place in one way."""
        return bit_set(self._picks[:, place] == pick)

    def same(self, variant: Variant) -> int:
        """The one that is a variant; none where it is of another party or preference."""
        if variant.offer is not self.offer:
            return 0
        return bit_set(np.asarray((self._picks == variant.picks).all(axis=1)))

    def _class(self, state: int) -> int:
        return int(self.offer.classes[state])

    def _score(self, of: int) -> Scores:
        """The scores of all that are built, in the states of a class."""
        known = self._scores.get(of, self.offer.scores(self._picks[:0], of))
        built = known.shape[1]
        if built < len(self.costs):
            if len(self._scores) * known.shape[0] * len(self.costs) > _KEPT:
                self._scores.clear()
            more = self.offer.scores(self._picks[built:], of)
            known = self._scores[of] = np.concatenate([known, more], axis=1)
        return known


Condition = Callable[[Variants], int]

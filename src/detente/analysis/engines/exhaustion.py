"""The least unlockings by exhaustion, in order of cost, a region at a time.

For each resolution state the choices of concessions up to a cost are covered by regions: the
cheapest choice not covered is examined, and its witness decides a whole region of others. When all
choices up to a cost are covered, what unlocks at that cost is known, and proven.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

import numpy as np

from detente.analysis.bits import each_bit, lowest
from detente.analysis.concepts import Concept
from detente.analysis.engines.examination import Examiner
from detente.analysis.engines.regions import Region, picked
from detente.analysis.engines.variants import MOST_VARIANTS, Variants
from detente.analysis.graph_model import GraphModel
from detente.errors import LimitReachedError

_GUESSES, _GUESSED = 8, 5000  # targets, and variants of a party, among which to guess

Choice = tuple[int, ...]  # of each party the number of its variant


@dataclass(frozen=True)
class Found:
    """A choice that unlocks, with the target whose values commitments bind to."""

    choice: Choice
    target: int


class _Known(NamedTuple):
    """All choices that hold certain concessions; its commitments go towards a target's values."""

    target: int
    commits: int
    region: Region


class OutOfPatienceError(Exception):
    """The time or the examinations allowed are over; `Exhaustion.bound` says how far it came."""


class Exhaustion:
    """The search in one graph model.

    Parameters
    ----------
    model
        The graph model without concessions.
    state
        Where unlocking starts from.
    targets
        The resolution states that moves lead to from there, and the state itself if it is one.
    concept
        Under which the resolution is to last.
    variants
        Of each of the model's parties what it could concede.
    """

    def __init__(
        self,
        model: GraphModel,
        state: int,
        targets: Sequence[int],
        concept: Concept,
        variants: Sequence[Variants],
    ) -> None:
        self.model, self.variants, self._here = model, variants, state
        self.examined = 0
        self.bound: int | None = 0
        self.hits: list[Found] = []
        self.deadline: float | None = None
        self.patience: int | None = None
        self.widest = MOST_VARIANTS
        self._examiner = Examiner(model, state, concept)
        self._regions: dict[int, list[Region]] = {target: [] for target in targets}

    def over(self, variants: Sequence[Variants]) -> Exhaustion:
        """The same search among other variants: what was found out about regions is kept."""
        other = copy(self)
        other.variants = variants
        return other

    def cheapest(self, below: int) -> int | None:
        """The least cost at which something unlocks, where it is below a bound; else None."""
        for cost, _ in self.levels(below=below):
            return cost
        return None

    def levels(self, below: int | None = None) -> Iterator[tuple[int, list[Found]]]:
        """Each cost at which something minimal unlocks, ascending, with all that does.

        With `below`, costs below that.

        Raises
        ------
        OutOfPatienceError
            Past `deadline`, on the monotonic clock, or past so many examinations as `patience`
            says, where one is set.
        LimitReachedError
            Where a party has more than `widest` variants to look at.
        """
        known: list[_Known] = []
        pending = dict.fromkeys(self._regions, 0)  # at what cost there is more to look at
        self.bound = 0
        while self.bound is not None and (below is None or self.bound < below):
            cost, found = self.bound, list[Found]()
            self.hits = found
            for target in [target for target, more in pending.items() if more <= cost]:
                hits, following = self._cover(target, cost, known)
                known += [self._supersets(hit) for hit in hits]
                found += hits
                pending[target] = min((more for more in following if more > cost), default=-1)
            if cost == 0 and not found:
                doomed = self._doomed()
                pending = {target: more for target, more in pending.items() if target not in doomed}
            if found:
                yield cost, found
            if found and cost == 0:
                return  # all else holds what needs no concession
            self._bar(found)
            pending = {
                target: more
                for target, more in pending.items()
                if more > cost and not self._hopeless(target)
            }
            self.bound = min(pending.values(), default=None)

    @property
    def _only(self) -> int | None:
        """The one party that can concede; None where several can, or none."""
        able = [party for party, rows in enumerate(self.variants) if len(rows.offer.sums) > 1]
        return able[0] if len(able) == 1 else None

    def _doomed(self) -> set[int]:
        """The targets that fail whatever the only party that can concede concedes."""
        only = self._only
        if only is None:
            return set()
        choice = [variants[0] for variants in self.variants]
        lasting = self._examiner.at_best(choice, only)
        return {target for target in self._regions if not lasting[target]}

    def _supersets(self, hit: Found) -> _Known:
        """The choices that hold all concessions of one that unlocks: none of them is minimal."""
        made = [rows[number] for rows, number in zip(self.variants, hit.choice, strict=True)]
        conditions = [
            [picked(place, pick) for place, pick in enumerate(one.picks.tolist()) if pick]
            for one in made
        ]
        commits = sum(one.commits for one in made)
        return _Known(hit.target, commits, Region(None, conditions))

    def _cover(
        self, target: int, cost: int, known: Sequence[_Known]
    ) -> tuple[list[Found], list[int]]:
        """Cover all choices up to a cost.

        Returns
        -------
        found, following
            What unlocks at that cost; and costs above it at which there is more to look at.
        """
        masks, following = self._willing(target, cost)
        found: list[Found] = []
        done = [one.region for one in known if not (one.target ^ target) & one.commits]
        regions = self._regions[target]
        if not regions:
            regions += self._examiner.apart(target)
        waiting = [(masks, 0)]
        while waiting:
            masks, place = waiting.pop()
            least = self._least(masks)
            if least is None or least > cost:
                following += [least] if least else []
                continue
            inside, region = None, None
            while inside is None:
                if place == len(done) + len(regions):
                    regions.append(self._examine(target, masks))
                region = done[place] if place < len(done) else regions[place - len(done)]
                inside = self._within(masks, region)
                place += 1
            if region is not None and region.verdict:
                hits, more = self._collect(inside, cost)
                found += [Found(choice, target) for choice in hits]
                following += more
            for party, mask in enumerate(inside):
                rest = masks[party] & ~mask
                waiting.append(([*inside[:party], rest, *masks[party + 1 :]], place))
        return found, following

    def _bar(self, found: Sequence[Found]) -> None:
        """Look no more at variants that hold a want's concession which unlocks by itself."""
        singles: dict[int, list[tuple[int, int]]] = {}
        for hit in found:
            taken = [
                (party, place, int(rows[number].picks[place]))
                for party, (rows, number) in enumerate(zip(self.variants, hit.choice, strict=True))
                for place in np.flatnonzero(rows[number].picks).tolist()
            ]
            for party, place, pick in taken if len(taken) == 1 else ():
                if place < len(self.variants[party].offer.wants):  # it binds nobody
                    singles.setdefault(party, []).append((place, pick))
        self.variants = [
            rows.without(singles[party]) if party in singles else rows
            for party, rows in enumerate(self.variants)
        ]

    def _hopeless(self, target: int) -> bool:
        """Whether a target fails whatever is conceded that is left to look at.

        Somebody would like it less, or it fails for others whatever the only party that can concede
        concedes.
        """
        if not all(rows.offer.accepts(target, self._here) for rows in self.variants):
            return True
        only = self._only
        if only is None:
            return False
        others = [party for party in range(len(self.variants)) if party != only]
        return any(
            region.verdict is False
            and not region.conditions[only]
            and all(region.mask(other, self.variants[other]) for other in others)
            for region in self._regions[target]
        )

    def _least(self, masks: Sequence[int]) -> int | None:
        """The cost of the cheapest choice; None where there is none."""
        total = 0
        for variants, mask in zip(self.variants, masks, strict=True):
            if not mask:
                return None
            total += variants.costs[lowest(mask)]
        return total

    def _within(self, masks: Sequence[int], region: Region) -> list[int] | None:
        """The part of some choices that lies in a region; None where there is none."""
        found = []
        for party, mask in enumerate(masks):
            inside = mask & region.mask(party, self.variants[party])
            if not inside:
                return None
            found.append(inside)
        return found

    def _examine(self, target: int, masks: Sequence[int]) -> Region:
        """Examine the cheapest choice: the region that it lies in."""
        if self.deadline is not None and time.monotonic() > self.deadline:
            raise OutOfPatienceError
        if self.patience is not None and self.examined >= self.patience:
            raise OutOfPatienceError
        self.examined += 1
        pairs = zip(self.variants, masks, strict=True)
        return self._examiner.examine(target, [rows[lowest(mask)] for rows, mask in pairs])

    def guesses(self) -> Iterator[Found]:
        """Choices that may well unlock, of a few targets: nobody could gain by leaving them.

        An equilibrium under Nash is one under every concept; of each party the cheapest variant
        that helps to one is taken, as far as they are not too many.
        """
        costs = {target: self._offers(target)[1] for target in self._regions}
        near = [
            (sum(c for c in least if c is not None), t)
            for t, least in costs.items()
            if None not in least
        ]
        for _, target in sorted(near)[:_GUESSES]:
            choice = [self._settling(party, target) for party in range(len(self.variants))]
            numbers = [number for number in choice if number is not None]
            if len(numbers) == len(choice):
                yield Found(tuple(numbers), target)

    def _settling(self, party: int, target: int) -> int | None:
        """The cheapest variant of a party that accepts a target, and never gains by leaving it."""
        variants = self.variants[party]
        region = self._examiner.settling(party, target)
        while not (mask := region.mask(party, variants)):
            following = variants.next_cost()
            if following is None:
                return None
            try:
                variants.grow(following, _GUESSED)
            except LimitReachedError:
                return None
        return lowest(mask)

    def _collect(self, masks: Sequence[int], cost: int) -> tuple[list[Choice], list[int]]:
        """The choices of just that cost, and the least cost above it."""
        levels = [
            [(level, bits & mask) for level, bits in variants.levels.items() if bits & mask]
            for variants, mask in zip(self.variants, masks, strict=True)
        ]
        found: list[Choice] = []
        following: list[int] = []
        for parts in product(*levels):
            total = sum(level for level, _ in parts)
            if total == cost:
                found += product(*(each_bit(bits) for _, bits in parts))
            elif total > cost:
                following.append(total)
        return found, [min(following)] if following else []

    def _willing(self, target: int, cost: int) -> tuple[list[int], list[int]]:
        """The choices in which no party likes a target less, built as far as a cost needs them."""
        while True:
            masks, least = self._offers(target)
            if None in least:
                return [0 for _ in masks], []
            costs = [level for level in least if level is not None]
            if sum(costs) > cost:
                return [0 for _ in masks], [sum(costs)]
            rest = cost - sum(costs)
            if not any(self._grow(party, rest + own) for party, own in enumerate(costs)):
                break
        beyond = (variants.next_cost() for variants in self.variants)
        following = [
            more + sum(costs) - own
            for more, own in zip(beyond, costs, strict=True)
            if more is not None
        ]
        return masks, following

    def _offers(self, target: int) -> tuple[list[int], list[int | None]]:
        """Of each party the variants that accept a target, and the least that such a one costs."""
        masks = [variants.accepting(target) for variants in self.variants]
        least = [
            variants.costs[lowest(mask)] if mask else variants.next_cost()
            for variants, mask in zip(self.variants, masks, strict=True)
        ]
        return masks, least

    def _grow(self, party: int, budget: int) -> bool:
        """Whether more variants of a party are to be had for a budget; then they are built."""
        following = self.variants[party].next_cost()
        if following is None or following > budget:
            return False
        self.variants[party].grow(budget, self.widest)
        return True

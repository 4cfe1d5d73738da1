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

from detente.analysis.concepts import Concept
from detente.analysis.engines.examination import Examiner
from detente.analysis.engines.regions import Region, accepts, picked
from detente.analysis.engines.variants import MOST_VARIANTS, Variants, each_bit, lowest
from detente.analysis.graph_model import GraphModel

Choice = tuple[int, ...]  # of each party the number of its variant


@dataclass(frozen=True)
class Found:
    """A choice that unlocks, with the target whose values commitments bind to."""

    choice: Choice
    target: int


class OutOfPatienceError(Exception):
    """The time or the examinations allowed are over; `Exhaustion.bound` says how far it came."""


@dataclass(eq=False)
class _Goal:
    """A target: the choices in which no party likes it less, and the regions found so far."""

    willing: Region
    regions: list[Region]


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
        self.model, self.variants = model, variants
        self.examined = 0
        self.bound: int | None = 0
        self.deadline: float | None = None
        self.patience: int | None = None
        self.widest = MOST_VARIANTS
        self._examiner = Examiner(model, state, concept)
        self._goals = {
            target: _Goal(Region(None, [[accepts(target, state)] for _ in variants]), [])
            for target in targets
        }

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

    def levels(
        self, only: int | None = None, below: int | None = None
    ) -> Iterator[tuple[int, list[Found]]]:
        """Each cost at which something minimal unlocks, ascending, with all that does.

        With `only`, the concessions of one party alone are looked at; with `below`, costs below
        that.

        Raises
        ------
        OutOfPatienceError
            Past `deadline`, on the monotonic clock, or past so many examinations as `patience`
            says, where one is set.
        LimitReachedError
            Where a party has more than `widest` variants to look at.
        """
        known: list[tuple[Found, Region]] = []
        self.bound = 0
        while self.bound is not None and (below is None or self.bound < below):
            cost = self.bound
            covers = {t: self._cover(t, cost, only, known) for t in self._goals}
            found = [hit for hits, _ in covers.values() for hit in hits]
            known += [(hit, self._supersets(hit)) for hit in found]
            if found:
                yield cost, found
            if found and cost == 0:
                return  # all else holds what needs no concession
            if only is not None and cost == 0:
                self._doom(only)
            following = (
                more
                for target, (_, rest) in covers.items()
                if not self._hopeless(target, only)
                for more in rest
                if more > cost
            )
            self.bound = min(following, default=None)

    def _doom(self, only: int) -> None:
        """Note the targets that fail whatever one party concedes."""
        rows = [variants.rows[:1] for variants in self.variants]
        for target, goal in self._goals.items():
            masks, _ = self._offers(target, [only])
            if not all(mask for party, mask in enumerate(masks) if party != only):
                continue
            region = self._examiner.doomed(target, rows, only)
            goal.regions += [region] if region else []

    def _supersets(self, hit: Found) -> Region:
        """The choices that hold all concessions of one that unlocks: none of them is minimal."""
        picks = (
            variants.rows.picks[variant].tolist()
            for variants, variant in zip(self.variants, hit.choice, strict=True)
        )
        conditions = [
            [picked(place, pick) for place, pick in enumerate(row) if pick] for row in picks
        ]
        return Region(None, conditions)

    def _compatible(self, hit: Found, target: int) -> bool:
        """Whether the commitments of a choice go the same way towards another target."""
        pairs = zip(self.variants, hit.choice, strict=True)
        away = (int(variants.rows.commits[variant]) for variants, variant in pairs)
        return not any((hit.target ^ target) & commits for commits in away)

    def _cover(
        self, target: int, cost: int, only: int | None, known: Sequence[tuple[Found, Region]]
    ) -> tuple[list[Found], list[int]]:
        """Cover all choices up to a cost.

        Returns
        -------
        found, following
            What unlocks at that cost; and costs above it at which there is more to look at.
        """
        if self._hopeless(target, only):
            return [], []
        masks, following = self._willing(target, cost, only)
        found: list[Found] = []
        done = [region for hit, region in known if self._compatible(hit, target)]
        regions = self._goals[target].regions
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

    def _hopeless(self, target: int, only: int | None) -> bool:
        """Whether a target fails whatever one party concedes: by what the others are alone."""
        if only is None:
            return False
        others = [party for party in range(len(self.variants)) if party != only]
        return any(
            region.verdict is False
            and not region.conditions[only]
            and all(region.mask(other, self.variants[other]) & 1 for other in others)
            for region in self._goals[target].regions
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
        rows = []
        for variants, mask in zip(self.variants, masks, strict=True):
            row = lowest(mask)
            rows.append(variants.rows[row : row + 1])
        return self._examiner.examine(target, rows)

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

    def _willing(self, target: int, cost: int, only: int | None) -> tuple[list[int], list[int]]:
        """The choices in which no party likes a target less, built as far as a cost needs them."""
        growing = [party for party in range(len(self.variants)) if only in (None, party)]
        while True:
            masks, least = self._offers(target, growing)
            if None in least:
                return [0 for _ in masks], []
            costs = [level for level in least if level is not None]
            if sum(costs) > cost:
                return [0 for _ in masks], [sum(costs)]
            grown = [self._grow(party, cost - sum(costs) + costs[party]) for party in growing]
            if not any(grown):
                break
        beyond = ((party, self.variants[party].next_cost()) for party in growing)
        following = [more + sum(costs) - costs[party] for party, more in beyond if more is not None]
        return masks, following

    def _offers(self, target: int, growing: Sequence[int]) -> tuple[list[int], list[int | None]]:
        """Of each party the variants that accept a target, and the least that such a one costs."""
        masks: list[int] = []
        least: list[int | None] = []
        for party, variants in enumerate(self.variants):
            mask = self._goals[target].willing.mask(party, variants)
            if party not in growing:
                mask &= 1
            masks.append(mask)
            beyond = variants.next_cost() if party in growing else None
            least.append(variants.costs[lowest(mask)] if mask else beyond)
        return masks, least

    def _grow(self, party: int, budget: int) -> bool:
        """Whether more variants of a party are to be had for a budget; then they are built."""
        following = self.variants[party].next_cost()
        if following is None or following > budget:
            return False
        self.variants[party].grow(budget, self.widest)
        return True

"""What one party could concede: the ways of treating each want, and what it may bind itself to.

A variant takes one way of each, as a row of small numbers; 0 is none. States that no way of
treating any want tells apart are one class: a party's wants name few options, so that its classes
are few where states are many.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from detente.analysis.preferences import lexicographic
from detente.analysis.states import Mask, Ranks, States
from detente.errors import LimitReachedError

_REMEMBERED = 256  # variants whose ranks in all states are kept
_WORD = 62  # wants that one number has room for
_NEVER = 1 << 60  # what a barred pick costs

Picks: TypeAlias = NDArray[np.uint8]
Scores: TypeAlias = NDArray[np.int64]  # words by variants, the most important word first


class Pick(NamedTuple):
    """One way of treating a place: where the want then holds (None: nowhere), and its cost."""

    truth: Mask | None
    cost: int
    demoted: bool = False

    def sign(self, one: int, other: int) -> int:
        """Whether it speaks for one state rather than another (1), against it (-1), or neither."""
        return 0 if self.truth is None else int(self.truth[one]) - int(self.truth[other])


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
    barred
        Places and picks there that are not to be looked at.
    """

    wants: Sequence[Sequence[Pick]]
    binds: Sequence[tuple[int, int]]
    ranks: Ranks
    barred: frozenset[tuple[int, int]] = frozenset()

    @cached_property
    def costs(self) -> list[list[int]]:
        """Of each place, wants before options, the costs of its picks; 0 is none."""
        wants = [[pick.cost for pick in picks] for picks in self.wants]
        costs = wants + [[0, cost] for _, cost in self.binds]
        for place, pick in self.barred:
            costs[place][pick] = _NEVER
        return costs

    def without(self, barred: Collection[tuple[int, int]]) -> Offer:
        """The same but for some picks."""
        other = replace(self, barred=self.barred | frozenset(barred))
        other.__dict__["classes"] = self.classes  # what it does not ask about
        return other

    def accepts(self, target: int, here: int) -> bool:
        """Whether any variant likes a target no less than another state.

        The want that differs first decides. So the variant that accepts it, if one does, is the one
        in which each want speaks for the target as it may, else for neither, else comes last.

        Examples
        --------
        >>> holds = np.array([True, False])
        >>> offer = Offer([[Pick(holds, 0), Pick(None, 1)]], [], np.zeros(2, np.int64))
        >>> offer.accepts(1, 0), offer.without([(0, 1)]).accepts(1, 0)
        (True, False)
        """
        if not self.wants:
            return bool(self.ranks[target] >= self.ranks[here])
        key = int(self.classes[target]), int(self.classes[here])
        if key not in self._accepted:
            self._accepted[key] = self._accepts(target, here)
        return self._accepted[key]

    @cached_property
    def _accepted(self) -> dict[tuple[int, int], bool]:
        return {}

    def _accepts(self, target: int, here: int) -> bool:
        kept, last = list[int](), list[int]()
        for place, picks in enumerate(self.wants):
            allowed = [pick for n, pick in enumerate(picks) if (place, n) not in self.barred]
            signs = [(pick.sign(target, here), pick.demoted) for pick in allowed]
            sign = max(signs)[0]
            (last if sign < 0 and (sign, True) in signs else kept).append(sign)
        return next((sign for sign in kept + last if sign), 1) > 0

    @cached_property
    def withheld(self) -> Offer:
        """That the party concedes nothing."""
        return Offer([picks[:1] for picks in self.wants], [], self.ranks)

    @cached_property
    def sums(self) -> list[int]:
        """What variants can cost, ascending."""
        sums = {0}
        for costs in self.costs:
            sums = {total + cost for total, cost in product(sums, costs) if cost < _NEVER}
        return sorted(sums)

    @cached_property
    def classes(self) -> States:
        """Of each state its class; without wants in the order of preference."""
        truths = {id(p.truth): p.truth for picks in self.wants for p in picks}
        told = [truth for truth in truths.values() if truth is not None]
        if not self.wants:
            return np.unique(self.ranks, return_inverse=True)[1]
        return lexicographic(told, len(self.ranks))

    @cached_property
    def _weighed(self) -> list[NDArray[np.int64]]:
        """Of each want what its picks weigh: of shape (classes, words, picks).

        Wants have the places 0 … n-1 and, demoted, n … 2n-1: a place is a bit of a word.
        """
        _, first = np.unique(self.classes, return_index=True)
        count = len(self.wants)
        tables = []
        for place, picks in enumerate(self.wants):
            table = np.zeros((len(first), -(-2 * count // _WORD), len(picks)), np.int64)
            for number, pick in enumerate(picks):
                if pick.truth is not None:
                    word, bit = divmod(place + count * pick.demoted, _WORD)
                    table[:, word, number] = pick.truth[first].astype(np.int64) << _WORD - 1 - bit
            tables.append(table)
        return tables

    def scores(self, picks: Picks, of: int) -> Scores:
        """The scores of some variants in the states of a class."""
        if not self.wants:
            return np.full((1, len(picks)), of)
        words = self._weighed[0].shape[1]
        scores = np.zeros((words, len(picks)), np.int64)
        for place, table in enumerate(self._weighed):
            scores += table[of].take(picks[:, place], axis=1)
        return scores

    def everywhere(self, picks: Picks) -> Ranks:
        """The ranks of one variant in all states; dense only where they must be."""
        wants = picks[: len(self.wants)]
        key = wants.tobytes()
        if key not in self._ranks:
            if len(self._ranks) >= _REMEMBERED:
                self._ranks.clear()
            self._ranks[key] = self._ranked(wants)
        return self._ranks[key]

    def _ranked(self, picks: Picks) -> Ranks:
        if not self.wants:
            return self.ranks
        chosen = [choices[taken] for choices, taken in zip(self.wants, picks, strict=True)]
        kept = [pick.truth for pick in chosen if not pick.demoted]
        kept += [pick.truth for pick in chosen if pick.demoted]
        truths = [truth for truth in kept if truth is not None]
        if len(truths) > _WORD:
            return lexicographic(truths, len(self.ranks))
        ranks = np.zeros(len(self.ranks), np.int64)
        for truth in truths:
            ranks += ranks
            ranks += truth
        return ranks

    @cached_property
    def _ranks(self) -> dict[bytes, Ranks]:
        return {}

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


def higher(one: Scores, other: Scores) -> Mask:
    """Of which variants the first score is the higher."""
    found = one[-1] > other[-1]
    for mine, theirs in zip(one[-2::-1], other[-2::-1], strict=True):
        found = (mine > theirs) | ((mine == theirs) & found)
    return np.asarray(found)

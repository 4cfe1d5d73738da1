"""The ranks of parties by what makes a difference to them, with orders and the best within reach.

A party's ranks of all states are the same again and again: most options make no difference to it.
What does is read from the ranks, so that nothing has to be known about where these come from.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.analysis.engines import kernels
from detente.analysis.engines.layout import Freedom, numbering, places_of, sums
from detente.analysis.engines.words import WORD
from detente.analysis.states import Mask

Share = Callable[..., list[Any]]


def condensed(count: int, cells: NDArray[Any]) -> tuple[int, NDArray[Any]]:
    """The bits of a flat index that make a difference to what is given by it; the same by these.

    >>> condensed(3, np.array([5, 5, 7, 7, 5, 5, 7, 7]))
    (2, array([5, 7]))
    """
    bits = 0
    for bit in reversed(range(count)):
        if _depends(cells, bit):
            bits |= 1 << bit
        else:
            cells = np.ascontiguousarray(cells.reshape(-1, 2, 1 << bit)[:, 0]).ravel()
    return bits, cells


def _depends(cells: NDArray[Any], bit: int) -> bool:
    word = (WORD // 8 // cells.itemsize).bit_length() - 1  # bits: so many numbers in one
    if bit >= word:
        return bool(kernels.depends(cells.view(np.uint64), bit - word))
    return bool(kernels.depends(cells, bit))


class Tables:
    """What the kernels look up about the parties of a dispute.

    Parameters
    ----------
    count
        The number of options.
    parties
        What each may change, and its ranks by flat index.
    possible
        The feasible states; None where all are.
    share
        How threads share the work, as `Cube.share` does.

    Attributes
    ----------
    matters
        Of each party the bits that make a difference to its ranks.
    ranks
        Of each party, from its place in `starts` on, rows of ranks: a row of as many as it has
        states to choose from, for each way in which others make a difference to it.
    most
        Of each party the highest rank.
    possible
        The feasible states by the bits that make a difference to it.
    rank_weights, possible_weights
        What each bit of a state adds to the place of its rank (of each party) and of whether it is
        feasible.
    """

    def __init__(
        self,
        count: int,
        parties: Sequence[tuple[Freedom, NDArray[Any]]],
        possible: Mask | None,
        share: Share,
    ) -> None:
        self.count, self._share = count, share
        self._freedoms = [freedom for freedom, _ in parties]
        given = [ranks for _, ranks in parties]
        if possible is not None:
            given.append(possible.view(np.uint8))
        found = share(len(given), _condense, count, given)
        pairs = [pair for part in found for pair in part]
        every: tuple[int, NDArray[Any]] = (0, np.ones(1, np.uint8))
        bits, told = every if possible is None else pairs.pop()
        self.possible: NDArray[Any] = told
        self.possible_weights = numbering(count, places_of(bits))
        self._restricts = bits
        self.matters = [bits for bits, _ in pairs]
        self.most = [int(cells.max()) for _, cells in pairs]
        self.starts = [0, *np.cumsum([self._cells(party) for party in range(len(pairs))]).tolist()]
        kind = np.result_type(np.uint8, *(cells.dtype for _, cells in pairs))
        self.ranks = np.zeros(self.starts[-1], kind)
        for party, (bits, cells) in enumerate(pairs):
            weights = numbering(count, places_of(bits))
            own, others = self._bits_of(party)
            rows = sums(weights, others)[:, None] + sums(weights, own)
            self.rows(party)[:] = cells[rows]
        self.rank_weights = [
            numbering(count, [*own, *others])
            for own, others in map(self._bits_of, range(len(pairs)))
        ]
        self._rest = [
            places_of((matters | self._restricts) & ~freedom.bits)
            for matters, freedom in zip(self.matters, self._freedoms, strict=True)
        ]
        self._best_weights, self._best_least = [], []
        for freedom, rest in zip(self._freedoms, self._rest, strict=True):
            levels, least = freedom.level_weights(count)
            subs = numbering(count, rest)
            self._best_weights.append(
                [freedom.heights * one + two for one, two in zip(subs, levels, strict=True)]
            )
            self._best_least.append(least)

    def _bits_of(self, party: int) -> tuple[list[int], list[int]]:
        """The bits of a party, and others that make a difference to it."""
        own = self._freedoms[party].bits
        return places_of(own), places_of(self.matters[party] & ~own)

    def _cells(self, party: int) -> int:
        own, others = self._bits_of(party)
        return 1 << len(own) + len(others)

    def rows(self, party: int) -> NDArray[Any]:
        """The ranks of a party: a row for each way in which others make a difference to it."""
        size = self._freedoms[party].size
        return self.ranks[self.starts[party] : self.starts[party + 1]].reshape(-1, size)

    @cached_property
    def orders(self) -> NDArray[Any]:
        """The same rows sorted, as `kernels.arrange` does."""
        most = max((freedom.size for freedom in self._freedoms), default=1)
        kinds = (np.uint8, np.uint16, np.uint32)
        kind = next(kind for kind in kinds if most <= 1 << np.iinfo(kind).bits - 1)
        orders = np.zeros(len(self.ranks), kind)
        for party, freedom in enumerate(self._freedoms):
            self._share(
                len(self.rows(party)), kernels.arrange, self.ranks, self.starts[party],
                freedom.size, self.most[party] // WORD + 1, orders,
            )  # fmt: skip
        return orders

    @cached_property
    def _begins(self) -> list[int]:
        sizes = [
            freedom.heights << len(rest)
            for freedom, rest in zip(self._freedoms, self._rest, strict=True)
        ]
        return [0, *np.cumsum(sizes).tolist()]

    @cached_property
    def bests(self) -> NDArray[Any]:
        """Of each party the best rank within reach, by sub-cube and level."""
        bests = np.zeros(self._begins[-1], self.ranks.dtype)
        for party, (freedom, rest) in enumerate(zip(self._freedoms, self._rest, strict=True)):
            at = self.starts[party] + sums(self.rank_weights[party], rest).astype(np.int64)
            self._share(
                len(at), kernels.top, bests, self._begins[party], self.ranks, at, self.possible,
                sums(self.possible_weights, rest),
                sums(self.possible_weights, places_of(freedom.bits)), freedom.levels,
                freedom.heights,
            )  # fmt: skip
        return bests

    def _best_at(self, party: int, bits: Sequence[int]) -> NDArray[np.int64]:
        least = self._begins[party] + self._best_least[party]
        return sums(self._best_weights[party], bits).astype(np.int64) + least

    def pairs(self, party: int, width: int) -> tuple[list[int], NDArray[Any]]:
        """Of each state its rank, and the best within reach so many bits higher.

        By the bits that make a difference to that; what each bit adds to the place.
        """
        freedom = self._freedoms[party]
        bits = places_of(self.matters[party] | self._restricts | freedom.bits)
        at = self.starts[party] + sums(self.rank_weights[party], bits).astype(np.int64)
        kind = f"u{width // 4}"
        found = self.bests[self._best_at(party, bits)].astype(kind) << np.array(width, kind)
        return numbering(self.count, bits), found | self.ranks[at].astype(kind)

    def best_layers(self, party: int, others: Sequence[int]) -> NDArray[Any]:
        """The best within reach: for each level a layer of all sub-cubes."""
        weights, heights = self._best_weights[party], self._freedoms[party].heights
        at = self._begins[party] + sums(weights, others).astype(np.int64)
        return np.concatenate([self.bests[at + level] for level in range(heights)])


def _condense(
    first: int, last: int, count: int, given: Sequence[NDArray[Any]]
) -> list[tuple[int, NDArray[Any]]]:
    return [condensed(count, cells) for cells in given[first:last]]

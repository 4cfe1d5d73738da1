"""Batches: many variants of one dispute at once, that differ in preferences alone.

What depends on one party's preference alone (its sorted sub-cubes; where it is Nash, GMR and SMR
stable, for sanctions by any move do not ask what the others prefer) is found once for each of its
preferences; a variant is then a choice of one preference for each party, and only SEQ and SSEQ are
swept for it: of small disputes many variants at once, of larger ones each alone, its lanes being
the parties.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from detente.analysis.concepts import CONCEPTS, concepts
from detente.analysis.engines import batch_kernels as kernels
from detente.analysis.engines import column_kernels as columns
from detente.analysis.engines.layout import Freedom
from detente.analysis.graph_model import GraphModel, subsets
from detente.analysis.states import Mask
from detente.dispute.formula import Formula
from detente.errors import LimitReachedError

MOST_OPTIONS = 14
_ROOM = 1 << 28  # bytes of what is known of single preferences at a time
_NARROW = 8  # options: so many states are told apart by ranks of 8 bits
_DEAR = 32  # moves a state: where parties have more, sorting them costs less
_PARTS = 8

Sets = NDArray[np.uint64]
Moves = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]


@dataclass(frozen=True, eq=False)
class Batch:
    """The stable states of many variants as bit sets.

    Attributes
    ----------
    concepts
        The names of the concepts asked about.
    equilibria
        Of shape (variants, concepts, words): the state with flat index s is an equilibrium where
        the bit s % 64 of the word s // 64 is set.
    stable
        Of shape (variants, movers, concepts, words), the movers as in `GraphModel.movers`; None
        unless asked for.
    """

    concepts: tuple[str, ...]
    equilibria: Sets
    stable: Sets | None

    def holds(self, concept: str, state: int) -> Mask:
        """Of each variant whether a state, by its flat index, is an equilibrium."""
        word = self.equilibria[:, self.concepts.index(concept), state >> 6]
        found: Mask = (word >> np.uint64(state & 63) & np.uint64(1)) != 0
        return found

    def masks(self, concept: str, size: int) -> Mask:
        """Of each variant the equilibria as truths by flat index: of shape (variants, size)."""
        words = self.equilibria[:, self.concepts.index(concept)]
        octets = np.ascontiguousarray(words, "<u8").view(np.uint8)
        return np.unpackbits(octets, axis=1, count=size, bitorder="little").astype(bool)


def rankings(model: GraphModel, wants: Sequence[Formula], orders: ArrayLike) -> NDArray[np.uint16]:
    """The preferences that some wants make in many orders, some perhaps absent.

    Parameters
    ----------
    model
        The graph model that the states are of.
    wants
        The wants of one party.
    orders
        Of shape (orders, places): the numbers of wants, the most important first; -1 is none.

    Returns
    -------
    array of uint16
        Of shape (orders, states): dense ranks over the feasible states, higher is better.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> dispute = loads('''{detente: 1, title: Ferry, parties: {
    ...     a: {options: {sail: }, wants: [b.pay, not a.sail]}, b: {options: {pay: }}}}''')
    >>> wants = [want.formula for want in dispute.party("a").ordered_wants]
    >>> rankings(GraphModel.of(dispute), wants, [[0, 1], [1, 0], [1, -1]]).tolist()
    [[1, 3, 0, 2], [2, 3, 0, 1], [1, 1, 0, 0]]
    """
    _check(model)
    space = model.space
    truths = np.array([space.holds(want) for want in wants], bool).reshape(len(wants), space.size)
    rows = np.asarray(orders, np.int64).reshape(-1, np.shape(orders)[-1])
    found = np.zeros((len(rows), space.size), np.uint16)
    _share(len(rows), kernels.weigh, truths, rows, space.possible, found)
    return found


def batch(
    model: GraphModel,
    ranks: Sequence[NDArray[Any]],
    variants: ArrayLike,
    names: Iterable[str] = tuple(CONCEPTS),
    *,
    stable: bool = False,
) -> Batch:
    """The equilibria of many variants of a dispute that differ in preferences.

    Parameters
    ----------
    model
        The graph model: its states, parties and freedom; its own preferences are not asked.
    ranks
        Of each of ``model.parties`` its alternative preferences: an array of shape (alternatives,
        states) of ranks that are 0 or more, higher is better, such as `rankings` gives. Those of
        infeasible states count for nothing.
    variants
        Of shape (variants, parties): which alternative each party has.
    names
        The concepts.
    stable
        Whether to give the stable states of each party too.

    Raises
    ------
    LimitReachedError
        Where there are more than `MOST_OPTIONS` options.

    Examples
    --------
    Two may arm. What if one of them would rather not?

    >>> from detente.dispute.file import loads
    >>> model = GraphModel.of(loads('''{detente: 1, title: Arms, parties: {
    ...     a: {options: {arm: }, wants: [not b.arm, a.arm]},
    ...     b: {options: {arm: }, wants: [not a.arm, b.arm]}}}'''))
    >>> alternatives = np.array([model.ranks[0], [3, 2, 1, 0]])
    >>> found = batch(model, [alternatives, model.ranks[1][None]], [[0, 0], [1, 0]], ["seq"])
    >>> [model.space.listed(mask) for mask in found.masks("seq", model.space.size)]
    [('NN', 'YY'), ('NY',)]
    """
    _check(model)
    rows = tuple(concept.name for concept in concepts(names))
    chosen = np.ascontiguousarray(np.asarray(variants, np.int64)[:, list(model.movers)])
    movers = [np.asarray(ranks[party]) for party in model.movers]
    words = (model.space.size + 63) // 64
    found = Batch(
        rows,
        np.zeros((len(chosen), len(rows), words), np.uint64),
        np.zeros((len(chosen), len(movers), len(rows), words), np.uint64) if stable else None,
    )
    _Batches(model, rows).fill(movers, chosen, found)
    return found


class _Batches:
    """What all variants of a graph model share."""

    def __init__(self, model: GraphModel, names: Sequence[str]) -> None:
        self.model, self.names = model, names
        self.wanted = np.array(
            [names.index(name) if name in names else -1 for name in CONCEPTS], np.int64
        )
        self.credible = any(CONCEPTS[name].credible for name in names)
        self.bits = 8 if len(model.space.options) <= _NARROW else 16
        self.lane = np.zeros(1, f"u{self.bits // 8}")
        freedoms = [
            Freedom(
                model.free[party],
                model.own[party] & model.start_only,
                model.own[party] & model.stop_only,
            )
            for party in model.movers
        ]
        every = sum(freedom.both for freedom in freedoms)
        self.free = model.space.count == model.space.size == every + 1
        cut = [self._cubes(freedom) for freedom in freedoms]
        self.cubes, self.cuts = tuple(c for c, _ in cut), tuple(c for _, c in cut)
        self.levels = tuple(self._levels(freedom) for freedom in freedoms)
        self.heights = np.array(
            [1 << (freedom.start | freedom.stop).bit_count() for freedom in freedoms], np.int64
        )

    def _cubes(self, freedom: Freedom) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The feasible states sub-cube by sub-cube, and where each sub-cube begins."""
        every = self.model.space.size - 1
        table = subsets(every & ~freedom.bits)[:, None] | subsets(freedom.bits)
        kept = self.model.space.possible[table]
        return table[kept], np.concatenate([[0], np.cumsum(kept.sum(axis=1))])

    def _levels(self, freedom: Freedom) -> NDArray[np.int64]:
        levels = np.zeros(self.model.space.size, np.int64)
        every = self.model.space.size - 1
        table = subsets(every & ~freedom.bits)[:, None] | subsets(freedom.bits)
        levels[table] = freedom.levels
        return levels

    @cached_property
    def moves(self) -> Moves | None:
        """Each mover's moves, one after another: from where, to where, and where a mover's begin.

        None where a sorted sub-cube costs less than all its pairs of states.
        """
        if self.bits > columns.BITS:
            return None
        found = [
            _pairs(cubes, cuts, levels)
            for cubes, cuts, levels in zip(self.cubes, self.cuts, self.levels, strict=True)
        ]
        starts = np.concatenate([[0], np.cumsum([len(moves) for moves in found])])
        if starts[-1] > _DEAR * self.model.space.size:
            return None
        origins, ends = np.concatenate(found).T
        return np.ascontiguousarray(origins), np.ascontiguousarray(ends), starts

    @cached_property
    def everywhere(self) -> Sets:
        """The feasible states as a bit set."""
        octets = np.packbits(self.model.space.possible, bitorder="little")
        words = np.zeros((self.model.space.size + 63) // 64 * 8, np.uint8)
        words[: len(octets)] = octets
        return words.view("<u8").astype(np.uint64)

    def fill(
        self, ranks: Sequence[NDArray[Any]], variants: NDArray[np.int64], found: Batch
    ) -> None:
        """Fill in what is found, in parts that fit."""
        size = self.model.space.size
        room = max(1, _ROOM // (12 * size))  # rankings
        if not len(ranks):
            found.equilibria[:] = self.everywhere
        elif sum(map(len, ranks)) <= room:
            self._fill(ranks, variants, found.equilibria, found.stable)
        else:
            step = max(1, room // len(ranks))
            for first in range(0, len(variants), step):
                part = slice(first, first + step)
                told = [np.unique(column, return_inverse=True) for column in variants[part].T]
                used = [rows[which] for rows, (which, _) in zip(ranks, told, strict=True)]
                numbers = np.column_stack([number.ravel() for _, number in told])
                stable = None if found.stable is None else found.stable[part]
                self._fill(used, numbers, found.equilibria[part], stable)

    def _fill(
        self,
        ranks: Sequence[NDArray[Any]],
        variants: NDArray[np.int64],
        equilibria: Sets,
        stable: Sets | None,
    ) -> None:
        size, words = self.model.space.size, equilibria.shape[2]
        starts = np.concatenate([[0], np.cumsum([len(rows) for rows in ranks])])
        count = int(starts[-1])
        kept = np.zeros((count, size), np.uint16)
        pairs = np.zeros((count, size), np.uint32)
        alone = np.zeros((count, 3, words), np.uint64)
        orders = np.zeros((count, self.model.space.count), np.uint16)
        for mover, (rows, (begin, end)) in enumerate(zip(ranks, pairwise(starts), strict=True)):
            part = slice(begin, end)
            here = kept[part]
            _share(len(rows), kernels.dense, rows, self.model.space.possible, here)
            _share(
                len(rows), kernels.alone, here, mover, self.free, self.cubes, self.cuts,
                self.levels, self.heights, self.bits, self.lane, pairs[part], alone[part],
            )  # fmt: skip
            if self.credible and self.moves is None:
                cubes, cuts = self.cubes[mover], self.cuts[mover]
                _share(len(rows), kernels.sort, here, cubes, cuts, orders[part])
        told = np.zeros((0, 1, 1, 1), np.uint64) if stable is None else stable
        _share(
            len(variants), kernels.agree, variants, starts, alone, self.wanted, self.everywhere,
            equilibria, told,
        )  # fmt: skip
        if not self.credible:
            return
        if self.moves is None:
            _share(
                len(variants), kernels.together, variants, starts, kept, pairs, orders, self.cubes,
                self.cuts, self.levels, self.heights, self.bits, self.lane, self.wanted,
                equilibria, told,
            )  # fmt: skip
        else:
            _share(
                len(variants), columns.together, variants, starts, pairs, *self.moves, self.wanted,
                self.everywhere, equilibria, told,
            )  # fmt: skip


def _pairs(
    cubes: NDArray[np.int64], cuts: NDArray[np.int64], levels: NDArray[np.int64]
) -> NDArray[np.int64]:
    """A party's moves, of shape (moves, 2): between states of one sub-cube, to no higher level."""
    found = [np.zeros((0, 2), np.int64)]
    for begin, end in pairwise(cuts):
        cube = cubes[begin:end]
        may = levels[cube] & ~levels[cube][:, None] == 0
        np.fill_diagonal(may, val=False)
        found.append(cube[np.argwhere(may)])
    return np.concatenate(found)


def _share(count: int, kernel: Callable[..., Any], *more: Any) -> None:
    """Work through so many things, each thread through parts of them."""
    threads = os.cpu_count() or 1
    parts = max(1, min(count // 64, _PARTS * threads))
    cuts = [count * number // parts for number in range(parts + 1)]
    if parts == 1:
        kernel(0, count, *more)
        return
    with ThreadPoolExecutor(threads) as pool:
        jobs = [pool.submit(kernel, *ends, *more) for ends in pairwise(cuts)]
        for job in jobs:
            job.result()


def _check(model: GraphModel) -> None:
    if len(model.space.options) > MOST_OPTIONS:
        raise LimitReachedError(
            f"{len(model.space.options)} options: batches take up to {MOST_OPTIONS}"
        )

"""The compiled explicit engine: millions of states, all parties and concepts in a few sweeps.

The same theorem as in `detente.analysis.engines.explicit`, one value V for each party and weight.
All values of a state are lanes of one word, so that one sweep of a party serves all others at once:
its sub-cube is worked through from its best state down, and each state takes, lane by lane, the
least value of those that are better. Lanes of the party itself are left out: it does not sanction
itself. Sweeps go on until nothing changes, and only where something may.

Most options make no difference to a party's ranks. So these are kept in tables by the options that
do, and one order serves all sub-cubes that have their ranks in common, eight of them at a time.

Where every option is free and every state feasible, GMR and SMR need no sweeps: with s = (a own,
b others'), s is GMR stable for i exactly where r(s) ≥ max over a of min over b of r, and SMR stable
where r(s) ≥ min over b of max over a. Else "any move" is swept as improvements are.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.analysis.concepts import Concept
from detente.analysis.engines import kernels
from detente.analysis.engines.layout import Freedom, Layout, sums
from detente.analysis.engines.tables import Tables
from detente.analysis.engines.words import WORD
from detente.analysis.states import Mask

Flags = NDArray[np.uint8]  # one number a state, the bit c set where it is stable under concept c

_PARTS = 8  # of the work, for each thread
_LOW = 10  # bits of a state that are looked up together
_RUN = 14  # bits: so many states at most are judged in a row
_LINE = 64  # bytes of memory that come together


@dataclass(frozen=True, eq=False)
class Mover:
    """A party with options: what it may change, and its dense rank of every state."""

    freedom: Freedom
    ranks: NDArray[Any]


class Cube:
    """The states of a dispute as the compiled engine takes them.

    Parameters
    ----------
    count
        The number of options.
    movers
        The parties with options.
    possible
        The feasible states by flat index; None where all are.
    threads
        How many share the work; as many as there are processors unless given.
    """

    def __init__(
        self,
        count: int,
        movers: Sequence[Mover],
        possible: Mask | None = None,
        threads: int | None = None,
    ) -> None:
        self.count, self.movers, self.possible = count, movers, possible
        self._threads = threads or os.cpu_count() or 1
        self._pool = ThreadPoolExecutor(self._threads)
        self.able = [place for place, mover in enumerate(movers) if mover.freedom.bits]
        every = sum(mover.freedom.both for mover in movers)
        self.is_free = possible is None and every == (1 << count) - 1

    @property
    def size(self) -> int:
        """The number of states, infeasible ones included."""
        return 1 << self.count

    def fresh(self) -> Cube:
        """The same with nothing worked out yet, such as to measure what that takes."""
        return Cube(self.count, self.movers, self.possible, self._threads)

    def flags(self, concepts: Sequence[Concept]) -> list[Flags]:
        """Of each mover where it is stable: the bit c of a state for the concept c of those."""
        bits = {concept: 1 << place for place, concept in enumerate(concepts)}
        found = [np.zeros(self.size, np.uint8) for _ in self.movers]
        for place in set(range(len(found))) - set(self.able):
            found[place][:] = (1 << len(concepts)) - 1  # it can do nothing
            if self.possible is not None:
                found[place] *= self.possible
        for bytes_, plane in self._planes():
            _Run(self, bytes_, plane, found, bits).finish()
        return found

    def _planes(self) -> Iterator[tuple[int, list[int]]]:
        """The movers that share a word, by their places in `able`; the bytes of a lane.

        A word of lanes that are all at their highest would say that a state is infeasible.
        """
        width = [int(self.movers[place].ranks.itemsize) for place in self.able]
        order = sorted(range(len(self.able)), key=lambda member: width[member])
        for bytes_, members in groupby(order, key=lambda member: width[member]):
            left, room = list(members), WORD // (16 * bytes_)
            while left:
                taken = left[:room]
                highest = (1 << 8 * bytes_) - 1
                if len(taken) == room and all(self.tables.most[m] == highest for m in taken):
                    taken = taken[:-1] if room > 1 else taken
                left = left[len(taken) :]
                yield bytes_, taken

    # What all runs share -----------------------------------------------------------------------

    @cached_property
    def tables(self) -> Tables:
        """The ranks of all able movers by what makes a difference to them."""
        movers = [self.movers[place] for place in self.able]
        parties = [(mover.freedom, mover.ranks) for mover in movers]
        return Tables(self.count, parties, self.possible, self.share)

    @cached_property
    def layout(self) -> Layout:
        """Where which state is, and in which blocks."""
        freedoms = [self.movers[place].freedom for place in self.able]
        return Layout(self.count, freedoms, self.tables.matters)

    @cached_property
    def starts(self) -> NDArray[np.int64]:
        """Where the sub-cubes of each able mover begin that are swept together; their number."""
        layout = self.layout
        sizes = [
            layout.blocks[layout.group_of(member)] << len(layout.subs(member))
            for member in range(len(self.able))
        ]
        return np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])

    @cached_property
    def groups(self) -> list[tuple[kernels.Outer, kernels.Inner]]:
        """Of each group where its blocks are, and what its members are."""
        layout = self.layout
        return [
            (
                kernels.Outer(*layout.outer(group), 1 << len(layout.columns[group])),
                self._inner(members),
            )
            for group, members in enumerate(layout.groups)
        ]

    def _inner(self, members: Sequence[int]) -> kernels.Inner:
        layout, tables = self.layout, self.tables
        rows: list[list[int]] = []
        kinds: list[int] = []
        idle: list[list[Any]] = []
        own_at, sub_at = 0, 0
        lines = [layout.inner(member) for member in members]
        for member, (subs, own) in zip(members, lines, strict=True):
            freedom, classes = layout.parties[member], layout.classes(member)
            rows.append(
                [
                    *(member, len(own), len(subs), freedom.heights, len(classes)),
                    *(own_at, sub_at, len(kinds), tables.starts[member]),
                ]
            )
            own_at, sub_at = own_at + len(own), sub_at + len(subs)
            for kind, columns in classes:
                kinds.append(kind)
                idle.append([0 if place in columns else kernels.NOTHING for place in range(8)])
        return kernels.Inner(
            np.array(rows, np.int64),
            np.concatenate([own for _, own in lines]).astype(np.int64),
            np.concatenate([layout.parties[member].levels for member in members]),
            np.concatenate([subs for subs, _ in lines]),
            np.array(kinds, np.int64),
            np.array(idle, np.uint64).ravel(),
        )

    def share(self, count: int, kernel: Callable[..., Any], *more: Any) -> list[Any]:
        """Work through so many things, each thread through parts of them; what the parts gave."""
        parts = min(count, _PARTS * self._threads)
        cuts = [count * number // parts for number in range(parts + 1)]
        jobs = [self._pool.submit(kernel, *ends, *more) for ends in pairwise(cuts)]
        return [job.result() for job in jobs]


class _Run:
    """The parties of one plane: their lanes of a word, and what they are found to be held to."""

    def __init__(
        self,
        cube: Cube,
        bytes_: int,
        plane: Sequence[int],
        found: Sequence[Flags],
        bits: dict[Concept, int],
    ) -> None:
        self.cube, self.plane, self.found, self.bits = cube, plane, found, bits
        self.tables, self.layout = cube.tables, cube.layout
        self.width = 8 * bytes_
        self.lane = np.zeros(1, f"u{bytes_}")

    def _bit(self, sanctions: str | None, *, respond: bool = False) -> int:
        """The bit of a concept; 0 where it is not asked about."""
        for concept, bit in self.bits.items():
            if (concept.sanctions, concept.respond) == (sanctions, respond):
                return bit
        return 0

    def _bits(self, sanctions: str) -> list[int]:
        return [self._bit(sanctions, respond=respond) for respond in (False, True)]

    def finish(self) -> None:
        scalars = self._bits("moves") if self.cube.is_free else [0, 0]
        runs = {
            name: self._bits(name)
            for name in ("improvements", "moves")
            if any(self._bits(name)) and not (name == "moves" and self.cube.is_free)
        }
        values = _aligned(self.cube.size if runs else 0)
        first = [self._bit(None), *scalars]
        for name, bits in runs.items():
            self._settle(values, moving=name == "moves")
            self._flag(self._weigh(values), [first[0], *bits, *first[1:]])
            first = [0, 0, 0]
        if any(first):
            self._flag(None, [first[0], 0, 0, *first[1:]])

    def _looked_up(self, rows: Sequence[Sequence[int]], order: Sequence[int]) -> tuple[Any, Any]:
        """Where to look something up: tables by the high bits of a state, and by the low ones."""
        low, high = order[:_LOW], order[_LOW:]
        return (
            np.array([sums(row, high) for row in rows], np.int64),
            np.array([sums(row, low) for row in rows]),
        )

    def _shifts(self) -> NDArray[np.uint64]:
        shifts = np.zeros((len(self.cube.able), 2), np.uint64)
        for place, member in enumerate(self.plane):
            first = 2 * place * self.width
            shifts[member] = first, first + self.width
        return shifts

    def _masks(self) -> NDArray[np.uint64]:
        """Of each able mover ones in its own lanes of this plane."""
        masks = np.zeros(len(self.cube.able), np.uint64)
        for place, member in enumerate(self.plane):
            masks[member] = ((1 << 2 * self.width) - 1) << 2 * place * self.width
        return masks

    def _settle(self, values: NDArray[np.uint64], *, moving: bool) -> None:
        cube, tables = self.cube, self.tables
        pairs = [tables.pairs(member, self.width) for member in self.plane]
        rows = [weights for weights, _ in pairs]
        high, low = self._looked_up([*rows, tables.possible_weights], self.layout.order)
        ends = np.cumsum([len(cells) for _, cells in pairs])
        high[1:-1] += ends[:-1, None]
        cube.share(
            high.shape[1], kernels.fill, values, np.concatenate([cells for _, cells in pairs]),
            high, low.astype(np.uint32), self._shifts()[list(self.plane), 0],
            tables.possible.view(np.int8) - np.int8(1),
        )  # fmt: skip
        dirty = np.ones(int(cube.starts[-1]), np.uint8)
        masks = self._masks()
        while dirty.any():
            for group, (outer, inner) in enumerate(cube.groups):
                cube.share(
                    self.layout.blocks[group], kernels.settle, values, tables.orders, outer, inner,
                    masks, dirty, cube.starts[:-1], moving, self.lane,
                )  # fmt: skip

    def _weigh(self, values: NDArray[np.uint64]) -> list[tuple[NDArray[Any], NDArray[Any]]]:
        cube, layout = self.cube, self.layout
        which = np.full(len(cube.able), -1, np.int64)
        layers = np.array([1 << len(layout.others(m)) for m in range(len(cube.able))], np.int64)
        end = 0
        for member in self.plane:
            which[member] = end
            end += int(layers[member]) * layout.parties[member].heights
        plains, afters = np.zeros(end, self.lane.dtype), np.zeros(end, self.lane.dtype)
        for group, (outer, inner) in enumerate(cube.groups):
            if any(which[member] >= 0 for member in layout.groups[group]):
                cube.share(
                    layout.blocks[group], kernels.weigh, values, self.tables.ranks, outer, inner,
                    which, layers, self._shifts(), plains, afters, self.lane,
                )  # fmt: skip
        ends = [*(int(which[member]) for member in self.plane), end]
        return [(plains[one:two], afters[one:two]) for one, two in pairwise(ends)]

    def _flag(
        self, helds: Sequence[tuple[NDArray[Any], NDArray[Any]]] | None, bits: Sequence[int]
    ) -> None:
        cube, layout = self.cube, self.layout
        possible = np.ones(1, np.uint8) if cube.possible is None else cube.possible.view(np.uint8)
        for place, member in enumerate(self.plane):
            bests = self.tables.best_layers(member, layout.others(member)).astype(self.lane.dtype)
            plains, afters = helds[place] if helds else (bests, bests)
            high, low, run = self._runs(member)
            cube.share(
                len(high), kernels.flag, self.found[cube.able[member]],
                cube.movers[cube.able[member]].ranks, possible, plains, afters, bests, high, low,
                run, tuple(map(np.uint8, bits)), self._scalars(member),
            )  # fmt: skip

    def _runs(self, member: int) -> tuple[Any, Any, int]:
        """Where what a party is held to is, by the high bits of a flat index, and by lower ones.

        The lowest make runs: of so many sub-cubes, or as negative numbers of states of one.
        """
        freedom, count = self.layout.parties[member], self.cube.count
        others = self.layout.weights[1 + 2 * len(self.cube.able) + member]
        levels, least = freedom.level_weights(count)
        layer = count - freedom.bits.bit_count()
        weights = [one + (two << layer) for one, two in zip(others, levels, strict=True)]
        own, ways = freedom.bits, freedom.start | freedom.stop
        kinds = [(own >> bit & 1) + (ways >> bit & 1) for bit in range(count)]
        length = next((bit for bit in range(count) if kinds[bit] != kinds[0]), count)
        length = 0 if ways & 1 else min(length, _RUN)
        end = max(length, min(_RUN, count))
        low = sums(weights, range(length, end))
        high = sums(weights, range(end, count)).astype(np.int64) + (least << layer)
        return high, low, (-1 if own & 1 else 1) << length

    def _scalars(self, member: int) -> tuple[Any, Any]:
        """The ranks from which a party is GMR and SMR stable, where all is free."""
        kind = self.lane.dtype.type
        if not self.cube.is_free:
            return kind(0), kind(0)
        ranks = self.tables.rows(member)
        return kind(ranks.min(axis=0).max()), kind(ranks.max(axis=1).min())


def _aligned(words: int) -> NDArray[np.uint64]:
    """So many words, from where a line of memory begins."""
    room = np.empty(words + _LINE // 8, np.uint64)
    first = -room.ctypes.data % _LINE // 8
    return room[first : first + words]

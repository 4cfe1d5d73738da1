"""The compiled explicit engine: millions of states, all parties and concepts in a few sweeps.

The same theorem as in `detente.analysis.engines.explicit`, one value V for each party and weight.
All values of a state are lanes of one word, so that one sweep of a party serves all others at once:
its sub-cube is worked through from its best state down, and each state takes, lane by lane, the
least value of those that are better. Lanes of the party itself are left out: it does not sanction
itself. Sweeps go on until nothing changes, and only where something may.

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
from detente.analysis.engines.layout import Freedom, Layout
from detente.analysis.engines.words import WORD
from detente.analysis.states import Mask

Flags = NDArray[np.uint8]  # one number a state, the bit c set where it is stable under concept c

_EVER = np.iinfo(np.int64).max  # a level of rank that no state has
_PARTS = 8  # of the work, for each thread


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
        self._pool = ThreadPoolExecutor(threads or os.cpu_count() or 1)
        self._threads = threads or os.cpu_count() or 1
        self.able = [place for place, mover in enumerate(movers) if mover.freedom.bits]
        self._layout = Layout(count, [movers[place].freedom for place in self.able])
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
        bits = {concept: np.uint8(1 << place) for place, concept in enumerate(concepts)}
        found = [np.zeros(self.size, np.uint8) for _ in self.movers]
        for place in set(range(len(found))) - set(self.able):
            found[place][:] = (1 << len(concepts)) - 1  # it can do nothing
        for plane in self._planes():
            _Run(self, plane, found, bits).finish()
        if self.possible is not None:
            for place in range(len(found)):
                found[place] *= self.possible
        return found

    def _planes(self) -> Iterator[list[int]]:
        """The movers that share a word, by their places in `able`."""
        width = [_bits(self.movers[place].ranks) for place in self.able]
        order = sorted(range(len(self.able)), key=lambda member: width[member])
        for bits, members in groupby(order, key=lambda member: width[member]):
            listed, room = list(members), WORD // (2 * bits)
            yield from (listed[at : at + room] for at in range(0, len(listed), room))

    # What all runs share -----------------------------------------------------------------------

    @cached_property
    def outers(self) -> list[kernels.Outer]:
        """Of each group where its blocks are."""
        layout = self._layout
        return [
            kernels.Outer(*layout.outer(group), (0,) * layout.columns[group])
            for group in range(len(layout.groups))
        ]

    @cached_property
    def group_of(self) -> list[int]:
        """Of each able mover its group."""
        return [self._layout.group_of(member) for member in range(len(self.able))]

    @cached_property
    def inners(self) -> list[kernels.Inner]:
        """Of each able mover where its states are within a block."""
        layout = self._layout
        return [
            kernels.Inner(
                layout.subs(member),
                layout.own(member),
                layout.parties[member].levels,
                1 << (layout.parties[member].start | layout.parties[member].stop).bit_count(),
            )
            for member in range(len(self.able))
        ]

    @cached_property
    def room(self) -> int:
        """The number of words of values."""
        return self._layout.room

    @cached_property
    def blocks(self) -> list[int]:
        """Of each group the number of blocks."""
        return self._layout.blocks

    @cached_property
    def members(self) -> list[list[int]]:
        """Of each group its able movers."""
        return self._layout.groups

    @cached_property
    def orders(self) -> tuple[NDArray[Any], NDArray[Any], list[int]]:
        """The sorted sub-cubes of all able movers; how many states of each are feasible."""
        most = max((len(inner.levels) for inner in self.inners), default=1)
        kind = next(
            kind
            for kind in (np.uint8, np.uint16, np.uint32)
            if most <= 1 << np.iinfo(kind).bits - 1
        )
        orders = np.zeros((len(self.able), self.size), kind)
        sizes = [0 if self.possible is None else self.size // len(i.levels) for i in self.inners]
        begins = np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)]).tolist()
        counts = np.zeros(begins[-1], kind)
        possible = np.ones(1, bool) if self.possible is None else self.possible
        for member, (group, inner) in enumerate(zip(self.group_of, self.inners, strict=True)):
            ranks = self.movers[self.able[member]].ranks
            self.share(
                self.blocks[group], kernels.arrange, ranks, int(ranks.max()) // WORD + 1,
                possible, self.possible is None, self.outers[group], inner, orders[member],
                counts[begins[member] : begins[member + 1]],
            )  # fmt: skip
        return orders, counts, begins

    @cached_property
    def starts(self) -> NDArray[np.int64]:
        """Where the sub-cubes of each able mover begin, counted through; and their number."""
        sizes = [
            self.blocks[group] * inner.subs.shape[1]
            for group, inner in zip(self.group_of, self.inners, strict=True)
        ]
        return np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])

    def inside(self, group: int) -> tuple[NDArray[Any], ...]:
        """The rows of `members` of a group that `kernels.settle` takes, and the tables of them."""
        members, begins = self.members[group], self.orders[2]
        inners = [self.inners[member] for member in members]
        rows, own, subs = [], 0, 0
        for member, inner in zip(members, inners, strict=True):
            size, many = len(inner.levels), inner.subs.shape[1]
            rows.append([member, own, size, subs, many, inner.heights, begins[member]])
            own, subs = own + size, subs + many
        return (
            np.array(rows, np.int64),
            np.concatenate([inner.subs for inner in inners], axis=1),
            np.concatenate([inner.own for inner in inners], axis=1),
            np.concatenate([inner.levels for inner in inners]),
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
        plane: Sequence[int],
        found: Sequence[Flags],
        bits: dict[Concept, np.uint8],
    ) -> None:
        self.cube, self.plane, self.found, self.bits = cube, plane, found, bits
        self.width = _bits(cube.movers[cube.able[plane[0]]].ranks)
        self.lane = np.zeros(1, f"u{self.width // 8}")
        self.values = np.zeros(cube.room, np.uint64)
        self.scalars: dict[int, tuple[int, int]] = {}

    def _bit(self, sanctions: str | None, *, respond: bool = False) -> np.uint8:
        """The bit of a concept; 0 where it is not asked about."""
        for concept, bit in self.bits.items():
            if (concept.sanctions, concept.respond) == (sanctions, respond):
                return bit
        return np.uint8(0)

    def _asked(self, sanctions: str) -> bool:
        return any(concept.sanctions == sanctions for concept in self.bits)

    def finish(self) -> None:
        self._prepare()
        scalars = self.cube.is_free and self._asked("moves")
        if self._asked("improvements") or scalars:
            if self._asked("improvements"):
                self._settle(moving=False)
            self._judge("improvements", scalars=scalars)
        if self._asked("moves") and not scalars:
            if self._asked("improvements"):
                self.values[:] = 0
                self._prepare()
            self._settle(moving=True)
            self._judge("moves", scalars=False)

    def _shifts(self, member: int) -> NDArray[np.uint64]:
        first = 2 * self.plane.index(member) * self.width
        return np.array([first, first + self.width], np.uint64)

    def _prepare(self) -> None:
        bit, cube = self._bit(None), self.cube
        for member in self.plane:
            mover, group = cube.able[member], cube.group_of[member]
            parts = cube.share(
                cube.blocks[group], kernels.prepare, self.values, cube.movers[mover].ranks,
                cube.outers[group], cube.inners[member], self._shifts(member), self.found[mover],
                bit,
            )  # fmt: skip
            ceilings, floors = zip(*parts, strict=True)
            self.scalars[member] = int(np.minimum.reduce(floors).max()), min(ceilings)

    def _settle(self, *, moving: bool) -> None:
        cube = self.cube
        orders, counts, _ = cube.orders
        dirty = np.ones(int(cube.starts[-1]), np.uint8)
        masks = self._masks()
        while dirty.any():
            for group, members in enumerate(cube.members):
                rows, subs, own, levels = cube.inside(group)
                cube.share(
                    cube.blocks[group], kernels.settle, self.values, orders, counts,
                    cube.outers[group], subs, own, levels, rows, masks[members], dirty,
                    cube.starts[:-1], moving, self.lane,
                )  # fmt: skip

    def _masks(self) -> NDArray[np.uint64]:
        """Of each able mover ones in its own lanes of this plane."""
        masks = np.zeros(len(self.cube.able), np.uint64)
        for place, member in enumerate(self.plane):
            masks[member] = ((1 << 2 * self.width) - 1) << 2 * place * self.width
        return masks

    def _judge(self, sanctions: str, *, scalars: bool) -> None:
        bits = [self._bit(name, respond=r) for name in (sanctions, "moves") for r in (False, True)]
        if not self._asked(sanctions):
            bits[:2] = [np.uint8(0)] * 2
        if not scalars:
            bits[2:] = [np.uint8(0)] * 2
        cube, mask = self.cube, np.uint64((1 << self.width) - 1)
        for member in self.plane:
            mover, group = cube.able[member], cube.group_of[member]
            levels = self.scalars[member] if scalars else (_EVER, _EVER)
            cube.share(
                cube.blocks[group], kernels.judge, self.values, cube.movers[mover].ranks,
                cube.outers[group], cube.inners[member], self._shifts(member), mask,
                self.found[mover], np.array(bits, np.uint8), np.array(levels, np.int64),
            )  # fmt: skip


def _bits(ranks: NDArray[Any]) -> int:
    return 8 * int(ranks.itemsize)

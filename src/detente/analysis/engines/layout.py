"""Where the compiled engine keeps which state, and in which blocks it works through them.

Everything about a state is a sum over the bits of its flat index: its place in memory, the block
that it belongs to. So a table for some bits and a table for others give, added, any state's.

Parties that stand beside each other in a state's letters form a *group*: a *block* holds all states
that differ in the options of a group alone (times a few neighbouring *columns*, so that whole lines
of memory are used) and fits the processor's cache. Within a block the group's parties are swept
until nothing changes; only blocks that another group has changed are looked at again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from detente.analysis.graph_model import powers

COLUMNS = 8
BLOCK = 13  # bits: so many words fit the second cache
_STAGGER = 12  # bits from which rows would fall into the same places of a cache

Table = NDArray[np.uint64]


@dataclass(frozen=True, eq=False)
class Freedom:
    """What a party may change, as bits of a flat index.

    Attributes
    ----------
    both
        The bits that it may change both ways.
    start, stop
        The bits that it may change from no to yes alone, and from yes to no alone.
    """

    both: int
    start: int = 0
    stop: int = 0

    @property
    def bits(self) -> int:
        """All that it may change."""
        return self.both | self.start | self.stop

    @property
    def size(self) -> int:
        """The number of states that differ in these bits alone."""
        return 1 << self.bits.bit_count()

    @cached_property
    def levels(self) -> NDArray[np.int64]:
        """Of each of those states its level: a bit an option that it has yet to lose or to gain.

        One is reached from another where its level is a subset of the other's.
        """
        one_way = powers(self.start | self.stop)
        level = np.zeros(self.size, np.int64)
        places = powers(self.bits)
        for number, bit in enumerate(one_way):
            taken = np.arange(self.size) >> places.index(bit) & 1
            level |= (taken ^ bool(bit & self.start)) << number
        return level


def sums(weights: Sequence[int], bits: Sequence[int]) -> Table:
    """The sums of the weights of some bits: of each way of taking some of them.

    >>> sums([1, 2, 100], [0, 2]).tolist()
    [0, 1, 100, 101]
    """
    found = np.zeros(1, np.uint64)
    for bit in bits:
        found = np.concatenate([found, found + np.uint64(weights[bit])])
    return found


class Layout:
    """The blocks of a cube of states for some parties.

    Parameters
    ----------
    count
        The number of options.
    parties
        What each party may change; each changes something.

    Attributes
    ----------
    groups
        The places of the parties of each group.
    weights
        Rows of weights by bit: of the place in memory, of the flat index, then of the number of
        the sub-cube of each party.
    """

    def __init__(self, count: int, parties: Sequence[Freedom]) -> None:
        self.count, self.parties = count, parties
        self.groups = self._grouped()
        self._own = [sum(self.parties[party].bits for party in members) for members in self.groups]
        self.columns = [1 if own & (COLUMNS - 1) else COLUMNS for own in self._own]
        self.places = self._staggered()
        self.blocks = [1 << len(self._rest(group)) for group in range(len(self.groups))]
        numbers = [self._numbers(party) for party in range(len(parties))]
        self.weights = [self.places, [1 << bit for bit in range(count)], *numbers]

    @property
    def room(self) -> int:
        """The number of places in memory."""
        return sum(self.places) + 1

    def _grouped(self) -> list[list[int]]:
        order = sorted(range(len(self.parties)), key=lambda party: self.parties[party].bits)
        groups: list[list[int]] = []
        size = BLOCK + 1
        for party in order:
            more = self.parties[party].bits.bit_count()
            if size + more > BLOCK:
                groups.append([])
                size = 0
            groups[-1].append(party)
            size += more
        return groups

    def _staggered(self) -> list[int]:
        """The place of each bit: a line further where a party's rows begin, beyond a size."""
        firsts = {freedom.bits & -freedom.bits for freedom in self.parties}
        places: list[int] = []
        for bit in range(self.count):
            place = 2 * places[-1] if places else 1
            if bit >= _STAGGER and 1 << bit in firsts:
                place += COLUMNS
            places.append(place)
        return places

    def _rest(self, group: int) -> list[int]:
        """The bits in which the blocks of a group differ."""
        inside = self._own[group] | (self.columns[group] - 1)
        return powers((1 << self.count) - 1 & ~inside)

    def _numbers(self, party: int) -> list[int]:
        """What each bit adds to the number of a party's sub-cube: block by block, as in `subs`."""
        group = self.group_of(party)
        order = [*powers(self._own[group] & ~self.parties[party].bits), *self._rest(group)]
        number = {bit: 1 << place for place, bit in enumerate(order)}
        return [number.get(1 << bit, 0) for bit in range(self.count)]

    def group_of(self, party: int) -> int:
        """The group of a party."""
        return next(at for at, members in enumerate(self.groups) if party in members)

    def table(self, bits: int) -> Table:
        """Of each row of weights the sums of some bits."""
        places = [power.bit_length() - 1 for power in powers(bits)]
        return np.array([sums(row, places) for row in self.weights])

    def outer(self, group: int) -> tuple[Table, Table, Table, int]:
        """Of each block: a table by the high bits of its number, one by the low; its columns."""
        rest = self._rest(group)
        shift = len(rest) // 2
        low, high = sum(rest[:shift]), sum(rest[shift:])
        return self.table(high), self.table(low), self.table(self.columns[group] - 1), shift

    def subs(self, party: int) -> Table:
        """Of each sub-cube of a party in a block of its group."""
        return self.table(self._own[self.group_of(party)] & ~self.parties[party].bits)

    def own(self, party: int) -> Table:
        """Of each state of a sub-cube of a party."""
        return self.table(self.parties[party].bits)

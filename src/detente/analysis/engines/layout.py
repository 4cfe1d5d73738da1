"""Where the compiled engine keeps which state, and in which blocks it works through them.

Everything about a state is a sum over the bits of its flat index: its place in memory, the block
that it belongs to, the row of a party's table. So a table for some bits and a table for others
give, added, any state's.

Parties that stand beside each other in a state's letters form a *group*: a *block* holds all states
that differ in the options of a group, its *lines*, and in three more, its *columns*, and fits the
processor's cache. Eight columns are worked through at once, the faster the fewer of them make a
difference to how the group's parties rank their states: options are chosen so. Within a block the
group's parties are swept until nothing changes; only blocks that another group has changed are
looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from detente.analysis.graph_model import powers

COLUMNS = 3  # bits
_APART = 6  # bits: lines so far apart would fall into the same places of a cache
BLOCK = 12  # bits: so many lines of eight words fit the second cache

Table = NDArray[np.int32]


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

    @property
    def heights(self) -> int:
        """The number of levels."""
        return 1 << (self.start | self.stop).bit_count()

    @cached_property
    def levels(self) -> NDArray[np.int64]:
        """Of each of those states its level: a bit an option that it has yet to lose or to gain.

        One is reached from another where its level is a subset of the other's.
        """
        places = [power.bit_length() - 1 for power in powers(self.bits)]
        weights, least = self.level_weights(max(places, default=0) + 1)
        return sums(weights, places).astype(np.int64) + least

    def level_weights(self, count: int) -> tuple[list[int], int]:
        """What each of so many bits adds to the level of a state, and the level without any."""
        weights, least = [0] * count, 0
        for number, bit in enumerate(powers(self.start | self.stop)):
            sign = -1 if bit & self.start else 1
            weights[bit.bit_length() - 1] = sign << number
            least += (1 << number) if bit & self.start else 0
        return weights, least


def sums(weights: Sequence[int], bits: Iterable[int]) -> Table:
    """The sums of the weights of some bits: of each way of taking some of them.

    >>> sums([1, 2, 100], [0, 2]).tolist()
    [0, 1, 100, 101]
    """
    found = np.zeros(1, np.int32)
    for bit in bits:
        found = np.concatenate([found, found + np.int32(weights[bit])])
    return found


def places_of(bits: int) -> list[int]:
    """The numbers of some bits, ascending.

    >>> places_of(0b101)
    [0, 2]
    """
    return [power.bit_length() - 1 for power in powers(bits)]


def numbering(count: int, bits: Sequence[int]) -> list[int]:
    """Weights by which the states that differ in some of `count` bits are numbered.

    >>> numbering(4, [3, 1])
    [0, 2, 0, 1]
    """
    weights = [0] * count
    for place, bit in enumerate(bits):
        weights[bit] = 1 << place
    return weights


class Layout:
    """The blocks of a cube of states for some parties.

    Parameters
    ----------
    count
        The number of options.
    parties
        What each party may change; each changes something.
    matters
        Of each party the bits that make a difference to its ranks.

    Attributes
    ----------
    groups
        The places of the parties of each group.
    columns
        Of each group the bits in which the columns of its blocks differ.
    order
        The bits from the one that neighbours in memory differ in.
    weights
        Rows of weights by bit: of the place in memory; then of the number of the sub-cube of each
        party among those that are swept together; of that of its row of ranks; of that of the
        sub-cube.
    """

    def __init__(self, count: int, parties: Sequence[Freedom], matters: Sequence[int]) -> None:
        self.count, self.parties = count, parties
        self.foreign = [m & ~p.bits for m, p in zip(matters, parties, strict=True)]
        self.groups = self._grouped()
        self._own = [sum(parties[party].bits for party in members) for members in self.groups]
        near = self._near()
        self.columns = [self._columns(group, near) for group in range(len(self.groups))]
        beside = [bit for bits in self.columns for bit in bits]
        self.order = list(dict.fromkeys([*near, *beside, *range(count)]))
        self.blocks = [1 << len(self._rest(group)) for group in range(len(self.groups))]
        every = range(len(parties))
        self.weights = [
            numbering(count, self.order),
            *(numbering(count, self._units(party)) for party in every),
            *(numbering(count, places_of(self.foreign[party])) for party in every),
            *(numbering(count, self.others(party)) for party in every),
        ]

    def _grouped(self) -> list[list[int]]:
        order = sorted(range(len(self.parties)), key=lambda party: self.parties[party].bits)
        most = max(1, min(BLOCK, self.count - COLUMNS))
        groups: list[list[int]] = []
        size = most
        for party in order:
            more = self.parties[party].bits.bit_count()
            if size + more > most or not groups:
                groups.append([])
                size = 0
            groups[-1].append(party)
            size += more
        return groups

    def _near(self) -> list[int]:
        """The bits in which neighbours in memory differ: those that cost least."""
        near: list[int] = []
        while len(near) < min(COLUMNS, self.count):
            left = (bit for bit in range(self.count) if bit not in near)
            near.append(min(left, key=lambda bit: self._cost([*near, bit])))
        return near

    def _cost(self, near: Sequence[int]) -> int:
        """How often the columns of all blocks are worked through, with such neighbours."""
        return sum(
            1 << sum(self.foreign[party] >> bit & 1 for bit in self._columns(group, near))
            for group, members in enumerate(self.groups)
            for party in members
        )

    def _columns(self, group: int, near: Sequence[int]) -> list[int]:
        """Neighbours, so that whole lines of memory are used, then what makes least difference."""
        own = self._own[group]
        chosen = [bit for bit in near if not own >> bit & 1]
        left = [bit for bit in range(self.count) if not own >> bit & 1 and bit not in chosen]
        members = self.groups[group]
        left.sort(key=lambda bit: sum(self.foreign[party] >> bit & 1 for party in members))
        return (chosen + left)[:COLUMNS]

    def lines(self, group: int) -> list[int]:
        """The bits in which the lines of a block differ."""
        return [bit for bit in self.order if self._own[group] >> bit & 1]

    def _rest(self, group: int) -> list[int]:
        """The bits in which the blocks of a group differ."""
        inside = {*self.lines(group), *self.columns[group]}
        return [bit for bit in self.order if bit not in inside]

    def others(self, party: int) -> list[int]:
        """The bits that a party cannot change."""
        return [bit for bit in range(self.count) if not self.parties[party].bits >> bit & 1]

    def subs(self, party: int) -> list[int]:
        """The bits in which the sub-cubes of a party in a block of its group differ."""
        own = self.parties[party].bits
        return [bit for bit in self.lines(self.group_of(party)) if not own >> bit & 1]

    def _units(self, party: int) -> list[int]:
        """The same of all blocks: of the sub-cubes that are swept together."""
        return [*self.subs(party), *self._rest(self.group_of(party))]

    def group_of(self, party: int) -> int:
        """The group of a party."""
        return next(at for at, members in enumerate(self.groups) if party in members)

    def table(self, bits: Sequence[int]) -> Table:
        """Of each row of weights the sums of some bits."""
        return np.array([sums(row, bits) for row in self.weights])

    def outer(self, group: int) -> tuple[Table, Table, int, Table, Table]:
        """Where a state is: tables by the high and the low bits of its block, by line, by column.

        The number after the first two is that of the low bits. Lines that are left free have
        numbers below 0.
        """
        rest = self._rest(group)
        shift = len(rest) // 2
        return (
            self.table(rest[shift:]),
            self.table(rest[:shift]),
            shift,
            self._lines(group),
            self.table(self.columns[group]),
        )

    def _lines(self, group: int) -> Table:
        bits = self.lines(group)
        where = sums(self._line_weights(group), bits)
        found = np.full((len(self.weights), int(where[-1]) + 1), -1, np.int32)
        found[:, where] = self.table(bits)
        return found

    def _line_weights(self, group: int) -> list[int]:
        """What each bit adds to the number of a line: lines in a row, then one left free."""
        dense = numbering(self.count, self.lines(group))
        return [weight + (weight >> _APART) for weight in dense]

    def inner(self, party: int) -> tuple[Table, Table]:
        """Of a party's sub-cubes in a block of its group, and of its states there, the lines."""
        weights = self._line_weights(self.group_of(party))
        return sums(weights, self.subs(party)), sums(weights, places_of(self.parties[party].bits))

    def classes(self, party: int) -> list[tuple[int, list[int]]]:
        """Rows of a party's ranks, counted from the first of a block's; the columns of each."""
        columns = self.columns[self.group_of(party)]
        rows = sums(self.weights[1 + len(self.parties) + party], columns).tolist()
        return [
            (row, [place for place, other in enumerate(rows) if other == row])
            for row in sorted(set(rows))
        ]

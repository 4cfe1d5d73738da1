"""Open models: the ways of filling in what the evidence leaves open.

Every open want (assumed; or, if asked, without evidence) is present or absent; every group whose
order nobody knows stands in any order of its members as written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations, islice, permutations, product
from math import factorial, prod
from random import Random

import numpy as np
from numpy.typing import NDArray

from detente.dispute.model import AnyOrder, Dispute, Party, Want

MOST_NEAR = 1500  # models that differ least from what is written, where not all are counted
_FEW = 4  # members of a group of which every order is near


@dataclass(frozen=True, slots=True)
class OpenWant:
    """A want that may be there or not; `index` counts from 1 in the party's list as written."""

    party: str
    index: int
    want: Want

    @property
    def name(self) -> str:
        """``party/index``."""
        return f"{self.party}/{self.index}"


@dataclass(frozen=True, slots=True)
class OpenGroup:
    """Wants of a party whose order nobody knows; `indexes` as those of `OpenWant`."""

    party: str
    indexes: tuple[int, ...]
    wants: tuple[Want, ...]

    @property
    def name(self) -> str:
        """``party/first-last``."""
        return f"{self.party}/{self.indexes[0]}-{self.indexes[-1]}"


@dataclass(frozen=True, slots=True)
class Variation:
    """One way of filling in what is open of a party.

    Attributes
    ----------
    order
        The indexes of all its wants, in this order, absent ones too.
    absent
        The indexes of the open wants that are absent.
    """

    order: tuple[int, ...]
    absent: frozenset[int]

    @property
    def present(self) -> tuple[int, ...]:
        """The indexes of the wants that it has, the most important first."""
        return tuple(index for index in self.order if index not in self.absent)


@dataclass(frozen=True, slots=True)
class Changed:
    """How some things of a party are otherwise: wants that are absent, groups in other orders."""

    absent: frozenset[int] = frozenset()
    orders: Mapping[int, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class OpenParty:
    """What is open of one party."""

    party: Party
    wants: tuple[OpenWant, ...]
    groups: tuple[OpenGroup, ...]

    @classmethod
    def of(cls, party: Party, *, everything: bool = False) -> OpenParty:
        """What is open of a party; with `everything`, every want without evidence."""
        wants: list[OpenWant] = []
        groups: list[OpenGroup] = []
        index = 0
        for entry in party.wants:
            members = entry.wants if isinstance(entry, AnyOrder) else (entry,)
            indexes = tuple(range(index + 1, index + len(members) + 1))
            if isinstance(entry, AnyOrder):
                groups.append(OpenGroup(party.id, indexes, members))
            wants += [
                OpenWant(party.id, number, want)
                for number, want in zip(indexes, members, strict=True)
                if want.assumed or (everything and not want.because)
            ]
            index += len(members)
        return cls(party, tuple(wants), tuple(groups))

    @property
    def count(self) -> int:
        """The number of ways: two for each want, times the orders of each group."""
        orders = prod(factorial(len(group.wants)) for group in self.groups)
        return orders << len(self.wants)

    def all(self) -> Iterator[Variation]:
        """Every way, as written first; some may come out equal."""
        orders = [list(permutations(group.indexes)) for group in self.groups]
        for here in product((True, False), repeat=len(self.wants)):
            absent = frozenset(
                want.index for want, present in zip(self.wants, here, strict=True) if not present
            )
            for chosen in product(*orders):
                yield Variation(self._ordered(chosen), absent)

    def drawn(self, random: Random) -> Variation:
        """A way drawn at random, each as likely as any other."""
        absent = frozenset(want.index for want in self.wants if random.random() < 0.5)  # noqa: PLR2004
        chosen = [random.sample(group.indexes, len(group.indexes)) for group in self.groups]
        return Variation(self._ordered(chosen), absent)

    @property
    def otherwise(self) -> list[list[Changed]]:
        """Of each open want and each group how it may be otherwise than as written.

        Of a group of many members the exchanges of neighbours alone.
        """
        wants = [[Changed(absent=frozenset([want.index]))] for want in self.wants]
        groups = []
        for place, group in enumerate(self.groups):
            few = len(group.indexes) <= _FEW
            orders = permutations(group.indexes) if few else _exchanges(group.indexes)
            groups.append([Changed(orders={place: o}) for o in orders if o != group.indexes])
        return wants + groups

    def changed(self, changes: Iterable[Changed] = ()) -> Variation:
        """The way that differs from what is written in some things."""
        chosen = [group.indexes for group in self.groups]
        absent: frozenset[int] = frozenset()
        for change in changes:
            absent |= change.absent
            for place, order in change.orders.items():
                chosen[place] = order
        return Variation(self._ordered(chosen), absent)

    def _ordered(self, chosen: Sequence[Sequence[int]]) -> tuple[int, ...]:
        """All indexes, each group in the order chosen."""
        order = list(range(1, len(self.party.ordered_wants) + 1))
        for group, members in zip(self.groups, chosen, strict=True):
            order[group.indexes[0] - 1 : group.indexes[-1]] = members
        return tuple(order)

    def closed(self, variation: Variation) -> Party:
        """The party as a variation has it."""
        wants = self.party.ordered_wants
        kept = tuple(wants[index - 1] for index in variation.present)
        return self.party if self.party.ranking else replace(self.party, wants=kept)

    def changes(self, variation: Variation) -> tuple[str, ...]:
        """The names of the wants and groups in which a variation differs from what is written."""
        wants = [want.name for want in self.wants if want.index in variation.absent]
        groups = [
            group.name
            for group in self.groups
            if variation.order[group.indexes[0] - 1 : group.indexes[-1]] != group.indexes
        ]
        return (*wants, *groups)


class OpenModels:
    """The open models of a dispute: all of them, or a sample.

    Attributes
    ----------
    parties
        What is open of each party of the dispute.
    count
        The number of open models.
    variations
        Of each party those that occur, each once.
    models
        Of shape (models, parties): which variation each model has.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> models = OpenModels(loads('''{detente: 1, title: Ferry, parties: {a: {options: {sail: },
    ...     wants: [{want: a.sail, assumed: yes}, {any order: [b.pay, b.wait]}]},
    ...     b: {options: {pay: , wait: }}}}'''), 100, 10, 0)
    >>> models.count, models.exact, models.models.shape
    (4, True, (4, 2))
    """

    def __init__(
        self, dispute: Dispute, limit: int, sample: int, seed: int, *, everything: bool = False
    ) -> None:
        self.parties = [OpenParty.of(party, everything=everything) for party in dispute.parties]
        self.count = prod(party.count for party in self.parties)
        self.exact = self.count <= limit
        self._sample, self._seed = sample, seed
        self.variations, self.models = self._all() if self.exact else self._drawn()

    def _all(self) -> tuple[list[list[Variation]], NDArray[np.int64]]:
        variations = [list(party.all()) for party in self.parties]
        shape = [len(listed) for listed in variations]
        return variations, np.indices(shape).reshape(len(shape), -1).T

    def _drawn(self) -> tuple[list[list[Variation]], NDArray[np.int64]]:
        random = Random(self._seed)  # noqa: S311  a sample that anybody can draw again
        rows = [[party.drawn(random) for party in self.parties] for _ in range(self._sample)]
        return _numbered(rows)

    def near(self) -> tuple[list[list[Variation]], NDArray[np.int64]]:
        """The model as written, first, and those that differ least from it, up to `MOST_NEAR`."""
        return _numbered(list(islice(self._near(), MOST_NEAR)))

    def _near(self) -> Iterator[list[Variation]]:
        """Models by the number of wants and groups that are otherwise than as written."""
        items = [
            [(place, change) for change in changes]
            for place, party in enumerate(self.parties)
            for changes in party.otherwise
        ]
        written = [party.changed() for party in self.parties]
        for size in range(len(items) + 1):
            for chosen in combinations(items, size):
                for changes in product(*chosen):
                    own: dict[int, list[Changed]] = defaultdict(list)
                    for place, change in changes:
                        own[place].append(change)
                    yield [
                        party.changed(own[place]) if place in own else written[place]
                        for place, party in enumerate(self.parties)
                    ]

    @cached_property
    def wants(self) -> list[OpenWant]:
        """The open wants, as they stand in the file."""
        return [want for party in self.parties for want in party.wants]

    @cached_property
    def groups(self) -> list[OpenGroup]:
        """The groups, as they stand in the file."""
        return [group for party in self.parties for group in party.groups]


def _exchanges(indexes: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """The orders that exchange two neighbours.

    >>> list(_exchanges((1, 2, 3)))
    [(2, 1, 3), (1, 3, 2)]
    """
    for first in range(len(indexes) - 1):
        yield (*indexes[:first], indexes[first + 1], indexes[first], *indexes[first + 2 :])


def _numbered(
    rows: Sequence[Sequence[Variation]],
) -> tuple[list[list[Variation]], NDArray[np.int64]]:
    """Some models as the variations that occur and the number of each."""
    columns = [list(dict.fromkeys(column)) for column in zip(*rows, strict=True)]
    numbers = [{variation: n for n, variation in enumerate(column)} for column in columns]
    models = [[number[way] for number, way in zip(numbers, row, strict=True)] for row in rows]
    return columns, np.array(models, np.int64)

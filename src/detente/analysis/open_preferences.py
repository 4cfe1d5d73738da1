"""The preferences of a party in each of its variations, many at once: each order of states once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.analysis.concessions import Concession
from detente.analysis.open_models import OpenParty, Variation
from detente.analysis.preferences import lexicographic, preference
from detente.analysis.states import Mask, Ranks, StateSpace
from detente.dispute.formula import Formula, parse
from detente.dispute.model import Party

CHUNK = 1 << 22  # numbers at once
_EXACT = 52  # wants whose weights a double adds up exactly


@dataclass(frozen=True, eq=False)
class Orders:
    """The orders of preference that some variations of a party come to.

    Attributes
    ----------
    tables
        Of shape (orders, states): dense ranks, 0 the worst and of what is infeasible; no two alike.
    which
        Of each variation the number of its order.
    """

    tables: NDArray[np.int32]
    which: NDArray[np.int64]

    def ranks(self, order: int) -> Ranks:
        """One of them as the graph model takes it."""
        return np.asarray(self.tables[order], np.int64)


def orders(
    party: OpenParty,
    variations: Sequence[Variation],
    space: StateSpace,
    concessions: Iterable[Concession] = (),
) -> Orders:
    """The orders of preference of a party in some variations, after its concessions.

    A concession on a want that a variation has not is void.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> dispute = loads('''{detente: 1, title: Ferry, parties: {a: {options: {sail: , wait: },
    ...     wants: [{want: a.sail, assumed: yes}, {any order: [a.sail, a.wait]}]}}}''')
    >>> open_ = OpenParty.of(dispute.parties[0])
    >>> found = orders(open_, list(open_.all()), StateSpace.of(dispute))
    >>> found.which.tolist(), found.tables.tolist()
    ([0, 0, 0, 1], [[0, 1, 2, 3], [0, 2, 1, 3]])
    """
    if party.party.ranking is not None:
        table = _dense(preference(party.party, space)[None], space.possible)
        return Orders(table, np.zeros(len(variations), np.int64))
    made = {c.index: c for c in concessions if c.party == party.party.id and c.index}
    sequences, which = _sequences(variations, made)
    truths = _truths(party.party, space, made)
    if len(truths) > _EXACT:
        rows = [lexicographic([truths[i - 1] for i in listed], space.size) for listed in sequences]
        return _distinct([_dense(np.array(rows), space.possible)], which)
    points, places = _points(truths, space)
    weights = _weights(sequences, len(truths))
    size = max(1, CHUNK // max(1, points.shape[1]))
    parts = [
        _ranked(weights[start : start + size] @ points) for start in range(0, len(weights), size)
    ]
    return _spread(_distinct(parts, which), places, space)


def _sequences(
    variations: Sequence[Variation], made: dict[int, Concession]
) -> tuple[list[tuple[int, ...]], NDArray[np.int64]]:
    """The indexes of wants in order of rank that variations come to, each once; and which is whose.

    Wants that are dropped are not among them, and those that are demoted come last.
    """
    numbers: dict[tuple[int, ...], int] = {}
    dropped = {index for index, concession in made.items() if concession.change == "drop"}
    last = {index for index, concession in made.items() if concession.change == "demote"}
    which = []
    for variation in variations:
        present = variation.present
        if made:
            kept = [i for i in present if i not in dropped and i not in last]
            present = (*kept, *(i for i in present if i in last))
        which.append(numbers.setdefault(present, len(numbers)))
    return list(numbers), np.array(which, np.int64)


def _truths(party: Party, space: StateSpace, made: dict[int, Concession]) -> list[Mask]:
    """Of each want where it holds, weakened where that is conceded."""
    return [
        space.holds(_formula(want.formula, made.get(index)))
        for index, want in enumerate(party.ordered_wants, start=1)
    ]


def _formula(formula: Formula, made: Concession | None) -> Formula:
    return parse(made.becomes) if made and made.becomes else formula


def _points(truths: Sequence[Mask], space: StateSpace) -> tuple[NDArray[np.float64], Ranks]:
    """The different columns of truths, of shape (wants, points); and of each state which is its."""
    code = np.zeros(space.size, np.int64)
    for truth in truths:
        code = np.unique(2 * code + truth, return_inverse=True)[1]
    code[~space.possible] = -1
    _, first, places = np.unique(code, return_index=True, return_inverse=True)
    if not space.possible.all():
        first, places = first[1:], places - 1
    columns = np.array([truth[first] for truth in truths], float).reshape(len(truths), len(first))
    return columns, places


def _weights(sequences: Sequence[tuple[int, ...]], count: int) -> NDArray[np.float64]:
    """Of each sequence what each want weighs: twice as much as the next."""
    weights = np.zeros((len(sequences), count))
    for number, listed in enumerate(sequences):
        for place, index in enumerate(listed, start=1):
            weights[number, index - 1] = 2.0 ** (count - place)
    return weights


def _ranked(scores: NDArray[np.float64]) -> NDArray[np.int32]:
    """Dense ranks along each row."""
    order = np.argsort(scores, axis=1)
    ascending = np.take_along_axis(scores, order, axis=1)
    steps = np.zeros(scores.shape, np.int32)
    steps[:, 1:] = np.cumsum(ascending[:, 1:] > ascending[:, :-1], axis=1)
    ranks = np.empty_like(steps)
    np.put_along_axis(ranks, order, steps, axis=1)
    return ranks


def _dense(rows: Ranks, possible: Mask) -> NDArray[np.int32]:
    found = np.zeros(rows.shape, np.int32)
    found[:, possible] = _ranked(rows[:, possible].astype(float))
    return found


def _distinct(parts: Sequence[NDArray[np.int32]], which: NDArray[np.int64]) -> Orders:
    """Each row once, in the order in which it first comes."""
    numbers: dict[bytes, int] = {}
    tables: list[NDArray[np.int32]] = []
    places = []
    for part in parts:
        for row in part:
            number = numbers.setdefault(row.tobytes(), len(tables))
            if number == len(tables):
                tables.append(row)
            places.append(number)
    return Orders(np.array(tables), np.array(places, np.int64)[which])


def _spread(found: Orders, places: Ranks, space: StateSpace) -> Orders:
    """Ranks of points as ranks of states."""
    tables = np.where(space.possible, found.tables[:, places], np.int32(0))
    return Orders(np.ascontiguousarray(tables), found.which)

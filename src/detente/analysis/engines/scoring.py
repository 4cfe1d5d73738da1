"""Preferences over millions of states: each want is weighed on the options that it names alone.

A score is a sum over wants. Wants that together name few options are weighed in one small table
over those; a state's score is a sum of one entry of each table, and which entry is itself a sum of
two smaller tables, one by the high half of the state's bits and one by the low.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.analysis.engines.layout import sums
from detente.analysis.engines.score_kernels import add_scores, note, rename
from detente.analysis.states import Mask, Ranks, StateSpace
from detente.dispute.formula import Atom, Formula, atoms, evaluate
from detente.dispute.model import Party

_TABLE = 16  # options that one table may have
_BLOCK = 24  # bits of a score: so many are made dense at once

Share = Callable[..., Any]


def narrowest(most: int) -> type[np.unsignedinteger[Any]]:
    """The narrowest type of lanes that holds a number.

    >>> narrowest(255).__name__, narrowest(256).__name__
    ('uint8', 'uint16')
    """
    return next(kind for kind in (np.uint8, np.uint16, np.uint32) if most <= np.iinfo(kind).max)


def compact(
    party: Party, space: StateSpace, possible: Mask | None, share: Share
) -> NDArray[np.unsignedinteger[Any]]:
    """Dense ranks of a party over the feasible states, as narrow as can be.

    The others have ranks among these, which say nothing.

    Parameters
    ----------
    party
        A party with wants, or neither wants nor a ranking.
    space
        The states.
    possible
        The feasible ones; None where all are.
    share
        Divides work on so many parts between threads, as `Cube.share` does.
    """
    wants = [want.formula for want in party.ordered_wants]
    ranks = np.zeros(space.size, np.uint8)
    at = 0
    while at < len(wants):
        room = max(1, _BLOCK - int(ranks.max()).bit_length())
        ranks = _refined(ranks, wants[at : at + room], space, possible, share)
        at += room
    return ranks


def _refined(
    ranks: NDArray[Any],
    wants: Sequence[Formula],
    space: StateSpace,
    possible: Mask | None,
    share: Share,
) -> NDArray[Any]:
    """Dense ranks by ranks so far, and then by some wants."""
    scores = ranks.astype(np.uint32) << np.uint32(len(wants))
    tables = _tables(wants)
    half = len(space.options) // 2
    bits = list(range(len(space.options)))
    weights = [_weights(named, space) for named, _ in tables]
    high = np.array([sums(row, bits[half:]) for row in weights]).astype(np.int64)
    low = np.array([sums(row, bits[:half]) for row in weights]).astype(np.int64)
    starts = np.cumsum([0, *(len(table) for _, table in tables)])[:-1]
    entries = np.concatenate([table for _, table in tables])
    high += starts[:, None]
    share(high.shape[1], add_scores, scores, entries, high, low)
    seen = np.zeros(int(ranks.max()) + 1 << len(wants), np.bool_)
    everywhere = possible is None
    mask = np.ones(1, bool) if possible is None else possible
    share(len(scores), note, scores, seen, mask, everywhere)
    dense = np.cumsum(seen, dtype=np.uint32)
    most = int(dense[-1]) - 1
    names = (np.maximum(dense, 1) - 1).astype(narrowest(most))
    found = np.zeros(len(scores), names.dtype)
    share(len(scores), rename, scores, names, found)
    return found


def _tables(
    wants: Sequence[Formula],
) -> list[tuple[list[Atom], NDArray[np.uint32]]]:
    """The wants weighed in tables: the options of each, and an entry for each way of choosing."""
    groups: list[tuple[dict[Atom, None], list[tuple[Formula, int]]]] = []
    for place, want in enumerate(wants):
        named = dict.fromkeys(atoms(want))
        home = next((g for g in groups if len(g[0] | named) <= _TABLE), None)
        if home is None:
            home = ({}, [])
            groups.append(home)
        home[0].update(named)
        home[1].append((want, 1 << (len(wants) - 1 - place)))
    return [(list(named), _table(list(named), weighed)) for named, weighed in groups]


def _table(named: Sequence[Atom], weighed: Sequence[tuple[Formula, int]]) -> NDArray[np.uint32]:
    shape = np.ones((len(named), len(named)), int) + np.eye(len(named), dtype=int)
    axes = {
        atom: np.array([False, True]).reshape(row) for atom, row in zip(named, shape, strict=True)
    }
    table = np.zeros((2,) * len(named), np.uint32)
    for formula, weight in weighed:
        table += evaluate(formula, axes) * np.uint32(weight)
    return table.ravel()


def _weights(named: Sequence[Atom], space: StateSpace) -> list[int]:
    """Of each bit of a flat index what it adds to the number of a table's entry."""
    weights = [0] * len(space.options)
    for place, atom in enumerate(reversed(named)):
        weights[space.bits[atom].bit_length() - 1] = 1 << place
    return weights


def narrowed(ranks: Ranks, possible: Mask | None) -> NDArray[Any]:
    """Ranks made dense over the feasible states, as narrow as can be; 0 of the others.

    >>> narrowed(np.array([5, 9, 7, 9]), np.array([True, True, False, True])).tolist()
    [0, 1, 0, 1]
    """
    kept = ranks if possible is None else ranks[possible]
    wide = np.unique(kept, return_inverse=True)[1].ravel()
    dense: NDArray[Any] = wide.astype(narrowest(int(wide.max(initial=0))))
    if possible is None:
        return dense
    found = np.zeros(len(ranks), dense.dtype)
    found[possible] = dense
    return found

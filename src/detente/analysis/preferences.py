"""Preference ranks over all states, from wants or from a ranking.

Option prioritisation (Peng, Hipel and Kilgour 1997): of two states the one is preferred that
satisfies the first want on which they differ. A rank is dense, 0 the worst; equal is indifferent.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.analysis.states import Mask, Ranks, StateSpace
from detente.dispute.model import Party

_BLOCK = 40  # wants weighed at once: with as many bits of rank before them they fit an int64


def lexicographic(truths: Sequence[Mask], size: int) -> Ranks:
    """Dense ranks of states by the wants that they satisfy, the most important first.

    Parameters
    ----------
    truths
        Of each want where it holds, by flat index; any number of them.
    size
        The number of states.

    Examples
    --------
    >>> first, second = np.array([False, False, True]), np.array([False, True, False])
    >>> lexicographic([first, second], 3).tolist()
    [0, 1, 2]
    """
    ranks = np.zeros(size, np.int64)
    for start in range(0, len(truths), _BLOCK):
        for truth in truths[start : start + _BLOCK]:
            ranks = 2 * ranks + truth
        ranks = np.unique(ranks, return_inverse=True)[1]
    return ranks


def preference(party: Party, space: StateSpace) -> Ranks:
    """Dense ranks of a party over all states, higher is better.

    A party with neither wants nor a ranking is indifferent. States that a ranking leaves out, as it
    does the infeasible ones, have rank 0.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> dispute = loads('''{detente: 1, title: Ferry, parties: {
    ...     a: {options: {sail: }, wants: [b.pay, not a.sail]}, b: {options: {pay: }}}}''')
    >>> preference(dispute.party("a"), StateSpace.of(dispute)).tolist()  # NN NY YN YY
    [1, 3, 0, 2]
    """
    if party.ranking is None:
        return lexicographic(
            [space.holds(want.formula) for want in party.ordered_wants], space.size
        )
    ranks = np.zeros(space.size, np.int64)
    for rank, tied in enumerate(reversed(party.ranking)):
        ranks[[space.index(state) for state in tied]] = rank
    return ranks

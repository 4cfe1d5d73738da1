"""An order of variables that suits one set, found where nothing else is in the way.

Amid relations, and once some variables are to stay together, CUDD moves all others one at a time,
and is often stuck at several times the nodes. A set by itself it moves as it hangs together.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from dd import cudd

from detente.analysis.engines.diagrams import CACHE, Diagram, sift

_FAR = 0.3  # of all pairs, turned round: too far from the order that all began with


def in_order(bdd: Any) -> list[str]:
    """The variables of a manager in the order in which they stand."""
    return sorted(bdd.vars, key=bdd.level_of_var)


def sifted_alone(states: Diagram, start: Sequence[str]) -> Diagram:
    r"""A set in a manager of its own, in an order in which it is small.

    Where sifting takes it far from the order that all began with, it is sifted from that one: it
    would not be brought back there, where it is joined with others.

    >>> bdd = cudd.BDD()
    >>> bdd.declare("a", "b", "c", "d", "e", "f")
    >>> states = bdd.add_expr(r"(a /\ d) \/ (b /\ e) \/ (c /\ f)")
    >>> states.dag_size, sifted_alone(states, "abcdef").dag_size
    (15, 7)
    """
    alone = cudd.BDD(initial_cache_size=CACHE)
    alone.configure(reordering=False)
    names = sorted(states.bdd.support(states), key=states.bdd.level_of_var)
    alone.declare(*names)
    found = cudd.copy_bdd(states, alone)
    sift(alone)
    wanted = [name for name in start if name in set(names)]
    if turned(in_order(alone), wanted) > _FAR:
        cudd.reorder(alone, {name: level for level, name in enumerate(wanted)})
        sift(alone)
    return found


def turned(order: Sequence[str], other: Sequence[str]) -> float:
    """Of all pairs the share that come in one order the other way round than in another.

    >>> turned("acb", "abc"), turned("a", "a")
    (0.3333333333333333, 0.0)
    """
    places = {name: place for place, name in enumerate(other)}
    pairs = [places[one] > places[two] for one, two in combinations(order, 2)]
    return sum(pairs) / len(pairs) if pairs else 0.0


def followed(order: Sequence[str], every: Sequence[str], together: Sequence[str]) -> list[str]:
    """All variables in an order in which some come as they are given.

    Parameters
    ----------
    order
        Some variables.
    every
        All. What is not in the order comes after what it follows here.
    together
        Those that stay beside each other, where the first of them comes.

    Examples
    --------
    >>> followed("ca", "abxcd", "")
    ['c', 'd', 'a', 'b', 'x']
    >>> followed("cya", "axbyc", "xy")
    ['c', 'x', 'y', 'b', 'a']
    """
    units = {name: [name] for name in every} | {key: list(together) for key in together}
    blocks = {units[name][0]: list(units[name]) for name in order}
    last, before = "", list[str]()
    for first in dict.fromkeys(units[name][0] for name in every):
        if first in blocks:
            last = first
        else:
            (blocks[last] if last else before).extend(units[first])
    return before + [name for block in blocks.values() for name in block]

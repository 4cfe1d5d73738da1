"""An order of variables that suits one set, found where nothing else is in the way.

Amid relations, and once some variables are to stay together, CUDD moves all others one at a time,
and is often stuck at several times the nodes. A set by itself it moves as it hangs together.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dd import cudd

from detente.analysis.engines.diagrams import CACHE, Diagram, sift


def in_order(bdd: Any) -> list[str]:
    """The variables of a manager in the order in which they stand."""
    return sorted(bdd.vars, key=bdd.level_of_var)


def sifted_alone(states: Diagram) -> Diagram:
    r"""A set in a manager of its own, in an order in which it is small.

    >>> bdd = cudd.BDD()
    >>> bdd.declare("a", "b", "c", "d", "e", "f")
    >>> states = bdd.add_expr(r"(a /\ d) \/ (b /\ e) \/ (c /\ f)")
    >>> states.dag_size, sifted_alone(states).dag_size
    (15, 7)
    """
    bdd = states.bdd
    alone = cudd.BDD(initial_cache_size=CACHE)
    alone.configure(reordering=False)
    alone.declare(*sorted(bdd.support(states), key=bdd.level_of_var))
    found = cudd.copy_bdd(states, alone)
    sift(alone)
    return found


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

"""An order of variables in which those that are named together stand close to each other.

Decision diagrams are as wide as what crosses a cut between variables, so that a good order at the
start spares most of the reordering. FORCE (Aloul, Markov and Sakallah 2003): every variable moves
to the middle of the groups that it is in, again and again; the best order met is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

_ROUNDS = 100

Groups = Sequence[Sequence[int]]


def arranged(count: int, groups: Groups) -> list[int]:
    """Of each variable its place in an order, such that groups span little.

    >>> groups = [[0, 3], [3, 1], [1, 2]]
    >>> span(range(4), groups), span(arranged(4, groups), groups)
    (6, 5)
    """
    named = [group for group in groups if len(group) > 1]
    homes: list[list[int]] = [[] for _ in range(count)]
    for number, group in enumerate(named):
        for variable in group:
            homes[variable].append(number)
    places = best = list(range(count))
    for _ in range(_ROUNDS):
        middles = [fmean(places[variable] for variable in group) for group in named]
        drawn = [
            fmean(middles[number] for number in home) if home else float(places[variable])
            for variable, home in enumerate(homes)
        ]
        before, places = places, [0] * count
        for place, variable in enumerate(sorted(range(count), key=drawn.__getitem__)):
            places[variable] = place
        if span(places, named) < span(best, named):
            best = places
        if places == before:
            break
    return best


def span(places: Sequence[int], groups: Groups) -> int:
    """How far apart the members of groups stand, in all."""
    taken = [[places[variable] for variable in group] for group in groups]
    return sum(max(group) - min(group) for group in taken)

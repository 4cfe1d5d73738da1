"""The explicit engine: stability of all states at once, by arrays with one number a state.

For a party i let V(t) be the least that the others can hold i to once it has moved to t: the
minimum of a weight over all states that they can reach from t. The weight of u is i's rank of u,
or, where i may respond, the best rank among u and i's moves from u. Then s is stable for i exactly
where r(s) ≥ max over i's moves t of min(r(t), V(t)). (If s is unstable, some t has r(t) > r(s) and
every reachable u has a weight above r(s), so the maximum is above r(s); and the other way round.)
That t itself counts as reachable changes nothing: its weight is at least r(t) > r(s). A party's
moves are transitive, so "no party moves twice in succession" changes nothing either.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from detente.analysis.concepts import Concept
from detente.analysis.graph_model import GraphModel, powers, subsets
from detente.analysis.states import Mask, Ranks, States

ABOVE_ALL = np.iinfo(np.int64).max
BELOW_ALL = np.int64(-1)


class Explicit:
    """Stability in one graph model; what its concepts share is computed once."""

    def __init__(self, model: GraphModel) -> None:
        self.model = model
        self._ladders: dict[int, _Ladder] = {}
        self._held: dict[tuple[str, int], Ranks] = {}

    def held_to(self, concept: Concept, party: int) -> Ranks:
        """V: of each state the least that the others can hold a party to from there.

        An improvement t from s is sanctioned exactly where ``held_to[t] <= rank[s]``.
        """
        key = concept.name, party
        if key not in self._held:
            self._held[key] = self._hold(concept, party)
        return self._held[key]

    def stable(self, concept: Concept, party: int) -> Mask:
        """The feasible states that are stable for a party under a concept."""
        return self._stable(party, self.held_to(concept, party))

    def stable_at_best(self, concept: Concept, party: int, free: int) -> Mask:
        """The states that are stable for a party if one other need not improve to sanction."""
        return self._stable(party, self._hold(concept, party, free))

    def _stable(self, party: int, held_to: Ranks) -> Mask:
        rank = self.model.ranks[party]
        gains = np.minimum(rank, held_to)
        best = self._along_moves(np.maximum, self._guarded(gains, BELOW_ALL), party)
        return self.model.space.possible & (rank >= best)

    def equilibria(self, concept: Concept) -> Mask:
        """The feasible states that are stable for every party under a concept."""
        found = self.model.space.possible.copy()
        for party in self.model.movers:
            found &= self.stable(concept, party)
        return found

    def weights(self, concept: Concept, party: int) -> Ranks:
        """Of each state what it would come to for a party: its rank, or its best response's."""
        weight = self.model.ranks[party]
        if concept.respond:
            weight = self._along_moves(np.maximum, self._guarded(weight, BELOW_ALL), party)
        return weight

    def leading(self, goals: Mask) -> Mask:
        """The states from which improvements of all lead to some goals, and the goals themselves.

        Examples
        --------
        >>> from detente.dispute.file import loads
        >>> model = GraphModel.of(loads('''{detente: 1, title: T, parties: {
        ...     a: {options: {x: }, wants: [a.x]}, b: {options: {z: }, wants: [b.z if a.x]}}}'''))
        >>> engine = Explicit(model)
        >>> model.space.listed(engine.leading(np.arange(4) == 3))
        ('NN', 'NY', 'YN', 'YY')
        """
        values = np.where(goals & self.model.space.possible, 0, ABOVE_ALL)
        before = None
        while before is None or (before != values).any():
            before = values
            for mover in self.model.movers:
                values = self._spread(values, mover, credible=True)
        return np.asarray(values == 0) & self.model.space.possible

    def _hold(self, concept: Concept, party: int, free: int | None = None) -> Ranks:
        if concept.sanctions is None:
            return np.full_like(self.model.ranks[party], ABOVE_ALL)
        held = self._guarded(self.weights(concept, party), ABOVE_ALL)
        others = [other for other in self.model.movers if other != party]
        before = None
        while before is None or (before != held).any():
            before = held
            for other in others:
                credible = concept.credible and other != free
                held = self._spread(held, other, credible=credible)
        return held

    def _spread(self, held: Ranks, other: int, *, credible: bool) -> Ranks:
        if credible:
            return self._ladder(other).lowered(held)
        return self._guarded(self._along_moves(np.minimum, held, other), ABOVE_ALL)

    def _ladder(self, party: int) -> _Ladder:
        if party not in self._ladders:
            self._ladders[party] = _Ladder(self.model, party)
        return self._ladders[party]

    def _guarded(self, values: Ranks, infeasible: int | np.int64) -> Ranks:
        return np.where(self.model.space.possible, values, infeasible)

    def _along_moves(self, extreme: Callable[..., Ranks], values: Ranks, party: int) -> Ranks:
        """The extreme of the values of each state and of a party's moves from it.

        One option after another: what `can` allows is a product over options, and a party jumps
        over its own infeasible states, whose values must be neutral.
        """
        values, model = values.copy(), self.model
        for bit in powers(model.free[party] | model.one_way[party]):
            pairs = values.reshape(-1, 2, bit)
            best = extreme(pairs[:, 0], pairs[:, 1])
            if not bit & model.stop_only:
                pairs[:, 0] = best
            if not bit & model.start_only:
                pairs[:, 1] = best
        return values


@dataclass(eq=False)
class _Ladder:
    """A party's states sorted by its own rank, for minima over its improvements.

    A row holds the states that differ in the party's free options alone, worst first. From a state
    the improvements within a row are the end of the row above the state's own rank; each way of
    changing one-way options leads to one such row.
    """

    model: GraphModel
    party: int

    @cached_property
    def _rank(self) -> Ranks:
        rank = self.model.ranks[self.party]
        if rank.max() >= len(rank):  # only order matters here, and the keys below must fit
            rank = np.unique(rank, return_inverse=True)[1]
        return np.where(self.model.space.possible, rank, BELOW_ALL)

    @cached_property
    def _rows(self) -> tuple[States, States]:
        """The states by row, sorted; and of each state its row."""
        free, size = self.model.free[self.party], self.model.space.size
        rows = subsets((size - 1) & ~free)[:, None] | subsets(free)
        row_of = np.empty(size, np.int64)
        row_of[rows] = np.arange(len(rows))[:, None]
        order = np.argsort(self._rank[rows], axis=1, kind="stable")
        return np.take_along_axis(rows, order, axis=1), row_of

    @cached_property
    def _above(self) -> list[States]:
        """Of each state where in the padded rows its improvements begin, by change of row."""
        states, (rows, row_of) = np.arange(self.model.space.size), self._rows
        width, height = rows.shape[1], int(self._rank.max()) + 2
        keys = (row_of[rows] * height + self._rank[rows] + 1).ravel()
        found = []
        for change in subsets(self.model.one_way[self.party]):
            row = row_of[states ^ change]
            begin = np.searchsorted(keys, row * height + self._rank + 1, side="right") + row
            lost, gained = states & change, ~states & change
            legal = ((lost & self.model.start_only) | (gained & self.model.stop_only)) == 0
            found.append(np.where(legal, begin, width))  # the end of a row: nothing above
        return found

    def lowered(self, values: Ranks) -> Ranks:
        """Of each state the minimum of its value and those of the party's improvements from it."""
        rows, _ = self._rows
        ends = np.full((len(rows), 1), ABOVE_ALL)
        tails: NDArray[np.int64] = np.minimum.accumulate(values[rows][:, ::-1], axis=1)[:, ::-1]
        padded = np.concatenate([tails, ends], axis=1).ravel()
        for begin in self._above:
            values = np.minimum(values, padded[begin])
        return values

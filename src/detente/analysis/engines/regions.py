"""Regions of choices that one examined choice decides, because they share its witness.

A choice is one variant of each party. What is found out about one choice rests on a few facts, each
about the preference or the freedom of a single party: that i prefers u to s, that no improvement of
j leads out of a set of states. Every choice in which these facts hold has the same verdict, by the
same witness; they are the product of one set of variants for each party.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from detente.analysis.engines.variants import (
    CHUNK,
    Condition,
    Rows,
    Scores,
    Variants,
    bit_set,
    truths,
)
from detente.analysis.graph_model import GraphModel
from detente.analysis.states import Mask, States


@dataclass(eq=False)
class Region:
    """The choices in which some conditions hold.

    Attributes
    ----------
    verdict
        Whether they unlock; None where that is not asked any more.
    conditions
        Of each party what must hold of its variant.
    target
        Only variants that accept this state are asked about; all where it is None.
    """

    verdict: bool | None
    conditions: Sequence[Sequence[Condition]]
    target: int | None = None
    _masks: dict[tuple[int, Variants], tuple[int, int]] = field(default_factory=dict)

    def mask(self, party: int, variants: Variants) -> int:
        """The variants of a party that fulfil its conditions, of those built so far."""
        judged, mask = self._masks.get((party, variants), (0, 0))
        now = len(variants.costs)
        if judged < now:
            rows = np.arange(judged, now)
            if self.target is not None:
                asked = variants.accepting[self.target] >> judged
                rows = rows[truths(asked, len(rows))]
            for start in range(0, len(rows), CHUNK):
                mask |= self._judged(party, variants, rows[start : start + CHUNK])
            self._masks[party, variants] = now, mask
        return mask

    def _judged(self, party: int, variants: Variants, rows: States) -> int:
        """Which of some variants fulfil a party's conditions."""
        for condition in self.conditions[party]:
            rows = rows[condition(variants.rows[rows])]
        found = np.zeros(len(variants.costs), bool)
        found[rows] = True
        return bit_set(found)


# Facts about one party -------------------------------------------------------------------------


def accepts(state: int, than: int) -> Condition:
    """It likes a state no less than another."""

    def condition(rows: Rows) -> Mask:
        one, other = rows.of(state, than)
        return one >= other

    return condition


def prefers(better: int, worse: int) -> Condition:
    """It prefers one state to another."""

    def condition(rows: Rows) -> Mask:
        one, other = rows.of(better, worse)
        return one > other

    return condition


def accepts_all(states: States, than: States) -> Condition:
    """It likes each of some states no less than its counterpart."""
    return lambda rows: _every(np.asarray(rows.scores(states) >= rows.scores(than)))


def prefers_all(better: States, worse: States) -> Condition:
    """It prefers each of some states to its counterpart."""
    return lambda rows: _every(np.asarray(rows.scores(better) > rows.scores(worse)))


def picked(place: int, pick: int) -> Condition:
    """It treats a place in one way."""

    def condition(rows: Rows) -> Mask:
        taken: Mask = rows.picks[:, place] == pick
        return taken

    return condition


def same(row: Rows) -> list[Condition]:
    """It is just one variant."""

    def condition(rows: Rows) -> Mask:
        if rows.offer is not row.offer:
            return np.zeros(len(rows), bool)
        return _every(rows.picks == row.picks)

    return [condition]


def _every(truths: Mask) -> Mask:
    return np.asarray(truths.all(axis=1))


def _some(truths: Mask) -> Mask:
    return np.asarray(truths.any(axis=1))


@dataclass(frozen=True)
class Facts:
    """Facts that depend on where options are bound to: the values that they have in a state.

    Attributes
    ----------
    model
        The graph model without concessions.
    target
        The state whose values commitments bind to.
    """

    model: GraphModel
    target: int

    def _free(self, rows: Rows, sources: States | int, ends: States) -> Mask:
        """Whether the party's commitments allow moves that the model without them allows."""
        leaving = (sources ^ ends) & (ends ^ self.target)
        free: Mask = (rows.commits[:, None] & leaving.ravel()) == 0
        return free

    def can(self, moves: Iterable[tuple[int, int]]) -> Condition:
        """It has not bound itself against some moves."""
        pairs = np.array(list(moves), np.int64).reshape(-1, 2)
        return lambda rows: _every(self._free(rows, pairs[:, 0], pairs[:, 1]))

    def stays(self, party: int, states: States, *, improving: bool) -> Condition:
        """None of its moves (with `improving`, improvements) leads out of a set of states."""
        inside = np.zeros(self.model.space.size, bool)
        inside[states] = True
        targets, legal = self.model.from_all(party, states)
        legal &= ~inside[targets]
        sources, ends = np.broadcast_to(states[:, None], targets.shape)[legal], targets[legal]

        def condition(rows: Rows) -> Mask:
            leaves = self._free(rows, sources, ends)
            if improving:
                scores = rows.scores(np.concatenate([ends, sources]))
                leaves &= scores[:, : len(ends)] > scores[:, len(ends) :]
            return ~_some(leaves)

        return condition

    def above(self, party: int, states: States, than: int, *, respond: bool) -> Condition:
        """It prefers each of some states, or with `respond` a move from it, to another state."""
        targets, legal = self.model.from_all(party, states)

        def condition(rows: Rows) -> Mask:
            (level,) = rows.of(than)
            found = rows.scores(states) > level[:, None]
            for place, state in enumerate(states.tolist() if respond else ()):
                ends = targets[place][legal[place]]
                better = rows.scores(ends) > level[:, None]
                found[:, place] |= _some(better & self._free(rows, state, ends))
            return _every(found)

        return condition

    def deterred(
        self, party: int, state: int, ends: Mapping[int, int], *, respond: bool
    ) -> Condition:
        """None of its moves from a state is an improvement, but for those that sanctions deter.

        `ends` has the end of the sanction of each such move.
        """
        moves = np.array(self.model.moves(party, state), np.int64)

        def condition(rows: Rows) -> Mask:
            (level,) = rows.of(state)
            tempting = rows.scores(moves) > level[:, None]
            tempting &= self._free(rows, state, moves)
            for place, move in enumerate(moves.tolist()):
                if move in ends:
                    hurts = self._hurts(rows, party, level, ends[move], respond=respond)
                    tempting[:, place] &= ~hurts
            return ~_some(tempting)

        return condition

    def _hurts(self, rows: Rows, party: int, level: Scores, end: int, *, respond: bool) -> Mask:
        """Whether it prefers neither the end of a sanction nor a response to it to what it had."""
        (final,) = rows.of(end)
        hurts: Mask = final <= level
        if respond:
            escapes = np.array(self.model.moves(party, end), np.int64)
            better = rows.scores(escapes) > level[:, None]
            hurts &= ~_some(better & self._free(rows, end, escapes))
        return hurts

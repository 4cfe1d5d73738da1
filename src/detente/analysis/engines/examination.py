"""Examining one choice: whether a target is then a lasting way out, and what that rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from detente.analysis.concepts import Concept
from detente.analysis.engines.explicit import Explicit
from detente.analysis.engines.regions import (
    Facts,
    Region,
    accepts,
    accepts_all,
    prefers,
    prefers_all,
    same,
)
from detente.analysis.engines.variants import Condition, Variant
from detente.analysis.graph_model import GraphModel
from detente.analysis.states import Mask, States
from detente.analysis.steps import Steps

_WIDE = 16  # states reached; a dead end wider than this is not described, only noted

Conditions = list[list[Condition]]


class Examiner:
    """Examines choices of concessions in a graph model, from a state, under a concept."""

    def __init__(self, model: GraphModel, state: int, concept: Concept) -> None:
        self.model, self.state, self.concept = model, state, concept
        self._bound: dict[tuple[str, ...], GraphModel] = {}

    def examine(self, target: int, choice: Sequence[Variant]) -> Region:
        """Whether a choice makes a target an equilibrium that steps lead to, and its region.

        Parameters
        ----------
        target
            A resolution state that no party likes less than the state asked from.
        choice
            Of each party its variant.
        """
        model = self._changed(target, choice)
        return _Examination(self, model, target).region(choice)

    def apart(self, target: int) -> list[Region]:
        """What can be said before any choice is examined, of each party by itself.

        Where nothing sanctions (`nash`), a target is stable for a party or not by what that party
        concedes alone. So the regions in which one gains by leaving it are known beforehand, and
        the least that makes it an equilibrium is the sum of the least of each: the conditions are
        of one party each, and costs add up.
        """
        if self.concept.sanctions is not None:
            return []
        facts, regions = Facts(self.model, target), []
        for party in self.model.movers:
            conditions: Conditions = [[] for _ in self.model.parties]
            conditions[party].append(facts.leaves(party, target))
            regions.append(Region(verdict=False, conditions=conditions, target=target))
        return regions

    def settling(self, party: int, target: int) -> Region:
        """The variants of a party that accept a target and gain by no move from there."""
        conditions: Conditions = [[] for _ in self.model.parties]
        if party in self.model.movers:
            facts = Facts(self.model, target)
            conditions[party].append(facts.deterred(party, target, {}, respond=False))
        return Region(verdict=None, conditions=conditions, target=target)

    def at_best(self, choice: Sequence[Variant], only: int) -> Mask:
        """The states that could last for all but one party, whatever that one concedes.

        It is taken to make any move to sanction what the others do. The choice binds nobody.
        """
        engine = Explicit(self.model.changed((one.ranks for one in choice), self.model.can))
        found = self.model.space.possible.copy()
        for party in self.model.movers:
            if party != only:
                found &= engine.stable_at_best(self.concept, party, only)
        return found

    def _changed(self, target: int, choice: Sequence[Variant]) -> GraphModel:
        commits = 0
        for variant in choice:
            commits |= variant.commits
        can = tuple(
            ("start" if target & bit else "stop") if commits & bit else old
            for old, bit in zip(self.model.can, self.model.space.bits.values(), strict=True)
        )
        if can not in self._bound:
            self._bound[can] = self.model.changed(self.model.ranks, can)
        return self._bound[can].changed((variant.ranks for variant in choice), can)


@dataclass(frozen=True)
class _Response:
    """What the others can do about a party's move.

    Either the sanction that they have, move by move as mover, from and to, or (`path` is None) all
    `states` that they can reach; `free` of them then need not improve, nor keep commitments.
    """

    states: States
    path: tuple[tuple[int, int, int], ...] | None = None
    free: frozenset[int] = frozenset()


class _Examination:
    def __init__(self, examiner: Examiner, model: GraphModel, target: int) -> None:
        self.base, self.start, self.concept = examiner.model, examiner.state, examiner.concept
        self.model, self.target = model, target
        self.facts = Facts(examiner.model, target)
        self.steps = Steps.of(Explicit(model), examiner.concept)

    def _none(self) -> Conditions:
        return [[] for _ in self.model.parties]

    def _way_out(self, conditions: Conditions) -> Region:
        return Region(verdict=True, conditions=conditions, target=self.target)

    def _failure(self, conditions: Conditions) -> Region:
        return Region(verdict=False, conditions=conditions, target=self.target)

    def region(self, choice: Sequence[Variant]) -> Region:
        found = self._none()
        for party in self.model.movers:
            ends: dict[int, int] = {}
            for move in self.model.improvements(party, self.target):
                response = self._response(party, self.target, move)
                if response.path is None:
                    return self._failure(self._unsanctioned(party, self.target, move, response))
                ends[move] = response.path[-1][2]
                self._add_path(found, response.path, improving=self.concept.credible)
            found[party].append(
                self.facts.deterred(party, self.target, ends, respond=self.concept.respond)
            )
        return self._reached(found, choice)

    def _add_path(
        self, found: Conditions, path: Sequence[tuple[int, int, int]], *, improving: bool
    ) -> None:
        for mover, source, end in path:
            found[mover].append(self.facts.can([(source, end)]))
            if improving:
                found[mover].append(prefers(end, source))

    # Stability ---------------------------------------------------------------------------------

    def _response(self, party: int, state: int, move: int) -> _Response:
        """The others' sanction of a party's improvement; without one, why none is likely ever."""
        if self.concept.sanctions is None:
            return _Response(np.zeros(0, np.int64))
        others = frozenset(self.model.movers) - {party}
        found = self._search(party, state, move, frozenset())
        if found.path is not None:
            return found
        freest = self._search(party, state, move, others)
        if freest.path is None:
            return freest
        for other in sorted(others):
            freer = self._search(party, state, move, found.free | {other})
            if freer.path is None:
                found = freer
        return found

    def _search(self, party: int, state: int, move: int, free: frozenset[int]) -> _Response:
        rank = self.model.ranks[party]
        seen = np.zeros(self.model.space.size, bool)
        seen[move] = True
        before: dict[int, tuple[int, int]] = {}
        frontier = np.array([move])
        while len(frontier):
            following = []
            for other in self.model.movers:
                if other == party:
                    continue
                model = self.base if other in free else self.model
                improving = self.concept.credible and other not in free
                targets, legal = model.from_all(other, frontier, improving=improving)
                legal &= ~seen[targets]
                ends, first = np.unique(targets[legal], return_index=True)
                seen[ends] = True
                sources = frontier[np.nonzero(legal)[0][first]]
                before.update(
                    (end, (other, source))
                    for end, source in zip(ends.tolist(), sources.tolist(), strict=True)
                )
                for end in ends[rank[ends] <= rank[state]].tolist():
                    if not (self.concept.respond and self._escapes(party, state, end)):
                        return _Response(frontier, _path(before, move, end), free)
                following.append(ends)
            frontier = np.concatenate(following) if following else frontier[:0]
        return _Response(np.flatnonzero(seen), None, free)

    def _escapes(self, party: int, state: int, end: int) -> bool:
        rank = self.model.ranks[party]
        return any(rank[to] > rank[state] for to in self.model.moves(party, end))

    def _unsanctioned(self, party: int, state: int, move: int, response: _Response) -> Conditions:
        """Why nothing deters a party from an improvement."""
        found = self._none()
        found[party] += [
            self.facts.can([(state, move)]),
            prefers(move, state),
            self.facts.above(party, response.states, state, respond=self.concept.respond),
        ]
        for other in self.model.movers:
            if other != party and other not in response.free and len(response.states):
                improving = self.concept.credible
                found[other].append(self.facts.stays(other, response.states, improving=improving))
        return found

    # The way there -----------------------------------------------------------------------------

    def _reached(self, found: Conditions, choice: Sequence[Variant]) -> Region:
        """The region of an equilibrium, by whether steps lead to it."""
        if self.target == self.start:
            return self._way_out(found)
        if self._together(found, self.start, self.target):
            return self._way_out(found)
        goal = np.arange(self.model.space.size) == self.target
        spread = self.steps.spread(self.start, goal)
        if self.target not in spread.before:
            return self._failure(self._dead_end(np.array(sorted(spread.before)), choice))
        path = [self.target]
        while (before := spread.before[path[-1]]) is not None:
            path.append(before)
        for end, source in pairwise(path):
            if not self._together(found, source, end):
                self._alone(found, source, end)
        return self._way_out(found)

    def _together(self, found: Conditions, source: int, end: int) -> bool:
        """Whether this is a step of two parties or more; then what it rests on is added."""
        agreeing = self._agreeing(source, end)
        gaining = self._gaining(source, end)
        movers = [party for party in self.model.movers if (source ^ end) & self.model.own[party]]
        if (
            not gaining
            or not set(movers) <= set(agreeing)
            or len(movers) < 2  # noqa: PLR2004
            or not self.model.passes(agreeing, source, np.array([end]))[0]
        ):
            return False
        path = [(source, source), *self.steps.sequence(source, end)]
        moves = [(mover, here, to) for (_, here), (mover, to) in pairwise(path)]
        self._add_path(found, moves, improving=False)
        for mover in dict.fromkeys(mover for mover, _, _ in moves):
            found[mover].append(accepts(end, source))
        found[gaining[0]].append(prefers(end, source))
        return True

    def _agreeing(self, source: int, end: int) -> list[int]:
        ranks = self.model.ranks
        return [party for party in self.model.movers if ranks[party][end] >= ranks[party][source]]

    def _gaining(self, source: int, end: int) -> list[int]:
        return [party for party, rank in enumerate(self.model.ranks) if rank[end] > rank[source]]

    def _alone(self, found: Conditions, source: int, end: int) -> None:
        """What a step of one party rests on."""
        (mover,) = (party for party in self.model.movers if (source ^ end) & self.model.own[party])
        gaining = self._gaining(source, end)
        found[gaining[0]].append(prefers(end, source))
        if mover in gaining:
            response = self._response(mover, source, end)
            unsanctioned = self._unsanctioned(mover, source, end, response)
            for party, conditions in enumerate(unsanctioned):
                found[party] += conditions
        else:
            found[mover] += [
                self.facts.can([(source, end)]),
                accepts(end, source),
                accepts(source, end),
            ]

    def _dead_end(self, reached: States, choice: Sequence[Variant]) -> Conditions:
        """Why no step leads out of the states reached; where that is long, this choice alone."""
        alone = [same(variant) for variant in choice]
        if len(reached) > _WIDE:
            return alone
        found = self._none()
        outside = np.setdiff1d(np.flatnonzero(self.model.space.possible), reached)
        reasons: Mapping[int, list[tuple[int, int]]] = {p: [] for p in range(len(choice))}
        idle: list[tuple[int, int]] = []
        for source in reached.tolist():
            if not self._describe(source, outside, reasons, idle, found):
                return alone
        for party, pairs in reasons.items():
            if pairs:
                better, worse = np.array(pairs).T
                found[party].append(prefers_all(better, worse))
        if idle:
            sources, ends = np.array(idle).T
            for conditions in found:
                conditions.append(accepts_all(sources, ends))
        return found

    def _describe(
        self,
        source: int,
        outside: States,
        reasons: Mapping[int, list[tuple[int, int]]],
        idle: list[tuple[int, int]],
        found: Conditions,
    ) -> bool:
        """Why each state outside is no step from one inside; False where no short reason is."""
        anybody = self.base.closure(self.model.movers, source)
        for end in outside[anybody[outside]].tolist():
            movers = [p for p in self.model.movers if (source ^ end) & self.model.own[p]]
            unwilling = [p for p in movers if p not in self._agreeing(source, end)]
            if unwilling:
                reasons[unwilling[0]].append((source, end))
            elif not self._gaining(source, end):
                idle.append((source, end))
            elif not self._deterred_alone(movers, source, end, reasons, found):
                return False
        return True

    def _deterred_alone(
        self,
        movers: list[int],
        source: int,
        end: int,
        reasons: Mapping[int, list[tuple[int, int]]],
        found: Conditions,
    ) -> bool:
        """Whether it is one party's improvement that a sanction deters; then its reasons."""
        if len(movers) > 1 or end not in self.model.moves(movers[0], source):
            return False
        mover = movers[0]
        response = self._search(mover, source, end, frozenset())
        if response.path is None:
            return False
        self._add_path(found, response.path, improving=self.concept.credible)
        last = response.path[-1][2]
        found[mover].append(accepts(source, last))
        if self.concept.respond:
            escapes = np.array(self.base.moves(mover, last), np.int64)
            found[mover].append(accepts_all(np.full_like(escapes, source), escapes))
        reasons[mover].append((end, source))
        return True


def _path(
    before: Mapping[int, tuple[int, int]], start: int, end: int
) -> tuple[tuple[int, int, int], ...]:
    """The moves from a start to an end: mover, from, to."""
    found = []
    while end != start:
        mover, source = before[end]
        found.append((mover, source, end))
        end = source
    return tuple(reversed(found))

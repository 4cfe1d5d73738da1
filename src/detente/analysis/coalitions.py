"""Coalitions: what parties could bring about together, and what deters them from it.

C_H(s), the joint improvements of a coalition H from s, are the states that legal sequences of its
members lead to and that each member prefers to s. s is stable for H when each of them is
sanctioned, by the table of concepts as for a single party: the others' sanction must leave *some*
member no better off than at s; under `smr` and `sseq` moreover no response of H as a whole may make
all its members better off. Under `seq` and `sseq` the others go on by joint improvements of their
own sub-coalitions. After Kilgour, Hipel, Fang and Peng (2001) and Inohara and Hipel (2008); the
page of decisions has the differences.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from detente.analysis.concepts import CHOSEN, Concept, concepts
from detente.analysis.graph_model import GraphModel
from detente.analysis.states import Mask
from detente.dispute.formula import Formula
from detente.dispute.model import Dispute
from detente.errors import LimitReachedError

NAMES = ("nash", "gmr", "smr", "seq")
MOST_MOVERS = 8
Members = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class JointMove:
    """A joint improvement of a coalition, and where the others' sanction of it ends, or None."""

    to: str
    sanction: str | None


@dataclass(frozen=True, slots=True)
class Coalition:
    """What a coalition could do from a state, under one concept.

    Attributes
    ----------
    parties
        The ids of its members, as they stand in the file.
    stable
        Whether each of its joint improvements is sanctioned.
    improvements
        Its joint improvements, by the letters of the state.
    """

    parties: tuple[str, ...]
    stable: bool
    improvements: tuple[JointMove, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """A coalition that breaks the deadlock: a joint improvement to a settlement, not sanctioned.

    Attributes
    ----------
    parties
        The ids of its members.
    to
        The settlement, as letters.
    left_by
        Its parts (of one member or more, not the whole) that would leave the settlement by a joint
        improvement which nothing deters; none where it holds together.
    """

    parties: tuple[str, ...]
    to: str
    left_by: tuple[tuple[str, ...], ...]

    @property
    def holds(self) -> bool:
        """Whether the coalition holds together there."""
        return not self.left_by


@dataclass(frozen=True, slots=True)
class Coalitions:
    """What coalitions could do from a state.

    Attributes
    ----------
    state, concept
        As letters; and the chosen concept, that of `breaks`.
    verdicts
        By concept, each coalition, the smaller first.
    breaks
        Of each coalition that breaks the deadlock, its settlements.
    """

    state: str
    concept: str
    verdicts: Mapping[str, tuple[Coalition, ...]]
    breaks: tuple[Break, ...]

    @property
    def stable(self) -> dict[str, bool]:
        """By concept, whether the state is coalitionally stable: for every coalition."""
        return {name: all(row.stable for row in found) for name, found in self.verdicts.items()}


def coalitions(
    dispute: Dispute,
    state: str | None = None,
    names: Iterable[str] = NAMES,
    concept: str = CHOSEN,
    to: Formula | None = None,
) -> Coalitions:
    """What coalitions could do from a state, and which of them break the deadlock.

    Parameters
    ----------
    dispute
        The dispute.
    state
        As letters; the status quo unless given.
    names
        The concepts of the verdicts.
    concept
        The chosen concept: `nash` counts every joint improvement as a break.
    to
        What would count as settled, in place of the dispute's resolution.

    Raises
    ------
    LimitReachedError
        Where more than `MOST_MOVERS` parties have options.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> found = coalitions(loads('''{detente: 1, title: Ferry, resolution: a.sail and b.pay,
    ...     parties: {a: {options: {sail: }, wants: [a.sail only if b.pay, b.pay]},
    ...     b: {options: {pay: }, wants: [b.pay only if a.sail, a.sail]}}}'''))
    >>> found.stable["seq"], [(row.parties, row.to, row.holds) for row in found.breaks]
    (False, [(('a', 'b'), 'YY', True)])
    """
    model = GraphModel.of(dispute)
    if len(model.movers) > MOST_MOVERS:
        raise LimitReachedError(
            f"{len(model.movers)} parties have options: coalitions are asked about up to "
            f"{MOST_MOVERS}; leave out who decides nothing"
        )
    judge, here = (
        Judge(model),
        model.space.status_quo if state is None else model.space.index(state),
    )
    formula = to or (dispute.resolution and dispute.resolution.formula)
    goals = model.space.where(formula) if formula else np.zeros(model.space.size, bool)
    return Coalitions(
        model.space.letters(here),
        concept,
        {row.name: tuple(judge.verdicts(row, here)) for row in concepts(names)},
        tuple(judge.breaks(concepts([concept])[0], here, goals)),
    )


class Judge:
    """Coalitional stability in one graph model; where coalitions lead is found out once."""

    def __init__(self, model: GraphModel) -> None:
        self.model = model
        self._onward: dict[tuple[Members, int], Mask] = {}
        self._sanctions: dict[tuple[str, Members, int, int], int | None] = {}

    @property
    def all(self) -> list[Members]:
        """Every coalition, the smaller first."""
        movers = self.model.movers
        return [part for size in range(1, len(movers) + 1) for part in combinations(movers, size)]

    def improvements(self, coalition: Members, state: int) -> list[int]:
        """C_H(s): its joint improvements, ascending."""
        found = self.model.closure(coalition, state)
        for party in coalition:
            found = found & self._better(party, state)
        return [int(to) for to in np.flatnonzero(found)]

    def _better(self, party: int, state: int) -> Mask:
        rank = self.model.ranks[party]
        return np.asarray(rank > rank[state])

    def verdicts(self, concept: Concept, state: int) -> Iterable[Coalition]:
        """Whether a state is stable for each coalition, and why."""
        letters = self.model.space.letters
        for coalition in self.all:
            moves = [
                (to, self.sanction(concept, coalition, state, to))
                for to in self.improvements(coalition, state)
            ]
            told = tuple(JointMove(letters(t), None if u is None else letters(u)) for t, u in moves)
            yield Coalition(self._ids(coalition), all(u is not None for _, u in moves), told)

    def stable(self, concept: Concept, coalition: Members, state: int) -> bool:
        """Whether each joint improvement of a coalition is sanctioned."""
        return all(
            self.sanction(concept, coalition, state, to) is not None
            for to in self.improvements(coalition, state)
        )

    def breaks(self, concept: Concept, state: int, goals: Mask) -> Iterable[Break]:
        """The coalitions that a joint improvement leads to a settlement, undeterred."""
        for coalition in self.all if not goals[state] else ():
            for to in self.improvements(coalition, state):
                if goals[to] and self.sanction(concept, coalition, state, to) is None:
                    yield self._break(concept, coalition, to)

    def _break(self, concept: Concept, coalition: Members, to: int) -> Break:
        parts = [part for part in self.all if set(part) < set(coalition)]
        leaving = tuple(self._ids(part) for part in parts if not self.stable(concept, part, to))
        return Break(self._ids(coalition), self.model.space.letters(to), leaving)

    def sanction(self, concept: Concept, coalition: Members, state: int, to: int) -> int | None:
        """Where the others' sanction of a joint improvement ends, the nearest first; or None."""
        key = concept.name, coalition, state, to
        if key not in self._sanctions:
            self._sanctions[key] = self._sanction(concept, coalition, state, to)
        return self._sanctions[key]

    def _sanction(self, concept: Concept, coalition: Members, state: int, to: int) -> int | None:
        if concept.sanctions is None:
            return None
        others = tuple(party for party in self.model.movers if party not in coalition)
        hurts = ~np.logical_and.reduce([self._better(party, state) for party in coalition])
        for reached in self._spread(others, to, credible=concept.credible):
            for end in np.flatnonzero(reached & hurts).tolist():
                if not (concept.respond and self._escapes(coalition, state, end)):
                    return int(end)
        return None

    def _escapes(self, coalition: Members, state: int, end: int) -> bool:
        """Whether a response of the coalition makes all its members better off than at first."""
        found = self.model.closure(coalition, end)
        for party in coalition:
            found = found & self._better(party, state)
        return bool(found.any())

    def _spread(self, others: Members, to: int, *, credible: bool) -> Iterable[Mask]:
        """What the others reach from a state: by moves all at once, by improvements in rounds."""
        if not others:
            return
        if not credible:
            yield self.model.closure(others, to)
            return
        seen = np.zeros(self.model.space.size, bool)
        seen[to] = True
        frontier = [to]
        while frontier:
            new = np.zeros_like(seen)
            for state in frontier:
                new |= self._joint(others, state)
            new &= ~seen
            seen |= new
            yield new
            frontier = np.flatnonzero(new).tolist()

    def _joint(self, parties: Members, state: int) -> Mask:
        """The joint improvements of any sub-coalition; of all the willing, the rest reach less."""
        key = parties, state
        if key not in self._onward:
            signature = np.zeros(self.model.space.size, np.int64)
            for place, party in enumerate(parties):
                signature |= self._better(party, state).astype(np.int64) << place
            found = np.zeros(self.model.space.size, bool)
            for willing in np.unique(signature[self.model.space.possible]).tolist():
                part = [party for place, party in enumerate(parties) if willing >> place & 1]
                if part:
                    found |= (signature == willing) & self.model.closure(part, state)
            self._onward[key] = found
        return self._onward[key]

    def _ids(self, coalition: Members) -> tuple[str, ...]:
        return tuple(self.model.parties[party].id for party in coalition)

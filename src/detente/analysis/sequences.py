"""Who can bring something about, by which moves: shortest sequences of three sorts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

import numpy as np

from detente.analysis.concepts import CHOSEN, Concept, concepts
from detente.analysis.engines.explicit import Explicit
from detente.analysis.explanation import resolution_states
from detente.analysis.graph_model import GraphModel
from detente.analysis.reach import Reach, reach
from detente.analysis.states import Mask, StateSpace
from detente.analysis.steps import Step, Steps
from detente.dispute.display import Shown
from detente.dispute.formula import Formula
from detente.dispute.model import Dispute
from detente.errors import NothingToAnswerError

Path = tuple[Step, ...]
MOST_BRANCHES = 200  # states of the tree


@dataclass(frozen=True, slots=True)
class Risk:
    """Where a path may fail.

    Attributes
    ----------
    kind
        ``sanctioned``: the mover improves by the step, but is deterred from it; ``unwilling``: it
        likes less where the step leads; ``stray``: another step would be an improvement for that
        party, undeterred, and lead elsewhere.
    at, party, to
        The state that the step, or the other step, starts from; who would move, and where to.
    """

    kind: str
    at: str
    party: str
    to: str


@dataclass(frozen=True, slots=True)
class Branch:
    """A state that improvements lead to: from which, by whom, in how many moves."""

    state: str
    before: str
    party: str
    length: int


@dataclass(frozen=True, slots=True)
class Paths(Shown):
    """Shortest sequences from a state to each of some states, the shortest first.

    Attributes
    ----------
    start
        Where they start, as letters.
    to
        Where they are to lead: a state as letters, or a formula.
    improvements
        By unilateral improvements alone.
    steps
        By steps: what parties would do, alone or by agreement.
    moves
        By any legal moves.
    risks
        Of each path, in the order of the three lists, where it may fail.
    tree
        All that improvements lead to, the nearest first, at most `MOST_BRANCHES`.
    cut
        Whether the tree is larger than that.
    """

    start: str
    to: str
    improvements: tuple[Path, ...]
    steps: tuple[Path, ...]
    moves: tuple[Path, ...]
    risks: Mapping[Path, tuple[Risk, ...]] = field(default_factory=dict)
    tree: tuple[Branch, ...] = ()
    cut: bool = False


def paths(
    dispute: Dispute,
    start: str | None = None,
    to: str | Formula | None = None,
    concept: str = CHOSEN,
) -> Paths:
    """Who can bring something about, and how.

    Parameters
    ----------
    dispute
        The dispute.
    start
        A state as letters; the status quo unless given.
    to
        A state as letters, or what is to hold; the dispute's resolution unless given.
    concept
        The concept under which a step must not be sanctioned.

    Raises
    ------
    NothingToAnswerError
        Where nothing says where to.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> found = paths(loads('''{detente: 1, title: Ferry, resolution: a.sail and b.pay, parties: {
    ...     a: {options: {sail: }, wants: [a.sail only if b.pay, b.pay]},
    ...     b: {options: {pay: }, wants: [b.pay only if a.sail, a.sail]}}}'''))
    >>> [[(step.parties, step.to) for step in path] for path in found.moves]
    [[(('b',), 'NY'), (('a',), 'YY')]]
    >>> len(found.improvements), [step.kind for path in found.steps for step in path]
    (0, ['together'])
    """
    model = GraphModel.of(dispute)
    here = model.space.status_quo if start is None else model.space.index(start)
    goals = _goals(dispute, model.space, to)
    goals[here] = False
    engine, chosen = Explicit(model), concepts([concept])[0]
    spread = Steps.of(engine, chosen).spread(here)
    reached = np.flatnonzero(spread.states & goals).tolist()
    improving = reach(model, model.movers, here, improving=True)
    sorts = (
        _sequences(model, improving, goals),
        _shortest_first([spread.path(state) for state in reached]),
        _sequences(model, reach(model, model.movers, here), goals),
    )
    risky = _Risky(engine, chosen, model.space.letters(here))
    tree = _tree(model, improving, here)
    return Paths(
        start=model.space.letters(here),
        to=str(to or (dispute.resolution and dispute.resolution.formula)),
        improvements=sorts[0],
        steps=sorts[1],
        moves=sorts[2],
        risks={path: risky.of(path) for paths in sorts for path in paths},
        tree=tree[:MOST_BRANCHES],
        cut=len(tree) > MOST_BRANCHES,
    )


def _goals(dispute: Dispute, space: StateSpace, to: str | Formula | None) -> Mask:
    if isinstance(to, str):
        return np.asarray(np.arange(space.size) == space.index(to))
    if to is None and dispute.resolution is None:
        raise NothingToAnswerError("no resolution: add one to the file, or give --to")
    return resolution_states(dispute, space, to)


def _sequences(model: GraphModel, found: Reach, goals: Mask) -> tuple[Path, ...]:
    return _shortest_first(
        [
            tuple(
                Step((model.parties[mover].id,), "alone", (), model.space.letters(end))
                for mover, end in found.path(state)
            )
            for state in np.flatnonzero(found.states & goals).tolist()
        ]
    )


def _shortest_first(found: list[Path]) -> tuple[Path, ...]:
    return tuple(sorted(found, key=lambda path: (len(path), path[-1].to)))


def _tree(model: GraphModel, found: Reach, here: int) -> tuple[Branch, ...]:
    """What a reach reaches, the nearest first, then by letters."""
    states = np.flatnonzero(found.states).tolist()
    nearest = sorted((found.length(state), state) for state in states)
    branches = []
    for length, state in nearest[: MOST_BRANCHES + 1]:
        path = found.path(state)
        before = path[-2][1] if length > 1 else here
        letters = model.space.letters
        party = model.parties[path[-1][0]].id
        branches.append(Branch(letters(state), letters(before), party, length))
    return tuple(branches)


class _Risky:
    """Where paths of one model may fail."""

    def __init__(self, engine: Explicit, concept: Concept, start: str) -> None:
        self._engine, self._concept, self._start = engine, concept, start
        self._strays = cache(self._undeterred)

    def of(self, path: Path) -> tuple[Risk, ...]:
        return tuple(self._risks(path))

    def _risks(self, path: Path) -> Iterator[Risk]:
        space, place = self._engine.model.space, self._engine.model.place
        before = self._start
        for number, step in enumerate(path):
            state, end = space.index(before), space.index(step.to)
            if step.kind == "alone":
                party = place[step.parties[0]]
                rank = self._engine.model.ranks[party]
                if rank[end] < rank[state]:
                    yield Risk("unwilling", before, step.parties[0], step.to)
                elif rank[end] > rank[state] and self._deterred(party, state, end):
                    yield Risk("sanctioned", before, step.parties[0], step.to)
            for name, to in self._strays(state) if number else ():
                if to != step.to:
                    yield Risk("stray", before, name, to)
            before = step.to

    def _deterred(self, party: int, state: int, to: int) -> bool:
        held_to = self._engine.held_to(self._concept, party)
        return bool(held_to[to] <= self._engine.model.ranks[party][state])

    def _undeterred(self, state: int) -> tuple[tuple[str, str], ...]:
        """Of each party that gains by a move, undeterred, where the first of them leads."""
        model = self._engine.model
        found = []
        for party in model.movers:
            moves = model.improvements(party, state)
            free = [to for to in moves if not self._deterred(party, state, to)]
            found += [(model.parties[party].id, model.space.letters(free[0]))] if free else []
        return tuple(found)

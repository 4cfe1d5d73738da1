"""Who can bring something about, by which moves: shortest sequences of three sorts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.analysis.concepts import CHOSEN, concepts
from detente.analysis.engines.explicit import Explicit
from detente.analysis.explanation import resolution_states
from detente.analysis.graph_model import GraphModel
from detente.analysis.reach import reach
from detente.analysis.states import Mask, StateSpace
from detente.analysis.steps import Step, Steps
from detente.dispute.display import Shown
from detente.dispute.formula import Formula
from detente.dispute.model import Dispute
from detente.errors import NothingToAnswerError

Path = tuple[Step, ...]


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
    """

    start: str
    to: str
    improvements: tuple[Path, ...]
    steps: tuple[Path, ...]
    moves: tuple[Path, ...]


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
    spread = Steps(Explicit(model), concepts([concept])[0]).spread(here)
    reached = np.flatnonzero(spread.states & goals).tolist()
    return Paths(
        start=model.space.letters(here),
        to=str(to or (dispute.resolution and dispute.resolution.formula)),
        improvements=_sequences(model, here, goals, improving=True),
        steps=_shortest_first([spread.path(state) for state in reached]),
        moves=_sequences(model, here, goals, improving=False),
    )


def _goals(dispute: Dispute, space: StateSpace, to: str | Formula | None) -> Mask:
    if isinstance(to, str):
        return np.asarray(np.arange(space.size) == space.index(to))
    if to is None and dispute.resolution is None:
        raise NothingToAnswerError("no resolution: add one to the file, or give --to")
    return resolution_states(dispute, space, to)


def _sequences(model: GraphModel, here: int, goals: Mask, *, improving: bool) -> tuple[Path, ...]:
    found = reach(model, model.movers, here, improving=improving)
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

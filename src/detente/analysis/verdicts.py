"""Why a state holds or does not for a party: each improvement, and the sanction that deters it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.analysis.concepts import Concept
from detente.analysis.engines.explicit import Explicit
from detente.analysis.reach import reach
from detente.analysis.reasons import Reason, Reasons


@dataclass(frozen=True, slots=True)
class Move:
    """A move of a party, and the state that it leads to, as letters."""

    party: str
    to: str


@dataclass(frozen=True, slots=True)
class Sanction:
    """What deters a party from an improvement.

    Attributes
    ----------
    path
        The others' moves after the improvement, a shortest sequence.
    ends
        Where it ends: a state that the party does not prefer to the one that it left.
    escapes
        The party's own moves from there to states that it prefers to the one that it left. Under
        the concepts in which it may respond there is none, or it were no sanction.
    """

    path: tuple[Move, ...]
    ends: str
    escapes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Improvement:
    """A unilateral improvement of a party, and what deters it: None where nothing does."""

    to: str
    sanction: Sanction | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a state is stable for a party under a concept, with its witness.

    Attributes
    ----------
    party
        Its id.
    stable
        Whether each improvement is sanctioned.
    improvements
        All of them, by the letters of the state.
    holds
        What holds the party where it has no improvement: the wants, best first, of which each
        alternative breaks one before all others.
    """

    party: str
    stable: bool
    improvements: tuple[Improvement, ...]
    holds: tuple[Reason, ...]


def verdict(
    engine: Explicit, concept: Concept, party: int, state: int, reasons: Reasons
) -> Verdict:
    """Whether a state is stable for a party with options under a concept, and why.

    Examples
    --------
    >>> from detente.analysis.concepts import CONCEPTS
    >>> from detente.analysis.graph_model import GraphModel
    >>> from detente.dispute.file import loads
    >>> dispute = loads('''{detente: 1, title: Arms, parties: {
    ...     a: {options: {arm: }, wants: [not b.arm, a.arm]},
    ...     b: {options: {arm: }, wants: [not a.arm, b.arm]}}}''')
    >>> engine = Explicit(GraphModel.of(dispute))
    >>> found = verdict(engine, CONCEPTS["seq"], 0, 0, Reasons(dispute, engine.model.space))
    >>> found.stable, found.improvements[0].to, found.improvements[0].sanction.path
    (True, 'YN', (Move(party='b', to='YY'),))
    """
    model = engine.model
    improvements = tuple(
        Improvement(model.space.letters(to), sanction(engine, concept, party, state, to))
        for to in model.improvements(party, state)
    )
    name, rank = model.parties[party].id, model.ranks[party]
    worse = [to for to in model.moves(party, state) if rank[to] < rank[state]]
    holds = [] if improvements else [reasons.broken(name, to, state) for to in worse]
    stable = all(improvement.sanction for improvement in improvements)
    return Verdict(name, stable, improvements, reasons.in_order(holds))


def sanction(
    engine: Explicit, concept: Concept, party: int, state: int, to: int
) -> Sanction | None:
    """What deters a party from an improvement: the shortest sanction, the first by letters."""
    model, rank = engine.model, engine.model.ranks[party]
    if engine.held_to(concept, party)[to] > rank[state]:
        return None
    hurting = engine.weights(concept, party) <= rank[state]
    others = [other for other in model.movers if other != party]
    found = reach(model, others, to, improving=concept.credible, until=hurting)
    end = int(np.flatnonzero(found.states & hurting)[0])
    letters = model.space.letters
    escapes = [escape for escape in model.moves(party, end) if rank[escape] > rank[state]]
    path = tuple(Move(model.parties[mover].id, letters(step)) for mover, step in found.path(end))
    return Sanction(path, letters(end), model.space.named(escapes))

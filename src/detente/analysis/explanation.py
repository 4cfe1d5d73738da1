"""Why a state holds or does not, all of it, as data: never a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from detente.analysis.commitments import Commitment, commitments
from detente.analysis.concepts import CHOSEN, CONCEPTS, concepts
from detente.analysis.deadlock import Diagnosis, diagnose
from detente.analysis.engines.explicit import Explicit
from detente.analysis.graph_model import GraphModel
from detente.analysis.reasons import Reason, Reasons
from detente.analysis.situation import Situation
from detente.analysis.states import Mask, StateSpace
from detente.analysis.verdicts import Verdict, verdict
from detente.dispute.display import Shown
from detente.dispute.formula import Formula
from detente.dispute.model import Dispute

MOST_AHEAD = 6


@dataclass(frozen=True, slots=True)
class Refusal:
    """A party that likes a resolution state less, and the first want that it breaks."""

    state: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Explanation(Shown):
    """Why a state holds or does not.

    Attributes
    ----------
    state
        As letters; by default the status quo.
    concept
        The chosen concept: that of `diagnosis` and `heads_to`.
    settled
        Whether the state is a resolution.
    equilibrium
        By concept, whether the state is stable for every party; of a settled one, whether it lasts.
    verdicts
        By concept, then by party with options.
    diagnosis
        The kinds that hold, sorted; none without a resolution, or where it is settled.
    ahead
        Where the state moves on: the diagnosis of each state that it heads to, of the first
        `MOST_AHEAD`.
    joint_improvements
        The states that some coalition can reach and all its members prefer.
    heads_to
        The equilibria under the chosen concept that improvements lead to.
    refusals
        Of each resolution state who likes it less, and why.
    commitments
        Where the diagnosis is you-first or exposed, which commitment would do.
    """

    state: str
    concept: str
    settled: bool
    equilibrium: Mapping[str, bool]
    verdicts: Mapping[str, Mapping[str, Verdict]]
    diagnosis: tuple[Diagnosis, ...]
    ahead: Mapping[str, tuple[Diagnosis, ...]]
    joint_improvements: tuple[str, ...]
    heads_to: tuple[str, ...]
    refusals: tuple[Refusal, ...]
    commitments: tuple[Commitment, ...] = ()

    @property
    def stuck(self) -> dict[str, bool]:
        """By concept, whether the dispute is stuck there: an equilibrium that settles nothing."""
        return {name: holds and not self.settled for name, holds in self.equilibrium.items()}

    @property
    def standing(self) -> str:
        """``settled``, ``stuck`` or ``moving``, under the chosen concept."""
        if self.settled:
            return "settled"
        return "stuck" if self.equilibrium[self.concept] else "moving"


def explain(
    dispute: Dispute,
    state: str | None = None,
    names: Iterable[str] = tuple(CONCEPTS),
    concept: str = CHOSEN,
    to: Formula | None = None,
) -> Explanation:
    """Why a state holds or does not.

    Parameters
    ----------
    dispute
        The dispute.
    state
        As letters; the status quo unless given.
    names
        The concepts of the verdicts; the chosen one is always among them.
    concept
        The chosen concept.
    to
        What would count as settled, in place of the dispute's resolution.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> found = explain(loads('''{detente: 1, title: Ferry, resolution: a.sail and b.pay, parties: {
    ...     a: {options: {sail: }, wants: [a.sail only if b.pay, b.pay]},
    ...     b: {options: {pay: }, wants: [b.pay only if a.sail, a.sail]}}}'''))
    >>> found.standing, [kind.kind for kind in found.diagnosis], found.joint_improvements
    ('stuck', ['you-first'], ('YY',))
    """
    model, chosen = GraphModel.of(dispute), concepts([concept])[0]
    engine, reasons = Explicit(model), Reasons(dispute, model.space)
    here = model.space.status_quo if state is None else model.space.index(state)
    resolution = resolution_states(dispute, model.space, to)
    now = Situation(engine, chosen, here, resolution, reasons)
    told = {
        row.name: {
            model.parties[party].id: verdict(engine, row, party, here, reasons)
            for party in model.movers
        }
        for row in concepts(dict.fromkeys((*names, concept)))
    }
    named = resolution.any() or to is not None or dispute.resolution is not None
    heads_to = now.improvable.states & now.equilibria
    diagnosis = diagnose(now) if named else ()
    return Explanation(
        state=model.space.letters(here),
        concept=concept,
        settled=bool(resolution[here]),
        equilibrium={
            name: all(found.stable for found in row.values()) for name, row in told.items()
        },
        verdicts=told,
        diagnosis=diagnosis,
        ahead=_ahead(now, heads_to) if named else {},
        joint_improvements=model.space.listed(now.joint_improvements),
        heads_to=model.space.listed(heads_to),
        refusals=tuple(
            Refusal(model.space.letters(to), why) for to, _, why in now.refusals(resolution)
        ),
        commitments=commitments(now, [found.kind for found in diagnosis]),
    )


def resolution_states(dispute: Dispute, space: StateSpace, to: Formula | None = None) -> Mask:
    """The feasible states that would count as settled; none where nothing says which."""
    formula = to or (dispute.resolution and dispute.resolution.formula)
    return space.where(formula) if formula else np.zeros(space.size, bool)


def _ahead(now: Situation, heads_to: Mask) -> dict[str, tuple[Diagnosis, ...]]:
    """The diagnosis of each state that a moving dispute heads to."""
    if now.resolution[now.state] or now.equilibria[now.state]:
        return {}
    return {
        now.model.space.letters(state): diagnose(
            Situation(now.engine, now.concept, state, now.resolution, now.reasons)
        )
        for state in np.flatnonzero(heads_to).tolist()[:MOST_AHEAD]
    }

"""Why a dispute is stuck: the kinds of diagnosis, a table from kind to predicate.

In `Situation` stands what q, A and c are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from detente.analysis.reasons import Reason
from detente.analysis.situation import Situation
from detente.analysis.states import Mask
from detente.analysis.verdicts import sanction


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A kind of deadlock, with what makes it so.

    Attributes
    ----------
    kind
        A key of `KINDS`.
    parties
        The ids of the parties concerned, as they stand in the file.
    states
        The states concerned, as letters, sorted.
    reasons
        The wants that stand in the way, as they stand in the file.
    """

    kind: str
    parties: tuple[str, ...]
    states: tuple[str, ...]
    reasons: tuple[Reason, ...]


def _found(
    now: Situation,
    kind: str,
    parties: Iterable[int],
    states: Mask | Iterable[int],
    reasons: Iterable[Reason] = (),
) -> Diagnosis:
    """A diagnosis in names and letters."""
    listed = np.flatnonzero(states).tolist() if isinstance(states, np.ndarray) else states
    names = tuple(now.model.parties[party].id for party in sorted(set(parties)))
    told = now.model.space.named(set(listed))
    return Diagnosis(kind, names, told, now.reasons.in_order(reasons))


def _barred(now: Situation) -> Diagnosis | None:
    """No sequence of moves brings it about."""
    return None if now.settlements.any() else _found(now, "barred", (), ())


def _you_first(now: Situation) -> Diagnosis | None:
    """Together they would, but improvements one by one do not lead there."""
    goals = now.joint_improvements & now.settlements
    if not goals.any() or (now.improvable.states & now.settlements).any():
        return None
    gaining = [
        (party, to)
        for to in np.flatnonzero(goals).tolist()
        for party in now.model.movers
        if now.model.ranks[party][to] > now.model.ranks[party][now.state]
    ]
    first = [(party, _own_part(now, party, to)) for party, to in gaining]
    return _found(now, "you-first", [party for party, _ in gaining], goals, now.broken(first))


def _own_part(now: Situation, party: int, to: int) -> int:
    """The state in which a party alone has done its part of a settlement."""
    own = now.model.own[party]
    return (now.state & ~own) | (to & own)


def _incompatible(now: Situation) -> Diagnosis | None:
    """Every settlement is worse than today for somebody."""
    if now.harmless.any():
        return None
    refusals = now.refusals(now.settlements)
    parties = [party for _, party, _ in refusals]
    return _found(now, "incompatible", parties, now.settlements, [why for _, _, why in refusals])


def _content(now: Situation) -> Diagnosis | None:
    """Somebody prefers today to every settlement."""
    content = [
        party
        for party, rank in enumerate(now.model.ranks)
        if (rank[now.settlements] < rank[now.state]).all()
    ]
    if not content:
        return None
    reasons = [why for _, party, why in now.refusals(now.settlements) if party in content]
    return _found(now, "content", content, now.settlements, reasons)


def _nobody_gains(now: Situation) -> bool:
    return bool(now.harmless.any()) and not (now.joint_improvements & now.settlements).any()


def _awaited(now: Situation) -> Diagnosis | None:
    """A settlement hangs on parties that care for nothing."""
    goals = now.harmless & now.awaitable
    if not (_nobody_gains(now) and goals.any()):
        return None
    return _found(now, "awaited", _idle_movers(now, goals), goals)


def _unmoved(now: Situation) -> Diagnosis | None:
    """A settlement is worse for nobody, but those who would have to move gain nothing."""
    if not _nobody_gains(now) or (now.harmless & now.awaitable).any():
        return None
    return _found(now, "unmoved", _idle_movers(now, now.harmless), now.harmless)


def _idle_movers(now: Situation, goals: Mask) -> list[int]:
    """Those whose options differ in a goal that they do not prefer."""
    return [
        party
        for to in np.flatnonzero(goals).tolist()
        for party in now.model.movers
        if (to ^ now.state) & now.model.own[party]
        and now.model.ranks[party][to] <= now.model.ranks[party][now.state]
    ]


def _exposed(now: Situation) -> Diagnosis | None:
    """Somebody could improve towards a settlement, but others could make it pay for that."""
    if not now.deterred:
        return None
    parties, states = zip(*now.deterred, strict=True)
    ends = [(party, _sanction_end(now, party, to)) for party, to in now.deterred]
    return _found(now, "exposed", parties, states, now.broken(ends))


def _sanction_end(now: Situation, party: int, to: int) -> int:
    found = sanction(now.engine, now.concept.deterrent, party, now.state, to)
    return now.model.space.index(found.ends) if found else to


def _unstable_peace(now: Situation) -> Diagnosis | None:
    """A settlement is reached without concession, but none so reached lasts."""
    if now.lasts:
        return None
    reached = now.spread.states & now.settlements
    if not reached.any():
        return None
    leaving = [
        (party, state, to)
        for state in np.flatnonzero(reached).tolist()
        for party in now.model.movers
        for to in now.model.improvements(party, state)
        if now.engine.held_to(now.concept, party)[to] > now.model.ranks[party][state]
    ]
    reasons = [
        now.reasons.broken(now.model.parties[party].id, state, to) for party, state, to in leaving
    ]
    return _found(now, "unstable-peace", [party for party, _, _ in leaving], reached, reasons)


KINDS: dict[str, Callable[[Situation], Diagnosis | None]] = {
    "awaited": _awaited,
    "barred": _barred,
    "content": _content,
    "exposed": _exposed,
    "incompatible": _incompatible,
    "unmoved": _unmoved,
    "unstable-peace": _unstable_peace,
    "you-first": _you_first,
}


def diagnose(now: Situation) -> tuple[Diagnosis, ...]:
    """Every kind that holds, sorted by name; none where q is itself a resolution.

    Examples
    --------
    >>> from detente.analysis.engines.explicit import Explicit
    >>> from detente.analysis.graph_model import GraphModel
    >>> from detente.analysis.reasons import Reasons
    >>> from detente.analysis.concepts import CONCEPTS
    >>> from detente.dispute.file import loads
    >>> dispute = loads('''{detente: 1, title: Ferry, parties: {
    ...     a: {options: {sail: }, wants: [a.sail only if b.pay, b.pay]},
    ...     b: {options: {pay: }, wants: [b.pay only if a.sail, a.sail]}}}''')
    >>> model = GraphModel.of(dispute)
    >>> now = Situation(Explicit(model), CONCEPTS["seq"], 0, np.arange(4) == 3,
    ...     Reasons(dispute, model.space))
    >>> [(found.kind, found.parties, found.states) for found in diagnose(now)]
    [('you-first', ('a', 'b'), ('YY',))]
    """
    if now.resolution[now.state]:
        return ()
    if barred := _barred(now):
        return (barred,)
    return tuple(found for kind in KINDS.values() if (found := kind(now)))

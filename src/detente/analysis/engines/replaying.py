"""A sanction replayed, move by move and word for word: a check on what a solver says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.analysis.concepts import Concept
from detente.dispute.formula import Atom, evaluate
from detente.dispute.model import Dispute, Party

Values = Mapping[Atom, bool]


def may(dispute: Dispute, party: Party, here: Values, there: Values) -> bool:
    """Whether a move of a party leads from a feasible state to another."""
    changed = {atom for atom, chosen in here.items() if chosen != there[atom]}
    own = [
        option.atom
        for option in party.options
        if option.can in {"both", "start" if there[option.atom] else "stop"}
    ]
    feasible = not any(evaluate(pattern.when, there) for pattern in dispute.infeasible)
    return bool(changed) and changed <= set(own) and feasible


def liking(party: Party, state: Values) -> list[int]:
    """What a party likes a state by: the greater of two is preferred."""
    if party.ranking is None:
        return [int(evaluate(want.formula, state)) for want in party.ordered_wants]
    letters = "".join("NY"[chosen] for chosen in state.values())
    return [-next(place for place, tied in enumerate(party.ranking) if letters in tied)]


def deters(
    dispute: Dispute,
    concept: Concept,
    party: Party,
    states: Sequence[Values],
    movers: Sequence[Party],
) -> bool:
    """Whether moves of others leave a party no better off than it was, as a concept asks.

    Whether it could answer is not looked at.

    Parameters
    ----------
    states
        Where the party was, what it improved to, and where each of the moves led.
    movers
        Whose moves those are.

    Examples
    --------
    >>> from detente.analysis.concepts import CONCEPTS
    >>> from detente.dispute.file import loads
    >>> dispute = loads(\'\'\'{detente: 1, title: Arms, parties: {
    ...     a: {options: {arm: }, wants: [not b.arm, a.arm]},
    ...     b: {options: {arm: }, wants: [not a.arm, b.arm]}}}\'\'\')
    >>> a, b = dispute.parties
    >>> states = [dict(zip([o.atom for o in dispute.options], row)) for row in
    ...     [(False, False), (True, False), (True, True)]]
    >>> deters(dispute, CONCEPTS["seq"], a, states, [b])
    True
    """
    steps = zip(movers, states[1:-1], states[2:], strict=True)
    sound = all(
        mover is not party
        and may(dispute, mover, here, there)
        and (not concept.credible or liking(mover, there) > liking(mover, here))
        for mover, here, there in steps
    )
    return sound and liking(party, states[-1]) <= liking(party, states[0])

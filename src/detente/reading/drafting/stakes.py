"""What a shared doing is worth to its sides, and who is ready for it now."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from detente.reading.drafting.acts import Act, Literal
from detente.reading.drafting.issue import Issue, conditional
from detente.reading.drafting.ledger import Ledger, Position
from detente.reading.drafting.tense import refuses
from detente.reading.drafting.wishes import Ladder, together


def ready(ledger: Ledger, goals: Iterable[Literal]) -> frozenset[Act]:
    """The sides of shared doings that are there now: they say so, without a condition of theirs.

    Where every side is, none is: the coverage would tell of the doing itself.
    """
    sides: dict[int, list[Act]] = {}
    for goal in goals:
        if goal.act.shared and goal.sign:
            sides.setdefault(id(goal.act.kin), []).append(goal.act)
    found = [[act for act in acts if _is_ready(ledger, act)] for acts in sides.values()]
    rows = zip(found, sides.values(), strict=True)
    return frozenset(act for mine, acts in rows if len(mine) < len(acts) for act in mine)


def _is_ready(ledger: Ledger, act: Act) -> bool:
    said = [p for p in ledger.positions if p.holder == act.owner]
    own = [p for p in (*said, *ledger.agenda) if p.holder == act.owner and p.condition]
    if any(literal.act.kin is act.kin for p in own for literal in p.about):
        return False
    alone = [p for p in said if len(p.piece.holder) == 1 and p.kind in ("willingness", "demand")]
    refused = any(p.kind == "refusal" and act in p.acts for p in said)
    return not refused and any(literal.act.kin is act.kin for p in alone for literal in p.about)


def stakes(ledger: Ledger, issue: Issue, of: Callable[[str], Ladder]) -> None:
    """The shared doing as a whole: last, quoted for the willing, else assumed."""
    goals = [goal for goal in issue.goals if goal.act.shared]
    kins = dict.fromkeys(goal.act.kin for goal in goals)
    for kin in kins:
        whole = tuple(goal for goal in goals if goal.act.kin is kin)
        sides = dict.fromkeys(goal.act.owner for goal in whole)
        for party in sides:
            because = _willing(ledger, party, whole[0].act)
            against = _refuses(of(party), party, whole) or _worded_as_refusal(
                ledger, party, whole[0].act
            )
            if because or not against:
                of(party).add(of(party).stake, together(whole, because))
    for party in dict.fromkeys(goal.act.owner for goal in issue.instead):
        if because := _asking(ledger, party, issue.instead[0].act):
            of(party).add(of(party).stake, together(issue.instead, because))


def _refuses(ladder: Ladder, party: str, whole: Iterable[Literal]) -> bool:
    """Whether a party has refused its own part outright, without naming a price."""
    mine = [literal for literal in whole if literal.act.owner == party]
    return any(wish.key == (one.act, not one.sign) for one in mine for wish in ladder.firm)


def _asking(ledger: Ledger, party: str, act: Act) -> tuple[str, ...]:
    """Where a party asks for just that."""
    return tuple(
        position.piece.id
        for position in ledger.positions
        if position.holder == party
        and position.kind in ("willingness", "demand", "offer")
        and any(literal.act.kin is act.kin for literal in position.about)
    )


def _willing(ledger: Ledger, party: str, act: Act) -> tuple[str, ...]:
    """What a party has said for a shared doing; a general readiness speaks for any talks."""
    found = [
        position.piece.id
        for position in (*ledger.positions, *ledger.agenda)
        if position.holder == party and _speaks_for(position, act, position in ledger.agenda)
    ]
    return tuple(dict.fromkeys(found))


def _speaks_for(position: Position, act: Act, agenda: bool) -> bool:  # noqa: FBT001
    if agenda:
        return position.about[0].act.kin is act.kin
    if position.kind not in ("willingness", "demand", "offer"):
        return False
    general = ("ties", "talk") if position.kind == "willingness" else ()
    return any(lit.act.kin is act.kin or lit.act.family in general for lit in position.about)


def _worded_as_refusal(ledger: Ledger, party: str, act: Act) -> bool:
    return any(
        p.holder == party and p.about[0].act.kin is act.kin and refuses(p.piece)
        for p in conditional(ledger)
    )

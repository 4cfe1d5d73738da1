"""What a person should look at first, and what was left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.dispute.formula import Atom
from detente.dispute.model import LeftOut, Party
from detente.reading.drafting.acts import Act
from detente.reading.drafting.cast import Cast
from detente.reading.drafting.issue import Issue
from detente.reading.drafting.labels import label
from detente.reading.drafting.scope import Scope
from detente.reading.drafting.sentences import clauses

_MOST_LEFT_OUT = 12


def left_out(cast: Cast, scope: Scope) -> tuple[LeftOut, ...]:
    """What the coverage has and the model does not, in the order in which it was met."""
    return tuple(
        LeftOut(f"{cast.name(act.owner)}: {act.label or label(act)}", why, act.because)
        for act, why in scope.left_out[:_MOST_LEFT_OUT]
    )


def look_first(
    cast: Cast,
    parties: Sequence[Party],
    issue: Issue,
    others: Sequence[Issue],
    names: Mapping[Act, Atom],
) -> tuple[str, ...]:
    """The lines at the top of a draft."""
    wants = [want for party in parties for want in party.ordered_wants]
    assumed = sum(want.assumed for want in wants)
    lines = [f"{len(wants) - assumed} wants are quoted, {assumed} assumed"]
    goal = clauses(cast, issue.goals)
    lines.append(f"Whether this would settle it, which no sentence says: that {goal}")
    for other in others[:2]:
        fresh = [g for g in other.goals if g.act in names and g not in issue.goals]
        if fresh:
            formula = " and ".join(("" if g.sign else "not ") + str(names[g.act]) for g in fresh)
            goal = clauses(cast, fresh)
            lines.append(f"A further goal could be tried, that {goal}: --to '{formula}'")
    return tuple(lines)

"""How hard a kind of position is: what is given, what is laid down, what is asked or refused."""

from __future__ import annotations

from detente.dispute.evidence import Evidence

HARDNESS = {
    "willingness": 0, "offer": 0, "precondition": 1, "intent": 1, "claim": 1, "denial": 1,
    "accusation": 1, "demand": 2, "refusal": 2, "threat": 2,
}  # fmt: skip
COURSES = frozenset({"refusal", "offer", "willingness", "precondition", "threat"})
NO_COURSE = frozenset({"accusation", "denial"})  # of what others do: no course of one's own
OPPOSED = 2  # steps of hardness between opposite positions


def step_between(one: Evidence, other: Evidence) -> int:
    """How far two positions are from each other.

    >>> offer, refusal = (Evidence("q", "d", "x", 0, 1, kind) for kind in ("offer", "refusal"))
    >>> step_between(offer, refusal), are_opposed(offer, refusal)
    (2, True)
    """
    return abs(HARDNESS[one.kind] - HARDNESS[other.kind])


def are_opposed(one: Evidence, other: Evidence) -> bool:
    """Whether the one takes back what the other gives."""
    return step_between(one, other) >= OPPOSED

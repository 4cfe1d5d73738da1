"""The sign of a condition for the thing that depends on it, and whether that thing is a harm."""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.conditions import dependence
from detente.reading.conditions.found import Found
from detente.reading.parsed import Token
from detente.reading.syntax import words

_STOPPING = words("suspend halt stop cancel withdraw end cut leave drop")
_PRESSURE = words(
    "tariff sanction duty strike ban embargo blockade levy siege attack drill patrol boycott "
    "tax curfew lawsuit restriction survey overtime action protest"
)
_HARM = words(
    "strike retaliate close shut impose raise double sue attack boycott cancel cut halt "
    "divert leave expel blockade suspend walk resign recall withdraw escalate void collapse "
    "stop ban seize punish sanction consequence evict dismiss sack deport annex bomb shell invade "
    "picket lock prosecute quit scrap terminate"
)


_TAKING = words("seek use file launch call order declare impose bring start consider begin take")
_MEANS = words(
    "injunction lawsuit suit court arbitration damages sanction tariff strike boycott blockade "
    "retaliation reprisal countermeasure force penalty walkout embargo eviction dismissal"
)


def sign(found: Found) -> tuple[str, bool]:
    """The sign of the condition for the thing withheld, and whether the thing is a threat."""
    withheld = dependence.is_withheld(found.main)
    persists = dependence.persists(found.main)
    if found.family == "not while":
        return "fails", False
    if found.family == "while":
        return ("fails" if withheld or persists else "holds"), False
    if found.family == "if":
        harm = not withheld and _is_harm(found)
        return ("fails" if withheld and not harm else "holds"), harm
    if found.family == "unless" and not withheld and not persists:
        return "fails", True
    if found.family == "until" and found.marker == "without" and not withheld:
        return "fails", True
    return "holds", False


def _is_harm(found: Found) -> bool:
    relieves = any(c.lemma_ in _PRESSURE for c in syntax.children(found.main, "dobj", "nsubjpass"))
    if relieves and found.main.lemma_ in _STOPPING:
        return False
    verbs = [*dependence.chain(found.main), *syntax.children(found.main, "xcomp")]
    return any(
        step.lemma_ in _HARM or step.lemma_ in {"threaten", "warn"} or _takes_means(step)
        for step in verbs
    )


def _takes_means(verb: Token) -> bool:
    """As in "seek an injunction"."""
    return verb.lemma_ in _TAKING and any(
        child.lemma_ in _MEANS for child in syntax.children(verb, "dobj")
    )

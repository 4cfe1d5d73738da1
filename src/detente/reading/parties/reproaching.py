"""Whether what a clause says of its subject is a reproach: "is lying", "had fired first"."""

from __future__ import annotations

from detente.reading.parsed import Token
from detente.reading.tables import wrongs


def is_passive(clause: Token) -> bool:
    """Whether something is done to the subject of a clause."""
    return any(child.dep_ == "auxpass" for child in clause.children)


def is_wrong(clause: Token) -> bool:
    """Whether what a clause says of its subject is a reproach: "is lying", "had fired first"."""
    if is_passive(clause):
        return False
    if clause.lemma_ in wrongs("doing") and clause.tag_ in {"VBD", "VBN", "VBG", "VBZ", "VBP"}:
        return True
    if clause.lemma_ in _SHOWING and any(
        child.dep_ == "dobj"
        and child.lemma_ in _GOODWILL
        and any(c.lower_ == "no" for c in child.lefts)
        for child in clause.children
    ):
        return True  # "had shown no remorse"
    if _is_hostile(clause):
        return True
    said = (child for child in clause.children if child.dep_ in {"attr", "acomp"})
    return any(child.lemma_ in wrongs("being") for child in said)


def _is_hostile(clause: Token) -> bool:
    """As "takes an openly hostile stance", "goes on pursuing its unfriendly policy"."""
    verbs = [clause, *(c for c in clause.children if c.dep_ == "xcomp")]
    verbs += [c for prep in clause.children for c in prep.children if c.dep_ == "pcomp"]
    manners = (
        child
        for verb in verbs
        if verb.lemma_ in _TAKING
        for child in verb.children
        if child.dep_ == "dobj" and child.lemma_ in _MANNERS
    )
    return any(c.dep_ == "amod" and c.lower_ in wrongs("being") for m in manners for c in m.lefts)


_TAKING = frozenset({"take", "adopt", "pursue", "maintain", "keep", "continue", "follow"})
_MANNERS = frozenset({"stance", "stand", "line", "position", "policy", "course", "approach",
                      "attitude", "posture", "rhetoric", "campaign", "action", "step",
                      "conduct"})  # fmt: skip
_SHOWING = frozenset({"show", "make", "display", "express", "offer", "demonstrate"})
_GOODWILL = frozenset({"remorse", "regret", "interest", "willingness", "respect", "goodwill",
                       "effort", "sign", "apology", "readiness", "inclination", "flexibility",
                       "contrition", "regard", "attempt", "gesture"})  # fmt: skip
NEGATIVE = frozenset({"not", "n't", "never"})

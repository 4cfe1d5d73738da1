"""Whether what a clause says of its subject is a reproach: "is lying", "had fired first"."""

from __future__ import annotations

from detente.reading.parsed import Token
from detente.reading.syntax import is_passive
from detente.reading.tables import wrongs
from detente.reading.wording import words


def is_wrong(clause: Token) -> bool:
    """Whether what a clause says of its subject is a reproach: "is lying", "had fired first".

    >>> from detente.reading.page import phrase
    >>> told = ("Norland had lied.", "Norland had paid.", "Norland had shown no remorse.")
    >>> [is_wrong(phrase(text)[2]) for text in told]
    [True, False, True]
    """
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


_TAKING = words("take adopt pursue maintain keep continue follow")
_MANNERS = words(
    "stance stand line position policy course approach attitude posture rhetoric campaign "
    "action step conduct"
)
_SHOWING = words("show make display express offer demonstrate")
_GOODWILL = words(
    "remorse regret interest willingness respect goodwill effort sign apology readiness "
    "inclination flexibility contrition regard attempt gesture"
)

"""What one body decides alone, be the verb one of agreeing: a law passed, a committee set up."""

from __future__ import annotations

from detente.reading.arguments import conjoined, doer, object_of, particle, prepositional
from detente.reading.events.participants import parties
from detente.reading.events.refusals import VOTING, by_votes
from detente.reading.events.words import is_of
from detente.reading.parsed import Token
from detente.reading.scene import Scene
from detente.reading.wording import words


def is_decided(scene: Scene, verb: Token) -> bool:
    """As in "The assembly adopted a declaration", "He set up a committee": by one alone."""
    agreed = verb.lemma_ == "agree" and is_of(doer(verb), _SITTING)
    if agreed and not any(prepositional(verb, "with")):
        return any(c.dep_ == "xcomp" for c in verb.children)  # "The cabinet agreed to shut it"
    return _is_passed(verb) or _is_set_up(scene, verb) or is_of(object_of(verb), _ORDERS)


_ORDERS = frozenset({"proclamation", "order", "decree", "bill", "directive", "edict"})


def _is_set_up(scene: Scene, verb: Token) -> bool:
    """As in "He has set up a committee": by one, who decides it."""
    founded = particle(verb) in _FOUNDING or verb.lemma_ in _FOUNDING
    one = founded and is_of(object_of(verb), _COMMITTEES)
    by = doer(verb)
    if not one or by is None:
        return False
    found = parties(scene, by)
    return len(found) == 1 or (not found and by.tag_ == "NN" and is_of(by, VOTING | _RULERS))


_RULERS = words("government ministry minister president king mayor governor")
_FOUNDING = words("set_up establish create found form institute constitute launch open")
_COMMITTEES = words(
    "group commission committee body panel taskforce fund channel authority inquiry"
)


def _is_passed(verb: Token) -> bool:
    """As in "The assembly adopted a declaration": by one body, which agrees with nobody."""
    who = doer(verb)
    if who is None or verb.lemma_ == "ratify":
        return False
    if by_votes(verb) or (is_of(who, VOTING) and verb.lemma_ in _BACKING):
        return True
    one = who.tag_ in {"NN", "NNP"} and len(list(conjoined(who))) == 1
    return one and verb.lemma_ in {"adopt", "pass"}


_SITTING = words("cabinet council board parliament committee synod senate assembly")
_BACKING = words("back approve endorse adopt pass support")

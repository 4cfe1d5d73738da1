"""Who is to do what another waits for: "until Norland opens the border", "unless its men leave"."""

from __future__ import annotations

from detente.reading.parsed import Token, remembered
from detente.reading.parties.terms import (
    FIRM,
    OF_EVENTS,
    OPEN,
    TERMS,
    is_after_only,
    is_ahead,
    is_as_long,
    is_barred,
    promises,
)
from detente.reading.syntax import SUBJECTS
from detente.reading.wording import words


@remembered
def is_waited_for(name: Token) -> bool:
    """Whether the subject headed by a token, or the owner of one, is to do what another waits for.

    >>> from detente.reading.page import phrase
    >>> texts = ("Norland waits until Sudmark opens the border.", "Sudmark opens the border.",
    ...          "Norland would come on condition that Sudmark apologised.",
    ...          "Norland will come if Sudmark sends a ship.", "It will open once Sudmark ends.",
    ...          "Norland will not sign unless Sudmark's troops leave.")
    >>> [is_waited_for(next(t for t in phrase(text) if t.text == "Sudmark")) for text in texts]
    [True, False, True, True, False, True]
    >>> texts = ("Norland says that Sudmark's guns must fall silent first.",
    ...          "Norland demands that Sudmark step back.",
    ...          "No deal is near while Sudmark's men stay.")
    >>> [is_waited_for(next(t for t in phrase(text) if t.text == "Sudmark")) for text in texts]
    [True, True, True]
    """
    named = name.pos_ == "PROPN"
    owned = named and name.dep_ == "poss"  # of whom something is to be this or that
    subject = name.head if owned else name
    if subject.dep_ not in SUBJECTS or not (named or any(c.lower_ == "the" for c in name.lefts)):
        return False
    verb = subject.head
    if named and (_is_first(verb) or (subject.tag_ in _SINGULAR and _is_demanded(verb))):
        return True
    if verb.dep_ in _TOLD_BY:  # "on condition that", "provided that"
        return verb.head.lower_ in _TOLD_BY[verb.dep_] and _acts(subject, named=named)
    if verb.dep_ != "advcl" or not (owned or _acts(subject, named=named)):
        return False
    marks = [c for c in verb.children if c.dep_ == "mark" and c.i < subject.i]
    if any(m.lower_ in FIRM or is_after_only(m) for m in marks):
        return named or subject.dep_ != "nsubjpass"
    told = named and any(m.lower_ in OPEN or is_as_long(m) for m in marks)
    return told and (is_barred(verb.head) or any(map(_is_bargained, (verb.head, verb.head.head))))


_TOLD_BY = {"acl": TERMS, "ccomp": FIRM, "pcomp": FIRM}


def _is_first(verb: Token) -> bool:
    """As in "Norland must leave first"."""
    told = {child.lower_ for child in verb.children}
    return "must" in told and not told.isdisjoint(_FIRST)


def _is_demanded(verb: Token) -> bool:
    """As in "demands that Norland step back"; of several it could be told that they do."""
    demanded = verb.dep_ == "ccomp" and verb.head.lemma_ in _ASKING and verb.lemma_ != "be"
    return demanded and verb.tag_ in {"VB", "VBP"} and any(c.lower_ == "that" for c in verb.lefts)


_SINGULAR = frozenset({"NN", "NNP"})
_FIRST = frozenset({"first", "beforehand"})
_ASKING = words("demand insist ask request urge require propose")


def _is_bargained(verb: Token) -> bool:
    return is_ahead(verb) or promises(verb)


def _acts(subject: Token, *, named: bool) -> bool:
    """Whether its verb has an object; of a name, whether it is no verb of what just happens."""
    verb = subject.head
    alone = named and (verb.pos_ == "VERB" or _does_too(verb)) and verb.lemma_ not in OF_EVENTS
    return alone or any(child.dep_ == "dobj" for child in verb.children)


def _does_too(verb: Token) -> bool:
    """As in "if Norland does", "if Norland is too"."""
    return verb.lemma_ == "do" or any(c.lower_ in {"too", "likewise"} for c in verb.children)

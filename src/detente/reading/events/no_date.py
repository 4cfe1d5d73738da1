"""Dates that say which one, since when it was so, or when it was to be: not when it was done."""

from __future__ import annotations

from detente.reading.parsed import Token
from detente.reading.periods import MONTHS
from detente.reading.syntax import SUBJECTS
from detente.reading.wording import words


def names_it(token: Token) -> bool:
    """As in "the 1960 treaty", "the agreement of 1972": a year that says which one.

    Not so in "in a 2019 referendum", which says when.
    """
    above = token.head
    if token.dep_ == "pobj" and above.lower_ in {"of", "from"}:
        thing = above.head
        borne = thing.dep_ in SUBJECTS | {"dobj"} or thing.head.lower_ == "under"
        return borne and thing.lemma_.casefold() in _DATED and token.shape_ == "dddd"
    inside = above.dep_ == "pobj" and above.head.lower_ == "in" and above.tag_ == "NN"
    if inside and any(child.lower_ in {"a", "an"} for child in above.lefts):
        return False
    named = token.dep_ in {"nummod", "compound", "amod", "nmod"} and token.i < above.i
    time = above.lower_ in MONTHS or above.lemma_ in _PARTS_OF_DAY
    return named and above.pos_ == "NOUN" and not time


def is_record(token: Token) -> bool:
    """As in "for the first time since 1988", "its worst raid since May": when it was last so."""
    since = token.head
    if since.lower_ != "since":
        return False
    before = token.doc[max(token.sent.start, since.i - 5) : since.i]
    return any(t.lower_ in _RECORDS for t in before)


_RECORDS = words(
    "first worst biggest largest longest deadliest highest lowest fiercest most gravest second"
)


def is_due(token: Token) -> bool:
    """As in "the vote due in May was called off": when it was to be."""
    above = (token.head, token.head.head)
    return any(due.lower_ == "due" and due.dep_ == "amod" for due in above)


_DATED = words("""
    agreement accord treaty pact deal convention protocol law act constitution charter truce
    ceasefire memorandum settlement compact statute decree resolution declaration""")
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night", "noon", "lunchtime", "dawn",
                           "midday", "midnight", "weekend", "dusk"})  # fmt: skip

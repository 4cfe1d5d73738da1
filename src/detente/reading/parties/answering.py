"""Whoever denies a charge is whoever was charged: "Berg accused Aas of lying. He denied it."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.reading.parsed import Token
from detente.reading.parties.memory import Ids
from detente.reading.syntax import SUBJECTS

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

_CHARGING = frozenset({"accuse", "blame", "charge", "criticise", "criticize", "suspect", "fault"})
_DENYING = frozenset(
    {"deny", "reject", "dismiss", "dispute", "refute", "rebut", "repudiate", "contest", "scoff"}
)
_CHARGES = frozenset(
    {"it", "this", "that", "charge", "accusation", "allegation", "claim", "suggestion", "blame",
     "responsibility", "wrongdoing", "such", "reproach", "insinuation", "criticism"}
)  # fmt: skip
_PERSONAL = frozenset({"he", "she"})


def charged(walk: Resolver, token: Token) -> Ids:
    """Who was charged with something just before, where a pronoun is the subject of a denial."""
    verb = token.head
    if verb.lemma_ not in _DENYING or token.dep_ not in SUBJECTS or not _is_of_charge(verb):
        return ()
    for charge in _charges(walk, token):
        ids = next((walk.ids.get(one.i, ()) for one in charge.children if one.dep_ == "dobj"), ())
        if len(ids) != 1:
            continue
        person = walk.entry(ids[0]).is_person
        if person == (token.lower_ in _PERSONAL):
            return ids
    return ()


def _is_of_charge(verb: Token) -> bool:
    """As in "denied it", "denied having paid", "rejected the charge"."""
    objects = [child for child in verb.children if child.dep_ in {"dobj", "xcomp", "ccomp"}]
    return not objects or any(
        one.dep_ != "dobj" or one.lemma_.casefold() in _CHARGES or verb.lemma_ == "deny"
        for one in objects
    )


def _charges(walk: Resolver, token: Token) -> Iterator[Token]:
    """The charges in its sentence and in the one before, the latest first."""
    start = token.sent.start
    before = walk.doc[start - 1].sent.start if start else start
    for other in reversed(walk.doc[before : token.i]):
        if other.lemma_ in _CHARGING and other.pos_ == "VERB":
            yield other

"""The roads that the coverage speaks of: talks, a truce, a settlement that is not there.

Where it is told that talks broke down, that no deal is near or that somebody mediates, both sides
could take that road. That either wants it is assumed. Where nothing of the kind is told, that they
could talk, or settle, is assumed as well; it is the last resort of a draft that would be thin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.reading.drafting.acts import Literal
from detente.reading.drafting.doing import Doing
from detente.reading.drafting.ledger import ROAD, Beside, Ledger
from detente.reading.drafting.lexicon import shared_nouns

_EVENTS = ("negotiate", "no_agreement", "mediate")
_FAMILIES = ("talk", "truce", "sign")
_LAST = ("talk", "sign")
_BOTH = 2


def roads(ledger: Ledger) -> Iterator[Beside]:
    """Each road once, with its quote, as a side of each of the two parties."""
    sides = ledger.cast.both
    found: set[str] = set()
    for family, because in _spoken_of(ledger):
        if len(sides) < _BOTH or family in found:
            continue
        found.add(family)
        literals = tuple(_side(ledger, party, family, because) for party in sides)
        for party in sides:
            yield Beside(party, literals, because, ROAD)


def between(ledger: Ledger, sides: Sequence[str]) -> Iterator[tuple[Literal, ...]]:
    """The roads as a side of each of some parties: those that are told of, then the others."""
    told = dict(reversed(list(_spoken_of(ledger))))
    for family in dict.fromkeys((*reversed(told), *_LAST)):
        yield tuple(_side(ledger, party, family, told.get(family, "")) for party in sides)


_AT_ODDS = ("precondition", "demand", "refusal", "threat")
_QUARREL = ("accusation", "denial", *_AT_ODDS)


def left(ledger: Ledger) -> tuple[Literal, ...]:
    """That both sides talk, where nothing else can be said and it is told that they are at odds."""
    heard = {
        party
        for piece in ledger.coverage.statements
        if piece.kind in _AT_ODDS
        for party in ledger.cast.resolved(piece.holder)
    }
    sides = sorted(ledger.cast.principals, key=lambda party: party not in heard)[:_BOTH]
    kinds = {piece.kind for piece in ledger.coverage.evidence}
    told = "status_quo" in kinds or ("way_out" in kinds and not kinds.isdisjoint(_QUARREL))
    told = told or not heard.isdisjoint(sides)
    return next(between(ledger, sides)) if told and len(sides) == _BOTH else ()


def _spoken_of(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """Of what is stuck, then of what was tried: the family, and the quote."""
    quotes = {piece.id: piece.quote for piece in ledger.coverage.evidence}
    told = [p.id for p in ledger.coverage.evidence if p.kind in ("status_quo", "way_out")]
    told += [e.because[0] for e in ledger.coverage.events if e.kind in _EVENTS and e.because]
    for because in told:
        yield from ((family, because) for family in _named(quotes.get(because, "")))
    for relation in ledger.coverage.relations:
        if relation.kind == "mediates" and relation.because:
            yield "talk", relation.because[0]


def _named(text: str) -> list[str]:
    """The roads that a sentence names: "The talks collapsed; no deal is near" → talk, sign."""
    nouns = shared_nouns()
    spoken = [word.removesuffix("s") for word in re.findall(r"[a-z]+", text.lower())]
    families = (nouns.get(word) for word in spoken)
    return [family for family in dict.fromkeys(families) if family in _FAMILIES]


def _side(ledger: Ledger, party: str, family: str, because: str) -> Literal:
    said = Doing(family, sign=True, theme=())
    return ledger.register.find([party], said) or ledger.register.literal(
        party, said, because, now=False
    )

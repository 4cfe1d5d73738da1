"""What positions mean beside each other: lesser offers, proposals that were answered."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from detente.reading.drafting.acts import Literal
from detente.reading.drafting.ledger import Ledger, Position
from detente.reading.drafting.lexicon import THING

_MEANING_OFFER = ("offer", "willingness", "intent")


def with_lesser(ledger: Ledger) -> list[Position]:
    """The positions, with a lesser offer beside the greater thing that was refused with it.

    "A hotline yes, a joint command never": whoever asked for the command asks for both.
    """
    lesser = {
        refused: offered
        for refusal in ledger.positions
        if refusal.kind == "refusal"
        for refused in refusal.about
        for offered in _beside(ledger, refusal)
        if offered.act is not refused.act
    }
    return [_asking_both(position, lesser) for position in ledger.positions]


def without_echoes(positions: Iterable[Position]) -> list[Position]:
    """Without slogans: "no accounts, no money" beside what that money is and what it costs.

    A price of a bare noun, of which the same holder has put the same condition to a doing, is one
    more quote of that.
    """
    rows = list(positions)
    priced = [p for p in rows if p.condition and not _is_bare(p)]
    return [
        replace(position, about=fuller.about)
        if _is_bare(position) and (fuller := _fuller(position, priced))
        else position
        for position in rows
    ]


def _fuller(position: Position, priced: Iterable[Position]) -> Position | None:
    return next((other for other in priced if _echoes(position, other)), None)


def _is_bare(position: Position) -> bool:
    found = all(lit.act.family == THING and lit.sign for lit in position.about)
    return bool(position.condition) and found


def _echoes(position: Position, fuller: Position) -> bool:
    near = position.piece.document == fuller.piece.document
    same = position.holder == fuller.holder and position.kind == fuller.kind
    return near and same and set(position.condition) <= set(fuller.condition)


def _beside(ledger: Ledger, refusal: Position) -> Iterable[Literal]:
    """What the holder of a refusal offers in the same sentence."""
    for position in ledger.positions:
        same = position.holder == refusal.holder and position.kind in _MEANING_OFFER
        if same and not position.condition and _one_sentence(ledger, refusal, position):
            yield from (lit for lit in position.about if lit.act.owner == refusal.holder)


def _one_sentence(ledger: Ledger, one: Position, other: Position) -> bool:
    first, last = sorted((one.piece, other.piece), key=lambda piece: piece.start)
    if first.document != last.document:
        return False
    if last.start < first.end:
        return True
    between = f"{first.quote[-1:]}{ledger.document(first).text[first.end : last.start]}"
    return re.search(r"[.!?](?=\s|$)|\n\s*\n", between) is None


def _asking_both(position: Position, lesser: dict[Literal, Literal]) -> Position:
    fresh = [
        lesser[literal]
        for literal in position.condition
        if literal in lesser and literal.act.owner != position.holder
    ]
    return replace(position, condition=tuple(dict.fromkeys([*fresh, *position.condition])))

"""One holder in several articles: a position that changed from one to the next, or is disputed.

The newest position stands, the older stays as a change. Where the dates do not tell which is newer,
the two stand side by side as a contradiction of the sources.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from itertools import combinations

from detente.dispute.evidence import Change, Evidence
from detente.reading.drafting.acts import Literal
from detente.reading.drafting.ledger import Ledger, Position

_OPEN = ("offer", "willingness", "intent", "demand")
_FIRM, _PRICED = 0, 1


def changes(ledger: Ledger) -> tuple[Change, ...]:
    """The changes of position, and the contradictions, between the articles of a coverage."""
    held: dict[tuple[str, Hashable], list[tuple[Position, Literal, int]]] = {}
    for position in ledger.positions:
        for literal, how in _stances(position):
            held.setdefault((position.holder, id(literal.act.kin)), []).append(
                (position, literal, how)
            )
    found = [
        change
        for rows in held.values()
        for one, other in combinations(rows, 2)
        for change in _between(ledger, one, other)
    ]
    return tuple(dict.fromkeys(found))


def _stances(position: Position) -> Iterator[tuple[Literal, int]]:
    """What a position is for: plainly, or at a price."""
    if position.condition and position.kind != "threat":
        yield from ((literal, _PRICED) for literal in position.about)
    elif position.kind == "refusal":
        yield from ((literal.opposite, _FIRM) for literal in position.about)
    elif position.kind in _OPEN:
        yield from ((literal, _FIRM) for literal in position.about)


def _between(
    ledger: Ledger, one: tuple[Position, Literal, int], other: tuple[Position, Literal, int]
) -> Iterator[Change]:
    if one[0].piece.document == other[0].piece.document or one[0].piece.id == other[0].piece.id:
        return
    contrary = one[1].sign is not other[1].sign
    if not contrary and one[2] == other[2]:
        return
    order = _order(ledger, one[0].piece, other[0].piece)
    if order == 0:
        if contrary and one[2] == other[2] == _FIRM:
            yield _change(one, other, "contradicts")
    else:
        first, last = (one, other) if order < 0 else (other, one)
        yield _change(first, last, _sort(first, last))


def _change(
    first: tuple[Position, Literal, int], last: tuple[Position, Literal, int], sort: str
) -> Change:
    return Change(first[0].holder, first[0].piece.id, last[0].piece.id, sort)


def _sort(first: tuple[Position, Literal, int], last: tuple[Position, Literal, int]) -> str:
    """Softer the less is refused and the less is asked for it."""
    before, after = _hardness(first), _hardness(last)
    if before == after:
        return "reversed"
    return "softened" if after < before else "hardened"


def _hardness(row: tuple[Position, Literal, int]) -> int:
    position, _, how = row
    if position.kind in ("refusal", "demand"):
        return 2
    return 1 if how == _PRICED else 0


def _order(ledger: Ledger, one: Evidence, other: Evidence) -> int:
    """Which of two pieces was said first; 0 where their dates do not tell."""
    dates = [piece.date or ledger.document(piece).published or "" for piece in (one, other)]
    first, last = (date.partition("/")[0] for date in dates)
    if not first or not last or first.startswith(last) or last.startswith(first):
        return 0
    return -1 if first < last else 1

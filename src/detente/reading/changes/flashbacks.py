"""What was held before, told after what is held now: "He could. At Easter he had scorned it".

News tells what is new first. A sentence that opens with a day gone by and has "had" looks back.
What it looks back from is the position of the same holder that speaks of the same thing, or the one
just told, where a word says that it is about that ("the very idea") or was so till then ("still").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from detente.reading.changes import turns
from detente.reading.changes.timed import SURE, Told, distance, holds
from detente.reading.courses import NO_COURSE
from detente.reading.wording import words

_FAR = 1200  # characters between the two, at most
_BESIDE = 130  # where no word is shared
_STEM = 5  # letters by which two words are one
_WORD = re.compile(r"\b[a-z]{4,}")
_VAGUE = words("""
    would could should until which their there where after befor while about other again still never
    first under that this with from have been will were they them what when than then into over only
    also even more said says told parti minis gover counc union speak spoke month years weeks wante
    wants asked calle decla promi offer refus rejec deman insis agree ready willi call once must
    does take make made week year days""")


def flashbacks(told: Sequence[Told]) -> Iterator[tuple[int, int]]:
    """Where the earlier and the later position stand, of each that is told so.

    Examples
    --------
    >>> from detente.dispute.evidence import Evidence
    >>> from detente.reading.changes import timed
    >>> now, then = "Norland could accept a bursar.", "At Easter it had called the idea absurd."
    >>> said = [
    ...     Evidence("q1", "d1", now, 0, 30, "willingness", ("norland",)),
    ...     Evidence("q2", "d1", then, 31, 31 + len(then), "claim", ("norland",)),
    ... ]
    >>> texts = {"d1": f"{now} {then}"}
    >>> [*flashbacks([timed.told(said, at, texts) for at in range(2)])]
    [(1, 0)]
    """
    for at, one in enumerate(told):
        if not one.looks_back:
            continue
        to = _looked_from(told, at)
        if to is not None:
            yield at, to


def _looked_from(told: Sequence[Told], at: int) -> int | None:
    """The place of the position that one looks back from, or none."""
    one, own = told[at], stems(told[at].piece.quote)
    fitting = [to for to in range(at - 1, -1, -1) if _may_follow(one, told[to])]
    if not fitting or _goes_on(told, at):
        return None
    nearest = fitting[0]
    beside = distance(one, told[nearest]) < _BESIDE
    if turns.OF_THAT.search(one.piece.quote):
        return nearest if beside else None
    still = turns.STILL.search(one.piece.quote)
    if one.piece.kind in NO_COURSE and not (still or turns.CALLED.search(one.piece.quote)):
        return None  # "In May it had accused Sudmark of theft"
    best = max(fitting, key=lambda to: len(own & stems(told[to].piece.quote)))
    if own & stems(told[best].piece.quote):
        return best
    return nearest if beside and still else None


def _may_follow(one: Told, other: Told) -> bool:
    """Whether another position of the same holder may be what it holds now."""
    piece, now = one.piece, other.piece
    still = piece.kind == "demand" and turns.STILL.search(piece.quote)  # "still insisted on seven"
    alike = (piece.kind == now.kind and not still) or turns.AGAIN.search(now.quote)
    near = piece.document == now.document and distance(one, other) <= _FAR
    if not near or alike or other.past == SURE or now.kind in NO_COURSE | {"claim"}:
        return False
    if turns.NOT.search(piece.quote) and turns.NOT.search(now.quote):
        return False  # "It will not talk. Last week it had warned that it would not"
    apart = not (holds(piece, now) or holds(now, piece))
    return apart and bool({*piece.holder} & {*now.holder})


def _goes_on(told: Sequence[Told], at: int) -> bool:
    """Whether what came of it is told right after: "On Monday it said that it would pay"."""
    if at + 1 == len(told) or not told[at + 1].new:
        return False
    piece, after = told[at].piece, told[at + 1].piece
    beside = piece.document == after.document and 0 <= after.start - piece.end < _BESIDE
    return beside and not {*piece.holder}.isdisjoint(after.holder)


@lru_cache(maxsize=1 << 12)
def stems(quote: str) -> frozenset[str]:
    """The words by which two positions are known to be about one thing, names aside.

    >>> stems("Norland will never count the ferries.") & stems("It wants ferries.")
    frozenset({'ferri'})
    """
    return frozenset(word[:_STEM] for word in _WORD.findall(quote)) - _VAGUE

"""Positions told as held once, or as new: what stands in their sentence says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from detente.dispute.evidence import Evidence
from detente.reading.changes import turns

SURE, PERHAPS = 2, 1
_RECENT = 2  # years back from the last year that the text names
_BACK = 450  # characters before a quote that its sentence may begin


@dataclass(frozen=True, slots=True)
class Told:
    """A position, and how surely it is told as one of another time, or as new."""

    piece: Evidence
    past: int
    new: int
    is_history: bool
    is_contrast: bool
    looks_back: bool = False
    is_then: bool = False  # of a time gone by, in so many words
    is_now: bool = False


def told(statements: Sequence[Evidence], at: int, texts: Mapping[str, str]) -> Told:
    """A statement by its place among those of a text, as it is told.

    Examples
    --------
    >>> text = "Until May Norland had refused to pay."
    >>> said = [Evidence("q1", "d1", text, 0, len(text), "refusal", ("norland",))]
    >>> told(said, 0, {"d1": text}).past
    2
    """
    piece = statements[at]
    text = texts[piece.document]
    near = (*statements[max(0, at - _FEW) : at], *statements[at + 1 : at + 1 + _FEW])
    sentence = _sentence(piece, statements[at - 1] if at else None, text)
    for other in near:
        if holds(piece, other):
            sentence = sentence.replace(other.quote, "")
    reported = bool(turns.REPORTED.search(sentence))
    contrast = bool(turns.CONTRAST.search(sentence))
    contrast = contrast or (not reported and bool(turns.BEFORE.search(sentence)))
    past = SURE if contrast else _past(piece.quote, sentence, reported=reported)
    new = 0 if past == SURE else _new(sentence)
    years = [int(year) for year in turns.YEAR.findall(sentence)]
    history = bool(years) and max(years) + _RECENT < _last_year(text)
    back = bool(past) and turns.LOOKING_BACK.match(sentence.strip()) is not None
    past = min(past, PERHAPS) if history else past
    then = turns.THEN.search(sentence.strip()) is not None or turns.once(sentence)
    now = turns.NOW.search(sentence) is not None
    return Told(piece, past, new, bool(years), contrast, back, then, now)


def _past(quote: str, sentence: str, *, reported: bool) -> int:
    """How surely it is told as held once, by its own words and those of its sentence."""
    had = turns.had(quote) and not reported
    if had or turns.once(sentence) or turns.is_aside(quote):
        return 0 if turns.HAS_TURNED.search(quote) else SURE  # "had dropped that line last week"
    return PERHAPS if turns.DATED.search(sentence) else 0


def _new(sentence: str) -> int:
    if turns.TURNED.search(sentence):
        return SURE
    return PERHAPS if turns.FRESH.search(sentence) else 0


_FEW = 2  # statements that one may have within it


def holds(piece: Evidence, other: Evidence) -> bool:
    """Whether one statement stands within another."""
    within = piece.start <= other.start and other.end <= piece.end
    return within and piece.document == other.document and len(other.quote) < len(piece.quote)


def distance(one: Told, other: Told) -> int:
    """How many characters stand between two positions."""
    return max(other.piece.start - one.piece.end, one.piece.start - other.piece.end)


@lru_cache(maxsize=4)
def _last_year(text: str) -> int:
    return max((int(year) for year in turns.YEAR.findall(text)), default=0)


def _sentence(piece: Evidence, before: Evidence | None, text: str) -> str:
    """The quote with the words of its sentence that stand before it and are no other's.

    What it depends on is left out: "provided Sudmark withdrew the letters" is no withdrawal.
    """
    floor = max(0, piece.start - _BACK)
    if before is not None and before.document == piece.document and before.end <= piece.start:
        floor = max(floor, before.end)
    words = text[floor : piece.start]
    opening = max(words.rfind(mark) for mark in (". ", ".\n", "\n", "? ", "! ", "” ", "; "))
    quote = piece.quote
    if piece.condition is not None:
        quote = quote.replace(piece.condition.quote, "")
    return words[opening + 1 :] + quote

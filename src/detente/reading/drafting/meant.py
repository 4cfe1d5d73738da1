"""Statements as they are meant for a draft, where the reading's kind says something else.

A price on what is only asked for is a demand; the end of one's own pressure, held out for
something, is an offer at a price and no threat; a refusal that says until when is a price; and
what is asked in a question is asked of nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from detente.dispute.evidence import Evidence
from detente.reading.drafting.doing import Doing
from detente.reading.drafting.lexicon import EXIST, verbs, words
from detente.reading.drafting.phrases import doings

_ASKS = re.compile(
    r"(?:is |are |was |were |be )?(?:ask(?:s|ed|ing)?|call(?:s|ed|ing)?|press(?:es|ed|ing)?) for "
    r"|(?:demand|seek|want|insist on|urge)(?:s|ed|ing)? ",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"(?:who|whom|which|whether|how|why|when|where) ", re.IGNORECASE)
_COURT = re.compile(
    r"\b(?:sue|haul|drag)\b|\bsee (?:\w+ ){1,3}in court\b|\btake (?:\w+ ){1,3}to court\b"
)
_NOTHING = re.compile(r"\b(?:nothing|anything) to (?:discuss|negotiate|talk)\b", re.IGNORECASE)
_HELD_OUT = re.compile(
    r"once|only (?:when|after|if|once)|as soon as|the moment|the day|when|after|provided.*",
    re.IGNORECASE,
)


def meant(pieces: Iterable[Evidence]) -> Iterator[Evidence]:
    """Each statement as a draft takes it; what asks nothing of anybody is left out.

    Examples
    --------
    >>> from detente.dispute.evidence import Condition
    >>> once = Condition("rents are paid", 40, 54, "once", ("sudmark",))
    >>> said = Evidence("q1", "d1", "…", 0, 60, "threat", ("norland",), None, (),
    ...     "halt the evictions", once)
    >>> [piece.kind for piece in meant([said])]
    ['precondition']
    """
    rows = list(pieces)
    for piece in rows:
        if piece.kind == "demand" and _QUESTION.match(piece.about or ""):
            continue
        yield _recast(piece, rows)


def _recast(piece: Evidence, rows: list[Evidence]) -> Evidence:
    about, condition = piece.about or "", piece.condition
    if piece.kind == "precondition" and _ASKS.match(about):
        return replace(piece, kind="demand", condition=None)
    if piece.kind == "precondition" and _COURT.search(about):
        return replace(piece, kind="threat")
    if piece.kind == "threat" and condition is not None:
        held_out = condition.need == "holds" and (
            _HELD_OUT.fullmatch(condition.marker) or _eases(about)
        )
        return replace(piece, kind="precondition") if held_out and _ends(about) else piece
    if piece.kind in ("refusal", "denial") and _NOTHING.search(about):
        return replace(piece, kind="refusal", about="talks", condition=None)
    if piece.kind == "refusal" and condition is None:
        return _with_its_condition(piece, rows)
    return piece


def _ends(about: str) -> bool:
    """Whether something is only brought to an end: "halt the evictions", "stop firing"."""
    found = doings(about)
    return bool(found) and not any(doing.sign or _shuts(doing) for doing in found)


def _eases(about: str) -> bool:
    """Whether pressure of one's own would end: "withdraw the launches", "call off the strike"."""
    pressing = words("pressure", "nouns") | words("forces", "nouns") | {"other"}
    return any({*doing.theme[:1]} & pressing and not doing.sign for doing in doings(about))


def _shuts(doing: Doing) -> bool:
    """Whether a verb is itself against what its family brings about: "close the port"."""
    family, positive = verbs().get(doing.verb, ("", True))
    return family == doing.family != EXIST and not positive


def _with_its_condition(refusal: Evidence, rows: list[Evidence]) -> Evidence:
    """``would not return to the talks while the pickets stand``, read as two statements."""
    about = refusal.about or ""
    for other in rows:
        condition = other.condition
        if condition is None or other.document != refusal.document or not refusal.holder:
            continue
        inside = refusal.start <= condition.start and condition.end <= refusal.end
        cut = about.find(f" {condition.marker} {condition.quote}")
        if inside and cut > 0 and other.holder == refusal.holder:
            return replace(refusal, kind="precondition", about=about[:cut], condition=condition)
    return refusal

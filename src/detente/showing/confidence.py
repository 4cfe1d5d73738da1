"""Confidence in the sources by a printed rule: independent outlets, direct quotes, age."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from detente.dispute.copies import copied
from detente.dispute.evidence import STATEMENT_KINDS, Document
from detente.dispute.model import Dispute
from detente.showing.words.dates import stretch
from detente.showing.words.tongue import mark

RULE = mark(
    "Confidence in the sources is by this rule: high: three or more independent outlets, half of "
    "the positions or more with words in quotation marks, and none older than a year than the "
    "newest source; moderate: two or more outlets and at least one such quote; low: otherwise. "
    "Copies of one text count once."
)
LEVELS = {"high": mark("high"), "moderate": mark("moderate"), "low": mark("low")}
_PATH = re.compile(r"[\\/]|\.(txt|md|html?|xml|json|pdf|docx|eml)$")
_SPOKEN = re.compile('["“”„«»「」]')
_HIGH_OUTLETS, _MODERATE_OUTLETS = 3, 2
_UNKNOWN = "(outlet not known)"


@dataclass(frozen=True, slots=True)
class Confidence:
    """How far the sources carry, and what that rests on; `level` is empty without sources."""

    level: str
    articles: int
    outlets: int
    spoken: int
    positions: int
    aged: bool


def confidence(dispute: Dispute) -> Confidence:
    """The confidence in the sources of a dispute.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> one = Document("d1", text="The ferries stay in port.", source="the Strait Courier")
    >>> confidence(Dispute("Ferry", (), documents=(one,))).level
    'low'
    """
    independent = len(outlets(dispute.documents))
    positions = [piece for piece in dispute.evidence if piece.kind in STATEMENT_KINDS]
    spoken = sum(bool(_SPOKEN.search(piece.quote)) for piece in positions)
    aged = _aged([piece.date for piece in positions], dispute.documents)
    level = _level(independent, spoken, len(positions), aged=aged) if dispute.documents else ""
    return Confidence(level, len(dispute.documents), independent, spoken, len(positions), aged)


def _level(outlets: int, spoken: int, positions: int, *, aged: bool) -> str:
    if outlets >= _HIGH_OUTLETS and positions and 2 * spoken >= positions and not aged:
        return "high"
    return "moderate" if outlets >= _MODERATE_OUTLETS and spoken else "low"


@lru_cache(maxsize=16)
def outlets(documents: tuple[Document, ...]) -> tuple[tuple[str, ...], ...]:
    """The ids of documents by independent outlet: those that copy one another are together.

    Examples
    --------
    >>> outlets((Document("d1", source="Courier"), Document("d2", source="courier "),
    ...     Document("d3", source="Echo")))
    (('d1', 'd2'), ('d3',))
    """
    first = copied(documents)
    named = {document.id: _outlet(document.source) for document in documents}
    groups: list[set[str]] = []
    for document in documents:
        same = {document.id, first.get(document.id, document.id)}
        same |= {other for other, outlet in named.items() if outlet == named[document.id]}
        near = [group for group in groups if group & same]
        groups = [*(group for group in groups if group not in near), same.union(*near)]
    order = {document.id: place for place, document in enumerate(documents)}
    found = [tuple(sorted(group, key=order.__getitem__)) for group in groups]
    return tuple(sorted(found, key=lambda ids: order[ids[0]]))


def _outlet(source: str | None) -> str:
    """The host of an address, or the outlet's name; a file's name tells neither."""
    text = (source or "").strip().lower()
    if "://" in text:
        return urlsplit(text).netloc.removeprefix("www.")
    return _UNKNOWN if not text or _PATH.search(text) else text


def _aged(dates: list[str | None], documents: tuple[Document, ...]) -> bool:
    """Whether a position is more than a year older than the newest source."""
    newest = max(_ends(document.published for document in documents), default=None)
    return newest is not None and any(end < newest - 1 for end in _ends(iter(dates)))


def _ends(dates: Iterator[str | None]) -> Iterator[float]:
    return (when.end for date in dates if (when := stretch(date)))

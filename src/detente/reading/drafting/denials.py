"""What others report of a party, and it denies."""

from __future__ import annotations

import re

from detente.dispute.evidence import Coverage, Evidence
from detente.reading.drafting.cast import Cast

_REPORT = re.compile(
    r"\b(?:according to|claims?|claimed|reports?|reported|alleges?|alleged)\b", re.IGNORECASE
)
_POINTS_BACK = re.compile(
    r"\b(?:den(?:y|ies|ied)|dismiss(?:es|ed)?|reject(?:s|ed)?)\b"
    r"(?: (?:it|this|that|the report|the claim|any such|having|making|doing)\b|[,.;]|$)",
    re.IGNORECASE,
)
_KINDS = ("precondition", "offer", "intent", "willingness", "refusal", "demand")


def denied(coverage: Coverage, cast: Cast) -> dict[str, str]:
    """By quote of what a party is said to offer and denies: who says so.

    Examples
    --------
    >>> from detente.dispute.evidence import Actor, Document
    >>> text = "According to Sudmark, Norland offered a lease; Norland denies it."
    >>> pieces = (Evidence("q1", "d1", "offered a lease", 30, 45, "offer", ("norland",)),
    ...     Evidence("q2", "d1", "Norland denies it", 47, 64, "denial", ("norland",)))
    >>> parties = (Actor("norland", "Norland"), Actor("sudmark", "Sudmark"))
    >>> given = Coverage((Document("d1", text=text),), parties, pieces)
    >>> denied(given, Cast(given))
    {'q1': 'sudmark'}
    """
    texts = {document.id: document.text for document in coverage.documents}
    found: dict[str, str] = {}
    for denial in coverage.statements:
        if denial.kind != "denial":
            continue
        for piece in coverage.statements:
            if piece.kind in _KINDS and piece.document == denial.document:
                reporter = _reporter(piece, denial, texts[piece.document], cast)
                found |= {piece.id: reporter} if reporter else {}
    return found


def _reporter(piece: Evidence, denial: Evidence, text: str, cast: Cast) -> str:
    """Who reports a statement that its holder denies in the same sentence or the next."""
    holders = cast.resolved(piece.holder)
    if not set(holders) & set(cast.resolved(denial.holder)):
        return ""
    start = max(text.rfind(mark, 0, piece.start) for mark in (". ", "\n", "! ", "? ")) + 1
    before, after = text[start : piece.start], text[piece.end : _next_end(text, piece.end)]
    report = f"{before} {piece.quote}"
    near = start <= denial.start < _next_end(text, piece.end)
    if not (near and _REPORT.search(report) and _POINTS_BACK.search(f"{piece.quote} {after}")):
        return ""
    return next((p for p in cast.all_named_in(before or report) if p not in holders), "")


def _next_end(text: str, at: int) -> int:
    """Where the sentence after the one at a place ends."""
    ends = [m.end() for m in re.finditer(r"[.!?](?=\s|$)|\n", text[at : at + 400])]
    return at + (ends[1] if len(ends) > 1 else ends[0] if ends else 400)

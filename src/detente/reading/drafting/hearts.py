"""What the narrator calls the heart of the dispute, and who holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from detente.dispute.evidence import Coverage, Evidence, Relation
from detente.reading.drafting.acts import Act
from detente.reading.drafting.cast import Cast
from detente.reading.drafting.ledger import Ledger
from detente.reading.drafting.lexicon import words

_HELD = re.compile(
    r"\b(?:held|controlled|administered|occupied|governed|ruled|run)\b"
    r"(?: (?:in practice|de facto|ever since))? by (?:the )?([^,.;]+)", re.IGNORECASE,
)  # fmt: skip


@cache
def _pattern() -> re.Pattern[str]:
    kinds = "|".join(sorted(words("heart", "words")))
    nouns = "|".join(sorted(words("heart", "nouns")))
    return re.compile(rf"\b(?:{kinds})\b[^.]{{0,40}}\b(?:{nouns})", re.IGNORECASE)


def hearts(ledger: Ledger) -> list[Act]:
    """Standing control of what the narrator calls the heart of the dispute."""
    return [
        noted.literal.act
        for noted in ledger.standing
        if noted.kind == "controls" and _is_heart(ledger.coverage, noted.because)
    ]


def _is_heart(coverage: Coverage, because: str) -> bool:
    """Whether a piece of evidence stands in a sentence on the heart of the dispute."""
    piece = next((p for p in coverage.evidence if p.id == because), None)
    return piece is not None and _pattern().search(_sentence(coverage, piece)) is not None


def unnamed_holds(coverage: Coverage, cast: Cast) -> Iterator[Relation]:
    """Who holds what is claimed at the heart of the dispute, where only the sentence says so.

    Examples
    --------
    >>> from detente.dispute.evidence import Actor, Document
    >>> text = "At the heart of the quarrel lie the Skerries, claimed by Sudmark, held by Norland."
    >>> piece = Evidence("q1", "d1", text, 0, len(text), "relation")
    >>> parties = (Actor("norland", "Norland"), Actor("sudmark", "Sudmark"))
    >>> claim = Relation("claims", "sudmark", "the Skerries", None, ("q1",))
    >>> given = Coverage((Document("d1", text=text),), parties, (piece,), (), (claim,))
    >>> [(hold.source, hold.target) for hold in unnamed_holds(given, Cast(given))]
    [('norland', 'the Skerries')]
    """
    held = {relation.target for relation in coverage.relations if relation.kind == "controls"}
    quotes = {piece.id: piece for piece in coverage.evidence}
    for relation in coverage.relations:
        if relation.kind != "claims" or relation.target in held or not relation.because:
            continue
        piece = quotes.get(relation.because[0])
        if piece is None or not _is_heart(coverage, piece.id):
            continue
        said = _HELD.search(_sentence(coverage, piece))
        holder = cast.named_in(said[1]) if said else None
        because = _saying(coverage, piece, said[0]) if said else ()
        if holder and because and holder != cast.resolve(relation.source):
            held.add(relation.target)
            yield Relation("controls", holder, relation.target, None, because)


def _saying(coverage: Coverage, near: Evidence, words_: str) -> tuple[str, ...]:
    """The shortest quote that says it: no want without its words."""
    found = [
        piece
        for piece in coverage.evidence
        if piece.document == near.document and words_ in piece.quote
    ]
    return tuple(piece.id for piece in sorted(found, key=lambda p: len(p.quote))[:1])


def _sentence(coverage: Coverage, piece: Evidence) -> str:
    text = next(d.text for d in coverage.documents if d.id == piece.document)
    start = max(text.rfind(mark, 0, piece.start) for mark in (". ", "\n", "! ", "? "))
    ends = [at for mark in (".", "\n") if (at := text.find(mark, piece.end)) >= 0]
    return text[start + 1 : min(ends, default=len(text))]

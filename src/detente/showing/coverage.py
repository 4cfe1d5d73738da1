"""Coverage as JSON: the answer of the verb ``read``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from detente.dispute.evidence import Condition, Coverage, Document, Evidence


def as_json(coverage: Coverage) -> dict[str, Any]:
    """Coverage as plain values, ready for `json.dumps`.

    A single id stands as a string, joint ones as a list, none as None.

    Examples
    --------
    >>> as_json(Coverage(documents=(Document("d1", "Talks", "Talks fail."),)))["documents"][0]["id"]
    'd1'
    """
    quoted = {piece.id: piece for piece in coverage.evidence}

    def place(because: Sequence[str]) -> dict[str, Any]:
        return _place(quoted[because[0]]) if because else {}

    return {
        "documents": [_document(document) for document in coverage.documents],
        "parties": [
            {
                "id": actor.id,
                "name": actor.name,
                "type": actor.type,
                "role": actor.role,
                "speaks_for": actor.speaks_for,
                "aliases": list(actor.aliases),
            }
            for actor in coverage.parties
        ],
        "objects": [
            {
                "name": thing.name,
                "type": thing.type,
                "aliases": list(thing.aliases),
                **place(thing.because),
            }
            for thing in coverage.objects
        ],
        "statements": [_statement(piece) for piece in coverage.statements],
        "events": [
            {
                "id": event.because[0] if event.because else None,
                "kind": event.kind,
                "actor": _ids(event.actor or _words(event.by)),
                "target": _ids((*event.target, *_words(event.to))),
                "date": event.date,
                "what": event.what,
                "because_of": event.because_of,
                **place(event.because),
            }
            for event in coverage.events
        ],
        "relations": [
            {
                "kind": relation.kind,
                "source": relation.source,
                "target": relation.target,
                "since": relation.since,
                **place(relation.because),
            }
            for relation in coverage.relations
        ],
        "status_quo": [_place(piece) for piece in coverage.evidence if piece.kind == "status_quo"],
        "ways_out": [
            {"needs": way.needs, "proposed_by": way.proposed_by, **place(way.because)}
            for way in coverage.ways_out
        ],
        "changes": [
            {
                "holder": change.holder,
                "earlier": change.earlier,
                "later": change.later,
                "sort": change.sort,
            }
            for change in coverage.changes
        ],
        **_opinions(coverage),
        "warnings": list(coverage.warnings),
    }


def _ids(ids: Sequence[str]) -> str | list[str] | None:
    if not ids:
        return None
    return ids[0] if len(ids) == 1 else list(ids)


def _words(who: str) -> tuple[str, ...]:
    """Who is no party, as the text calls them."""
    return (who,) if who else ()


def _document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "title": document.title,
        "language": {"headline": document.headline_language, "body": document.language},
        "published": document.published,
        "author": document.author,
        "source": document.source,
        "text": document.text,
        "noise": [list(span) for span in document.noise],
        "is_dispute": document.is_dispute,
    }


def _place(piece: Evidence) -> dict[str, Any]:
    return {
        "document": piece.document,
        "start": piece.start,
        "end": piece.end,
        "quote": piece.quote,
    }


def _statement(piece: Evidence) -> dict[str, Any]:
    return {
        "id": piece.id,
        "kind": piece.kind,
        "holder": _ids(piece.holder),
        "speaker": piece.speaker,
        "addressee": _ids(piece.addressee),
        "about": piece.about,
        "condition": piece.condition and _condition(piece.condition),
        "date": piece.date,
        "confidence": piece.confidence,
        **({"read_by": piece.read_by} if piece.read_by else {}),
        **_place(piece),
    }


def _opinions(coverage: Coverage) -> dict[str, Any]:
    """How a second reader agrees with the rules, where one was asked."""
    rows = [
        {
            "document": opinion.document,
            "reader": opinion.reader,
            "agrees": list(opinion.agrees),
            "differs": [
                {"id": other.evidence, "kind": other.kind, "holder": _ids(other.holder)}
                for other in opinion.differs
            ],
            "adds": list(opinion.adds),
            "dropped": dict(opinion.dropped),
        }
        for opinion in coverage.opinions
    ]
    return {"opinions": rows} if rows else {}


def _condition(condition: Condition) -> Mapping[str, Any]:
    return {
        "quote": condition.quote,
        "start": condition.start,
        "end": condition.end,
        "marker": condition.marker,
        "by": _ids(condition.by),
        "need": condition.need,
    }

"""Conditions that a marker makes: "if", "until", "provided that", and the others of the table.

Each marker says what the governing clause must be like to make it a condition at all ("until 2019",
"asked if" and "before the war" are none).
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.found import Found
from detente.reading.conditions.governed import is_fronted, main_of
from detente.reading.conditions.grounds import is_condition
from detente.reading.conditions.markers import marker_at, may_mark
from detente.reading.extents import back_end, front_end
from detente.reading.parsed import Token


def find(telling: Telling) -> Iterator[Found]:
    """All conditions of the text, each with the clause that depends on it."""
    for sentence in telling.scene.sentences:
        taken = -1
        for at in range(sentence.start, sentence.end):
            if at <= taken:
                continue
            marked = marker_at(telling.doc, at, sentence.end)
            if marked is None:
                continue
            found = _read(telling, *marked, at)
            if found is not None:
                taken = at + len(marked[0].split()) - 1
                yield found


def _read(telling: Telling, marker: str, family: str, at: int) -> Found | None:
    doc = telling.doc
    start = at + len(marker.split())
    last = doc[start - 1]
    if start < len(doc) and doc[start].lower_ == "whether":
        start += 1
    if start >= len(doc) or not may_mark(doc, at, marker):
        return None
    fronted = is_fronted(doc, at, last)
    main = main_of(telling, last, at, start, fronted=fronted)
    if main is None:
        return None
    if marker in {"if", "once", "after", "when", "with", "before"} and _has_only(main, at):
        marker, family = f"only ... {marker}", "only"
    if not is_condition(telling, marker, family, main, doc[start], fronted=fronted):
        return None
    end = front_end(telling, start, main) if fronted else back_end(telling, start, main, at)
    if end <= start:
        return None
    start, end = syntax.trimmed(doc[start], start, end)
    if not any(token.is_alpha for token in doc[start:end]):
        return None
    return Found(marker, family, at, start, end, main, fronted)


_NEAR = 3  # tokens between "only" and its verb


def _has_only(main: Token, at: int) -> bool:
    return any(
        child.lower_ == "only"
        and child.dep_ == "advmod"
        and abs(child.i - main.i) <= _NEAR
        and child.i < at
        for child in main.children
    )

"""What somebody proposes to do or to give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.frames import Frame
from detente.reading.parsed import Token
from detente.reading.patterns import Example, Finding
from detente.reading.patterns._clefts import clefts
from detente.reading.patterns._framed import framed

KIND = "offer"

EXAMPLES = (
    Example("Sudmark offered to pay Norland in instalments.", "sudmark"),
    Example("Norland proposed that the crews be exchanged.", "norland"),
    Example("Sudmark has put a smaller quota on the table, but Norland waits.", "sudmark"),
    Example("Norland invited Sudmark to a meeting in Arlen.", "norland"),
    Example("Norland floated a joint patrol with Sudmark.", "norland"),
    Example("Sudmark held out the prospect of a loan to Norland.", "sudmark"),
)
COUNTER_EXAMPLES = (
    "The bay offers good shelter to the boats of Norland and Sudmark.",
    "Norland offered no comment on Sudmark's plan.",
    "Norland did not offer to pay Sudmark.",
)

_EMPTY = frozenset(
    {"comment", "explanation", "detail", "evidence", "timeline", "hope", "condolence"}
)


_OFFERED = frozenset({"offer", "propose", "suggest", "table"})


def find(telling: Telling) -> Iterator[Finding]:
    """All offers."""
    yield from framed(telling, KIND, _gives)
    for found in clefts(telling, _OFFERED, negated=False):
        yield replace(found, kind=KIND)


def _gives(verb: Token, _frame: Frame) -> bool:
    given = syntax.first(verb, "dobj")
    return given is None or given.lemma_ not in _EMPTY

"""What somebody proposes to do or to give."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.patterns import Example, Finding
from detente.reading.patterns import _cues as cues

KIND = "offer"

EXAMPLES = (
    Example("Sudmark offered to pay Norland in instalments.", "sudmark"),
    Example("Norland proposed that the crews be exchanged.", "norland"),
    Example("Sudmark has put a smaller quota on the table, but Norland waits.", "sudmark"),
    Example("Norland invited Sudmark to a meeting in Arlen.", "norland"),
)
COUNTER_EXAMPLES = (
    "The bay offers good shelter to the boats of Norland and Sudmark.",
    "Norland offered no comment on Sudmark's plan.",
    "Norland did not offer to pay Sudmark.",
)

_VERBS = frozenset({"offer", "propose", "volunteer", "invite", "table", "float", "put forward",
                    "hold out", "suggest"})  # fmt: skip
_EMPTY = frozenset({"comment", "explanation", "detail", "details", "evidence", "timeline", "hope"})


def find(telling: Telling) -> Iterator[Finding]:
    """All offers."""
    yield from cues.owned(telling, KIND, {"offer", "proposal"})
    for verb, key in cues.verbs(telling, _VERBS | {"put"}):
        if syntax.is_negated(verb) or (key == "put" and "the table" not in verb.sent.text):
            continue
        given = syntax.first(verb, "dobj")
        if given is not None and given.lemma_ in _EMPTY:
            continue
        if key == "suggest" and not any(c.tag_ == "VB" for c in syntax.children(verb, "ccomp")):
            continue
        yield from cues.finding(telling, KIND, verb, to=cues.addressee(telling, verb))

"""A relation as it is said: by a clause, or by a noun phrase."""

from __future__ import annotations

from dataclasses import dataclass

from detente.reading.parsed import Token
from detente.reading.syntax import extent


@dataclass(frozen=True, slots=True)
class Said:
    """A relation as found, with the tokens that say it, and the way it is said, by its name."""

    kind: str
    source: str
    target: str | None
    first: int
    end: int
    root: Token
    way: str = ""


def said_in_clause(kind: str, source: str, target: str | None, verb: Token) -> Said:
    """A relation that a clause says."""
    first, end = extent(verb)
    return Said(kind, source, target, first, end, verb)


def said_in_phrase(kind: str, source: str, target: str | None, noun: Token) -> Said:
    """A relation that a noun phrase says."""
    parts = (t for child in noun.children if child.dep_ not in _APART for t in child.subtree)
    indices = [noun.i, *(t.i for t in parts if not t.is_punct)]
    return Said(kind, source, target, min(indices), max(indices) + 1, noun)


_APART = frozenset({"relcl", "conj", "cc", "punct"})

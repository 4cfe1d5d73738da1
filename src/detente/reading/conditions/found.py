"""A condition as it was found: its words, and the clause that depends on it."""

from __future__ import annotations

from dataclasses import dataclass

from detente.reading import syntax
from detente.reading.parsed import Token


@dataclass(frozen=True, slots=True)
class Found:
    """A marker with its condition (a half-open range of tokens) and the clause it governs."""

    marker: str
    family: str
    at: int
    start: int
    end: int
    main: Token
    fronted: bool
    about: Token | None = None
    backwards: bool = False  # the condition stands in the clause before
    owner: Token | None = None  # whose condition it is said to be: "Norland's price"


PROMISING = frozenset({"will", "shall", "can", "would", "could"})


def is_promise(verb: Token) -> bool:
    """Whether a verb says what may come: "will talk", "could be discussed"."""
    return verb.pos_ == "VERB" and syntax.modal(verb) in PROMISING

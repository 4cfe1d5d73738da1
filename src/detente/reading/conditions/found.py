"""A condition as it was found: its words, and the clause that depends on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.parsed import Span, Token
from detente.reading.saying import is_plain


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
    harm: bool = False  # what depends is surely a harm


Finder = Callable[[Telling], Iterator[Found]]


def by_sentence(*readings: Callable[[Telling, Span], Iterator[Found]]) -> Finder:
    """What finds the conditions of a text that one of some readings finds in a sentence."""

    def find(telling: Telling) -> Iterator[Found]:
        for sentence in telling.scene.sentences:
            for reading in readings:
                yield from reading(telling, sentence)

    return find


def put_by(telling: Telling, sentence: Span) -> Token | None:
    """Of "No pay, no play, Sudmark's players say": who says so, or puts it so, or whose that is."""
    for token in sentence:
        said = token.dep_ in syntax.SUBJECTS and (
            is_plain(token.head) or token.head.lemma_ == "put"
        )
        if said and not telling.who(token):
            owned = (c for c in token.children if c.dep_ in {"poss", "compound", "nmod"})
            owner = next((c for c in owned if telling.who(c)), None)
            if owner is not None:
                return owner
        elif said:
            return token
    return None

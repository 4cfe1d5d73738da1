"""From which words a way of saying a relation can start: a table, so that each token asks few."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from detente.reading.events.words import spelt
from detente.reading.parsed import Token
from detente.reading.relations.reader import Reader, Said

Find = Callable[[Reader, Token], Iterator[Said]]
_MOST = 1 << 16  # kinds of tokens whose ways are remembered


@dataclass(frozen=True, slots=True)
class Way:
    """What finds a relation, and the token it starts from; what is not given may be any.

    A token has one of the ``lemmas``, stands as one of the ``words``, or is a form of one of the
    ``verbs``; it is one of the ``parts`` of speech, and in one of the ``places`` of the tree.
    """

    find: Find
    lemmas: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()

    def starts(self, lemma: str, word: str, part: str, place: str) -> bool:
        """Whether it can start from such a token."""
        if (self.parts and part not in self.parts) or (self.places and place not in self.places):
            return False
        if not (self.lemmas or self.words or self.verbs):
            return True
        named = lemma.lower() in self.lemmas or word in self.words
        return named or not self.verbs.isdisjoint(spelt(word, lemma.lower()) if self.verbs else ())


@dataclass(frozen=True)
class Ways:
    """Ways in the order in which they are asked."""

    all: tuple[Way, ...]
    _of: Callable[[str, str, str, str], tuple[Find, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        @lru_cache(maxsize=_MOST)
        def of(lemma: str, word: str, part: str, place: str) -> tuple[Find, ...]:
            return tuple(way.find for way in self.all if way.starts(lemma, word, part, place))

        object.__setattr__(self, "_of", of)

    def said(self, reader: Reader, token: Token) -> Iterator[Said]:
        """The relations that start from a token."""
        for find in self._of(token.lemma_, token.lower_, token.pos_, token.dep_):
            yield from find(reader, token)


def heads(phrases: Iterable[str]) -> frozenset[str]:
    """The verbs of ``take_over`` and the like."""
    return frozenset(phrase.partition("_")[0] for phrase in phrases)

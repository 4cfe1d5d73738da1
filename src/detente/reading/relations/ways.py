"""From which words a way of saying a relation can start: a table, so that each token asks few."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from detente.reading.events.words import spelt
from detente.reading.parsed import Token
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said

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

    @property
    def is_named(self) -> bool:
        """Whether it starts from some words alone."""
        return bool(self.lemmas or self.words or self.verbs)

    def stands(self, part: str, place: str) -> bool:
        """Whether it can start from a token of that part of speech, in that place."""
        right = not self.parts or part in self.parts
        return right and (not self.places or place in self.places)


@dataclass(frozen=True)
class Ways:
    """Ways in the order in which they are asked."""

    all: tuple[Way, ...]
    _of: Callable[[Token], tuple[Find, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        lemmas, words, verbs = (self._by(sort) for sort in ("lemmas", "words", "verbs"))
        anywhere = frozenset(at for at, way in enumerate(self.all) if not way.is_named)

        def named(lemma: str, word: str) -> frozenset[int]:
            asked = anywhere.union(lemmas.get(lemma, ()), words.get(word, ()))
            return asked.union(*(verbs.get(verb, ()) for verb in spelt(word, lemma)))

        @lru_cache(maxsize=_MOST)
        def standing(lemma: str, word: str, part: str, place: str) -> tuple[Find, ...]:
            ways = (self.all[at] for at in sorted(named(lemma, word)))
            return tuple(way.find for way in ways if way.stands(part, place))

        def of(token: Token) -> tuple[Find, ...]:
            return standing(token.lemma_.lower(), token.lower_, token.pos_, token.dep_)

        object.__setattr__(self, "_of", of)

    def _by(self, sort: str) -> dict[str, list[int]]:
        """Of each word of a sort the ways that start from it, by their places."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, way in enumerate(self.all):
            for word in getattr(way, sort):
                found[word].append(at)
        return dict(found)

    def said(self, reader: Reader, tokens: Iterable[Token]) -> Iterator[Said]:
        """The relations that start from one of some tokens."""
        for token in tokens:
            for find in self._of(token):
                for one in find(reader, token):
                    yield replace(one, way=name_of(find))


def name_of(find: Find) -> str:
    """The name of a way of saying: of its module, and its own."""
    return f"{find.__module__.rpartition('.')[2]}.{find.__name__}"


def heads(phrases: Iterable[str]) -> frozenset[str]:
    """The verbs of ``take_over`` and the like."""
    return frozenset(phrase.partition("_")[0] for phrase in phrases)

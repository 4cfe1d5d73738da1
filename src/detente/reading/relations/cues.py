"""What words tell a relation of which kind: the tables of ``data/relations.toml``, by word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from detente.reading.events.cues import THINGS
from detente.reading.tables import table

_TABLE: Mapping[str, Any] = table("relations")
KINDS: tuple[str, ...] = tuple(_TABLE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A verb's other words, and the prepositions before the other side.

    ``DIRECT``: it may be the verb's object; ``ANY``: no other side is asked for.
    """

    kind: str
    words: tuple[frozenset[str], ...]
    prepositions: tuple[str, ...]


def _words(column: str) -> dict[str, tuple[str, ...]]:
    """Word → the kinds that it tells."""
    found: dict[str, tuple[str, ...]] = {}
    for kind, about in _TABLE.items():
        for word in about.get(column, "").split():
            found[word] = (*found.get(word, ()), kind)
    return found


def _pairs(column: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """Word → (kind, preposition) of each ``word:preposition``."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for kind, about in _TABLE.items():
        for pair in about.get(column, "").split():
            word, _, preposition = pair.partition(":")
            found[word] = (*found.get(word, ()), (kind, preposition))
    return found


def _rows() -> Iterator[tuple[str, Phrase]]:
    for kind, about in _TABLE.items():
        for phrases, prepositions in about.get("phrases", ()):
            for phrase in phrases.split(","):
                verb, *others = phrase.split()
                words = tuple(THINGS.get(word, frozenset({word})) for word in others)
                yield verb, Phrase(kind, words, tuple(prepositions.split()))


def _phrases() -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = defaultdict(list)
    for verb, phrase in _rows():
        found[verb].append(phrase)
    return {verb: tuple(sorted(rows, key=lambda p: -len(p.words))) for verb, rows in found.items()}


VERBS, STATES, KIN = map(_words, ("verbs", "states", "kin"))
NOUNS, ADJECTIVES, STANDING = map(_pairs, ("nouns", "adjectives", "standing"))
PHRASES = _phrases()
MEASURES = frozenset(
    noun for noun, rows in NOUNS.items() if any(kind == "sanctions" for kind, _ in rows)
)

EXAMPLES: tuple[tuple[str, str, str, str | None], ...] = tuple(  # (kind, text, source, target)
    (kind, text, source, target or None)
    for kind, about in _TABLE.items()
    for text, source, target in about["examples"]
)
COUNTER_EXAMPLES: tuple[tuple[str, str], ...] = tuple(
    (kind, text) for kind, about in _TABLE.items() for text in about["counter_examples"]
)

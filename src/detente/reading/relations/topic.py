"""What an article keeps naming, of the things that one can own: what "its claim" is to."""

from __future__ import annotations

from collections import Counter

from detente.reading.parsed import Token
from detente.reading.relations.grounds import GROUND
from detente.reading.relations.reader import Reader
from detente.reading.things import type_of

_FEW = 2  # times that a thing is named before it is what a claim is about
_LAND = frozenset({"territory", "maritime"})


def topic(reader: Reader, kind: str) -> str | None:
    """The target of a relation that names none, if the article keeps naming a thing to own."""
    mention = mentioned_most(reader)
    return next(iter(reader.target(kind, mention)), None) if mention is not None else None


def mentioned_most(reader: Reader) -> Token | None:
    """The first mention of the thing to own that is named most often, and more than once."""
    memory = reader.scene.doc.memory
    if "topic" not in memory:
        memory["topic"] = _mentioned_most(reader)
    found: Token | None = memory["topic"]
    return found


def _mentioned_most(reader: Reader) -> Token | None:
    nouns = [
        token
        for token in reader.scene.nouns
        if (type_of(token) in _LAND or token.lemma_.lower() in GROUND) and token.dep_ != "compound"
    ]
    most = Counter(token.lemma_.lower() for token in nouns).most_common(1)
    if not most or most[0][1] < _FEW:
        return None
    return next(token for token in nouns if token.lemma_.lower() == most[0][0])

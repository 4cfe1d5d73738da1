"""Whether an article is about a dispute at all: by its positions, and by what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from detente.dispute.evidence import AUTHOR, Evidence
from detente.reading.names import nouns
from detente.reading.scene import Scene

OPPOSED = frozenset(
    {"precondition", "demand", "refusal", "accusation", "denial", "threat", "claim"}
)
_MANY = 3  # opposed positions that suffice unless the words are rather of something else
_TWO = 2


def is_dispute(scene: Scene, said: Sequence[Evidence]) -> bool:
    """Whether two or more parties are in opposed positions, and the article is about that.

    Sport, technology, results and science have demands and refusals too: an article whose words
    are rather those of a match, a product or a balance sheet than of a dispute is none.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> is_dispute(build(Document("d1", text="The coach wants a new goalkeeper.")), [])
    False
    """
    opposed, holders = _opposed(said)
    involved = holders | {id_ for piece in opposed for id_ in _others(piece)}
    disputing, other = _topic(scene)
    if disputing < _TWO * other:
        return False
    return is_opposed(said) or (bool(opposed) and len(involved) >= _TWO and disputing > 0)


def is_opposed(said: Sequence[Evidence]) -> bool:
    """Whether two parties or more hold several positions against each other.

    >>> is_opposed([])
    False
    """
    opposed, holders = _opposed(said)
    return len(opposed) >= _MANY and len(holders) >= _TWO


def _opposed(said: Sequence[Evidence]) -> tuple[list[Evidence], set[str]]:
    opposed = [piece for piece in said if piece.kind in OPPOSED and AUTHOR not in piece.holder]
    return opposed, {id_ for piece in opposed for id_ in piece.holder}


def _others(piece: Evidence) -> tuple[str, ...]:
    return piece.addressee + (piece.condition.by if piece.condition else ())


def _topic(scene: Scene) -> tuple[int, int]:
    """How many different words are of disputes, and how many of what resembles them."""
    lemmas = {
        token.lemma_.casefold()
        for token in scene.doc
        if token.is_alpha and (token.pos_ != "PROPN" or token.is_lower)
    }
    return len(lemmas & nouns("topics.dispute")), len(lemmas & nouns("topics.other"))

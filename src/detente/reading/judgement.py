"""Whether an article is about a dispute at all: by its positions, and by what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from detente.dispute.evidence import AUTHOR, Evidence
from detente.reading.names import nouns
from detente.reading.scene import Scene

OPPOSED = frozenset({"precondition", "demand", "refusal", "accusation", "denial", "threat", "claim"})
_LEAST_POSITIONS = 3
_LEAST_HOLDERS = 2


def is_dispute(scene: Scene, said: Sequence[Evidence]) -> bool:
    """Whether two or more parties hold opposed positions, and the article is about that.

    Sport, technology, results and science have demands and refusals too: an article whose words
    are rather those of a match, a product or a balance sheet than of a dispute is none.
    """
    opposed = [piece for piece in said if piece.kind in OPPOSED and AUTHOR not in piece.holder]
    holders = {id_ for piece in opposed for id_ in piece.holder}
    if len(opposed) < _LEAST_POSITIONS or len(holders) < _LEAST_HOLDERS:
        return False
    disputing, other = _topic(scene)
    return disputing >= other


def _topic(scene: Scene) -> tuple[int, int]:
    """How many words are of disputes, and how many of what resembles them."""
    lemmas = [token.lemma_.casefold() for token in scene.doc if token.is_alpha]
    disputing, other = nouns("topics.dispute"), nouns("topics.other")
    return sum(lemma in disputing for lemma in lemmas), sum(lemma in other for lemma in lemmas)

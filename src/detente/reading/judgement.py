"""Whether an article is about a dispute at all: by its positions, and by what it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.dispute.evidence import AUTHOR, Evidence
from detente.reading.parties.gazetteer import table
from detente.reading.scene import Scene

OPPOSED = frozenset(
    {"precondition", "demand", "refusal", "accusation", "denial", "threat", "claim"}
)
_MANY = 3  # opposed positions that suffice
_TWO = 2
_AMPLE = 8  # what words weigh that tell of a dispute where hardly any position was understood
_ENOUGH = 3  # the same where no other field has a say
_LEANING = 5  # words that lean towards a field, without one that is sure of it, to count
_STRAY = 2  # no more words of a field than this: a reef in a row over fish

# What each different word weighs, by the list it stands in (``topics`` of the table of nouns): for
# a dispute, and, of the other field that has most of the words, against one.
_FOR = {"dispute": 2.0, "civic": 1.0}
_AGAINST = {"sure": 4.5, "lighter": 1.5}


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
    told, against = _weights(scene)
    weight = told - against
    if weight <= 0:
        return False
    if is_opposed(said) or (opposed and len(involved) >= _TWO):
        return True
    if weight >= _AMPLE and len(scene.parties) >= _TWO:
        return True
    return weight >= _ENOUGH and not against and (bool(said) or len(scene.parties) >= _TWO)


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


def _weights(scene: Scene) -> tuple[float, float]:
    """What the words, each counted once, weigh for a dispute, and for the field that has most."""
    lemmas = {
        token.lemma_.casefold()
        for token in scene.doc
        if token.is_alpha and (token.pos_ != "PROPN" or token.is_lower)
    }
    topics = table("nouns")["topics"]
    told = sum(
        weight * len(lemmas.intersection(topics[topic]["words"])) for topic, weight in _FOR.items()
    )
    fields = (field for field in topics.values() if "sure" in field)
    return told, max(_of_field(lemmas, field) for field in fields)


def _of_field(lemmas: set[str], field: Mapping[str, Sequence[str]]) -> float:
    """What the words of another field weigh: one that is sure carries those that lean its way."""
    sure, lighter = (len(lemmas.intersection(field[sort])) for sort in _AGAINST)
    if sure + lighter <= _STRAY:
        return _AGAINST["lighter"] * (sure + lighter if sure else 0)
    leaning = lighter if sure or lighter >= _LEANING else 0
    return _AGAINST["sure"] * sure + _AGAINST["lighter"] * leaning

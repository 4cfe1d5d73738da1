"""Whether an article is about a dispute at all: by its positions, and by what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.dispute.evidence import AUTHOR, Evidence
from detente.reading import quotations
from detente.reading.parties.gazetteer import table
from detente.reading.scene import Scene
from detente.reading.wording import words

OPPOSED = frozenset(
    {"precondition", "demand", "refusal", "accusation", "denial", "threat", "claim"}
)
_MANY = 3  # opposed positions that suffice
_TWO = 2
_NOTE = 50  # words: in less, one opposed position is what the text is about
_RIFE = 10  # opposed positions, several parties' with conditions, that outweigh most words
_AMPLE = 8  # what words weigh that tell of a dispute where hardly any position was understood
_FIRM = 9  # what words of another field weigh where they tell for sure that it is that field

# What each different word weighs, by the list it stands in (``topics`` of the table of nouns): for
# a dispute, and, of the other field that has most of the words, against one.
_FOR = {"dispute": 2.0, "civic": 1.0}
_BARE = 4  # less of words that tell of a dispute: positions alone have to
_SEVERAL = 5  # opposed positions, then
_MONEY = words(  # three of them: players and owners at odds, and no match
    "salary wage fee contract union lockout boycott sue lawsuit arbitration lawyer clause "
    "injunction ultimatum picket walkout"
)
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
    told, other = _weights(scene)
    bargaining = {id_ for piece in opposed if piece.condition for id_ in piece.holder}
    if len(opposed) >= _RIFE and len(bargaining) >= _MANY and other < _TWO * told:
        return True  # clubs that strike: a field of its own, and a dispute all the same
    is_note = sum(token.is_alpha for token in scene.doc) < _NOTE
    are_few = len(opposed) < _SEVERAL and not is_note  # who recalls vans has conditions too
    if (told < _BARE and are_few) or other >= max(told, _FIRM):
        return False
    if is_opposed(said):
        return True
    if other >= max(told / 2, _FIRM):
        return False
    if len(opposed) >= (1 if is_note else _TWO) and len(involved) >= _TWO:
        return True
    return not other and told >= _AMPLE and len(scene.parties) >= _TWO


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
    """What the words, each counted once, weigh for a dispute, and for the field most like one.

    Words that only lean towards a field count beside one that hardly anybody else uses.
    """
    lemmas = {
        token.lemma_.casefold()
        for token in scene.doc
        if token.is_alpha and (token.pos_ != "PROPN" or token.is_lower or token.is_sent_start)
    }
    topics = table("nouns")["topics"]
    told = sum(
        weight * len(lemmas.intersection(topics[topic]["words"])) for topic, weight in _FOR.items()
    )
    lives = _is_a_life(scene.document.text) or _is_advice(scene)
    halved = {"sport"} if len(lemmas & _MONEY) >= _MANY else set()
    others = (
        sum(weight * len(lemmas.intersection(field[sort])) for sort, weight in _AGAINST.items())
        / (_MANY if name in halved else 1)
        for name, field in topics.items()
        if (name == "people" and lives) or not lemmas.isdisjoint(field.get("sure", ()))
    )
    return told, max(others, default=0.0) + lives * max(told, _FIRM)


def _is_a_life(text: str) -> bool:
    """Whether it is told as the life of somebody who has died: two set phrases of such articles."""
    return sum(1 for phrase in _OF_A_LIFE if re.search(phrase, text)) >= _TWO


def _is_advice(scene: Scene) -> bool:
    """Whether its reader is told all along what to do: "you can ask for your money back"."""
    you = [token.idx for token in scene.doc if token.lower_ in {"you", "your"}]
    least = max(_RIFE // _TWO, _ADVISED * sum(token.is_alpha for token in scene.doc))
    if len(you) < least:
        return False
    quoted = quotations.find(scene.document.text)
    own = [at for at in you if not any(said.start <= at < said.end for said in quoted)]
    return len(own) >= least


_ADVISED = 0.035  # of the words, "you" and "your" outside of what anybody is quoted to say


_OF_A_LIFE = (
    r"\bsurvived by (?:his|her|their|a|two|three|four|five)\b",
    r"\b(?:who (?:has )?died|(?:has|have) died|died)\b[^.]{0,40}\b(?:aged|at|on)\b",
    r"\b(?:dies|died),? (?:at|aged) \d|\b(?:He|She) was \d\d\.",
    r"\b(?:was|were) born (?:in|at|to|on)\b|\bBorn (?:in|at|to|on)\b",
    r"\b(?:his|her) (?:widow|memoirs|early life|childhood)\b|\bmemorial service\b",
)

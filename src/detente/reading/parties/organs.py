"""Whose ministry, government or spokesman speaks where the text does not say it.

Not simply the last state that was heard: "Norland will not sign before Sudmark has left, the
ministry said" is Norland's, "the ministry answered" of whoever was not heard just before, and
"the ministry accused Sudmark" not Sudmark's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.grammar import OWNING
from detente.reading.parsed import Token
from detente.reading.parties import seats
from detente.reading.parties.cast import RULED, Entry
from detente.reading.parties.leanings import of_subject
from detente.reading.parties.memory import Ids
from detente.reading.syntax import SUBJECTS, subject
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

_BACK = 1  # sentences back to whose it may be
_SAME = 2.0  # whose such a one was when it was last told, in the sentence before
_HOME = 0.5  # the state that the article is written from
_PROMINENT = 0.5  # the state of which the text makes most
_ANSWERED = -2.5  # who was heard just before one retorts
_LAST = 1.2  # the land that was heard last
_LEAST = 1.0  # less is no evidence, where none was heard
_SURE = 2.0  # what is said that tells whose it is
_MOST = 4.0  # what is said counts no more than that
_RETORTING = words(
    "retort counter reply respond rebut disagree contradict answer scoff demur rejoin"
)
_OVER = words("federal central national")


def speaking(walk: Resolver, token: Token, last: Ids) -> Ids:
    """Whose organ it is that a word names, where it is the subject, or of who is.

    `last` is whose it would be by nearness alone.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = (
    ...     "Norland and Sudmark are at odds. Norland will not sign before Sudmark's troops have "
    ...     "left, a government spokesman said."
    ... )
    >>> built = scene.build(Document("d1", text=text))
    >>> built.refers(next(token for token in built.doc if token.text == "spokesman"))
    ('norland',)
    """
    organ = _speaker(token)
    if organ is None or any(child.dep_ == "poss" for child in token.children):
        return last
    if seat := seats.said_in(walk, organ):
        return seat
    score = {one.id: _gain(walk, token, one) for one in _having(walk, token)}
    _count_near(walk, organ, score)
    said = of_subject(walk, organ)
    for id_, gain in said.items():
        if id_ in score:
            score[id_] += max(-_MOST, min(_MOST, gain))
    for id_ in last:
        score[id_] = score.get(id_, 0.0) + _LAST
    best = max(score, key=lambda id_: score[id_], default=None)
    if best is None or (not last and score[best] < _LEAST):
        return last
    if (best,) != last or said.get(best, 0.0) >= _SURE:
        walk.memory.own(token, (best,))
    return (best,)


def _speaker(token: Token) -> Token | None:
    """Who is the subject: the organ itself, or somebody of it."""
    while token.dep_ in OWNING or token.dep_ == "pobj":
        token = token.head.head if token.dep_ == "pobj" else token.head
    return token if token.dep_ in SUBJECTS else None


def _having(walk: Resolver, token: Token) -> list[Entry]:
    """The lands that may have such an organ."""
    types = _level(token) or RULED
    lands = [
        one
        for one in walk.cast.entries.values()
        if one.type in types and one.role is None and (one.has_say or one.id == walk.home)
    ]
    return [one for one in lands if not (one.is_outside or one.speaks_for)]


def _level(token: Token) -> frozenset[str]:
    """The type of lands that have a "federal" or a "provincial" one, where that is told."""
    near = {child.lower_ for one in (token, token.head) for child in one.lefts}
    return frozenset({"state"} if near & _OVER else ())


def _gain(walk: Resolver, token: Token, land: Entry) -> float:
    """What speaks for a land whatever is said."""
    most = max((one.weight for one in walk.leading), default=0) or 1
    last, owner = walk.memory.had(token)
    again = _SAME / (1 + last / 4) if owner == (land.id,) else 0.0
    return _PROMINENT * land.weight / most + _HOME * (land.id == walk.home) + again


def _count_near(walk: Resolver, organ: Token, score: dict[str, float]) -> None:
    """Who was told of just before: subjects, and main ones, before others."""
    near: dict[str, float] = {}
    answered: set[str] = set()
    verb = organ.head
    told = next(filter(None, map(subject, (c for c in verb.children if c.dep_ == "ccomp"))), None)
    for heard in walk.memory.recent(_BACK):
        back = walk.memory.sentence - heard.sentence
        gain = (_BACK - back + heard.subject) / 2 + heard.main
        if back == 1 and heard.main and verb.lemma_ in _RETORTING:
            answered.update(walk.followed(heard.ids))
        if told is not None and not back:
            gain = 0.0  # they are weighed by what is said of them
        for id_ in walk.followed(heard.ids):
            near[id_] = max(gain, near.get(id_, 0.0))
    for id_, gain in near.items():
        if id_ in score:
            score[id_] += _ANSWERED if id_ in answered else gain

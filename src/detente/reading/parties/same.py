"""Whom "the same man", "the same office", "the then candidate" means: who was just told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.parsed import Token
from detente.reading.parties.memory import Heard, Ids
from detente.reading.syntax import NOMINAL, SUBJECTS
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

_TELLING = frozenset({"same", "then"})
_BACK = 2  # sentences
_SOMEBODY = words("""
    man woman person minister official adviser advisor spokesman spokeswoman spokesperson president
    premier chairman chairwoman chair director mayor governor senator candidate envoy diplomat aide
    chancellor secretary negotiator lawyer leader politician bishop commissioner deputy
    office ministry department party council government cabinet board company union authority
    agency body firm people committee federation association club administration""")


def resolve(walk: Resolver, token: Token) -> Ids:
    """Whom a noun with "same" or "then" before it means: the subject told of last.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = "Norland will not talk, its envoy Ana Berg said. In May the same woman urged talks."
    >>> seen = scene.build(Document("d1", text=text))
    >>> seen.refers(next(token for token in seen.doc if token.text == "woman"))
    ('norland',)
    """
    subject = token.dep_ in SUBJECTS or (token.dep_ == "pobj" and token.head.lower_ == "by")
    if token.pos_ not in NOMINAL or not subject or token.lemma_.casefold() not in _SOMEBODY:
        return ()
    lefts = {child.lower_ for child in token.lefts}
    if "the" not in lefts or lefts.isdisjoint(_TELLING):
        return ()

    def fits(heard: Heard) -> bool:
        return heard.subject and not heard.plural and heard.sentence < walk.memory.sentence

    return walk.memory.latest(fits, _BACK)

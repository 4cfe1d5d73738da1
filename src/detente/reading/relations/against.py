"""Who is against whom by what he says: "opposes B's plan", "accuses B of theft"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, is_passive, prepositional, things_of
from detente.reading.events.participants import owners
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.relations.ways import Way
from detente.reading.wording import words

_AGAINST = words("accuse oppose denounce boycott blame sue rebuke scold")
_COMPLAINING = words("complain protest object campaign")
_OF = ("of", "about", "against", "to", "over", "at")


def is_against(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "C accuses B of theft", "C opposes B's plan", "C complains of B's meddling".

    Of the two themselves it is told by what they say to one another.
    """
    if is_passive(verb) or reality(verb) != REAL:
        return
    things = things_of(verb) if verb.lemma_ in _AGAINST else prepositional(verb, *_OF)
    for source in reader.acting(doer(verb)):
        for target in dict.fromkeys(p for t in things for p in _whom(reader, t)):
            two = not reader.is_third(source) and reader.is_side(target)
            if target != source and not two and not _are_one(reader, source, target):
                yield said_in_clause("opposes", source, target, verb)


def _are_one(reader: Reader, source: str, target: str) -> bool:
    """Whether one of them speaks for the other, or both for a third."""
    ends = (reader.scene.by_id.get(id_) for id_ in (source, target))
    behind = [actor.speaks_for or actor.id for actor in ends if actor is not None]
    return len(behind) > 1 and behind[0] == behind[1]


def _whom(reader: Reader, thing: Token) -> tuple[str, ...]:
    """Who is named, or whose plan or deed it is."""
    return reader.sides(thing) or owners(reader.scene, thing)


WAYS = (Way(is_against, lemmas=_AGAINST | _COMPLAINING),)

"""Whom somebody is for where the words leave it to the text: "backs them", "declared solidarity".

Said of a third one, and meant of one of the two: of a pronoun the one told of last; of solidarity
without "with" whichever of the two is made of people, else the one told of last.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, is_passive, prepositional, things_of
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations import people
from detente.reading.relations.attitudes import told_before, whose
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.relations.ways import Way
from detente.reading.wording import words

_BACKING = words("back support endorse defend assist second applaud champion praise cheer welcome")
_THEM = frozenset({"him", "her", "them", "it"})
_DECLARING = words("declare express voice offer pledge proclaim announce promise send state")
_SOLIDARITY = words("solidarity support sympathy backing understanding")
_FAR = 60  # tokens before


def a_pronoun(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "The bakers' guild supports them": the one of the two that was told of last."""
    if is_passive(verb) or reality(verb) != REAL:
        return
    whom = [t for t in things_of(verb) if t.lower_ in _THEM and not reader.sides(t)]
    for source in filter(reader.is_third, reader.acting(doer(verb)) if whom else ()):
        for target in _told_last(reader, verb.sent.start):
            yield said_in_clause("aligned", source, target, verb)


def in_solidarity(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "The students have declared their solidarity": with whom is not said."""
    if is_passive(verb) or reality(verb) != REAL:
        return
    things = [t for t in things_of(verb) if t.lemma_.lower() in _SOLIDARITY]
    if not things or any(
        prepositional(t, "with", "for", "to", "behind", "of") for t in (verb, *things)
    ):
        return
    for source in filter(reader.is_third, reader.acting(doer(verb))):
        for target in people.of_people(reader.scene) or told_before(reader, verb):
            if target != source:
                yield said_in_clause("aligned", source, target, verb)


def _told_last(reader: Reader, before: int) -> tuple[str, ...]:
    """The one of the two that was told of last."""
    placed = [p for _, ids in reader.scene.placed(max(0, before - _FAR), before) for p in ids]
    known = (reader.scene.by_id.get(p) for p in reversed(placed))
    behind = (actor.speaks_for or actor.id for actor in known if actor is not None)
    return next(((id_,) for id_ in behind if id_ in reader.scene.pair), ())


def against_a_thing(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "The harbour association opposes the ban", where it is not told whose it is.

    That of the one of the two that was told of last, unless a third one is named with it.
    """
    if is_passive(verb) or reality(verb) != REAL:
        return
    things = prepositional(verb, "to", "against", "at") or things_of(verb)
    for thing in things:
        if thing.pos_ != "NOUN" or whose(reader, thing):
            continue
        if {p for t in thing.subtree for p in reader.sides(t)} - {*reader.scene.pair}:
            continue
        for source in filter(reader.is_third, reader.acting(doer(verb))):
            for target in _told_last(reader, verb.sent.start):
                if reader.scene.by_id[source].role != "forum":
                    yield said_in_clause("opposes", source, target, verb)


WAYS = (
    Way(a_pronoun, lemmas=_BACKING),
    Way(in_solidarity, lemmas=_DECLARING),
    Way(against_a_thing, lemmas=words("oppose object criticise criticize protest")),
)

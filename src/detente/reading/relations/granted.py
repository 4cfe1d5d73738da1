"""What somebody says was given to him, must come back to him, or was made by his own people."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, is_passive, particle, prepositional, things_of
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.grounds import is_had
from detente.reading.relations.homes import OWN
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.relations.ways import Way, heads
from detente.reading.syntax import modal, subject
from detente.reading.wording import words

GIVING = words("""
    leave bequeath deed grant promise give award cede assign transfer allot allocate convey
    confer sell hand""")
_TO_HIM = words("it them us him her me")
_DUTY = frozenset({"must", "should", "shall", "ought"})
_RETURNING = words("return hand_back give_back give_up restore cede hand_over come_home go_home")
_THEIR_OWNERS = words("owner owners people heir heirs home place")


def _tellers(reader: Reader, verb: Token) -> tuple[str, ...]:
    """Who tells it as so, if it is no narrator and no question."""
    voice = reader.voice(verb)
    return () if voice.doubted or voice.asked else voice.holder


def was_given(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A says that B ceded the isles to it", "the court gave it the reef, A says"."""
    if is_passive(verb) or reality(verb) != REAL:
        return
    whom = [c for c in verb.children if c.dep_ == "dative" and c.tag_ != "IN"]
    whom += prepositional(verb, "to")
    for holder in _tellers(reader, verb) if whom else ():
        if any(t.lower_ in _TO_HIM or holder in reader.sides(t) for t in whom):
            yield from _claimed(reader, holder, things_of(verb), verb)


def _claimed(reader: Reader, holder: str, things: list[Token], verb: Token) -> Iterator[Said]:
    others = (thing for thing in things if holder not in reader.sides(thing))
    for target in (one for thing in others for one in reader.placed(thing)):
        if is_had(reader.scene, target):
            yield said_in_clause("claims", holder, target, verb)


def must_return(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "The isles must be returned to A, its deputies say", "The mask must come home"."""
    if particle(verb) not in _RETURNING or modal(verb) not in _DUTY:
        return
    thing = subject(verb)
    passive = is_passive(verb)
    things = things_of(verb) if passive else [thing] if thing is not None else []
    if not passive and "home" not in particle(verb):
        return
    whom = prepositional(verb, "to")
    for holder in _tellers(reader, verb):
        own = any(t.lower_ in _TO_HIM | _THEIR_OWNERS or holder in reader.sides(t) for t in whom)
        if own or not whom:
            yield from _claimed(reader, holder, things, verb)


def made_by_own(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "Its forebears built the church, the parish says"."""
    who = doer(verb)
    if who is None or is_passive(verb) or who.lemma_.lower() not in FOREBEARS:
        return
    if reality(verb) == REAL and any(c.lower_ in OWN for c in who.children):
        for holder in _tellers(reader, verb):
            yield from _claimed(reader, holder, things_of(verb), verb)


MAKING = words("""
    dig build found settle plant clear till graze farm fish discover inherit bury cultivate
    plough plow work raise quarry tend buy explore map""")
FOREBEARS = words("""
    grandfather grandparent father ancestor forefather forebear people elder family mother
    grandmother clan village hand fisherman farmer parent predecessor founder forbear member
    sailor explorer navigator settler missionary mariner whaler herder monk nun""")

WAYS = (
    Way(was_given, lemmas=GIVING),
    Way(must_return, lemmas=heads(_RETURNING)),
    Way(made_by_own, lemmas=MAKING),
)

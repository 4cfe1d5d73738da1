"""Whose land something is by maps, flags, words and works: claims and control told by things.

"On A's maps the isles are a district", "for A they are occupied land", "lies in what A calls its
zone", "A's flag flies over them", "A has built a runway on them".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, is_passive, prepositional, things_of
from detente.reading.events.participants import owners
from detente.reading.factuality import NEGATED, REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.claiming import publisher
from detente.reading.relations.grounds import is_had
from detente.reading.relations.homes import OWN
from detente.reading.relations.places import FLYING
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.relations.ways import Way
from detente.reading.syntax import subject
from detente.reading.wording import words

_MAPS = words("map atlas chart textbook stamp globe eyes view book reckoning account")
_LAND = words("""
    part soil territory land ground waters water district province region county property home
    heartland patrimony heritage zone shelf sea estate""")
_BEING = words("be lie appear remain form constitute figure run stay")
_TAKEN = words("occupied stolen lost unredeemed seized disputed temporarily illegally")


def by_view(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "On A's maps the isles are part of it", "in A's eyes they never were B's".

    So also "for A the isles are occupied territory".
    """
    if noun.dep_ != "pobj":
        return
    if noun.lower_ in _MAPS or noun.lemma_.lower() in _MAPS:
        holders = owners(reader.scene, noun) or publisher(reader, noun)
    elif noun.head.lower_ in {"for", "to"}:
        holders = reader.sides(noun)
    else:
        return
    verb = noun.head.head
    thing = subject(verb) if verb.pos_ in {"VERB", "AUX"} else None
    taken = verb.lower_ == "occupied"
    if thing is None or not holders or not (verb.lemma_ in _BEING or taken):
        return
    if taken or _is_land(reader, verb, holders, noun):
        for source in holders:
            for target in reader.placed(thing):
                if is_had(reader.scene, target):
                    yield said_in_clause("claims", source, target, verb)


def _is_land(reader: Reader, verb: Token, holders: tuple[str, ...], view: Token) -> bool:
    """Whether it is said to be land of the holder's, taken from him, or never another's."""
    below = [t for t in verb.subtree if t.i > verb.i and t != view]
    land = any(t.lemma_.lower() in _LAND for t in below)
    own = any(t.lower_ in OWN or {*reader.sides(t)} & {*holders} for t in below)
    if reality(verb) == NEGATED:  # "were never B's"
        others = {p for t in below for p in reader.sides(t)} - {*holders}
        return bool(others) and any(t.text in {"'s", "’s"} for t in below)
    return own or (land and any(t.lower_ in _TAKEN for t in below))


def in_its_zone(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "The rocks lie in what A calls its zone", "drilled in what A says are its waters"."""
    if verb.dep_ != "pcomp" or not any(c.lower_ == "what" for c in verb.children):
        return
    said = [c for c in verb.subtree if c.i > verb.i and c.lemma_.lower() in _LAND]
    if not any(c.lower_ in OWN for t in said for c in t.children):
        return
    place = verb.head
    above = place.head
    thing = above if above.pos_ in {"NOUN", "PROPN"} else subject(above)
    if thing is None or place.lower_ not in {"in", "on", "within", "inside", "off", "of"}:
        return
    for source in reader.acting(doer(verb)):
        for target in reader.placed(thing):
            if is_had(reader.scene, target):
                yield said_in_clause("claims", source, target, above)


def denies_other(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A denies that the isles were ever B's": A's own claim."""
    if reality(verb) != REAL or is_passive(verb):
        return
    inner = [c for c in verb.children if c.dep_ == "ccomp" and c.lemma_ in {"be", "belong"}]
    for clause in inner:
        owned = any(t.text in {"'s", "’s"} for t in clause.subtree if t.i > clause.i)
        others = {p for t in clause.subtree if t.i > clause.i for p in reader.sides(t)}
        thing = subject(clause)
        own = reader.acting(doer(verb))
        if thing is not None and (owned or clause.lemma_ == "belong") and others - {*own}:
            for source in own:
                for target in reader.placed(thing):
                    if is_had(reader.scene, target) and reader.is_side(source):
                        yield said_in_clause("claims", source, target, verb)


_BUILDING = words("build erect install open set establish construct plant lay station")
_WORKS = words("""
    base station runway airstrip barracks garrison radar lighthouse outpost post fort helipad pier
    harbour harbor settlement prison depot airfield mast""")


def flies_flag(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A's flag flies over the isles", "A flies its flag on the rock"."""
    if reality(verb) != REAL:
        return
    flags = [t for t in (subject(verb), *things_of(verb)) if t is not None]
    whose = [p for t in flags if t.lemma_ in {"flag", "banner"} for p in owners(reader.scene, t)]
    for thing in prepositional(verb, "over", "above", "on", "from"):
        for target in reader.placed(thing):
            if is_had(reader.scene, target):
                for source in dict.fromkeys(whose):
                    yield said_in_clause("controls", source, target, verb)


def builds_on(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A has built a radar station on the isles": one of the two."""
    if reality(verb) != REAL or is_passive(verb):
        return
    works = [t for t in things_of(verb) if t.lemma_.lower() in _WORKS]
    places = [t for each in (verb, *works) for t in prepositional(each, "on", "atop")]
    for source in filter(reader.is_side, reader.acting(doer(verb)) if works else ()):
        for target in (one for t in places for one in reader.placed(t)):
            if is_had(reader.scene, target):
                yield said_in_clause("controls", source, target, verb)


WAYS = (
    Way(by_view, places=frozenset({"pobj"})),
    Way(in_its_zone, lemmas=words("call regard consider term describe say deem claim hold see")),
    Way(denies_other, lemmas=words("deny dispute")),
    Way(flies_flag, lemmas=FLYING),
    Way(builds_on, lemmas=_BUILDING),
)

"""Whose people a noun stands for that names no party: "supports the strikers", "backs the walkout".

Where one of the two of the dispute is made of people (a crowd, a union) and the other is not, it is
that one; where the two are not so told apart, whichever union or crowd the article makes most of.
"""

from __future__ import annotations

from detente.reading.arguments import doer
from detente.reading.belonging import BOSSES
from detente.reading.grammar import DEFINITE
from detente.reading.parsed import Token
from detente.reading.parties.bodies import is_crowd
from detente.reading.parties.names import head_kind, nouns
from detente.reading.scene import Scene
from detente.reading.syntax import verb_above
from detente.reading.wording import words

_FOLK = words("""
    man woman worker staff striker picket crew workforce employee protester neighbour neighbor
    family villager local islander camper nurse fan supporter parent patient tenant student
    pupil""")
_STOPPAGES = words("""
    strike walkout stoppage picket sit-in boycott protest blockade go-slow lockdown occupation
    sit-down work-to-rule demonstration march rally defiance stir action campaign""")
_AHEAD = 1.2  # times as often named as the next, to be the one of several


def side(scene: Scene, noun: Token) -> tuple[str, ...]:
    """The one of the two whose people, or whose protest, a noun with an article stands for.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> text = (
    ...     "The Harbour Workers' Union rejected it. Ostrava Port insists. "
    ...     "Ana Berg backs the strike."
    ... )
    >>> scene = build(Document("d1", text=text))
    >>> side(scene, scene.doc[len(scene.doc) - 2])
    ('harbour_workers_union',)
    """
    lemma = noun.lemma_.lower()
    if lemma in BOSSES and noun.pos_ == "NOUN" and len(scene.pair) > 1:
        found = tuple(id_ for id_ in scene.pair if not _is_of_people(scene, id_))
        return found if len(found) == 1 else ()  # the other of the two is of people
    if not any(child.lower_ in DEFINITE for child in noun.children):
        return ()
    people = noun.tag_ == "NNS" and (is_crowd(lemma) or lemma in _FOLK)
    counted = noun.pos_ == "NUM" or noun.tag_ == "CD"  # "backs the fourteen"
    if not (people or counted or lemma in _STOPPAGES or lemma in {"staff", "crew", "workforce"}):
        return ()
    verb = verb_above(noun)
    own = {*scene.refers(who)} if verb is not None and (who := doer(verb)) is not None else set()
    found = tuple(id_ for id_ in scene.pair if id_ not in own and _is_of_people(scene, id_))
    if len(scene.pair) > 1 and len(found) == 1:
        return found
    return _the_people(scene, own) or foremost(scene, own)


def of_people(scene: Scene) -> tuple[str, ...]:
    """The one of the two that is made of people, where the other is not."""
    found = tuple(id_ for id_ in scene.pair if _is_of_people(scene, id_))
    return found if len(found) == 1 else ()


def _the_people(scene: Scene, own: set[str]) -> tuple[str, ...]:
    """Of a firm or a state and whatever else it is at odds with, the latter."""
    if any(_is_of_people(scene, id_) for id_ in scene.pair):
        return ()
    found = tuple(id_ for id_ in scene.pair if scene.by_id[id_].type not in _MIGHTY)
    return found if len(found) == 1 and len(scene.pair) > 1 and found[0] not in own else ()


_MIGHTY = frozenset({"company", "state", "province", "alliance"})


def foremost(scene: Scene, own: set[str]) -> tuple[str, ...]:
    """Of all that are made of people the one that is named the most."""
    known = {actor.id for actor in scene.parties if actor.type != "person"} - own
    known = {id_ for id_ in known if _is_of_people(scene, id_)}
    ranked = sorted(known, key=lambda id_: (-len(scene.meaning(id_)), id_))
    if not ranked:
        return ()
    first, *rest = (len(scene.meaning(id_)) for id_ in ranked)
    return (ranked[0],) if not rest or first >= _AHEAD * rest[0] else ()


def _is_of_people(scene: Scene, id_: str) -> bool:
    actor, entry = scene.by_id[id_], scene.entry(id_)
    if actor.type in {"group", "union"} or head_kind(actor.name) == "union":
        return True
    if actor.type == "state":
        return False
    told = entry is not None and bool(entry.descriptions & (nouns("unions") | {"union"}))
    return told or any(is_crowd(one.lower().rstrip("'’s")) for one in actor.name.split()[:-1])

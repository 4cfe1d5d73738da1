"""Politics within one land: who has a party speaks for it, and the land is the ground.

A land whose parties and officers are at odds with one another, and that has no quarrel with another
land, is no party to their dispute: its president stands for himself, and so does its prime
minister, unless the text says which party is his.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from detente.reading.grammar import word_before
from detente.reading.parties import chambers, party_leaders, political
from detente.reading.parties.cast import RULED, Entry

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

_HEADS = frozenset({"minister", "premier", "chancellor"})
_PRESIDING = frozenset({"president", "king", "queen"})
_OF_STATE = _HEADS | _PRESIDING
_SEVERAL = 2  # political parties, or one and an officer who is against it


def settle(walk: Resolver) -> None:
    """Tie the leaders of political parties to them, and let officers of the land stand alone.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = ("Norland's ruling Homeland party refused. Ana Berg's Homeland will not join "
    ...         "the Sun Party, President Jon Aas said. The Sun Party left. Berg will not go.")
    >>> built = scene.build(Document("d1", text=text))
    >>> [(one.id, one.speaks_for) for one in built.parties if one.type == "person"]
    [('ana_berg', 'homeland'), ('jon_aas', None)]
    """
    led = {person.id: party.id for person, party in party_leaders.led(walk)}
    land = _ground(walk, led.values())
    for person in walk.cast.entries.values():
        if not person.is_person or person.role is not None:
            continue
        own = led.get(person.id)
        if land in walk.cast.entries and _is_governments(walk, person):
            person.tie(land)
        elif not _rules(person):
            if own is not None and not _is_tied_to_body(walk, person):
                person.tie(own)
        elif land is not None and _may_stand(walk, person, land):
            _stand(person, led)
    _hand_on(walk)
    chambers.preside(walk)


def _hand_on(walk: Resolver) -> None:
    """Let the spokesman of an officer who stands alone speak for him: "Berg's spokesman"."""
    entries = walk.cast.entries
    for person in (one for one in entries.values() if one.is_person):
        children = (child for office in person.offices[:1] for child in office.children)
        owners = (walk.cast.named.get(child.i, "") for child in children if child.dep_ == "poss")
        for one in (entries[id_] for id_ in owners if id_ in entries):
            if one.is_person and one.is_tied and one is not person:
                person.speaks_for = one.speaks_for or one.id


def _may_stand(walk: Resolver, person: Entry, land: str) -> bool:
    """Whether an officer is of the land, or only guessed to be of one of its parties."""
    own = walk.cast.entries.get(person.speaks_for or land)
    if own is None or own.id in {land, "government"}:
        return True
    if own.is_chamber or own.type == "province":
        return not person.is_tied
    return political.is_political(own)


def _stand(person: Entry, led: Mapping[str, str]) -> None:
    presides = _is_one(person, _PRESIDING)
    own = None if presides else led.get(person.id)
    if presides or own is not None or _is_prime(person):
        person.tie(own)


def _is_tied_to_body(walk: Resolver, person: Entry) -> bool:
    """Whether somebody speaks for another body than a land, by his office."""
    own = walk.cast.entries.get(person.speaks_for or "")
    return own is not None and person.is_tied and own.type not in RULED


def _is_governments(walk: Resolver, person: Entry) -> bool:
    """Whether somebody speaks for the government who was taken for a party's: its spokesman."""
    office = next(iter(person.offices), None)
    if office is None or word_before(office) != "government":
        return False
    own = walk.cast.entries.get(person.speaks_for or "")
    return own is not None and political.is_political(own)


def _rules(person: Entry) -> bool:
    return _is_one(person, _OF_STATE)


def _is_one(person: Entry, lemmas: frozenset[str]) -> bool:
    return any(office.lemma_.casefold() in lemmas for office in person.offices)


def _is_prime(person: Entry) -> bool:
    """Whether somebody heads a government: a premier, a prime minister."""
    office = next(one for one in person.offices if one.lemma_.casefold() in _OF_STATE)
    before = word_before(office)
    return office.lemma_.casefold() in {"premier", "chancellor"} or before == "prime"


def _ground(walk: Resolver, having: Iterable[str]) -> str | None:
    """The one land in which political parties are at odds and that has no quarrel with another.

    Whoever else does something there, rebels or a union, makes the land a side.
    """
    entries = walk.cast.entries.values()
    own = {one.speaks_for for one in entries if one.is_person} | set(having)
    acting = [one for one in entries if one.acts or one.id in own]
    parties = [one for one in acting if political.is_political(one)]
    chambers = [one for one in acting if one.is_chamber]
    count = len(parties) + _SEVERAL * len(chambers)
    others = [one for one in acting if one.acts and _is_of_no_parliament(one)]
    if any(map(political.is_armed, others)):
        return None
    lands = [one for one in entries if one.type == "state" and one.role is None]
    lands.sort(key=lambda one: (-one.weight, one.first))
    abroad = sum(bool(one.acts) and not one.is_outside for one in lands[1:])
    if count < _SEVERAL * (1 + abroad) or len(others) >= count:
        return None
    return lands[0].id if lands else "government"


def _is_of_no_parliament(one: Entry) -> bool:
    """Whether somebody is a side of another sort: rebels, a union, a firm."""
    land = one.type in _LANDS or one.is_person or one.role is not None
    return not (land or one.is_chamber or political.is_political(one))


_LANDS = frozenset({"state", "province", "territory"})

"""For whom those speak of whom the text does not say it outright: weighed once the whole is read.

An office tells the kind of party that has it; what somebody says of a party in the third person
that it will do speaks for it, what somebody charges it with or asks of it speaks against it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from detente.reading import saying, transcripts
from detente.reading.grammar import word_before
from detente.reading.parsed import Token
from detente.reading.parties import bare, one_each, owners, seats
from detente.reading.parties.cast import RULED, Entry, is_town
from detente.reading.parties.leanings import leanings
from detente.reading.parties.ministers import is_new_land
from detente.reading.parties.names import head_kind

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

_TIED = 2.0  # what the first look, in the order of the text, counts for
_OF_KIND = 2.0  # what counts for whoever has such an office
_NEAR = 1.0  # the subject of the sentence before, or of the same
_ASKED = 2.0  # of whom the questions want to know something
_ANSWERED = -2.0  # who was heard just before one retorts
_IN_SEAT = 3.0  # where it is said: "Ana Berg said in Oslo"
_HOME = 0.7  # the state that the article is written from
_SERVED = -0.7  # who has somebody of its own already
_MOST = 5.0  # what is said counts no more than that, for or against
_LEAST = 2.0  # less is no evidence
_NEVER = -3.0  # times that, for whoever has none such
_PLAIN = 2.4  # the same of one without an office
_PROMINENT = 0.5  # the party of which the text makes most
_FAR_AHEAD = 4.0  # the same where what is said speaks against the first look
_AHEAD = 0.5  # by how much another must be before the first look
_RETORTING = frozenset(
    {"retort", "counter", "reply", "respond", "rebut", "shoot", "hit", "fire", "dismiss", "deny",
     "reject", "dispute", "disagree", "contradict", "snap", "answer", "scoff"}
)  # fmt: skip


def settle(walk: Resolver) -> None:
    """Weigh for each person without a sure tie for whom he or she speaks."""
    persons = [one for one in walk.cast.entries.values() if one.is_person and _is_open(walk, one)]
    government = walk.cast.entries.get("government")  # it may have come in on the way
    known = dict.fromkeys((*walk.leading, *([government] if government else [])))
    parties = [one for one in known if _may_have_one(walk, one)]
    served = {
        one.speaks_for for one in walk.cast.entries.values() if one.is_tied and one.speaks_for
    }
    for person in walk.cast.entries.values():
        if person.is_person and person.speaks_for and _goes_between(walk, person):
            person.speaks_for, person.role = None, "mediator"
    asked = transcripts.questioned(walk)
    for person in (one for one in persons if one.role is None):
        best = _best(walk, person, parties, served, asked)
        if best is not None or _is_out_of_place(person, parties):
            person.speaks_for = best
    one_each.settle(walk)


def _goes_between(walk: Resolver, person: Entry) -> bool:
    """Whether an officer calls both sides in, of whom his own is none: "has invited both"."""
    own = person.speaks_for
    if own is None or not any(office.lemma_.casefold() in _CALLING for office in person.offices):
        return False
    if walk.entry(own).acts or any(token.lower_ == "government" for token in walk.doc):
        return False
    return any(
        child.dep_ == "dobj" and own not in ids and len(ids) > 1
        for verb in _deeds(walk, person)
        for child in verb.children
        if verb.lemma_ in _BRINGING
        for ids in (walk.followed(walk.ids.get(child.i, ())),)
    )


def _deeds(walk: Resolver, person: Entry) -> Iterator[Token]:
    """The verbs of which a person is the subject, also by "who" and in a row."""
    for token in walk.speeches.get(person.id, ()):
        yield token.head
        yield from (child for child in token.head.children if child.dep_ in {"conj", "xcomp"})
    for at in walk.cast.places(person.id):
        yield from (child for child in walk.doc[at].children if child.dep_ == "relcl")


_CALLING = frozenset(
    {"minister", "mayor", "mayoress", "governor", "president", "premier", "commissioner",
     "secretary", "prefect", "collector", "bishop", "chief", "elder", "councillor", "warden"}
)  # fmt: skip
_BRINGING = frozenset({"invite", "call", "summon", "bring", "convene", "host", "gather"})


def _is_open(walk: Resolver, person: Entry) -> bool:
    """Whether somebody says something and is tied to nobody for sure."""
    speaks = bool(walk.speeches.get(person.id)) or any(map(_rules, person.offices))
    return speaks and not person.is_tied and person.role is None


def _may_have_one(walk: Resolver, party: Entry) -> bool:
    acts = (walk.acting.get(party.id) or party.type == "state") and not party.is_organ
    return bool(acts) and not (party.is_person or party.mediates or party.role or party.speaks_for)


def _best(
    walk: Resolver,
    person: Entry,
    parties: Iterable[Entry],
    served: Collection[str],
    asked: Collection[str],
) -> str | None:
    said = leanings(walk, person)
    if not person.offices:
        found = {one.id: said.get(one.id, 0.0) for one in parties}
        best = max(found, key=lambda id_: found[id_], default=None)
        if best is not None and found[best] >= _PLAIN:
            return best
        return person.speaks_for or bare.of_members(walk, person, parties)
    near = set(_near(walk, person))
    answered = set(_answered(walk, person))
    seat = {id_ for token in walk.speeches.get(person.id, ()) for id_ in seats.said_in(walk, token)}
    score = {}
    most = max((one.weight for one in walk.leading), default=0) or 1
    for one in parties:
        gain = max(-_MOST, min(_MOST, said.get(one.id, 0.0)))
        gain += _TIED * (one.id == person.speaks_for)
        gain += _IN_SEAT * (one.id in seat)
        gain += _OF_KIND * _fits(person, one) + _NEAR * (one.id in near)
        gain += (
            _ASKED * (one.id in asked)
            + _ANSWERED * (one.id in answered)
            + _SERVED * (one.id in served)
        )
        gain += _HOME * (one.id == walk.home)
        gain += _PROMINENT * one.weight / most
        score[one.id] = gain
    best = max(score, key=lambda id_: score[id_], default=None)
    now = score.get(person.speaks_for or "", 0.0)
    if best is not None and now <= -_LEAST and score[best] >= max(now + _FAR_AHEAD, -1.0):
        return best  # it is not the one, whom it is said against
    if best is None or score[best] < _LEAST or score[best] < now + _AHEAD:
        return person.speaks_for if now > -_LEAST else None
    return best


def _fits(person: Entry, party: Entry) -> float:
    """How well an office fits a party: 1 where such a party has it, below 0 where none has."""
    office = person.offices[0]
    kinds = owners.kinds_of(office)
    words = {office.lemma_.casefold(), office.lower_}
    union = head_kind(party.name) == "union" or party.type == "group"
    told = 1.0 if any(owners.is_of(party, kind) for kind in kinds) else None
    if (told := _of_that_sort(office, party) or told) is not None:
        return told
    if words & {"mayor", "mayoress"}:
        return _fits_mayor(party)
    if "father" in words or _rules(office):  # a priest, and there is no church
        return 1.0 if _rules(office) and _has_ministers(party) else _NEVER
    if "president" in words:
        return 0.5 if party.type == "state" else 0.0
    if words & _MANAGING and union:
        return _NEVER if party.type == "group" else -0.5  # nurses have no chief executive
    return -0.5 if kinds and party.type in RULED else 0.0


def _of_that_sort(office: Token, party: Entry) -> float | None:
    """Of a "company spokesman", a "union president": 1 for such a party, below 0 for another."""
    had = next((c.lower_ for c in office.lefts if c.dep_ == "poss" and c.pos_ == "NOUN"), None)
    before = had or word_before(office)  # "the union's national chairman", told of later by name
    if before in {"company", "firm", "airline", "carrier"}:
        return 1.0 if party.type == "company" else _NEVER
    if before in {"branch", "chapter", "zonal", "convening"}:  # a union's "branch secretary"
        union = head_kind(party.name) == "union" or party.type == "group"
        return 1.0 if union else _NEVER
    if before in {"union", "council", "club"}:
        known = before in party.words | party.descriptions or head_kind(party.name) == before
        civic = before == "council" and (party.type in RULED or not _TOWNLY.isdisjoint(party.words))
        return 1.0 if known else 0.5 if civic else _NEVER
    return None


_TOWNLY = frozenset({"town", "city", "hall", "village", "borough", "municipality", "county"})


def _fits_mayor(party: Entry) -> float:
    """Of a mayor: a town may be told of by its name alone; no firm, union or family has one."""
    if is_new_land(party):
        return 1.0
    return -0.5 if party.type in RULED else _NEVER


def _is_out_of_place(person: Entry, parties: Iterable[Entry]) -> bool:
    """Whether whom somebody was taken to speak for has none such, and another of them may have.

    Nurses have no chief executive, the hospital has.
    """
    if not (person.offices and person.speaks_for):
        return False
    fits = {one.id: _fits(person, one) for one in parties}
    return fits.get(person.speaks_for, 0.0) <= _NEVER < max(fits.values(), default=_NEVER)


def _has_ministers(party: Entry) -> bool:
    """Whether a party is a land or a government: no firm, union or rebels have ministers."""
    ruled = party.type in RULED or party.ruled or party.id == "government"
    return ruled and not is_town(party)


def _rules(office: Token) -> bool:
    return bool({office.lemma_.casefold(), office.lower_} & _GOVERNING)


_GOVERNING = frozenset({"minister", "premier", "chancellor", "king", "queen", "emir", "ambassador"})
_MANAGING = frozenset({"executive", "manager", "boss", "ceo", "director"})


def _near(walk: Resolver, person: Entry) -> Iterator[str]:
    """Who is the subject of the sentence before the person comes in, or of the same."""
    place = walk.doc[person.first]
    start = place.sent.start
    before = walk.doc[start - 1].sent if start else place.sent
    for span in (before, place.sent):
        for token in span:
            ids = walk.ids.get(token.i, ())
            if token.dep_ in {"nsubj", "nsubjpass"} and token.head.dep_ == "ROOT":
                yield from () if person.id in ids else walk.followed(ids)


def _answered(walk: Resolver, person: Entry) -> Iterator[str]:
    """Who was heard just before one retorts or denies."""
    for token in walk.speeches.get(person.id, ()):
        verb = token.head
        if verb.lemma_ in _RETORTING and token.sent.start:
            before = walk.doc[token.sent.start - 1].sent
            teller = next((one for one in before if _tells(one)), None)
            if teller is not None:
                yield from walk.followed(walk.ids.get(teller.i, ()))


def _tells(token: Token) -> bool:
    told = token.dep_ == "nsubj" and (saying.is_plain(token.head) or token.head.dep_ == "ROOT")
    return told and token.lower_ not in {"it", "that", "this"}

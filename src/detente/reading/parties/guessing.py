"""Whose an office is that the words beside it tie to nobody: guessed from what was told before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from detente.reading.grammar import shortly_before
from detente.reading.page import is_common
from detente.reading.parsed import Token
from detente.reading.parties import governments, ministers, owners, seats
from detente.reading.parties.cast import Entry
from detente.reading.parties.memory import Heard, Ids, departments, only
from detente.reading.parties.ministers import is_of_state, unnamed
from detente.reading.parties.names import MINISTRIES, nouns

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver


def guessed(walk: Resolver, offices: list[Token], token: Token, entry: Entry) -> Ids:
    """For whom somebody speaks of whose office it isn't told whose it is."""
    if ministers.heads_government(offices[0], entry):
        return unnamed(walk, offices[0], entry)
    if ministry := _of_ministry(walk, offices[0]):
        entry.is_tied = True
        return ministry
    if told := _told_before(walk, offices, token, entry):
        return told
    before = _body_before(offices[0])
    police = before == "police" and offices[0].lower_.startswith("spokes")
    if before in _HOUSES or (police and not walk.has_states):
        entry.is_tied = True  # "hospital chief executive Ana Berg", of one that is nobody here
        return (governments.government(walk).id,) if police else ()
    council = _is_told_apart(offices[0]) and offices[0].lower_ in _OF_COUNCILS
    kind = () if council else _by_kind(walk, offices, entry)
    kind = kind or _of_nation(walk, offices[0], token)
    return kind or (() if _is_theirs(offices) else unnamed(walk, offices[0], entry))


def _told_before(walk: Resolver, offices: list[Token], token: Token, entry: Entry) -> Ids:
    """Whose such an office was when it was last told, or who goes by a noun before it."""
    of = walk.memory.latest(_of_province(walk), _FAR) if offices[0].lower_ == "premier" else ()
    if of:
        return walk.followed(of)[:1]
    just = _just_told(walk, offices[0]) or told_by_one(walk, offices[0])
    just = tuple(id_ for id_ in just if id_ != entry.id)
    return (
        just
        or seats.said_in(walk, token)
        or (() if _is_told_apart(offices[0]) else walk.memory.in_office(offices[0]))
        or _first(owners.by_modifier(walk, one) for one in offices)
    )


def _body_before(office: Token) -> str:
    """The noun before an office that says of what it is: "hospital" of a chief executive."""
    plain = (nouns("portfolios") | nouns("roles")) - {"police"}
    before = reversed(office.doc[max(office.sent.start, office.i - _NEAR) : office.i])
    return next((one.lower_ for one in before if one.lower_ not in plain), "")


_NEAR = 3  # words
_FAR = 6  # sentences back to the province whose premier somebody is
_HOUSES = frozenset({"hospital", "school", "university", "college", "airport", "church", "museum"})


def _by_kind(walk: Resolver, offices: list[Token], entry: Entry) -> Ids:
    return _first(owners.by_kind(walk, one, entry) for one in offices if not is_of_state(one))


def _of_nation(walk: Resolver, office: Token, name: Token) -> Ids:
    """Of "Chief Ana Berg" the one nation or band of the page."""
    titled = office.text == "Chief" and 0 < name.i - office.i <= _NEAR
    return owners.of_flock(walk, "chief") if titled else ()


_OF_COUNCILS = frozenset({"councillor", "councilor", "alderman"})


def _of_ministry(walk: Resolver, office: Token) -> Ids:
    """Of the trade minister, where a Ministry of Trade is a party: whose that is.

    Of "the minister" that of the one ministry that is one, where no land is.
    """
    if office.lemma_.casefold() != "minister":
        return ()
    mine = set(departments(office))
    known = [one for one in walk.cast.entries.values() if not one.is_person]
    found = [one for one in known if one.words & MINISTRIES and (one.words & mine or not mine)]
    told = mine or not walk.has_states or _is_told_of(walk, found)
    return walk.followed(only(one.id for one in found)) if told else ()


def _is_told_of(walk: Resolver, ministries: list[Entry]) -> bool:
    """Of "The Ministry of Waters refused. Minister Ana Berg": whether it was just spoken of."""
    known = {one.id for one in ministries}
    return bool(walk.memory.latest(lambda heard: heard.main and bool(known & {*heard.ids}), 2))


def _is_told_apart(office: Token) -> bool:
    """Whether a name before it says whose it is: "Aberdulais mayor Ana Berg"."""
    before = office.nbor(-1) if office.i else office
    known = nouns("portfolios") | nouns("titles") | nouns("roles")
    return before.text.istitle() and before.lower_ not in known and not is_common(before.lower_)


def _just_told(walk: Resolver, office: Token) -> Ids:
    """Of "the minister, Ana Berg", after "its minister said": whose minister that was."""
    again = any(child.lower_ == "the" for child in office.lefts) or office.lower_ == "minister"
    return (
        walk.memory.owner_of(office.lemma_.casefold()) if again and not departments(office) else ()
    )


def told_by_one(walk: Resolver, office: Token) -> Ids:
    """Of "the director, Ana Berg", after "Norair will not pay, a director said": Norair."""
    if not any(child.lower_ == "the" for child in office.lefts):
        return ()
    for one in reversed(shortly_before(office)):
        if one.lemma_ == office.lemma_ and one.dep_ == "nsubj" and walk.ids.get(one.i):
            return walk.followed(walk.ids[one.i])
    return ()


def _first(found: Iterator[Ids]) -> Ids:
    return next(filter(None, found), ())


def _is_theirs(offices: Iterable[Token]) -> bool:
    """Whether it is the office of several: "Their spokesman", who is no government's."""
    return any(child.lower_ == "their" for one in offices for child in one.children)


def _of_province(walk: Resolver) -> Callable[[Heard], bool]:
    """Whose premier it is of whom no land is told: of the province that was just spoken of."""
    return lambda heard: walk.entry(heard.ids[0]).type == "province"

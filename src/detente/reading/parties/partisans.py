"""Political parties that go by what their members are: "House Democrats", "the Tories"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.parsed import Token
from detente.reading.parties import personal, political, will
from detente.reading.parties.gazetteer import identifier
from detente.reading.parties.memberships import called, forms, leads
from detente.reading.parties.names import Name
from detente.reading.parties.settling import Work

if TYPE_CHECKING:
    from detente.reading.parties.memory import Ids
    from detente.reading.parties.reference import Resolver


def settle(work: Work, text: str, names: list[Name]) -> bool:
    """Enter a party under whatever its members go by, where it acts or has an officer."""
    party = called(text)
    if party is None or (" " in text and any(personal.has_office(work.doc, n) for n in names)):
        return False  # "Scott Green, the league's director"
    others = {other: work.left[other] for other in work.left if called(other) == party}
    known = next((work.short[form] for form in forms(party) if form in work.short), None)
    if known is None and not any(
        _lives(work, name) for places in others.values() for name in places
    ):
        return False
    entry = known or work.enter(party, names, "group")
    for form in forms(party):
        work.short.setdefault(form, entry)
    for other, places in others.items():
        work.also(entry, places, "name")
        if other != text:
            work.left.pop(other)
    return True


def _lives(work: Work, name: Name) -> bool:
    return will.has_will(work.doc, name) or leads(work.doc[name.end - 1])


def member_of(walk: Resolver, person: Token) -> str | None:
    """Of "Ana Berg, an Alaska Republican," the party of which a person is told to be one."""
    for one in (child for child in person.children if child.dep_ == "appos"):
        party = called(one.text) if {child.lower_ for child in one.lefts} & {"a", "an"} else None
        if party is not None and (id_ := identifier(party)) in walk.cast.entries:
            return id_
    return _in_brackets(walk, person)


def _in_brackets(walk: Resolver, person: Token) -> str | None:
    """Of "Minister Ana Berg (Homeland)" the Homeland, where that is a political party."""
    doc, at = walk.doc, person.i + 2
    id_ = walk.cast.named.get(at) if doc[person.i + 1 : at].text == "(" else None
    while id_ is not None and walk.cast.named.get(at) == id_:
        at += 1
    closed = id_ is not None and doc[at : at + 1].text == ")"
    return id_ if id_ and closed and political.is_political(walk.entry(id_)) else None


def is_of_party(walk: Resolver, person: Token) -> bool:
    """As of "the mayor, Ana Berg of the Social Democrats", who speaks for the city."""
    of = (one for prep in person.children if prep.lower_ == "of" for one in prep.children)
    named = (walk.cast.named.get(one.i) for one in of)
    return any(called(walk.entry(id_).name) is not None for id_ in named if id_)


def partners(walk: Resolver, token: Token, lemma: str) -> Ids:
    """Of "his Labour partners" Labour; not of "its US partners"."""
    named = (walk.cast.named.get(child.i) for child in token.children if child.dep_ in _BEFORE)
    found = tuple(id_ for id_ in named if id_ and walk.entry(id_).type in _PARTISAN)
    return found if token.tag_ == "NNS" and lemma in _PARTNERS else ()


_PARTNERS = frozenset({"partner", "backbencher", "rebel", "ally", "voter", "colleague"})
_BEFORE = frozenset({"compound", "amod", "nmod"})
_PARTISAN = frozenset({"group", "organisation"})

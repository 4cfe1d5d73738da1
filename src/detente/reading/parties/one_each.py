"""Offices of which each land or town has one: who else has such a one speaks for another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.reading.grammar import word_before
from detente.reading.parsed import Token
from detente.reading.parties.cast import RULED, Entry
from detente.reading.parties.leanings import leanings
from detente.reading.parties.memory import departments
from detente.reading.parties.posts import FORMER

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

_ONE = frozenset({"mayor", "mayoress", "governor", "premier", "chancellor", "king", "queen"})
_BESIDE = FORMER | {"deputy", "vice", "acting", "then", "next", "incoming", "outgoing", "state"}


def settle(walk: Resolver) -> None:
    """Give the second mayor, or foreign minister, of a place to the other place of its kind.

    Only where the text says outright whose the first one is, or has that one alone speak for it.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = (
    ...     "Two towns, Orstad and Hjelm, want the ferry. Hjelm rejected the quay, Mayor Ana Berg "
    ...     "said. Hjelm's mayor, Tor Aas, was angry."
    ... )
    >>> built = scene.build(Document("d1", text=text))
    >>> [(one.id, one.speaks_for) for one in built.parties if one.type == "person"]
    [('ana_berg', 'orstad'), ('tor_aas', 'hjelm')]
    """
    held: dict[tuple[str, str], list[Entry]] = {}
    for person in walk.cast.entries.values():
        if person.is_person and person.role is None and person.speaks_for:
            for title in titles(person):
                held.setdefault((title, person.speaks_for), []).append(person)
    for (_, party), persons in held.items():
        if len(persons) < 2:  # noqa: PLR2004 — two of a kind
            continue
        sure = [one for one in persons if one.is_tied]
        sure = sure or [one for one in persons if leanings(walk, one).get(party, 0.0) > 0]
        if len(sure) == 1:
            other = _other(walk, party)
            for person in persons:
                if person is not sure[0]:
                    person.speaks_for = other


def titles(person: Entry) -> Iterator[str]:
    """The offices of somebody of which there is one: "mayor", "foreign minister"."""
    for office in person.offices:
        lemma = office.lemma_.casefold()
        around = {child.lower_ for child in office.lefts}
        if around & _BESIDE or _is_another(office):
            continue
        if lemma in _ONE:
            yield lemma.removesuffix("ess")
        elif lemma == "minister":
            prime = ["prime"] if "prime" in around | {word_before(office)} else []
            yield from (f"{one} {lemma}" for one in (prime or departments(office))[:1])


def _is_another(office: Token) -> bool:
    """As in "then Prime Minister Berg", "deputy foreign minister"."""
    return any(one.lower_ in _BESIDE for one in office.doc[max(0, office.i - 2) : office.i])


def _other(walk: Resolver, party: str) -> str | None:
    """The other one of its kind, or, of several, the one that the page makes most of."""
    kind = walk.entry(party).type
    found = (
        one
        for one in walk.leading
        if one.id != party and one.type == kind and kind in RULED and one.role is None
    )
    return next((one.id for one in found), None)

"""Which part of a state it is whose minister or governor somebody is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.reading.parsed import Doc, Token
from detente.reading.parties.bodies import LOCAL
from detente.reading.parties.cast import RULED, Entry
from detente.reading.parties.memory import Ids, departments, only

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver


def of_part(walk: Resolver, office: Token, states: list[Entry]) -> Ids:
    """The province that a dispute is with, of a state that is hardly told of.

    Of "Ontario wants the road. Mines Minister Ana Berg urged the police to act": Ontario, and not
    Canada for an "Ottawa has stayed out"; the one of which there is a "provincial government".
    No province has a prime minister or a foreign one.
    """
    mine = departments(office) if office.lemma_.casefold() == "minister" else []
    if not (mine and states) or not _OF_STATES.isdisjoint(mine):
        return ()
    most = max(one.weight + (one.acts > 0) for one in states)
    parts = _parts(walk)
    if len(parts) == 1 and any(map(_is_provincial, walk.doc)):
        return (parts[0].id,)
    return only(one.id for one in parts if one.acts and one.weight >= most)


def _is_provincial(token: Token) -> bool:
    """As of "the provincial government"."""
    over = token.lower_ in GOVERNMENTS
    return over and any(child.lower_ in {"provincial", "regional"} for child in token.lefts)


_OF_STATES = frozenset({"prime", "foreign", "external", "defence", "defense", "home", "interior"})


def of_level(walk: Resolver, token: Token) -> Ids:
    """Of "the regional authorities", "the provincial executive": the one region or province.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = (
    ...     "Norland sued the regional government of Valdera over a dam. Valdera refused to yield. "
    ...     "Norland accused the regional authorities of theft."
    ... )
    >>> built = scene.build(Document("d1", text=text))
    >>> built.refers(next(one for one in built.doc if one.text == "authorities"))
    ('valdera',)
    """
    if not _is_of_level(token):
        return ()
    told = (id_ for one in _of_levels(walk.doc) for id_ in _named_of(walk, one))
    return only(dict.fromkeys(told))


def _of_levels(doc: Doc) -> list[Token]:
    if _of_levels not in doc.memory:
        doc.memory[_of_levels] = [one for one in doc if _is_of_level(one)]
    known: list[Token] = doc.memory[_of_levels]
    return known


def _is_of_level(token: Token) -> bool:
    lemma = token.lemma_.casefold()
    return (lemma in GOVERNMENTS or lemma in _OVER) and any(
        child.lower_ in _OF_PARTS for child in token.lefts
    )


def _named_of(walk: Resolver, noun: Token) -> Iterator[str]:
    """Of "the regional government of Valdera", "Valdera's regional government": that."""
    of = (one for prep in noun.children if prep.lower_ in {"of", "in"} for one in prep.children)
    for one in (*of, *noun.lefts):
        id_ = walk.cast.named.get(one.i)
        if id_ is not None and walk.entry(id_).type in RULED | {"territory"}:
            yield id_


def foremost(walk: Resolver) -> Ids:
    """The one that acts, where there are several: Okinawa, and the towns in it."""
    return only(one.id for one in _parts(walk) if one.acts)


def only_one(walk: Resolver) -> Ids:
    """The province of the page, where there are no more."""
    return only(one.id for one in _parts(walk))


def _parts(walk: Resolver) -> list[Entry]:
    return [one for one in walk.leading if one.type == "province" and one.role is None]


GOVERNMENTS = frozenset({"government", "administration", "regime", "cabinet"})
_OVER = frozenset({"authority", "executive", "parliament", "assembly", "leadership"})
_OF_PARTS = LOCAL - {"municipal", "county"}

"""Of what an office is, where it is told: "chair of the tasters", "minister of mines"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.grammar import is_part
from detente.reading.parsed import Token
from detente.reading.parties.cast import Entry
from detente.reading.parties.names import nouns

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver


def is_elsewhere(walk: Resolver, office: Token, person: Entry) -> bool:
    """Whether it is told of what an office is, and that is no party: "chair of the tasters".

    Not so of "the cabinet of Ana Berg", which is her own.
    """
    told = (
        inner
        for child in office.children
        if child.dep_ == "prep" and child.lower_ in {"of", "for"} - _remitting(office)
        for inner in child.children
        if inner.dep_ == "pobj" and walk.cast.named.get(inner.i) != person.id
    )
    return any(not is_part(one) and not _is_anybody(one) for one in told)


def _remitting(office: Token) -> frozenset[str]:
    """What stands before that for which somebody has an office: "an under-secretary for doctrine".

    Whoever's minister somebody is, "of" and "for" tell of what he is one.
    """
    return _REMITTING.get(office.lemma_.casefold(), frozenset())


_REMITTING = {
    "minister": frozenset({"of", "for"}),
    **dict.fromkeys(
        ("secretary", "commissioner", "councillor", "councilor", "undersecretary"),
        frozenset({"for"}),
    ),
}


def _is_anybody(noun: Token) -> bool:
    """Whether a noun says only that there is a party: "the group", a department."""
    again = any(child.lower_ == "the" for child in noun.lefts)
    return noun.lower_ in nouns("departments") or (again and noun.lemma_ in nouns("own"))

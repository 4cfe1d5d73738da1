"""Who is who: those who speak for a party, those who decide, names found in words."""

from __future__ import annotations

import re
from functools import cached_property

from detente.dispute.evidence import AUTHOR, Coverage

CALENDAR = "calendar"  # a date ahead, as a party that nobody can hurry
CIRCUMSTANCES = "circumstances"  # what nobody named can bring about
STAND_INS = {CALENDAR: "The calendar", CIRCUMSTANCES: "Circumstances"}

_ONLOOKERS = frozenset({"mediator", "forum", "expert", "context", "spokesperson"})


class Cast:
    """The parties of a coverage.

    Examples
    --------
    >>> from detente.dispute.evidence import Actor
    >>> cast = Cast(Coverage(parties=(Actor("norland", "Norland", role="principal"),
    ...     Actor("berg", "Ana Berg", role="spokesperson", speaks_for="norland"))))
    >>> cast.resolve("berg"), cast.named_in("what Norland wants"), cast.may_decide("berg")
    ('norland', 'norland', False)
    """

    def __init__(self, coverage: Coverage) -> None:
        self.actors = {actor.id: actor for actor in coverage.parties}
        self._spoken = {a.id: a.speaks_for for a in coverage.parties if a.speaks_for}
        counted = [self.resolve(h) for piece in coverage.statements for h in piece.holder]
        named = [a.id for a in coverage.parties if a.role == "principal" and not a.speaks_for]
        often = sorted(
            (p for p in dict.fromkeys(counted) if self.may_decide(p)),
            key=lambda p: -counted.count(p),
        )
        few = dict.fromkeys([*named, *often[:2]])
        self.principals = tuple(named) if len(named) > 1 else tuple(few)

    def resolve(self, party: str) -> str:
        """Whose position a person or office voices."""
        seen: set[str] = set()
        while party in self._spoken and party not in seen:
            seen.add(party)
            party = self._spoken[party] or party
        return party

    def resolved(self, parties: tuple[str, ...]) -> tuple[str, ...]:
        """Whose positions several voice, each once."""
        return tuple(dict.fromkeys(self.resolve(party) for party in parties))

    def may_decide(self, party: str) -> bool:
        """Whether a party's choices can be part of the quarrel."""
        actor = self.actors.get(party)
        return party not in (AUTHOR, *STAND_INS) and (actor is None or actor.role not in _ONLOOKERS)

    def name(self, party: str) -> str:
        """What a party is called."""
        if party in self.actors:
            return self.actors[party].name
        return STAND_INS.get(party, party.replace("_", " "))

    @cached_property
    def _surfaces(self) -> list[tuple[str, str]]:
        rows = {
            (_folded(surface), self.resolve(actor.id))
            for actor in self.actors.values()
            for surface in (actor.name, *actor.aliases)
            if surface
        }
        return sorted(rows, key=lambda row: (-len(row[0]), row))

    def named_in(self, text: str) -> str | None:
        """The party that some words name, the longest name first."""
        low = _folded(text)
        for surface, party in self._surfaces:
            if re.search(rf"(?<!\w){re.escape(surface)}(?!\w)", low):
                return party
        return None


def _folded(text: str) -> str:
    return text.lower().replace("’", "'")

"""Who is who: those who speak for a party, those who decide, names found in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from detente.dispute.evidence import AUTHOR, Actor, Coverage
from detente.reading.page import is_common
from detente.reading.parties.names import nouns

CALENDAR = "calendar"  # a date ahead, as a party that nobody can hurry
CIRCUMSTANCES = "circumstances"  # what nobody named can bring about
STAND_INS = {CALENDAR: "The calendar", CIRCUMSTANCES: "Circumstances"}

_ONLOOKERS = frozenset({"mediator", "forum", "expert", "context", "spokesperson"})


_QUARREL = frozenset({"refusal", "threat", "precondition", "accusation", "denial"})
_PRESSED = frozenset({"demand", "threat", "accusation", "precondition"})
_HARM = frozenset({"halt", "sanction", "coerce", "clash", "strike"})
_COMMON = re.compile(r"(?!(?:the|an?|its|their) )[a-z]{3,}")
_PEOPLE = frozenset({"workers", "members", "people", "holders"})
_OFTEN = 3  # statements
_HEARD = 2  # statements


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
        self.actors = {a.id: _as_they_act(coverage, a) for a in coverage.parties}
        self._texts = tuple(document.text for document in coverage.documents)
        self._spoken = {a.id: a.speaks_for for a in coverage.parties if a.speaks_for}
        counted = [self.resolve(h) for piece in coverage.statements for h in piece.holder]
        named = [a.id for a in self.actors.values() if a.role == "principal" and not a.speaks_for]
        often = sorted(
            (p for p in dict.fromkeys(counted) if self.may_decide(p)),
            key=lambda p: -counted.count(p),
        )
        most = max(_HEARD, *(counted.count(p) for p in named)) if named else _HEARD
        loud = (p for p in often if counted.count(p) >= most) if len(named) > 1 else often[:2]
        met = [self.resolve(p) for piece in coverage.statements for p in piece.addressee]
        asked = sorted(
            (p for p in dict.fromkeys(met) if self.may_decide(p)), key=lambda p: -met.count(p)
        )
        found = tuple(dict.fromkeys([*named, *loud]))
        alone = len(found) == 1
        self.principals = (*found, *([p for p in asked if p not in found][:1] if alone else ()))

    @property
    def standing_by(self) -> frozenset[str]:
        """The parties that the reading found to look on: courts, mediators."""
        return frozenset(a.id for a in self.actors.values() if a.role in _ONLOOKERS)

    @property
    def both(self) -> tuple[str, ...]:
        """The two sides: the first two principals."""
        return self.principals[:2]

    def welcome(self, kind: str, name: str) -> str:
        """An outsider who has no name of its own, or the only one of its kind who has one."""
        alike = [
            actor.id
            for actor in self.actors.values()
            if re.search(rf"\b{kind}", actor.name.lower()) and actor.id not in self.principals
        ]
        if len(alike) == 1:
            return alike[0]
        self.actors.setdefault(kind, Actor(kind, name, "organisation", "forum"))
        return kind

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

    def definite(self, name: str) -> str:
        """A name as the coverage has it in a sentence: with the article, where that is usual.

        >>> from detente.dispute.evidence import Document
        >>> text = "Norland claims the Skerry Islands. The Skerry Islands lie far out."
        >>> Cast(Coverage((Document("d1", text=text),))).definite("Skerry Islands")
        'the Skerry Islands'
        """
        if not name or name.lower().startswith("the "):
            return name
        named = rf"(?P<article>\b[Tt]he )?(?<![\w-]){re.escape(name)}(?= [a-z(]|[,.;:’']|$)"
        found = [m["article"] for text in self._texts for m in re.finditer(named, text)]
        return f"the {name}" if 3 * len(list(filter(None, found))) > len(found) else name

    def spoken(self, party: str) -> str:
        """What a party is called in a sentence."""
        return self.definite(self.name(party))

    def whose(self, party: str) -> str:
        """What a party is called before what it has.

        >>> from detente.dispute.evidence import Actor
        >>> cast = Cast(Coverage(parties=(Actor("e", "Egypt"), Actor("n", "Netherlands"))))
        >>> cast.whose("e"), cast.whose("n")
        ("Egypt's", "Netherlands'")
        """
        name = self.spoken(party)
        name = f"the {name}" if _COMMON.match(name) else name  # "the government's offer"
        return f"{name}'" if name.endswith("s") else f"{name}'s"

    def is_government(self, party: str) -> bool:
        """Whether a party is a state or its government."""
        actor = self.actors.get(party)
        return actor is not None and (
            actor.type == "state" or actor.name.lower().endswith("government")
        )

    def has_state(self, called: str) -> bool:
        """Whether anybody among the parties is a state, or goes by such a word for one."""
        named = any(re.search(rf"\b{called}", name.lower()) for name in self.all_names)
        return named or any(self.is_government(party) for party in self.actors)

    def is_alliance(self, party: str) -> bool:
        """Whether a party is several together, or a body that goes between."""
        actor = self.actors.get(party)
        return actor is not None and actor.type in ("alliance", "organisation")

    def is_forum(self, party: str) -> bool:
        """Whether a party is a court, or another before which the quarrel is brought."""
        actor = self.actors.get(party)
        return actor is not None and actor.role == "forum"

    def is_plural(self, party: str) -> bool:
        """Whether a party is a crowd that goes by no other name: "rail workers".

        >>> from detente.dispute.evidence import Actor, Coverage
        >>> people = (Actor("w", "Rail workers"), Actor("u", "United Farmers"))
        >>> [Cast(Coverage(parties=people)).is_plural(party.id) for party in people]
        [True, False]
        """
        first, *rest = self.name(party).removeprefix("The ").removeprefix("the ").split(" ")
        last = rest[-1] if rest else first.lower()
        return last.islower() and (is_crowd(last) or last in _PEOPLE)

    def uncapitalised(self, text: str) -> str:
        """Words without the capital that only the start of a sentence gave them.

        >>> Cast(Coverage()).uncapitalised("Towns upstream pay")
        'towns upstream pay'
        """
        first, _, rest = text.partition(" ")
        common = first.isalpha() and first[:1].isupper() and first[1:].islower()
        low = first.lower()
        common = common and (is_common(low) or is_common(low.removesuffix("s")))
        if not common or rest[:1].isupper():
            return text
        named = any(word == first for name in self.all_names for word in name.split())
        return text if named else first.lower() + text[len(first) :]

    @cached_property
    def all_names(self) -> tuple[str, ...]:
        """What the parties are called, aliases among it."""
        return tuple(n for a in self.actors.values() for n in (a.name, *a.aliases) if n)

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
        return next(self.all_named_in(text), None)

    def called(self, text: str) -> str | None:
        """The party that goes by just these words: "the government", no "government plane"."""
        low = _folded(text).removeprefix("the ")
        return next((p for name, p in self._surfaces if name.removeprefix("the ") == low), None)

    def all_named_in(self, text: str) -> Iterator[str]:
        """The parties that some words name, the longest name first."""
        low = _folded(text)
        for surface, party in self._surfaces:
            if re.search(rf"(?<!\w){re.escape(surface)}(?!\w)", low):
                yield party


def _as_they_act(coverage: Coverage, actor: Actor) -> Actor:
    """A go-between, or an onlooker, who quarrels with the parties is one of them.

    That is one who refuses, threatens, accuses, names a price or takes measures, and is accused or
    pressed as well.
    """
    if actor.role not in ("mediator", "expert") or actor.speaks_for:
        return actor
    voices = {actor.id, *(a.id for a in coverage.parties if a.speaks_for == actor.id)}
    held = sum(bool(voices & {*p.holder}) and p.kind in _QUARREL for p in coverage.statements)
    met = sum(bool(voices & {*p.addressee}) and p.kind in _PRESSED for p in coverage.statements)
    done = sum(bool(voices & {*event.actor}) and event.kind in _HARM for event in coverage.events)
    quarrels = (held or done) and held + met + done >= _OFTEN
    return replace(actor, role="principal") if quarrels else actor


def is_crowd(word: str) -> bool:
    """Whether a plural noun is of people.

    >>> is_crowd("students"), is_crowd("fishermen"), is_crowd("states")
    (True, True, False)
    """
    one = re.sub(r"men$", "man", word).removesuffix("s")
    return one != word and one in nouns("crowds") | nouns("people")


def _folded(text: str) -> str:
    return text.lower().replace("’", "'")

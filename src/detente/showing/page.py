"""What every section is written from: the dispute's voice, its evidence, the findings, the room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from detente.analysis.comparison import Comparison
from detente.analysis.unlocking import Unlockings, unlock
from detente.dispute.evidence import Evidence
from detente.dispute.file import digest
from detente.dispute.model import Dispute
from detente.showing.blocks import Bar, Line, Name, Quote, Text, woven
from detente.showing.confidence import outlets
from detente.showing.findings import Findings
from detente.showing.references import References
from detente.showing.room import Room
from detente.showing.words.formulas import Voice
from detente.showing.words.grammar import capitalised
from detente.showing.words.tongue import ENGLISH, Tongue


@dataclass(frozen=True)
class Page:
    """What every section is written from."""

    voice: Voice
    references: References
    findings: Findings
    room: Room
    source: str
    command: str = "detente report CASE"
    since: Comparison | None = None  # with an older version
    side: str | None = None  # the party whose view is told
    alone: Unlockings | None = None  # the least that this party could do by itself

    @classmethod
    def of(
        cls,
        found: Findings,
        source: str = "",
        command: str = "",
        since: Comparison | None = None,
        side: str | None = None,
        *,
        tongue: Tongue = ENGLISH,
    ) -> Page:
        """The page of some findings, with room for all of it."""
        voice = Voice(found.dispute, tongue)
        alone = _alone(found, side) if side else None
        return cls(voice, References(voice), found, Room(), source, command, since, side, alone)

    @property
    def tongue(self) -> Tongue:
        """The language that it is written in."""
        return self.voice.tongue

    def say(self, message: str, **slots: object) -> str:
        """A message in the language of the page."""
        return self.voice.tongue.say(message, **slots)

    def say_in(self, context: str, message: str, **slots: object) -> str:
        """A message that says different things in different contexts."""
        return self.voice.tongue.say_in(context, message, **slots)

    def many(self, one: str, more: str, number: int, **slots: object) -> str:
        """A message about so many, or about who is one or several."""
        return self.voice.tongue.many(one, more, number, **slots)

    def woven(self, message: str, **slots: str | Line) -> Line:
        """A message as a line, its slots filled with words or with runs."""
        return woven(self.voice.tongue.template(message), **slots)

    def bar(self, holds: int, of: int) -> Bar:
        """A share with its words."""
        return Bar(holds, of, self.say("{holds} of {of}", holds=holds, of=of))

    @cached_property
    def digest(self) -> str:
        """The digest of the dispute file."""
        return digest(self.source)

    @property
    def dispute(self) -> Dispute:
        """The dispute."""
        return self.voice.dispute

    @cached_property
    def outlets(self) -> tuple[tuple[str, ...], ...]:
        """The ids of the documents by independent outlet."""
        return outlets(self.dispute.documents)

    def name(self, party: str) -> Name:
        """A party's name in its colour."""
        return Name(self.voice.naming(party).label, self.voice.ranks.get(party, 0))

    def subject(self, party: str) -> Name:
        """A party's name in its colour, as a sentence begins with it."""
        return Name(capitalised(self.voice.name(party)), self.voice.ranks.get(party, 0))

    def quote(self, piece: Evidence, most: int | None = None) -> Quote:
        """The words of a piece of evidence, shortened where they are longer than that."""
        return Quote(
            shortened(piece.quote, most) if most else piece.quote,
            self.references.language(piece),
            self.references.anchor(piece.id),
        )

    def first_quote(self, because: Iterable[str], most: int) -> Line:
        """The first of some evidence, with its number; nothing where there is none."""
        known = self.dispute.quoted
        for name in because:
            if name in known:
                return (Text(" – "), self.quote(known[name], most), *self.references.refs((name,)))
        return ()


def _alone(found: Findings, party: str) -> Unlockings | None:
    """The least that a party could do by its own concessions alone."""
    if not found.dispute.options or not found.has_resolution or found.explanation.settled:
        return None
    return unlock(found.dispute, found.to, found.explanation.concept, most=1, only=party)


def shortened(text: str, most: int) -> str:
    """The text, or as many of its first words as fit, and an ellipsis.

    >>> shortened("The ferries will not sail until Sudmark has paid", 28)
    'The ferries will not sail …'
    """
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > most // 2 else cut) + " …"

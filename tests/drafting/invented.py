"""Tiny coverages made by hand: one statement a line, the article made of their quotes."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.dispute.evidence import (
    Actor,
    Condition,
    Coverage,
    Document,
    Event,
    Evidence,
    Object,
    Relation,
    WayOut,
)

NORLAND = Actor("norland", "Norland", "state", "principal", None, ("Norhaven", "Norlandic"))
SUDMARK = Actor("sudmark", "Sudmark", "state", "principal", None, ("Sudholm",))
COURT = Actor("court", "the Strait Court", "organisation", "forum")
COUNCIL = Actor("council", "the Strait Council", "organisation", "mediator")


@dataclass
class Article:
    """An article that grows by a sentence with everything that is said of it."""

    title: str = "The ferry dispute"
    parties: tuple[Actor, ...] = (NORLAND, SUDMARK, COURT, COUNCIL)
    text: str = ""
    evidence: list[Evidence] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    objects: list[Object] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    ways_out: list[WayOut] = field(default_factory=list)

    def says(  # noqa: PLR0913
        self,
        kind,
        holder,
        about,
        quote,
        to="",
        *,
        condition="",
        by="",
        need="holds",
        marker="until",
    ):
        piece = self._piece(kind, quote, holder, to, about, condition, by, need, marker)
        self.evidence.append(piece)
        return self

    def relates(self, kind, source, target, quote):
        piece = self._piece("relation", quote)
        self.evidence.append(piece)
        self.relations.append(Relation(kind, source, target, None, (piece.id,)))
        return self

    def contests(self, name, sort):
        piece = self._piece("object", f"A word on {name}.")
        self.evidence.append(piece)
        self.objects.append(Object(name, sort, (piece.id,)))
        return self

    def way_out(self, needs, quote, proposed_by=None):
        piece = self._piece("way_out", quote)
        self.evidence.append(piece)
        self.ways_out.append(WayOut(needs, proposed_by, (piece.id,)))
        return self

    def stuck(self, quote="The two sides are stuck."):
        self.evidence.append(self._piece("status_quo", quote))
        return self

    def _piece(  # noqa: PLR0913, PLR0917
        self, kind, quote, holder="", to="", about=None, condition="", by="", need="", marker=""
    ):
        start = len(self.text)
        self.text += quote + "\n"
        return Evidence(
            f"q{len(self.evidence) + 1}", "d1", quote, start, start + len(quote), kind,
            tuple(holder.split()), None, tuple(to.split()), about,
            self._condition(quote, start, condition, by, need, marker) if condition else None,
        )  # fmt: skip

    def _condition(self, quote, start, condition, by, need, marker):
        at = start + quote.index(condition)
        return Condition(condition, at, at + len(condition), marker, tuple(by.split()), need)

    @property
    def coverage(self):
        document = Document("d1", self.title, self.text, language="en", published="2031-03-02")
        return Coverage(
            (document,), self.parties, tuple(self.evidence), tuple(self.events),
            tuple(self.relations), tuple(self.objects), (), tuple(self.ways_out),
        )  # fmt: skip

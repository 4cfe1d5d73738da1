"""Evidence and the elements that rest on it: numbers on the page, anchors, links both ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from detente.dispute.evidence import Document, Evidence
from detente.dispute.file import digest
from detente.dispute.model import Dispute, Option
from detente.showing.blocks import Line, Link, Mark, Ref, Text
from detente.showing.words.formulas import Voice
from detente.showing.words.names import clean
from detente.showing.words.tables import EVENTS
from detente.showing.words.tongue import mark

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_PLAIN = re.compile(r"[A-Za-z0-9_-]+")
_MOST = 4  # numbers beside an element; its own place in the annex has all of them
_MARKS = {"assumed": mark("?"), "entered": mark("by hand"), "stale": mark("source changed")}


@dataclass(frozen=True, slots=True)
class Use:
    """An element of the model that rests on a piece of evidence: its anchor, and what it is."""

    anchor: str
    words: str


def tag(language: str | None) -> str | None:
    """The language as a page may name it; None where it is no language tag (RFC 5646).

    >>> tag("ro"), tag("pt-BR"), tag("unknown tongue")
    ('ro', 'pt-BR', None)
    """
    return language if language and _TAG.fullmatch(language) else None


def is_stale(document: Document) -> bool:
    """Whether the text has changed since it was quoted."""
    return bool(document.text and document.sha256) and digest(document.text) != document.sha256


def want_anchor(party: str, index: int) -> str:
    """Where the want of that party and index stands in the annex."""
    return f"w-{party}-{index}"


def option_anchor(option: Option) -> str:
    """Where the option stands in the annex."""
    return f"o-{option.party}-{option.id}"


@dataclass(frozen=True)
class References:
    """The evidence of a dispute as a page refers to it.

    Evidence is numbered in the order in which the model uses it: wants, options, resolution,
    history, context, the rest.
    """

    voice: Voice

    @property
    def dispute(self) -> Dispute:
        """The dispute whose evidence it is."""
        return self.voice.dispute

    @cached_property
    def uses(self) -> dict[str, tuple[Use, ...]]:
        """By id of the evidence the elements that rest on it."""
        found: dict[str, list[Use]] = {}
        for use, because in self._elements():
            for name in dict.fromkeys(because):
                found.setdefault(name, []).append(use)
        return {name: tuple(uses) for name, uses in found.items()}

    @cached_property
    def ordered(self) -> tuple[Evidence, ...]:
        """The evidence in the order of its numbers."""
        known = self.dispute.quoted
        used = [name for name in self.uses if name in known]
        rest = [name for name in known if name not in self.uses]
        return tuple(known[name] for name in (*used, *rest))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """By id of the evidence its number."""
        return {piece.id: number for number, piece in enumerate(self.ordered, 1)}

    def anchor(self, evidence: str) -> str:
        """A name for the evidence that an address can hold."""
        return evidence if _PLAIN.fullmatch(evidence) else f".{self.numbers[evidence]}"

    def refs(self, because: Iterable[str], *, whole: bool = False) -> Line:
        """The numbers of some evidence: a few and how many more, or the `whole` of them.

        How many more there are leads to the element's own place, where the whole stands.
        """
        known = [name for name in dict.fromkeys(because) if name in self.numbers]
        home = None if whole or len(known) <= _MOST else self._homes.get(frozenset(known))
        shown = known[: _MOST - 1] if home else known
        found: Line = tuple(Ref(self.anchor(name), self.numbers[name]) for name in shown)
        if home:
            left = len(known) - len(shown)
            more = self.voice.tongue.many("and {n} more", "and {n} more", left)
            found += (Text(" "), Link(home, more, "more"))
        return (*found, self.flag("stale")) if self.stale & set(known) else found

    @cached_property
    def _homes(self) -> dict[frozenset[str], str]:
        """By the evidence of an element where that element stands in the annex."""
        found: dict[frozenset[str], str] = {}
        for use, because in self._elements():
            found.setdefault(frozenset(because).intersection(self.numbers), use.anchor)
        return found

    def flag(self, sort: str) -> Mark:
        """The mark of what has no quote, or one of a source that has changed."""
        return Mark(sort, self.voice.tongue.say(_MARKS[sort]))

    @cached_property
    def stale(self) -> frozenset[str]:
        """The ids of the evidence whose source has changed since."""
        old = {document.id for document in self.dispute.documents if is_stale(document)}
        return frozenset(piece.id for piece in self.dispute.evidence if piece.document in old)

    def support(
        self, because: Iterable[str], *, assumed: bool = False, whole: bool = False
    ) -> Line:
        """What an element rests on: evidence, an assumption, or the analyst alone.

        Where a dispute has no evidence at all, that an analyst entered it is said once, elsewhere.
        """
        if assumed:
            return (*self.refs(because, whole=whole), self.flag("assumed"))
        refs = self.refs(because, whole=whole)
        return refs or ((self.flag("entered"),) if self.dispute.evidence else ())

    def language(self, piece: Evidence) -> str | None:
        """The language that a piece of evidence is written in."""
        document = self.documents.get(piece.document)
        if document is None:
            return None
        in_headline = document.headline and (
            document.headline[0] <= piece.start < document.headline[1]
        )
        return tag((document.headline_language if in_headline else None) or document.language)

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The documents by id."""
        return {document.id: document for document in self.dispute.documents}

    def _elements(self) -> Iterator[tuple[Use, tuple[str, ...]]]:
        dispute, voice, say = self.dispute, self.voice, self.voice.tongue.say
        for party in dispute.parties:
            for index, want in enumerate(party.ordered_wants, 1):
                yield (
                    Use(want_anchor(party.id, index), voice.want_of(party.id, index)),
                    want.because,
                )
        for option in dispute.options:
            words = say("option to {do}", do=voice.phrase(option.atom).plain)
            yield Use(option_anchor(option), words), option.because
        if dispute.resolution:
            yield Use("goal", say("what would count as settled")), dispute.resolution.because
        for number, pattern in enumerate(dispute.infeasible, 1):
            yield Use(f"i-{number}", say("what cannot happen")), pattern.because
        for number, event in enumerate(dispute.events, 1):
            what = clean(event.what) or say(EVENTS[event.kind])
            yield Use(f"t-{number}", say("event: {what}", what=what)), event.because
        for number, way in enumerate(dispute.ways_out, 1):
            yield Use(f"x-{number}", say("a way out that was proposed")), way.because
        yield from self._context()

    def _context(self) -> Iterator[tuple[Use, tuple[str, ...]]]:
        dispute, say = self.dispute, self.voice.tongue.say
        for number, relation in enumerate(dispute.relations, 1):
            yield Use(f"r-{number}", say("context {number}", number=number)), relation.because
        for number, thing in enumerate(dispute.objects, 1):
            yield Use(f"b-{number}", clean(thing.name)), thing.because
        for party in dispute.parties:
            yield Use(f"p-{party.id}", self.voice.name(party.id)), party.because
        for number, change in enumerate(dispute.changes, 1):
            words = say("a change of position")
            yield Use(f"c-{number}", words), (change.earlier, change.later)
        for number, left in enumerate(dispute.left_out, 1):
            yield Use(f"l-{number}", say("left out of the model")), left.because

"""What was read, for a person: parties, positions, events, each with its quote and its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from detente.dispute.evidence import AUTHOR, Actor, Coverage, Document, Evidence, Relation
from detente.showing.blocks import Brief, Line, Paragraph, Quote, Row, Section, Table, Text
from detente.showing.page import shortened
from detente.showing.references import tag
from detente.showing.words.grammar import capitalised
from detente.showing.words.names import Naming, clean, naming
from detente.showing.words.tables import EVENTS, EVIDENCE, PARTIES, RELATIONS, ROLES
from detente.showing.words.tongue import ENGLISH, Tongue, mark

_QUOTE = 160  # characters shown of a quote
_ADDRESSED = {True: mark("{kind}, {who} to {to}"), False: mark("{kind}, to {to}")}


def told(coverage: Coverage, tongue: Tongue = ENGLISH) -> Brief:
    """The sections of what was read, in a language; quotes stay in their own.

    Examples
    --------
    >>> [section.title for section in told(Coverage()).sections]
    ['Nothing was found']
    """
    return _Telling(coverage, tongue).brief()


@dataclass(frozen=True)
class _Telling:
    coverage: Coverage
    tongue: Tongue

    def brief(self) -> Brief:
        coverage, say = self.coverage, self.tongue.say
        kinds = ("precondition", "threat")
        conditional = [piece for piece in coverage.statements if piece.kind in kinds]
        other = [piece for piece in coverage.statements if piece.kind not in kinds]
        sections = (
            self._parties(),
            self._said("conditions", say("Conditions and threats"), conditional),
            self._said("positions", say("Other positions"), other),
            self._events(),
            self._relations(),
            self._said("stuck", say("That it is stuck"), self._of("status_quo")),
            self._said("ways", say("What would break it"), self._of("way_out")),
            self._opinions(),
        )
        page = tuple(section for section in sections if section is not None)
        none = Paragraph((Text(say("No dispute is told of.")),))
        nothing = Section("none", say("Nothing was found"), (none,))
        title = ", ".join(document.title for document in coverage.documents if document.title)
        return Brief(title, (), page or (nothing,), (), self.tongue.language)

    # Names --------------------------------------------------------------------------------------

    @cached_property
    def _namings(self) -> dict[str, Naming]:
        language = self.tongue.language
        found = {
            actor.id: naming(actor.name, actor.type, language) for actor in self.coverage.parties
        }
        author = self.tongue.say("the author")
        return found | {AUTHOR: Naming(author, author, plural=False)}

    def _naming(self, name: str) -> Naming:
        return self._namings.get(name) or Naming(clean(name), clean(name), plural=False)

    def _named(self, ids: Iterable[str]) -> str:
        return self.tongue.listed([self._naming(name).words for name in ids])

    # Sections -----------------------------------------------------------------------------------

    def _parties(self) -> Section | None:
        rows = tuple(
            _row(self._naming(actor.id).label, self._role(actor), ", ".join(actor.aliases))
            for actor in self.coverage.parties
        )
        say = self.tongue.say
        head = (say("Party"), say("Role"), say("Also called"))
        return _table("parties", say("Parties"), head, rows)

    def _role(self, actor: Actor) -> str:
        say = self.tongue.say
        speaks = self._naming(actor.speaks_for).words if actor.speaks_for else ""
        parts = (
            say(ROLES[actor.role]) if actor.role else "",
            self.tongue.say_in("a party", PARTIES[actor.type]) if actor.type else "",
            say("speaks for {name}", name=speaks) if speaks else "",
        )
        return ", ".join(filter(None, parts))

    def _said(self, anchor: str, title: str, pieces: Iterable[Evidence]) -> Section | None:
        rows = tuple(
            Row(((Text(self._statement(piece)),), self._quoted(piece))) for piece in pieces
        )
        head = (self.tongue.say("What"), self.tongue.say("Where it is said"))
        return _table(anchor, title, head, rows)

    def _statement(self, piece: Evidence) -> str:
        kind, who = self.tongue.say(EVIDENCE[piece.kind]), self._named(piece.holder)
        if not piece.addressee:
            return ", ".join(filter(None, (kind, who)))
        to = self._named(piece.addressee)
        return self.tongue.say(_ADDRESSED[bool(who)], kind=kind, who=who, to=to)

    def _events(self) -> Section | None:
        rows = tuple(
            Row(
                (
                    (Text(f"{self.tongue.date(event.date)}{self.tongue.colon}"),
                     Text(self.tongue.say(EVENTS[event.kind]))),
                    (Text(self._named((*event.actor, *event.target))),),
                    self._source(event.because),
                )
            )
            for event in self.coverage.events
        )  # fmt: skip
        say = self.tongue.say
        head = (say("When, what"), say("Who"), say("Where it is said"))
        return _table("events", say("Events"), head, rows)

    def _relations(self) -> Section | None:
        rows = tuple(
            Row(((Text(self._relation(relation)),), self._source(relation.because)))
            for relation in self.coverage.relations
        )
        say = self.tongue.say
        return _table("relations", say("Relations"), (say("What"), say("Where it is said")), rows)

    def _relation(self, relation: Relation) -> str:
        tongue, source = self.tongue, self._naming(relation.source)
        target = relation.target or tongue.say("a party that is not named")
        one, more = RELATIONS[relation.kind]
        words = capitalised(
            tongue.many(one, more, 1 + source.plural, source=source.words,
                        target=self._naming(target).words)
        )  # fmt: skip
        if not relation.since:
            return words
        since = tongue.date(relation.since)
        return tongue.say("{relation} (since {date})", relation=words, date=since)

    def _opinions(self) -> Section | None:
        say, many = self.tongue.say, self.tongue.many
        rows = tuple(
            _row(
                say("{reader} on {document}", reader=clean(opinion.reader),
                    document=opinion.document),
                say("{same} as the rules, {otherwise} otherwise, {besides} besides",
                    same=len(opinion.agrees), otherwise=len(opinion.differs),
                    besides=len(opinion.adds)),
                self.tongue.semicolon.join(
                    many("{n} dropped: {why}", "{n} dropped: {why}", count, why=why)
                    for why, count in opinion.dropped
                ),
            )
            for opinion in self.coverage.opinions
        )  # fmt: skip
        head = (say("Who"), say("Statements"), say("Not kept"))
        return _table("opinions", say("A second reader"), head, rows)

    # Quotes -------------------------------------------------------------------------------------

    def _of(self, kind: str) -> list[Evidence]:
        return [piece for piece in self.coverage.evidence if piece.kind == kind]

    @cached_property
    def _pieces(self) -> dict[str, Evidence]:
        return {piece.id: piece for piece in self.coverage.evidence}

    @cached_property
    def _documents(self) -> dict[str, Document]:
        return {document.id: document for document in self.coverage.documents}

    def _source(self, because: tuple[str, ...]) -> Line:
        return self._quoted(self._pieces[because[0]]) if because else ()

    def _quoted(self, piece: Evidence) -> Line:
        place = f"{piece.document}:{piece.start}-{piece.end}"
        if piece.read_by:
            by = self.tongue.say("proposed by {reader}", reader=clean(piece.read_by))
            place = f"{place}, {by}"
        document = self._documents.get(piece.document)
        words = Quote(shortened(piece.quote, _QUOTE), tag(document.language if document else None))
        return (words, Text(f" [{place}]", "muted"))


def _table(anchor: str, title: str, head: tuple[str, ...], rows: tuple[Row, ...]) -> Section | None:
    return Section(anchor, title, (Table(title, head, rows),)) if rows else None


def _row(*cells: str) -> Row:
    return Row(tuple((Text(cell),) for cell in cells))

"""What was read, for a person: parties, positions, events, each with its quote and its place."""

from __future__ import annotations

from collections.abc import Iterable

from detente.dispute.evidence import Coverage, Evidence
from detente.showing.blocks import Brief, Line, Paragraph, Quote, Row, Section, Table, Text
from detente.showing.page import shortened

_QUOTE = 160  # characters shown of a quote


def told(coverage: Coverage) -> Brief:
    """The sections of what was read.

    Examples
    --------
    >>> [section.title for section in told(Coverage()).sections]
    ['Nothing was found']
    """
    kinds = ("precondition", "threat")
    conditional = [piece for piece in coverage.statements if piece.kind in kinds]
    other = [piece for piece in coverage.statements if piece.kind not in kinds]
    sections = (
        _parties(coverage),
        _section(coverage, "conditions", "Conditions and threats", conditional),
        _section(coverage, "positions", "Other positions", other),
        _events(coverage),
        _relations(coverage),
        _section(coverage, "stuck", "That it is stuck", _of(coverage, "status_quo")),
        _section(coverage, "ways", "What would break it", _of(coverage, "way_out")),
        _opinions(coverage),
    )
    page = tuple(section for section in sections if section is not None)
    nothing = Section("none", "Nothing was found", (Paragraph((Text("No dispute is told of."),)),))
    title = ", ".join(document.title for document in coverage.documents if document.title)
    return Brief(title, (), page or (nothing,), ())


def _of(coverage: Coverage, kind: str) -> list[Evidence]:
    return [piece for piece in coverage.evidence if piece.kind == kind]


def _named(coverage: Coverage, ids: Iterable[str]) -> str:
    names = {actor.id: actor.name for actor in coverage.parties}
    return ", ".join(names.get(name, "the author" if name == "author" else name) for name in ids)


def _parties(coverage: Coverage) -> Section | None:
    rows = tuple(
        _row(
            actor.name,
            " ".join(filter(None, (actor.role, actor.type)))
            + (f", for {_named(coverage, [actor.speaks_for])}" if actor.speaks_for else ""),
            ", ".join(actor.aliases),
        )
        for actor in coverage.parties
    )
    return _table("parties", "Parties", ("Party", "Role", "Also called"), rows)


def _section(
    coverage: Coverage, anchor: str, title: str, pieces: Iterable[Evidence]
) -> Section | None:
    rows = tuple(
        Row(
            (
                (Text(f"{piece.kind.replace('_', ' ')}, {_whose(coverage, piece)}".rstrip(", ")),),
                _quoted(piece),
            )
        )
        for piece in pieces
    )
    return _table(anchor, title, ("What", "Where it is said"), rows)


def _whose(coverage: Coverage, piece: Evidence) -> str:
    to = f" to {_named(coverage, piece.addressee)}" if piece.addressee else ""
    return f"{_named(coverage, piece.holder)}{to}"


def _events(coverage: Coverage) -> Section | None:
    quotes = {piece.id: piece for piece in coverage.evidence}
    rows = tuple(
        Row(
            (
                (Text(f"{event.date or 'undated'}: {event.kind.replace('_', ' ')}"),),
                (Text(_named(coverage, (*event.actor, *event.target))),),
                _quoted(quotes[event.because[0]]),
            )
        )
        for event in coverage.events
    )
    return _table("events", "Events", ("When, what", "Who", "Where it is said"), rows)


def _relations(coverage: Coverage) -> Section | None:
    rows = tuple(
        _row(
            _named(coverage, [relation.source]),
            relation.kind.replace("_", " "),
            _named(coverage, [relation.target] if relation.target else [])
            + (f", since {relation.since}" if relation.since else ""),
        )
        for relation in coverage.relations
    )
    return _table("relations", "Relations", ("Who", "How", "To whom or what"), rows)


def _opinions(coverage: Coverage) -> Section | None:
    rows = tuple(
        _row(
            f"{opinion.reader} on {opinion.document}",
            f"{len(opinion.agrees)} as the rules, {len(opinion.differs)} otherwise, "
            f"{len(opinion.adds)} besides",
            "; ".join(f"{count} dropped: {why}" for why, count in opinion.dropped),
        )
        for opinion in coverage.opinions
    )
    return _table("opinions", "A second reader", ("Who", "Statements", "Not kept"), rows)


def _table(anchor: str, title: str, head: tuple[str, ...], rows: tuple[Row, ...]) -> Section | None:
    return Section(anchor, title, (Table(title, head, rows),)) if rows else None


def _row(*cells: str) -> Row:
    return Row(tuple((Text(cell),) for cell in cells))


def _quoted(piece: Evidence) -> Line:
    by = f", proposed by {piece.read_by}" if piece.read_by else ""
    place = Text(f" [{piece.document}:{piece.start}-{piece.end}{by}]", "muted")
    return (Quote(shortened(piece.quote, _QUOTE)), place)

"""Several sources: which are independent, what more than one of them says, where they differ."""

from __future__ import annotations

from collections.abc import Iterable

from detente.dispute.evidence import Change
from detente.showing.blocks import Block, Line, Link, Paragraph, Row, Section, Table, Text
from detente.showing.page import Page
from detente.showing.references import want_anchor
from detente.showing.sections.evidence import outlet
from detente.showing.words.dates import told
from detente.showing.words.grammar import capitalised, counted, listed, ordinal
from detente.showing.words.names import clean
from detente.showing.words.tables import CHANGES

_MOST = 12  # sources named in a row
_DIFFER = ("contradicts", "reversed")


def section(page: Page) -> Section | None:
    """The sources side by side, where there are several."""
    if len(page.dispute.documents) < 2:  # noqa: PLR2004 - one has nothing beside it
        return None
    blocks: list[Block] = [_groups(page), _support(page)]
    differing = [change for change in page.dispute.changes if change.sort in _DIFFER]
    if differing:
        blocks.append(_differing(page, differing))
    else:
        blocks.append(Paragraph((Text("No source is found to contradict another."),)))
    return Section("sources", "The sources side by side", tuple(blocks))


def _groups(page: Page) -> Table:
    """A row for each independent outlet, with all that copy it."""
    documents = page.references.documents
    rows = []
    for group in page.outlets:
        named = list(dict.fromkeys(outlet(documents[name]) for name in group))
        dates = [documents[name].published for name in group]
        pieces = [piece for piece in page.dispute.evidence if piece.document in group]
        more = f" and {len(named) - _MOST} more" if len(named) > _MOST else ""
        rows.append(
            Row(
                (
                    (Text(", ".join(named[:_MOST]) + more),),
                    (Text(counted(len(group), "article")),),
                    (Text(told(max((date for date in dates if date), default=None))),),
                    (Text(counted(len(pieces), "quoted sentence")),),
                )
            )
        )
    head = ("Outlet", "Articles", "Newest", "Quoted here")
    return Table("Independent outlets; copies of one text count once", head, tuple(rows),
                 shown_caption=True)  # fmt: skip


def _support(page: Page) -> Table:
    """How many independent outlets each want rests on."""
    rows = []
    for party in page.dispute.parties:
        for index, want in enumerate(party.ordered_wants, 1):
            number = corroborated(page, want.because)
            words = f"{page.voice.naming(party.id).possessive} {ordinal(index)} want"
            rows.append(
                Row(
                    (
                        (Link(want_anchor(party.id, index), capitalised(words)),),
                        (Text(_TOLD.get(number, f"{number} outlets")),),
                        page.references.support(want.because, assumed=want.assumed),
                    )
                )
            )
    head = ("Want", "Told by", "Where")
    return Table("Corroboration, want by want", head, tuple(rows), shown_caption=True)


_TOLD = {0: "none", 1: "one outlet"}


def corroborated(page: Page, because: Iterable[str]) -> int:
    """The number of independent outlets among some evidence."""
    known = page.dispute.quoted
    quoted = {known[name].document for name in because if name in known}
    return sum(bool(quoted & set(group)) for group in page.outlets)


def _differing(page: Page, changes: Iterable[Change]) -> Table:
    """Positions that do not go together, beside each other."""
    rows = tuple(
        Row(
            (
                (page.name(change.holder), Text(f" {CHANGES[change.sort]}")),
                _quoted(page, change.earlier),
                _quoted(page, change.later),
            )
        )
        for change in changes
    )
    return Table("Where sources or dates differ", ("Whose position", "Here", "And there"), rows,
                 shown_caption=True)  # fmt: skip


def _quoted(page: Page, name: str) -> Line:
    piece = page.dispute.quoted.get(name)
    if piece is None:
        return (Text("–"),)
    document = page.references.documents.get(piece.document)
    where = [clean(outlet(document))] if document else []
    where += [told(piece.date or (document.published if document else None))]
    return (
        page.quote(piece),
        *page.references.refs((name,)),
        Text(f" ({listed(where, ',')})", "muted"),
    )

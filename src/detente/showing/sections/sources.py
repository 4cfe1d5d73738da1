"""Several sources: which are independent, what more than one of them says, where they differ."""

from __future__ import annotations

from collections.abc import Iterable

from detente.dispute.evidence import Change
from detente.showing.blocks import Block, Line, Link, Paragraph, Row, Section, Table, Text
from detente.showing.page import Page
from detente.showing.references import want_anchor
from detente.showing.sections.evidence import outlet
from detente.showing.words.grammar import capitalised
from detente.showing.words.names import clean
from detente.showing.words.tables import CHANGES
from detente.showing.words.tongue import mark

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
        blocks.append(Paragraph((Text(page.say("No source is found to contradict another.")),)))
    return Section("sources", page.say("The sources side by side"), tuple(blocks))


def _groups(page: Page) -> Table:
    """A row for each independent outlet, with all that copy it."""
    documents = page.references.documents
    rows = []
    for group in page.outlets:
        named = list(dict.fromkeys(outlet(documents[name]) for name in group))
        dates = [documents[name].published for name in group]
        pieces = [piece for piece in page.dispute.evidence if piece.document in group]
        told, more = ", ".join(named[:_MOST]), len(named) - _MOST
        if more > 0:
            told = page.many("{names} and {n} more", "{names} and {n} more", more, names=told)
        newest = max((date for date in dates if date), default=None)
        quoted = page.many("{n} quoted sentence", "{n} quoted sentences", len(pieces))
        rows.append(
            Row(
                (
                    (Text(told),),
                    (Text(page.many("{n} article", "{n} articles", len(group))),),
                    (Text(page.tongue.date(newest)),),
                    (Text(quoted),),
                )
            )
        )
    head = (
        page.say("Outlet"), page.say("Articles"), page.say("Newest"), page.say("Quoted here"),
    )  # fmt: skip
    caption = page.say("Independent outlets; copies of one text count once")
    return Table(caption, head, tuple(rows), shown_caption=True)


def _support(page: Page) -> Table:
    """How many independent outlets each want rests on."""
    rows = []
    for party in page.dispute.parties:
        for index, want in enumerate(party.ordered_wants, 1):
            number = corroborated(page, want.because)
            words = page.voice.want_of(party.id, index)
            told = page.many("{n} outlet", "{n} outlets", number)
            told = page.say(_TOLD[number]) if number in _TOLD else told
            rows.append(
                Row(
                    (
                        (Link(want_anchor(party.id, index), capitalised(words)),),
                        (Text(told),),
                        page.references.support(want.because, assumed=want.assumed),
                    )
                )
            )
    head = (page.say("Want"), page.say("Told by"), page.say("Where"))
    caption = page.say("Corroboration, want by want")
    return Table(caption, head, tuple(rows), shown_caption=True)


_TOLD = {0: mark("none"), 1: mark("one outlet")}


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
                page.woven(
                    mark("{name} {change}"),
                    name=(page.name(change.holder),),
                    change=page.say(CHANGES[change.sort]),
                ),
                _quoted(page, change.earlier),
                _quoted(page, change.later),
            )
        )
        for change in changes
    )
    head = (page.say("Whose position"), page.say("Here"), page.say("And there"))
    return Table(page.say("Where sources or dates differ"), head, rows, shown_caption=True)


def _quoted(page: Page, name: str) -> Line:
    piece = page.dispute.quoted.get(name)
    if piece is None:
        return (Text("–"),)
    document = page.references.documents.get(piece.document)
    where = [clean(outlet(document))] if document else []
    where += [page.tongue.date(piece.date or (document.published if document else None))]
    return (
        page.quote(piece),
        *page.references.refs((name,)),
        Text(f" ({', '.join(where)})", "muted"),
    )

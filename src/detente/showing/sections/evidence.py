"""The evidence: numbered quotes, each with who says it, where it stands, and what rests on it."""

from __future__ import annotations

from itertools import chain
from urllib.parse import urlsplit

from detente.dispute.evidence import AUTHOR, Document, Evidence
from detente.showing.blocks import Block, Item, Items, Line, Link, Paragraph, Section, Text
from detente.showing.page import Page
from detente.showing.references import is_stale
from detente.showing.words.names import clean
from detente.showing.words.tables import EVIDENCE
from detente.showing.words.tongue import mark

_OPEN = 60  # quotes that stand open in the annex; where there are more, they are folded


def section(page: Page) -> Section:
    """The first quotes, as many as page one has room for; on paper in a wide font, fewer."""
    pieces = page.references.ordered
    if not pieces:
        text = page.say("No sentence is quoted: every element was entered by the analyst.")
        return Section("evidence", page.say("Evidence"), (Paragraph((Text(text),)),))
    shown = pieces[: page.room.quotes]
    blocks: list[Block] = []
    if shown:
        items = tuple(_item(page, piece, page.room.quote) for piece in shown)
        blocks.append(Items(items, "evidence"))
    full = page.woven(
        mark("{quotes}: {annex}."),
        quotes=page.many("The quote in full", "All {n} quotes in full", len(pieces)),
        annex=(Link("quotes", page.say("annex")),),
    )
    blocks.append(Paragraph(full, "note"))
    return Section("evidence", page.say("Evidence"), tuple(blocks))


def full(page: Page) -> Section | None:
    """Every quote in full; links lead to those that page one has no room for."""
    pieces = page.references.ordered
    if not pieces:
        return None
    items = tuple(
        _item(page, piece, None, linked=place >= page.room.quotes)
        for place, piece in enumerate(pieces)
    )
    count = len(items)
    folded = page.many("{n} quote", "{n} quotes", count) if count > _OPEN else ""
    return Section("quotes", page.say("Evidence in full"), (Items(items, "evidence", folded),))


def _item(page: Page, piece: Evidence, most: int | None, *, linked: bool = True) -> Item:
    anchor = page.references.anchor(piece.id)
    number = page.references.numbers[piece.id]
    line: Line = (
        page.quote(piece, most),
        Text(f" {_about(page, piece)}", "muted"),
        *_uses(page, piece),
    )
    return Item(line, f"e-{anchor}" if linked else None, number)


def _about(page: Page, piece: Evidence) -> str:
    """Who says it, in what sense, and where it stands."""
    holders = [page.voice.name(name) for name in piece.holder if name != AUTHOR]
    speaker = _speaker(page, piece)
    who = page.tongue.listed(holders) + (f" ({speaker})" if speaker and holders else speaker)
    parts = [who, page.say(EVIDENCE.get(piece.kind, piece.kind)), where(page, piece)]
    document = page.references.documents.get(piece.document)
    if piece.date and piece.kind != "event" and not (document and document.published == piece.date):
        parts.append(page.tongue.date(piece.date))
    if piece.read_by:
        model = clean(piece.read_by)
        parts.append(page.say("proposed by the language model {model}", model=model))
    told = ", ".join(part for part in parts if part)
    if document and is_stale(document):
        return page.say("{about}; the source has changed since.", about=told)
    return f"{told}."


# A speaker told by one of these is told better by who holds it.
_PRONOUNS = frozenset(
    {
        *("he", "she", "it", "they", "we", "i", "who", "il", "elle", "ils", "elles", "on"),
        *("él", "ella", "ello", "ellos", "ellas", "el", "ea", "ei", "ele"),
    }
)


def _speaker(page: Page, piece: Evidence) -> str:
    """Who said it, where that tells more than whose position it is."""
    said = clean(piece.speaker or "")
    names = {page.voice.naming(name).label.casefold() for name in piece.holder}
    bare = said.casefold().removeprefix("the ")
    return "" if bare in _PRONOUNS | names else said


def where(page: Page, piece: Evidence) -> str:
    """The paragraph that a quote stands in, and of which source where there are several."""
    document = page.references.documents.get(piece.document)
    if document is None:
        return ""
    source = outlet(document)
    several = len(page.dispute.documents) > 1
    if not document.text:
        return source
    paragraph = 1 + sum(
        bool(part.strip()) for part in document.text[: piece.start].split("\n")[:-1]
    )
    if not several:
        return f"¶{paragraph}"
    return page.say("¶{number} of {source}", number=str(paragraph), source=source)


def outlet(document: Document) -> str:
    """Who published a document: the host of an address, else what the file says."""
    source = clean(document.source or document.title or document.id)
    return urlsplit(source).hostname or source if "://" in source else source


def _uses(page: Page, piece: Evidence) -> Line:
    """Links to the elements that rest on it, each once by the same words."""
    anchors: dict[str, str] = {}
    for use in page.references.uses.get(piece.id, ()):
        anchors.setdefault(use.words, use.anchor)
    links = [
        (Text(", " if n else " → ", "use"), Link(anchor, words, "use"))
        for n, (words, anchor) in enumerate(anchors.items())
    ]
    return tuple(chain.from_iterable(links))

"""The sources in full, each piece of evidence marked where it stands and linked to its number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from detente.dispute.evidence import Document, Evidence
from detente.showing.blocks import Article, Block, Line, Link, Paragraph, Section, Segment, Text
from detente.showing.page import Page
from detente.showing.references import is_stale, tag
from detente.showing.words.names import clean
from detente.showing.words.tongue import mark

_OPEN = 12  # sources that stand open; where there are more, each is folded


def section(page: Page) -> Section | None:
    """Every document that has a text at hand, or says that it has none."""
    if not page.dispute.documents:
        return None
    blocks: list[Block] = [
        Paragraph(
            (
                Text(
                    page.say(
                        "Marked passages are the evidence; their numbers lead to the list of "
                        "evidence, and from there to what rests on them. Struck-out lines are no "
                        "part of it."
                    )
                ),
            ),
            "note",
        )
    ]
    for number, document in enumerate(page.dispute.documents, 1):
        blocks.append(_article(page, document, number))
    return Section("articles", page.say("The sources, with the evidence marked"), tuple(blocks))


def _article(page: Page, document: Document, number: int) -> Article:
    pieces = [
        piece
        for piece in page.references.ordered
        if piece.document == document.id and document.text
    ]
    if is_stale(document):
        pieces = []
    return Article(
        anchor=f"d-{number}",
        title=clean(document.title) or page.say("Source {id}", id=document.id),
        about=_about(page, document),
        language=tag(document.language),
        paragraphs=tuple(_paragraphs(page, document, pieces)),
        title_language=tag(document.headline_language or document.language),
        folded=len(page.dispute.documents) > _OPEN,
    )


def _about(page: Page, document: Document) -> Line:
    source = clean(document.source or page.say("source not named"))
    told = filter(
        None, (source, clean(document.author or ""), page.tongue.date(document.published))
    )
    line: Line = (Text(f"{', '.join(told)}."),)
    if is_stale(document):
        stale = page.say("Its text has changed since it was quoted: evidence is not marked.")
        return (*line, Text(f" {stale}", "warn"))
    if not document.text:
        quoted = [piece for piece in page.references.ordered if piece.document == document.id]
        links = tuple(
            Link(f"e-{page.references.anchor(piece.id)}", f" {page.references.numbers[piece.id]}")
            for piece in quoted
        )
        message = mark("Its text is not at hand; quoted as{numbers}.")
        return (*line, Text(" "), *page.woven(message, numbers=links))
    return line


def _paragraphs(
    page: Page, document: Document, pieces: Sequence[Evidence]
) -> Iterator[tuple[Segment, ...]]:
    """The text cut at its line ends, so that a paragraph of the page is one of the article."""
    start = 0
    for line in document.text.splitlines(keepends=True):
        end = start + len(line)
        if line.strip():
            yield tuple(_segments(page, document, pieces, start, start + len(line.rstrip())))
        start = end


def _segments(
    page: Page, document: Document, pieces: Sequence[Evidence], start: int, end: int
) -> Iterator[Segment]:
    """A paragraph cut wherever evidence, or what is no part of the article, begins or ends."""
    near = [piece for piece in pieces if piece.start < end and start < piece.end]
    noise = [span for span in document.noise if span[0] < end and start < span[1]]
    cuts = {start, end}
    for low, high in [*((piece.start, piece.end) for piece in near), *noise]:
        cuts |= {max(low, start), min(high, end)}
    places = sorted(cuts)
    for low, high in pairwise(places):
        yield Segment(
            text=document.text[low:high],
            covered=_anchors(page, [p for p in near if p.start <= low and high <= p.end]),
            starts=_anchors(
                page, [p for p in near if max(p.start, start) == low and p.start >= start]
            ),
            ends=tuple(
                (page.references.anchor(p.id), page.references.numbers[p.id])
                for p in near
                if min(p.end, end) == high and (p.end <= end or not _goes_on(document, p, end))
            ),
            noise=any(span[0] <= low and high <= span[1] for span in noise),
        )


def _goes_on(document: Document, piece: Evidence, end: int) -> bool:
    """Whether a quote has more words after this line."""
    return bool(document.text[end : piece.end].strip())


def _anchors(page: Page, pieces: Sequence[Evidence]) -> tuple[str, ...]:
    return tuple(page.references.anchor(piece.id) for piece in pieces)

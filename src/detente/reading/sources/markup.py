"""Saved web pages: the article is extracted; offsets count in the extracted text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.dispute.evidence import Document
from detente.reading.sources import encodings, text
from detente.reading.sources.article import Article, byline, digest, iso

SUFFIXES = (".html", ".htm", ".xhtml")
_START = re.compile(
    rb"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_UNSEEN = [  # what a page has and does not show
    "//template",
    "//*[@hidden]",
    "//*[@aria-hidden='true'][not(self::svg)]",
    "//*[contains(translate(@style, ' ', ''), 'display:none')]",
    "//*[contains(translate(@style, ' ', ''), 'visibility:hidden')]",
]
# A date must be told as one: numbers in comments and addresses are none.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2199-12-31"}
_ROW = re.compile(r"^\|.*\|[ \t]*$", re.MULTILINE)  # as the extraction tells tables
_PROSE = 25  # words of a cell
_TAG = re.compile(rb"<[^>]*>")
_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)


def fits(given: bytes, name: str) -> bool:
    """Whether it is a page, by its name or by how it begins.

    >>> fits(b"<!DOCTYPE html><p>", "page"), fits(b"Once", "a.txt"), fits(b"<p>x", "a.html")
    (True, False, True)
    """
    return name.lower().endswith(SUFFIXES) or bool(_START.match(given[:2000]))


def document(given: bytes, name: str, published: str | None, charset: str = "") -> Document:
    r"""The document of a saved page: its article, its title, its date where it has one.

    `charset` is what the server that answered said of the encoding, where that is known.

    >>> page = b"<html><title>Strait</title><p>Norland shut it on Monday.</p></html>"
    >>> document(page, "a.html", None).title
    'Strait'
    """
    import trafilatura
    from trafilatura.metadata import extract_metadata

    page = _decode(given, name, charset)
    body = (
        trafilatura.extract(
            page, include_comments=False, include_tables=True, fast=True, prune_xpath=_UNSEEN
        )
        or ""
    )
    about = extract_metadata(page, date_config=_DATES, extensive=False)
    body = _ROW.sub(_laid_out, body)
    title = " ".join(((about and about.title) or "").split())
    if title and body.strip() and not body.startswith(title):
        body = f"{title}\n\n{body}"
    return Document(
        id="",
        title=title,
        text=body,
        file=name,
        source=name,
        published=published or iso(about.date if about else None),
        author=byline(about.author if about else None),
        sha256=digest(given),
    )


def _laid_out(row: re.Match[str]) -> str:
    """The cells of a row as paragraphs, where the table only lays out a page that is read."""
    cells = [cell.strip() for cell in row[0].strip().strip("|").split("|")]
    prose = any(len(cell.split()) > _PROSE for cell in cells)
    return "\n".join(filter(None, cells)) if prose else row[0]


def articles(given: bytes, name: str, published: str | None) -> Iterator[Article]:
    """The one article of a page."""
    yield Article(document(given, name, published), given, ".html")


def plain(fragment: str) -> str:
    r"""The words of a piece of markup, a line a block.

    >>> plain("<p>Talks &amp; ferries</p><p>Both <b>failed</b>.</p><script>x()</script>")
    'Talks & ferries\n\nBoth failed.'
    """
    from lxml import html

    if not fragment.strip():
        return ""
    tree = html.fromstring(f"<div>{fragment}</div>")
    for unseen in tree.xpath(".//script|.//style"):
        unseen.drop_tree()
    for block in tree.iter("p", "div", "li", "br", "h1", "h2", "h3", "tr", "blockquote"):
        block.tail = f"\n\n{block.tail or ''}"
    lines = [" ".join(line.split()) for line in tree.text_content().split("\n\n")]
    return "\n\n".join(filter(None, lines))


def _decode(given: bytes, name: str, charset: str = "") -> str:
    """A page in the encoding that its server or its head declares, unless its bytes belie that."""
    declared = _CHARSET.search(charset.encode()) or _CHARSET.search(given[:2000])
    told = declared[1].decode("ascii", "replace") if declared else ""
    found = encodings.borne_out(_TAG.sub(b" ", given), told) if told else None
    try:
        return given.decode(found) if found else text.decode(given, name)
    except (LookupError, UnicodeError):  # no such letters, or no encoding of letters at all
        return text.decode(given, name)

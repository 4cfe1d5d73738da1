"""Feeds (RSS, Atom): an article an entry, with its title, date and address."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from detente.reading.sources import markup
from detente.reading.sources.article import Article, article, fault, iso

SUFFIXES = (".xml", ".rss", ".atom")
_START = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<\?[^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b",
    re.DOTALL,
)


def fits(given: bytes, name: str) -> bool:
    """Whether it is called, or begins as, a feed.

    >>> fits(b"<?xml version='1.0'?><rss version='2.0'>", "x"), fits(b"<html>", "x")
    (True, False)
    """
    return name.lower().endswith(SUFFIXES) or bool(_START.match(given[:4000]))


def articles(given: bytes, name: str, published: str | None) -> Iterator[Article]:
    """The entries of a feed, in its order.

    Raises
    ------
    InputError
        Where it is no feed, or has no entries.
    """
    import feedparser

    found = feedparser.parse(BytesIO(given), sanitize_html=False, resolve_relative_uris=False)
    if not found.entries:
        what = "holds no entries" if found.version else "is no feed"
        raise fault(name, what, "give an RSS or Atom feed, or the article itself")
    for number, entry in enumerate(found.entries, 1):
        body = _body(entry)
        if not body.strip():
            continue
        text = markup.plain(body) if "<" in body or "&" in body else body
        source = str(entry.get("link") or f"{name}#{number}")
        when = iso(_day(entry)) or published
        title = markup.plain(str(entry.get("title") or ""))
        yield article(
            text,
            body.encode(),
            source,
            suffix=".html",
            title=title,
            published=when,
            author=entry.get("author"),
        )


def _body(entry: Any) -> str:
    contents = [str(content.value) for content in entry.get("content", ())]
    return max([*contents, str(entry.get("summary") or "")], key=len)


def _day(entry: Any) -> dt.date | None:
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        return dt.date(*parsed[:3]) if parsed else None
    except ValueError:  # a year that no calendar has
        return None

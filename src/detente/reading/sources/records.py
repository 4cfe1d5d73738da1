"""JSON Lines: an article a line, under the names that such files use."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from detente.errors import Fault, InputError
from detente.reading.sources import text
from detente.reading.sources.article import Article, article, iso

SUFFIXES = (".jsonl", ".ndjson")
MAX_BYTES = 500_000_000

# What the fields are called, the likeliest first.
FIELDS = {
    "text": ("text", "body", "content", "article", "maintext"),
    "title": ("title", "headline"),
    "published": ("published", "date", "date_published", "date_publish", "timestamp"),
    "author": ("author", "authors", "byline"),
    "source": ("source", "url", "link", "id"),
}


def fits(given: bytes, name: str) -> bool:
    """Whether it is called so.

    >>> fits(b"{}", "a.jsonl")
    True
    """
    del given
    return name.lower().endswith(SUFFIXES)


def articles(given: bytes, name: str, published: str | None) -> Iterator[Article]:
    """The articles of the lines; blank lines are passed over.

    Raises
    ------
    InputError
        With every line that is no object with a text, behind those that are.
    """
    faults: list[Fault] = []
    for number, line in enumerate(_lines(given, name), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(_decoded(line, name))
        except InputError as error:
            faults += (replace(fault, line=number) for fault in error.faults)
            continue
        except (ValueError, RecursionError):
            faults.append(Fault(name, number, 0, "is no JSON", "one object a line"))
            continue
        body = _field(record, "text")
        if not body:
            what, instead = "has no text", f'{{"text": …}}, or {", ".join(FIELDS["text"][1:])}'
            faults.append(Fault(name, number, 0, what, instead))
            continue
        source = _field(record, "source") or f"{name}#{number}"
        when = iso(_field(record, "published")) or published
        title = _field(record, "title")
        authors = (record[key] for key in FIELDS["author"] if record.get(key))
        yield article(
            body, line, source,
            suffix=".json", title=title, published=when, author=next(authors, None),
        )  # fmt: skip
    if faults:
        raise InputError(*faults)


def _lines(given: bytes, name: str) -> list[bytes]:
    """The lines, as UTF-8 where a mark says that they are in UTF-16."""
    marked = given.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return (text.decode(given, name).encode() if marked else given).splitlines()


def _decoded(line: bytes, name: str) -> str:
    """A line of UTF-8, or else in the encoding in which it has words."""
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return text.decode(line, name)


def _field(record: Any, name: str) -> str:
    values = [record.get(key) for key in FIELDS[name]] if isinstance(record, dict) else []
    told = (value for value in values if isinstance(value, str | int) and value)
    return next((str(value) for value in told if not isinstance(value, bool)), "")

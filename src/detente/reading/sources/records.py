"""JSON Lines: an article a line, under the names that such files use."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from detente.errors import Fault, InputError
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
    for number, line in enumerate(given.splitlines(), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
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


def _field(record: Any, name: str) -> str:
    values = [record.get(key) for key in FIELDS[name]] if isinstance(record, dict) else []
    return next((str(value) for value in values if isinstance(value, str | int) and value), "")

"""A brief as JSON: every finding in figures, and every section in the words of the page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from detente import __version__
from detente.showing import answers
from detente.showing import blocks as b
from detente.showing.findings import Findings


def render(brief: b.Brief, found: Findings) -> str:
    """The JSON of a brief; `schema` describes it."""
    explanation = found.explanation
    answer = {
        "format": 1,
        "version": __version__,
        "title": brief.title,
        "language": brief.language,
        "standing": explanation.standing,
        "concept": explanation.concept,
        "page": [_section(section) for part in brief.page for section in _parts(part)],
        "annex": [_section(section) for section in brief.annex],
        "analyse": answers.analyse(found.dispute, found.stability),
        "explain": answers.explain(explanation),
        "unlock": found.unlocking and answers.unlock(found.unlocking),
        "robust": found.robustness and answers.robust(found.robustness),
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema of `render`'s answer.

    >>> schema()["title"]
    'A brief of detente, format 1'
    """
    text = (files("detente.showing") / "schema" / "report.schema.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def _parts(part: b.Section | b.Beside) -> tuple[b.Section, ...]:
    return (part.left, part.right) if isinstance(part, b.Beside) else (part,)


def _section(section: b.Section) -> dict[str, Any]:
    lines = [b.safe(line) for block in section.blocks for line in told(block)]
    return {"id": section.anchor, "title": section.title, "lines": lines}


def told(block: b.Block) -> Iterator[str]:
    """What a block says, line by line; the cells of a row are apart by a tab."""
    yield from _TOLD[type(block)](block)


def _items(block: b.Items) -> Iterator[str]:
    for item in block.items:
        yield (f"[{item.number}] " if item.number else "") + b.plain(item.line)


def _table(block: b.Table) -> Iterator[str]:
    yield "\t".join(block.head)
    for row in block.rows:
        yield "\t".join(map(b.plain, row.cells))


def _article(block: b.Article) -> Iterator[str]:
    yield from (block.title, b.plain(block.about))
    yield from ("".join(s.text for s in paragraph) for paragraph in block.paragraphs)


_TOLD: dict[type, Callable[[Any], Iterable[str]]] = {
    b.Paragraph: lambda block: (b.plain(block.line),),
    b.Items: _items,
    b.Table: _table,
    b.Figure: lambda block: (block.title, *_table(block.twin)),
    b.Badges: lambda block: [badge.text for badge in block.badges],
    b.Article: _article,
    b.Listing: lambda block: (block.text,),
    b.Terms: lambda block: [f"{term.term}{block.colon}{term.meaning}" for term in block.terms],
}

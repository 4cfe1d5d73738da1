"""A brief as Markdown (CommonMark with the tables of GitHub), everything escaped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from detente.showing import blocks as b
from detente.showing.words.tongue import tongue

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$!^@])")
_FIRST = re.compile(r"^([-+=:]|\d+(?=[.)]))")
_FENCE = re.compile("`+")


def render(brief: b.Brief) -> str:
    r"""The Markdown of a brief.

    Examples
    --------
    >>> line = b.Paragraph((b.Text("Stuck", "strong"), b.Text(": 2 < 3."), b.Ref("q1", 1)))
    >>> print(render(b.Brief("Ferry", (), (b.Section("why", "Why", (line,)),), ())).rstrip())
    # Ferry
    <BLANKLINE>
    ## Why
    <BLANKLINE>
    **Stuck**: 2 \< 3. \[1\]
    """
    parts = [f"# {escaped(brief.title)}"]
    if brief.about:
        parts.append(_line(brief.about))
    for section in brief.sections:
        if brief.annex and section.anchor == brief.annex[0].anchor:
            parts.append(f"# {escaped(tongue(brief.language).say('Annex'))}")
        parts += _section(section)
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    r"""Words in which nothing is Markdown.

    >>> print(escaped("*[x](y)* <b>"))
    \*\[x\](y)\* \<b\>
    """
    return _SPECIAL.sub(r"\\\1", " ".join(b.safe(text).split("\n")))


def _section(section: b.Section) -> Iterator[str]:
    if section.title:
        yield f"## {escaped(section.title)}"
    for block in section.blocks:
        yield _BLOCKS[type(block)](block)


def _line(line: b.Line) -> str:
    told = "".join(map(_run, line)).strip()
    return _FIRST.sub(r"\\\1" if not told[:1].isdigit() else r"\1\\", told)


def _run(run: b.Run) -> str:
    text = escaped(b.plain((run,)))
    match run:
        case b.Name():
            return _around(text, "**")
        case b.Quote():
            return _around(text, "*")
        case b.Text(tone="strong" | "stuck" | "moving" | "settled"):
            return _around(text, "**")
        case b.Text(tone="code"):
            return _code(run.text)
        case _:
            return text


def _around(text: str, sign: str) -> str:
    inner = text.strip()
    if not inner:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{sign}{inner}{sign}{after}"


def _code(text: str) -> str:
    text = " ".join(b.safe(text).split("\n"))
    fence = "`" * (1 + max((len(run) for run in _FENCE.findall(text)), default=0))
    pad = " " if text[:1] == "`" or text[-1:] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}" if text.strip() else text


def _badges(block: b.Badges) -> str:
    return " · ".join(escaped(badge.text) for badge in block.badges)


def _items(block: b.Items) -> str:
    lines = []
    for place, item in enumerate(block.items, 1):
        lead = f"- \\[{item.number or place}\\] " if block.style == "evidence" else "- "
        lines.append(lead + _line(item.line))
    return "\n".join(lines)


def _table(block: b.Table) -> str:
    if not block.rows:
        return ""
    rows = [[escaped(head) for head in block.head], ["---"] * len(block.head)]
    for row in block.rows:
        cells = [_line(cell) for cell in row.cells]
        rows.append(cells + [""] * (len(block.head) - len(cells)))
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"{escaped(block.caption)}\n\n{table}" if block.shown_caption else table


def _figure(block: b.Figure) -> str:
    return f"{escaped(block.title)}\n\n{_table(block.twin)}".strip()


def _article(block: b.Article) -> str:
    parts = [f"### {escaped(block.title)}", _line(block.about)]
    for paragraph in block.paragraphs:
        told = ""
        for segment in paragraph:
            sign = "**" if segment.covered else "~~" if segment.noise else ""
            text = escaped(segment.text)
            told += _around(text, sign) if sign else text
            told += "".join(f" \\[{number}\\]" for _, number in segment.ends)
        parts.append(f"> {told}")
    return "\n\n".join(parts)


def _listing(block: b.Listing) -> str:
    text = b.safe(block.text)
    fence = "`" * max(3, 1 + max((len(run) for run in _FENCE.findall(text)), default=0))
    return f"{fence}yaml\n{text.rstrip()}\n{fence}"


def _terms(block: b.Terms) -> str:
    return "\n".join(
        f"- **{escaped(t.term)}**{block.colon}{escaped(t.meaning)}" for t in block.terms
    )


_BLOCKS: dict[type, Callable[[Any], str]] = {
    b.Paragraph: lambda block: _line(block.line),
    b.Badges: _badges,
    b.Items: _items,
    b.Table: _table,
    b.Figure: _figure,
    b.Article: _article,
    b.Listing: _listing,
    b.Terms: _terms,
}

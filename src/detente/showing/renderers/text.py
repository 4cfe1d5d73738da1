"""A brief for the terminal: as wide as it is, in colour only where somebody sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text as Words

from detente.showing import blocks as b
from detente.showing.blocks import safe

_STYLES = {"strong": "bold", "muted": "dim", "code": "cyan", "warn": "yellow"}
_ROLES = {"lead": "bold", "note": "dim"}
_TONES = {"stuck": "bold red", "moving": "bold blue", "settled": "bold green", "warn": "yellow"}
_PARTIES = ("blue", "red", "green", "magenta", "cyan", "yellow")
_NARROW = 64  # columns under which a table of three columns or more is told line by line
_TAB = 2


_KEPT = "\ue0a0"  # stands for a space at which a line is not to end, while lines are broken


def _shown(text: str) -> str:
    return safe(text).replace("\u00a0", _KEPT)


def render(brief: b.Brief, width: int = 80, *, color: bool = False, annex: bool = False) -> str:
    """The text of a brief, in lines of at most that width.

    Parameters
    ----------
    brief
        The brief.
    width
        In columns of a terminal; at least 20.
    color
        Whether to write ANSI colours.
    annex
        Whether the annex follows page one.

    Examples
    --------
    >>> line = b.Paragraph((b.Text("Stuck."), b.Ref("q1", 1)))
    >>> print(render(b.Brief("Ferry", (), (b.Section("why", "Why", (line,)),), ())).rstrip())
    Ferry
    <BLANKLINE>
    Why
    ───
    Stuck. [1]
    """
    stream = StringIO()
    console = Console(
        file=stream,
        width=max(width, 20),
        color_system="standard" if color else None,
        force_terminal=color,
        no_color=not color,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    console.print(renderable(brief, console.width, annex=annex))
    text = stream.getvalue().replace(_KEPT, "\u00a0")
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n") + "\n"


def renderable(brief: b.Brief, width: int, *, annex: bool = False) -> Group:
    """What rich prints of a brief on a console of that width."""
    parts: list[RenderableType] = [Words(_shown(brief.title), "bold underline")]
    if brief.about:
        parts.append(_words(brief.about, "dim"))
    known = brief.sections
    if not annex:
        first = {section.anchor for section in brief.annex}
        known = tuple(section for section in known if section.anchor not in first)
    for section in known:
        parts += _section(section, width)
    return Group(*parts)


def _section(section: b.Section, width: int) -> Iterator[RenderableType]:
    yield Words("")
    if section.title:
        title = Words(_shown(section.title), "bold")
        yield title
        yield Words("─" * min(title.cell_len, width), "dim")
    for block in section.blocks:
        yield from _BLOCKS[type(block)](block, width)


def _paragraph(block: b.Paragraph, _: int) -> Iterator[RenderableType]:
    yield _words(block.line, _ROLES.get(block.role, ""))


def _badges(block: b.Badges, _: int) -> Iterator[RenderableType]:
    line = Words()
    for number, badge in enumerate(block.badges):
        line.append(" · " if number else "")
        line.append(_shown(badge.text), _TONES.get(badge.tone, "dim"))
    yield line


def _items(block: b.Items, _: int) -> Iterator[RenderableType]:
    grid = Grid.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True, justify="right")
    grid.add_column(overflow="fold")
    for place, item in enumerate(block.items, 1):
        number = item.number or place
        lead = {"bullets": "•", "numbers": f"{number}."}.get(block.style, f"[{number}]")
        grid.add_row(Words(lead, "dim"), _words(item.line))
    yield grid


def _table(block: b.Table, width: int) -> Iterator[RenderableType]:
    if not block.rows:
        return
    if block.shown_caption:
        yield Words(_shown(block.caption), "dim")
    if width < _NARROW and len(block.head) > 2:  # noqa: PLR2004 - a pair of columns always fits
        yield from _told(block)
        return
    grid = Grid(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="dim", expand=False)
    for head in block.head:
        grid.add_column(_shown(head), overflow="fold")
    for row in block.rows:
        grid.add_row(*(_words(cell) for cell in row.cells))
    yield grid
    yield Words("")


def _told(block: b.Table) -> Iterator[RenderableType]:
    for row in block.rows:
        yield _words(row.cells[0], "bold")
        for head, cell in zip(block.head[1:], row.cells[1:], strict=False):
            line = Words(f"{_shown(head)}: ", "dim")
            yield Padding(line.append_text(_words(cell)), (0, 0, 0, _TAB))


def _figure(block: b.Figure, width: int) -> Iterator[RenderableType]:
    if block.twin.rows:
        yield from _table(block.twin, width)
    else:
        yield Words(_shown(block.title))


def _article(block: b.Article, _: int) -> Iterator[RenderableType]:
    yield Words(_shown(block.title), "bold")
    yield _words(block.about, "dim")
    for paragraph in block.paragraphs:
        line = Words()
        for segment in paragraph:
            style = "underline" if segment.covered else "dim strike" if segment.noise else ""
            line.append(_shown(segment.text), style)
            line.append("".join(f" [{number}]" for _, number in segment.ends), "dim")
        yield Padding(line, (1, 0, 0, 0))


def _listing(block: b.Listing, _: int) -> Iterator[RenderableType]:
    yield Words(_shown(block.text))


def _terms(block: b.Terms, _: int) -> Iterator[RenderableType]:
    for term in block.terms:
        line = Words(_shown(f"{term.term}{block.colon}"), "bold")
        yield line.append(_shown(term.meaning), "not bold")


_BLOCKS: dict[type, Callable[[Any, int], Iterable[RenderableType]]] = {
    b.Paragraph: _paragraph,
    b.Badges: _badges,
    b.Items: _items,
    b.Table: _table,
    b.Figure: _figure,
    b.Article: _article,
    b.Listing: _listing,
    b.Terms: _terms,
}


def _words(line: b.Line, style: str = "") -> Words:
    """A line of runs; its words are those of `blocks.plain`."""
    words = Words(style=style)
    for run in line:
        words.append(_shown(b.plain((run,))), _style(run))
    return words


def _style(run: b.Run) -> str:
    match run:
        case b.Text(tone=tone):
            return _STYLES.get(tone, _TONES.get(tone, ""))
        case b.Name(rank=rank):
            return f"bold {_PARTIES[rank % len(_PARTIES)]}"
        case b.Quote():
            return "italic"
        case b.Ref() | b.Link():
            return "cyan"
        case b.Mark():
            return "yellow"
        case _:
            return ""

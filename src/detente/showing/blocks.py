"""The vocabulary of a brief: what a section is made of, as frozen values that any renderer reads.

A *run* is a piece of a line: text, a party's name, a quote, a reference to evidence, the mark of
what is assumed. A *block* is a paragraph, a table, a list, a figure with its table twin, a marked
article. Values hold plain text, never markup: escaping is the renderer's business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import Formatter

from detente.dispute.display import Shown
from detente.showing.figures.drawing import Drawing

# Runs -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words; `tone` is one of ``""``, ``strong``, ``muted``, ``code``."""

    text: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A party's name; `rank` is its place among the parties, from 0, for its colour."""

    text: str
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a source, in the language that they were written in; `evidence` leads to them."""

    text: str
    language: str | None = None
    evidence: str | None = None

    @property
    def marked(self) -> bool:
        """Whether the words bring quotation marks of their own, and so get no others."""
        return opens_quoted(self.text)


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to a piece of evidence by its number on the page."""

    evidence: str
    number: int


@dataclass(frozen=True, slots=True)
class Mark:
    """What is ``assumed`` or ``entered`` without a quote, or rests on a ``stale`` one; in words."""

    sort: str = "assumed"
    text: str = "?"


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an anchor of the same page; `tone` is ``use`` for a way back."""

    anchor: str
    text: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A share, `holds` of `of`, drawn as a small bar beside its words."""

    holds: int
    of: int
    text: str


Run = Text | Name | Quote | Ref | Mark | Link | Bar
Line = tuple[Run, ...]

# Blocks -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of runs; `role` is one of ``""``, ``lead``, ``note``, ``key``."""

    line: Line
    role: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table or an item of a list; `anchor` is where links to it lead."""

    cells: tuple[Line, ...]
    anchor: str | None = None
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `caption` says what it shows; the first cell of a row heads it.

    `look` is a name for its columns' widths: ``""``, ``wants``, ``ways``, ``states``, ``shares``,
    ``ranks``.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    shown_caption: bool = False
    look: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list; `number` where it has one of its own."""

    line: Line
    anchor: str | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `style` is one of ``bullets``, ``numbers``, ``evidence``.

    A page may show it closed, under the words `folded`.
    """

    items: tuple[Item, ...]
    style: str = "bullets"
    folded: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing and the table that says the same; `title` says in a sentence what is seen."""

    title: str
    drawing: Drawing
    twin: Table


@dataclass(frozen=True, slots=True)
class Badge:
    """A few words in a frame; `tone`: ``""``, ``stuck``, ``moving``, ``settled`` or ``warn``."""

    text: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Badges:
    """Badges in a row."""

    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of an article: the evidence that covers it, starts with it, and ends with it."""

    text: str
    covered: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    ends: tuple[tuple[str, int], ...] = ()
    noise: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """A source in full, its evidence marked; one tuple of segments for each paragraph.

    A page may show a `folded` one closed, to be opened by whoever wants it.
    """

    anchor: str
    title: str
    about: Line
    language: str | None
    paragraphs: tuple[tuple[Segment, ...], ...]
    folded: bool = False
    title_language: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """Text as it stands in a file; a page may show it closed, under the words `folded`."""

    text: str
    folded: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the page, and what it means."""

    term: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Terms:
    """A glossary; `colon` stands between a word and what it means where both are in a line."""

    terms: tuple[Term, ...]
    colon: str = ": "


Block = Paragraph | Table | Items | Figure | Badges | Article | Listing | Terms

# Sections ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; an empty `title` is no heading."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Two sections side by side where there is room."""

    left: Section
    right: Section


@dataclass(frozen=True, slots=True)
class Brief(Shown):
    """A brief: page one, and the annex.

    `title` names the dispute, `about` is the line under it; `language` is that of our own words.
    """

    title: str
    about: Line
    page: tuple[Section | Beside, ...]
    annex: tuple[Section, ...]
    language: str = "en"

    @property
    def sections(self) -> tuple[Section, ...]:
        """All sections in reading order."""
        found: list[Section] = []
        for part in (*self.page, *self.annex):
            found += (part.left, part.right) if isinstance(part, Beside) else (part,)
        return tuple(found)


def woven(template: str, **slots: str | Line) -> Line:
    """A message whose slots are filled with words, or with runs of a line.

    >>> woven("{what} in {share}.", what="Stuck", share=(Bar(1, 2, "half"),))
    (Text(text='Stuck in ', tone=''), Bar(holds=1, of=2, text='half'), Text(text='.', tone=''))
    """
    line: Line = ()
    words = ""
    for literal, name, _, _ in Formatter().parse(template):
        words += literal
        found = slots[name] if name else ""
        if isinstance(found, str):
            words += found
        else:
            line += ((Text(words),) if words else ()) + found
            words = ""
    return (*line, Text(words)) if words else line


_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\ufffe\uffff]"
)


def safe(text: str) -> str:
    r"""The text without what would steer a terminal, turn its direction, or break a file.

    >>> safe("fer\u202ery\x1b[31m")
    'ferry[31m'
    """
    return _UNSAFE.sub("", text).encode("utf-8", "replace").decode()


_OPENING = re.compile('["“”„‟«»「『]')


def opens_quoted(text: str) -> bool:
    """Whether a text begins within quotation marks.

    >>> opens_quoted("“We shall not pay,” she said."), opens_quoted("She said “no”.")
    (True, False)
    """
    return _OPENING.match(text) is not None


def plain(line: Line) -> str:
    """The words of a line, without what only a page can show.

    >>> plain((Text("pay the arrears"), Ref("q1", 1), Mark()))
    'pay the arrears [1] [?]'
    """
    return "".join(map(_plain, line))


def _plain(run: Run) -> str:
    match run:
        case Quote(text):
            return text if run.marked else f"“{text}”"
        case Ref(_, number):
            return f" [{number}]"
        case Mark(text=text):
            return f" [{text}]"
        case _:
            return run.text

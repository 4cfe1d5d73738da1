"""The formats of a brief: one table, from a name and the suffixes of files to the renderer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.showing.blocks import Brief
    from detente.showing.findings import Findings


@dataclass(frozen=True, slots=True)
class Output:
    """A format: what it is, which files have it, whether it is text, and what makes it."""

    words: str
    suffixes: tuple[str, ...]
    is_text: bool
    make: Callable[[Brief, Findings], bytes]


def _html(made: Brief, _: Findings) -> bytes:
    from detente.showing.renderers.html import render

    return render(made).encode()


def _text(made: Brief, _: Findings) -> bytes:
    from detente.showing.renderers.text import render

    return render(made, 80, annex=True).encode()


def _markdown(made: Brief, _: Findings) -> bytes:
    from detente.showing.renderers.markdown import render

    return render(made).encode()


def _word(made: Brief, _: Findings) -> bytes:
    from detente.showing.renderers.word import render

    return render(made)


def _json(made: Brief, found: Findings) -> bytes:
    from detente.showing.renderers.data import render

    return render(made, found).encode()


def _latex(made: Brief, _: Findings) -> bytes:
    from detente.showing.renderers.latex import render

    return render(made).encode()


def _pdf(made: Brief, _: Findings) -> bytes:
    from detente.showing.renderers.pdf import render

    return render(made)


OUTPUTS: Mapping[str, Output] = {
    "html": Output("a page of its own", (".html", ".htm"), is_text=True, make=_html),
    "text": Output("as in a terminal", (".txt",), is_text=True, make=_text),
    "md": Output("Markdown", (".md", ".markdown"), is_text=True, make=_markdown),
    "docx": Output("Word", (".docx",), is_text=False, make=_word),
    "pdf": Output("printed by Chromium", (".pdf",), is_text=False, make=_pdf),
    "json": Output("all findings", (".json",), is_text=True, make=_json),
    "latex": Output("the tables, for a paper", (".tex",), is_text=True, make=_latex),
}


def by_suffix(suffix: str) -> str | None:
    """The name of the format that files of this suffix have.

    >>> by_suffix(".MD"), by_suffix(".zip")
    ('md', None)
    """
    return next((name for name, out in OUTPUTS.items() if suffix.lower() in out.suffixes), None)

"""PDF files: the text layer, page after page; offsets count in the extracted text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

from detente.reading.sources import columns
from detente.reading.sources.article import Article, article, brief, fault

SUFFIXES = (".pdf",)
MAX_BYTES = 50_000_000
_MOST_PAGES = 500
_LOWER = "a-zß-öø-ÿăâîșțğışœа-яёіїєґ"
_HYPHENED = re.compile(rf"(?<=[{_LOWER}])[-\u00ad\u2010]\n(?=[{_LOWER}])")
_WITHIN_PARAGRAPH = re.compile(r"(?<![\n.!?:;])(?<![.!?][”\"»])\n(?=[^\n])")


def fits(given: bytes, name: str) -> bool:
    """Whether it begins as a PDF does.

    >>> fits(b"%PDF-1.7", "a.bin")
    True
    """
    del name
    return given.startswith(b"%PDF")


def articles(given: bytes, name: str, published: str | None) -> Iterator[Article]:
    """The one article of a PDF: its text layer, lines of a paragraph joined.

    Raises
    ------
    InputError
        Where it is broken, locked, too long, or has no text layer.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(given))
        if reader.is_encrypted and not reader.decrypt(""):
            raise fault(name, "is locked by a password", "unlock it first")
        if len(reader.pages) > _MOST_PAGES:
            raise fault(name, f"has over {_MOST_PAGES} pages", "give the pages of one article")
        pages = [columns.of_page(page.extract_text) for page in reader.pages]
        title = str((reader.metadata and reader.metadata.title) or "")
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise fault(name, f"is a broken PDF ({brief(error)})", "save it anew") from None
    text = columns.joined([page for page in pages if page.strip()])
    if not text:
        raise fault(name, "has no text layer", "run text recognition (OCR) on it first")
    text = _WITHIN_PARAGRAPH.sub(" ", _HYPHENED.sub("", text.replace("\x00", "")))
    usable = title if title.casefold()[:20] in text.casefold() else ""
    yield article(text, given, name, suffix=".pdf", title=usable, published=published)

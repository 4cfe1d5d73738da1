"""Word files (.docx): paragraphs in order, those in tables and boxes too, as they read now.

What a change that is tracked takes out is left out, and what it puts in is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from detente.reading.sources.article import Article, article, brief, fault, iso

SUFFIXES = (".docx",)
MAX_BYTES = 50_000_000
_MOST_UNPACKED = 200_000_000  # bytes: a bomb unpacks to more
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = (f"{_W}del", f"{_W}moveFrom", _FALLBACK)  # taken out, or said a second time
_SHOWN = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def fits(given: bytes, name: str) -> bool:
    r"""Whether it is a zip archive that is called, or holds, a Word document.

    >>> fits(b"PK\x03\x04", "a.docx"), fits(b"PK\x03\x04", "a.zip")
    (True, False)
    """
    if not given.startswith(b"PK\x03\x04"):
        return False
    return name.lower().endswith(SUFFIXES) or b"word/document.xml" in given


def articles(given: bytes, name: str, published: str | None) -> Iterator[Article]:
    """The one article of a Word file; its date is not taken from when it was last saved.

    Raises
    ------
    InputError
        Where it is broken, or unpacks to more than it should.
    """
    import docx
    from lxml.etree import LxmlError

    try:
        with ZipFile(BytesIO(given)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > _MOST_UNPACKED:
                raise fault(name, "unpacks to more than 200 MB", "save the text alone")
        word = docx.Document(BytesIO(given))
        blocks = list(_paragraphs(word.element.body))
        title = word.core_properties.title or ""
    except (BadZipFile, LxmlError, KeyError, ValueError, AttributeError) as error:
        raise fault(name, f"is a broken Word file ({brief(error)})", "save it anew") from None
    text = "\n\n".join(block.strip() for block in blocks if block.strip())
    usable = title if text.startswith(title) else ""
    yield article(text, given, name, suffix=".docx", title=usable, published=iso(published))


def _paragraphs(body: Any) -> Iterator[str]:
    """What the paragraphs say that are there, in order; a box within one comes behind it."""
    for paragraph in body.iter(f"{_W}p"):
        if not any(above.tag in _LEFT_OUT for above in paragraph.iterancestors()):
            yield "".join(_words(paragraph))


def _words(element: Any) -> Iterator[str]:
    for part in element:
        if part.tag in _SHOWN:
            yield _SHOWN[part.tag]
        elif part.tag == f"{_W}t":
            yield part.text or ""
        elif part.tag not in {*_LEFT_OUT, f"{_W}p"} and not _is_hidden(part):
            yield from _words(part)


def _is_hidden(part: Any) -> bool:
    return part.find(f"{_W}rPr/{_W}vanish") is not None

"""Word files (.docx): paragraphs and the cells of tables, in order."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from detente.reading.sources.article import Article, article, fault, iso

SUFFIXES = (".docx",)
MAX_BYTES = 50_000_000
_MOST_UNPACKED = 200_000_000  # bytes: a bomb unpacks to more


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
    from docx.table import Table
    from docx.text.paragraph import Paragraph
    from lxml.etree import LxmlError

    try:
        with ZipFile(BytesIO(given)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > _MOST_UNPACKED:
                raise fault(name, "unpacks to more than 200 MB", "save the text alone")
        word = docx.Document(BytesIO(given))
        blocks: list[str] = []
        for block in word.iter_inner_content():
            if isinstance(block, Paragraph):
                blocks.append(block.text)
            elif isinstance(block, Table):
                blocks += [cell.text for row in block.rows for cell in row.cells]
        title = word.core_properties.title or ""
    except (BadZipFile, LxmlError, KeyError, ValueError, AttributeError) as error:
        raise fault(name, f"is a broken Word file ({error})", "save it anew") from None
    text = "\n\n".join(block.strip() for block in blocks if block.strip())
    usable = title if text.startswith(title) else ""
    yield article(text, given, name, suffix=".docx", title=usable, published=iso(published))

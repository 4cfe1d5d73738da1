"""Web archives (.warc, .warc.gz): an article a saved page."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from detente.errors import InputError
from detente.reading.sources import markup, text
from detente.reading.sources.article import Article, article, fault

SUFFIXES = (".warc", ".warc.gz")
MAX_BYTES = 500_000_000
_MOST_OF_A_PAGE = 5_000_000  # bytes, unpacked
_READ = ("text/html", "application/xhtml+xml", "text/plain")


def fits(given: bytes, name: str) -> bool:
    """Whether it is called so, or begins as one.

    >>> fits(b"WARC/1.0", "x"), fits(b"", "a.warc.gz"), fits(b"War", "x")
    (True, True, False)
    """
    return name.lower().endswith(SUFFIXES) or given.startswith(b"WARC/")


def articles(given: bytes, name: str, published: str | None) -> Iterator[Article]:
    """The pages that were answered in full, in the order of the archive.

    Raises
    ------
    InputError
        Where it is broken.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    if not given.startswith((b"WARC/", b"\x1f\x8b")):
        raise fault(name, "is a broken web archive", "save it anew")
    try:
        for record in ArchiveIterator(BytesIO(given)):
            if record.rec_type != "response" or not record.http_headers:
                continue
            kind = (record.http_headers.get_header("Content-Type") or "").split(";")[0].strip()
            if record.http_headers.get_statuscode() != "200" or kind not in _READ:
                continue
            page = record.content_stream().read(_MOST_OF_A_PAGE)
            address = record.rec_headers.get_header("WARC-Target-URI") or name
            made = _page(page, address, published, plain=kind == "text/plain")
            if made is not None and made.document.text.strip():
                yield made
    except (ArchiveLoadFailed, EOFError, ValueError) as error:
        raise fault(name, f"is a broken web archive ({error})", "save it anew") from None


def _page(page: bytes, address: str, published: str | None, *, plain: bool) -> Article | None:
    try:
        if plain:
            return article(text.decode(page, address), page, address, published=published)
        found = markup.document(page, address, published)
    except InputError:  # an image under a wrong name, a page in no encoding
        return None
    return Article(found, page, ".html")

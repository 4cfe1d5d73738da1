"""Web archives (.warc, .warc.gz): an article a saved page."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from io import BufferedIOBase, BytesIO
from typing import Any

from detente.errors import InputError
from detente.reading.sources import markup, text
from detente.reading.sources.article import Article, article, brief, fault

SUFFIXES = (".warc", ".warc.gz")
MAX_BYTES = 500_000_000
_MOST_OF_A_PAGE = 5_000_000  # bytes, unpacked
_MOST_UNPACKED = 2_000_000_000  # bytes of an archive: a bomb unpacks to more
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
        Where it is broken: behind the pages before that.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        unpacked = _unpacked(given, name)
        records = ArchiveIterator(unpacked)
        records.INC_RECORD = ""  # nothing is printed of a record whose length is wrong
        for record in records:
            made = _of_record(record, name, published)
            if made is not None and made.document.text.strip():
                yield made
        unpacked.read(1)  # an archive that was cut says so now, if not before
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, zlib.error) as error:
        raise fault(name, f"is a broken web archive ({brief(error)})", "save it anew") from None


def _unpacked(given: bytes, name: str) -> BufferedIOBase:
    """The archive as a stream, unpacked as it is read; nothing else is unpacked."""
    if not given.startswith(b"\x1f\x8b"):
        stream: BufferedIOBase = BytesIO(given)
    else:
        stream = _Bounded(fileobj=BytesIO(given))
    begins = stream.read(5)
    stream.seek(0)
    if begins != b"WARC/":
        raise fault(name, "is a broken web archive", "save it anew")
    return stream


class _Bounded(gzip.GzipFile):
    """A packed stream that ends with an error where it unpacks to too much."""

    def read(self, size: int | None = -1) -> bytes:
        if self.tell() > _MOST_UNPACKED:
            raise EOFError(f"it unpacks to more than {_MOST_UNPACKED // 1_000_000_000} GB")
        return super().read(size)


def _of_record(record: Any, name: str, published: str | None) -> Article | None:
    if record.rec_type != "response" or not record.http_headers:
        return None
    kind, _, more = (record.http_headers.get_header("Content-Type") or "").partition(";")
    kind = kind.strip().lower()
    if record.http_headers.get_statuscode() != "200" or kind not in _READ:
        return None
    page = record.content_stream().read(_MOST_OF_A_PAGE + 1)
    if len(page) > _MOST_OF_A_PAGE:
        return None
    address = record.rec_headers.get_header("WARC-Target-URI") or name
    return _page(page, address, published, plain=kind == "text/plain", charset=more)


def _page(
    page: bytes, address: str, published: str | None, *, plain: bool, charset: str
) -> Article | None:
    try:
        if plain:
            return article(text.decode(page, address), page, address, published=published)
        found = markup.document(page, address, published, charset)
    except InputError:  # an image under a wrong name, a page in no encoding
        return None
    return Article(found, page, ".html")

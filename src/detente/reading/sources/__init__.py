"""Coverage as it comes: one file a format, each turning bytes into articles.

A document's `text` is what all offsets count in. Nothing is executed, nothing is fetched but the
address that a user gave, and sizes are bounded before anything is read.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from types import ModuleType

from detente.dispute.evidence import Document
from detente.errors import Fault, InputError
from detente.reading.sources import crawl, feed, mail, markup, pdf, records, text, word
from detente.reading.sources.article import Article, brief, fault

__all__ = [
    "FORMATS", "MAX_BYTES", "SUPPORTED", "Article",
    "articles", "fetch", "files", "in_file", "load", "load_all", "load_some", "some",
]  # fmt: skip

MAX_BYTES = 5_000_000  # where a format does not say otherwise
FORMATS: tuple[ModuleType, ...] = (pdf, word, crawl, records, mail, feed, markup, text)
SUPPORTED: tuple[str, ...] = tuple(suffix for form in FORMATS for suffix in form.SUFFIXES)
_UNSUPPORTED = "give one of " + " ".join(sorted(SUPPORTED))

# How well-known formats that we do not read begin.
_SIGNATURES = (
    (b"PK\x03\x04", "a zip archive or an office document that is not Word's"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"{\\rtf", "a rich-text document"),
)
_CASE = "dispute.yaml"  # a folder that has one is a case
_ORIGINAL = ".orig."  # in the name of what a case was given
_DEEPEST = 8  # folders within folders
_TALKATIVE = ("pypdf", "warcio", "trafilatura", "htmldate")  # what they log is told as a fault
_GZIP = b"\x1f\x8b"


def articles(given: bytes, name: str, published: str | None = None) -> Iterator[Article]:
    """The articles in what was given, by the first format that it fits.

    Parameters
    ----------
    given
        What is in a file, or came from an address.
    name
        What the source is called in messages and in the document; its suffix helps to tell.
    published
        The date of publication, where the source does not say it.

    Raises
    ------
    InputError
        With all that is wrong with it.

    Examples
    --------
    >>> [found.document.text for found in articles(b"Norland closed the strait.", "strait.txt")]
    ['Norland closed the strait.']
    """
    if not given.strip():
        raise fault(name, "is empty", "give an article")
    form: ModuleType = next(form for form in FORMATS if form is text or form.fits(given, name))
    if len(given) > _most(form):
        raise _too_large(name, _most(form))
    if form is text:
        _refuse(given, name)
    some = False
    for found in _sound(form.articles(given, name, published), name):
        if found.document.text.strip():
            some = True
            yield found
    if not some:
        raise fault(name, "has no text", "give an article")


def _sound(found: Iterator[Article], name: str) -> Iterator[Article]:
    """The same; whatever a library makes of a broken file is a fault of that file."""
    for library in _TALKATIVE:
        logging.getLogger(library).setLevel(logging.CRITICAL)
    try:
        yield from found
    except InputError:
        raise
    except Exception as error:  # noqa: BLE001 — each library has its own, and no list of them
        raise fault(name, f"is broken ({brief(error)})", "save it anew") from None


def load(
    path_or_bytes: str | Path | bytes, *, name: str | None = None, published: str | None = None
) -> Document:
    """One article as a document.

    Parameters
    ----------
    path_or_bytes
        A file, or what is in one.
    name
        What the source is called in messages and in the document; its suffix tells the format.
    published
        The date of publication, where the source does not say it.

    Raises
    ------
    InputError
        With one fault: missing, no permission, empty, too large, no text that we read, or several
        articles.

    Examples
    --------
    >>> load(b"Norland closed the strait.", name="strait.txt").text
    'Norland closed the strait.'
    >>> load(b"GIF89a", name="strait.gif")
    Traceback (most recent call last):
        ...
    detente.errors.InputError: strait.gif: is an image; give one of .atom ...
    """
    if isinstance(path_or_bytes, bytes):
        given, name = path_or_bytes, name or "input"
    else:
        name = name or str(path_or_bytes)
        given = _read(Path(path_or_bytes), name)
    found = list(articles(given, name, published))
    if len(found) > 1:
        raise fault(name, f"holds {len(found)} articles", "load it whole")
    return found[0].document


def fetch(address: str, *, published: str | None = None) -> tuple[Article, ...]:
    """The articles at an address of the network: a page, a feed, a file.

    Raises
    ------
    InputError
        Where it cannot be had, or is no article.
    """
    from detente.reading.sources import web

    given, at = web.fetch(address)
    return tuple(articles(given, at, published))


def load_all(path: str | Path, *, published: str | None = None) -> tuple[Article, ...]:
    """The articles of a file, or of a folder's files sorted by name.

    >>> load_all("/no/such/folder")
    Traceback (most recent call last):
        ...
    detente.errors.InputError: /no/such/folder: does not exist; give a file or a folder of articles
    """
    found, faults = load_some(path, published=published)
    if faults:
        raise InputError(*faults)
    return found


def load_some(
    path: str | Path, *, published: str | None = None
) -> tuple[tuple[Article, ...], tuple[Fault, ...]]:
    """The articles of a file or a folder that can be read, and what is wrong with the rest.

    Raises
    ------
    InputError
        With all faults, where nothing can be read.
    """
    return some(partial(in_file, file, published) for file in files(path))


def some(
    parts: Iterable[Callable[[], Iterable[Article]]],
) -> tuple[tuple[Article, ...], tuple[Fault, ...]]:
    """What can be read of several sources, and what is wrong with the rest.

    Raises
    ------
    InputError
        With all faults, where nothing can be read.
    """
    found: list[Article] = []
    faults: list[Fault] = []
    for part in parts:
        try:
            for article in part():  # what comes before a fault is kept
                found.append(article)  # noqa: PERF402
        except InputError as error:
            faults += error.faults
    if faults and not found:
        raise InputError(*faults)
    return tuple(found), tuple(faults)


def in_file(file: Path, published: str | None = None) -> Iterator[Article]:
    """The articles of one file, one by one."""
    return articles(_read(file, str(file)), str(file), published)


def files(path: str | Path) -> list[Path]:
    """The file, or the files of a folder, and of those in it, that may hold articles, by name.

    What is hidden, and cases that were drafted here, are left alone; links are not followed.
    """
    folder = Path(path)
    if not folder.is_dir():
        return [folder]
    if not os.access(folder, os.R_OK | os.X_OK):
        raise fault(str(folder), "may not be read", "change its permissions")
    found = sorted(_within(folder) if not (folder / _CASE).exists() else _given(folder))
    if not found:
        raise fault(str(folder), "holds no articles", _UNSUPPORTED)
    return found


def _within(folder: Path) -> Iterator[Path]:
    for at, folders, names in os.walk(folder):
        depth = len(Path(at).relative_to(folder).parts)
        cases = [name for name in folders if Path(at, name, _CASE).exists()]
        shown = (name for name in folders if not name.startswith(".") and name not in cases)
        folders[:] = sorted(shown) if depth < _DEEPEST else []
        yield from (
            Path(at, name)
            for name in names
            if name.lower().endswith(SUPPORTED) and not name.startswith(".")
        )


def _given(case: Path) -> Iterator[Path]:
    """The articles of a case, as they were given, where it keeps that beside what was read."""
    found = list(_within(case))
    kept = {path.name.partition(".")[0] for path in found if _ORIGINAL in path.name}
    yield from (p for p in found if _ORIGINAL in p.name or p.stem not in kept)


def _most(form: ModuleType) -> int:
    return int(getattr(form, "MAX_BYTES", MAX_BYTES))


def _read(path: Path, name: str) -> bytes:
    most = max(
        (_most(form) for form in FORMATS if name.lower().endswith(form.SUFFIXES)),
        default=MAX_BYTES,
    )
    try:
        if path.is_dir():
            raise fault(name, "is a folder", "give one article, or load the folder whole")
        if path.stat().st_size > most:
            raise _too_large(name, most)
        return path.read_bytes()
    except FileNotFoundError:
        raise fault(name, "does not exist", "give a file or a folder of articles") from None
    except PermissionError:
        raise fault(name, "may not be read", "change its permissions") from None
    except (OSError, ValueError) as error:
        raise fault(name, f"cannot be read ({error})", "give a file that can") from None


def _refuse(given: bytes, name: str) -> None:
    if given.startswith(_GZIP):
        raise fault(name, "is a gzip archive", "unpack it first, or give a .warc.gz")
    for signature, what in _SIGNATURES:
        if given.startswith(signature):
            raise fault(name, f"is {what}", _UNSUPPORTED)


def _too_large(name: str, most: int) -> InputError:
    what = f"is larger than {most // 1_000_000} MB"
    return fault(name, what, "give the article alone, or split the file")

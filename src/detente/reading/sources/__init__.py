"""Coverage as it comes: one file a format, each turning bytes into a document.

A document's `text` is what all offsets count in. Nothing is executed, nothing is fetched, and
sizes are bounded before anything is read.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from detente.dispute.evidence import Document
from detente.errors import Fault, InputError
from detente.reading.sources import markup, text

MAX_BYTES = 5_000_000
SUPPORTED = (*text.SUFFIXES, *markup.SUFFIXES)
_UNSUPPORTED = "give plain text or saved HTML: " + " ".join(SUPPORTED)

# How well-known formats that are no text begin.
_SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"{\\rtf", "a rich-text document"),
)


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
        The date of publication, where it is known from elsewhere.

    Raises
    ------
    InputError
        With one fault: missing, no permission, empty, too large, or no text that we read.

    Examples
    --------
    >>> load(b"Norland closed the strait.", name="strait.txt").text
    'Norland closed the strait.'
    >>> load(b"%PDF-1.7", name="strait.pdf")
    Traceback (most recent call last):
        ...
    detente.errors.InputError: strait.pdf: is a PDF; give plain text or saved HTML: ...
    """
    if isinstance(path_or_bytes, bytes):
        given, name = path_or_bytes, name or "input"
    else:
        name = name or str(path_or_bytes)
        given = _read(Path(path_or_bytes), name)
    _check(given, name)
    read = markup.document if markup.fits(given, name) else text.document
    document: Document = read(given, name, published)
    if not document.text.strip():
        raise _fault(name, "has no text", "give an article")
    return document


def load_all(path: str | Path, *, published: str | None = None) -> tuple[Document, ...]:
    """The articles of a file or a folder, sorted by name.

    >>> load_all("/no/such/folder")
    Traceback (most recent call last):
        ...
    detente.errors.InputError: /no/such/folder: does not exist; give a file or a folder of articles
    """
    folder = Path(path)
    if not folder.is_dir():
        return (load(folder, published=published),)
    try:
        files = sorted(
            file for file in folder.iterdir() if file.is_file() and _suffix(file) in SUPPORTED
        )
    except PermissionError:
        raise _fault(str(path), "may not be read", "change its permissions") from None
    if not files:
        raise _fault(str(path), "holds no articles", _UNSUPPORTED)
    documents: list[Document] = []
    faults: list[Fault] = []
    for file in files:
        try:
            documents.append(load(file, published=published))
        except InputError as error:
            faults += error.faults
    if faults:
        raise InputError(*faults)
    return tuple(documents)


def _suffix(file: Path) -> str:
    return file.suffix.lower()


def _read(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise _fault(name, "is a folder", "give one article, or load the folder whole")
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(name)
        return path.read_bytes()
    except FileNotFoundError:
        raise _fault(name, "does not exist", "give a file or a folder of articles") from None
    except PermissionError:
        raise _fault(name, "may not be read", "change its permissions") from None
    except (OSError, ValueError) as error:
        raise _fault(name, f"cannot be read ({error})", "give a file that can") from None


def _check(given: bytes, name: str) -> None:
    if not given.strip():
        raise _fault(name, "is empty", "give an article")
    if len(given) > MAX_BYTES:
        raise _too_large(name)
    for signature, what in _SIGNATURES:
        if given.startswith(signature):
            raise _fault(name, f"is {what}", _UNSUPPORTED)


def _too_large(name: str) -> InputError:
    limit = f"{MAX_BYTES // 1_000_000} MB"
    return _fault(name, f"is larger than {limit}", "give the article alone, or split the file")


def _fault(name: str, what: str, instead: str) -> InputError:
    return InputError(Fault(name, 0, 0, what, instead))


def digest(given: bytes) -> str:
    """The SHA-256 of what was given, in hexadecimal.

    >>> digest(b"")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(given).hexdigest()

"""Plain text: decoded, and otherwise unchanged, so that offsets point into the user's own file."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from detente.dispute.evidence import Document
from detente.errors import Fault, InputError
from detente.reading.sources import encodings
from detente.reading.sources.article import Article, byline, digest, iso

SUFFIXES = (".txt", ".text", ".md")

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = re.compile(r"---[ \t]*\r?\n(.*?\n)---[ \t]*\r?\n\s*", re.DOTALL)
_TOLD = re.compile(r"^(title|date|author):[ \t]*[\"']?(.*?)[\"']?[ \t]*\r?$", re.MULTILINE)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LETTER = re.compile(r"[^\W\d_]")


def articles(given: bytes, name: str, published: str | None) -> Iterator[Article]:
    """The one article of a plain text."""
    yield Article(document(given, name, published), given, ".txt")


def document(given: bytes, name: str, published: str | None) -> Document:
    r"""The document of a plain text; of Markdown without the lines that tell of it at its head.

    >>> document(b"One\r\ntwo", "a.txt", None).text
    'One\r\ntwo'
    >>> noted = document(b"---\ntitle: Strait\ndate: 2031-03-02\n---\n# Strait\n", "a.md", None)
    >>> noted.title, noted.published, noted.text
    ('Strait', '2031-03-02', '# Strait\n')
    """
    text = decode(given, name)
    head = _HEAD.match(text) if name.lower().endswith(".md") else None
    about = dict(_TOLD.findall(head[1])) if head else {}
    return Document(
        id="",
        title=about.get("title", ""),
        text=text[head.end() :] if head else text,
        file=name,
        source=name,
        published=published or iso(about.get("date")),
        author=byline(about.get("author")),
        sha256=digest(given),
    )


def decode(given: bytes, name: str) -> str:
    r"""The text of bytes: by its byte order mark, else UTF-8, else by the words that come out.

    Raises
    ------
    InputError
        Where no encoding gives a plausible text.

    Examples
    --------
    >>> decode("café".encode("cp1252"), "a.txt")
    'café'
    >>> decode(b"a\x00b", "a.txt")
    Traceback (most recent call last):
        ...
    detente.errors.InputError: a.txt: is binary, not text; give an article
    """
    for mark, encoding in _MARKS:
        if given.startswith(mark):
            wide = int(encoding[4:6]) // 8 if encoding != "utf-8" else 1
            whole = len(given) - len(given) % wide  # a last letter may be cut
            return _decoded(given[len(mark) : max(whole, len(mark) + 1)], encoding, name)
    try:
        return _plausible(given.decode("utf-8"), name)
    except UnicodeDecodeError:
        return _plausible(_guessed(given, name), name)
    except InputError:
        if encodings.guessed(given) not in encodings.WIDE:
            raise
        return _plausible(_guessed(given, name), name)


def _decoded(given: bytes, encoding: str, name: str) -> str:
    try:
        return _plausible(given.decode(encoding), name)
    except UnicodeDecodeError:
        raise _undecodable(name) from None


def _guessed(given: bytes, name: str) -> str:
    if (text := encodings.mended(given)) is not None:
        return text
    encoding = encodings.guessed(given)
    if encoding is None:
        raise _undecodable(name)
    try:
        return given.decode(encoding)
    except UnicodeDecodeError:  # bytes that cp1252 does not use
        return given.decode("latin-1" if encoding == "cp1252" else encoding, "replace")


def _plausible(text: str, name: str) -> str:
    controls = len(_CONTROL.findall(text))
    if "\x00" in text or controls > len(text) * 0.01:
        raise InputError(Fault(name, 0, 0, "is binary, not text", "give an article"))
    if text.strip() and not _LETTER.search(text):
        raise InputError(Fault(name, 0, 0, "holds no words", "give an article"))
    return text


def _undecodable(name: str) -> InputError:
    return InputError(Fault(name, 0, 0, "cannot be decoded", "save it as UTF-8"))

"""What every format gives: articles, each with the bytes it was made of; and how it refuses."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from detente.dispute.evidence import Document
from detente.errors import Fault, InputError

SCHEMES = ("http", "https")
_NAME = re.compile(r"[^\W\d_][^\d@/<>]{1,80}")
_BRIEFEST = 100  # letters of what a library says
_LONGEST = 200  # letters of who wrote it
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")
_PRECISE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Article:
    """A document, what it was made of, and the suffix that such a file has."""

    document: Document
    given: bytes
    suffix: str


def is_address(source: str) -> bool:
    """Whether a source is the address of a page or a feed.

    >>> is_address("https://news.example/a"), is_address("a.txt"), is_address("file:///etc/hosts")
    (True, False, False)
    """
    return urlsplit(source).scheme.lower() in SCHEMES if "://" in source else False


def article(
    text: str,
    given: bytes,
    source: str,
    *,
    suffix: str = ".txt",
    title: str = "",
    published: str | None = None,
    author: object = None,
) -> Article:
    r"""An article of its text: a title that the text does not begin with is put on top of it.

    >>> article("It failed.", b"", "a.eml", title="Talks").document.text
    'Talks\n\nIt failed.'
    """
    title, text = _writable(" ".join(title.split())), _writable(text)
    whole = f"{title}\n\n{text}" if title and not text.lstrip().startswith(title) else text
    document = Document(
        id="",
        title=title,
        text=whole,
        file=source,
        source=source,
        published=published,
        sha256=digest(given),
        author=byline(author),
    )
    return Article(document, given, suffix)


def _writable(text: str) -> str:
    r"""A text whose letters can be saved: for half a pair of surrogates, or a zero, U+FFFD.

    >>> _writable("a\ud800b\0") == "a\ufffdb\ufffd"
    True
    """
    return _UNWRITABLE.sub("\ufffd", text)


def fault(name: str, what: str, instead: str, line: int = 0) -> InputError:
    """The error of a source that is no article."""
    return InputError(Fault(name, line, 0, what, instead))


def brief(error: Exception) -> str:
    r"""What a library says of a fault, on one line that is not too long.

    >>> brief(ValueError("no\nsuch")), brief(EOFError())
    ('no such', 'EOFError')
    """
    return " ".join(str(error).split())[:_BRIEFEST] or type(error).__name__


def iso(found: object) -> str | None:
    """A date as precise as it is given, in ISO 8601.

    >>> iso("2031-03-02T10:00:00Z"), iso(dt.date(2031, 3, 2)), iso("soon"), iso("2031-13-40")
    ('2031-03-02', '2031-03-02', None, None)
    """
    if isinstance(found, dt.date):
        return found.isoformat()[:10]
    match = _PRECISE.match(str(found or "").strip())
    told = [int(part) for part in match[0].split("-")] if match else []
    try:
        dt.date(*([*told, 1, 1] if told else [1, 1, 1])[:3])
    except ValueError:  # a thirteenth month
        return None
    return match[0] if match else None


def byline(found: object) -> str | None:
    """Who wrote it, on one line: of several all; no addresses, and nothing that is no name.

    >>> byline("Ana Berg; Jo Lee"), byline(["Ana Berg"]), byline("https://x.example"), byline(None)
    ('Ana Berg, Jo Lee', 'Ana Berg', None, None)
    """
    several = found if isinstance(found, list) else str(found or "").split(";")
    names = [" ".join(str(name).split()) for name in several if isinstance(name, str)]
    named = [name for name in dict.fromkeys(names) if _NAME.fullmatch(name)]
    return ", ".join(named)[:_LONGEST] or None


def digest(given: bytes) -> str:
    """The SHA-256 of what was given, in hexadecimal.

    >>> digest(b"")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(given).hexdigest()

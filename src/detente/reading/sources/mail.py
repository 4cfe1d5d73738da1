"""Mails (.eml): the subject, the date, and the plain text, or else the page, in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parsedate_to_datetime

from detente.errors import InputError
from detente.reading.sources import markup, text
from detente.reading.sources.article import Article, article, fault, iso

SUFFIXES = (".eml",)
_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}")
_OURS = re.compile(rb"^(?:From|Date|Subject|Message-ID|Received):", re.IGNORECASE | re.MULTILINE)
_SIGNATURE = re.compile(r"^-- ?\r?$", re.MULTILINE)  # what follows is who sent it, or on what
_ENOUGH = 3  # headers of mails


def fits(given: bytes, name: str) -> bool:
    r"""Whether it is called a mail, or begins with the headers of one.

    >>> fits(b"From: a@b\nDate: x\nSubject: y\n\nz", "a"), fits(b"Note: 1\nNote: 2\n", "a")
    (True, False)
    """
    if name.lower().endswith(SUFFIXES):
        return True
    head = _HEADER.match(given[:4000])
    return head is not None and len(_OURS.findall(head[0])) >= _ENOUGH


def articles(given: bytes, name: str, published: str | None) -> Iterator[Article]:
    """The one article of a mail; attachments are left alone.

    Raises
    ------
    InputError
        Where there is no text in it.
    """
    mail = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(given)
    body = mail.get_body(preferencelist=("plain", "html"))
    content = _content(body, name) if body is not None else ""
    if not content.strip():
        raise fault(name, "is a mail without text", "give the article itself")
    if body is not None and body.get_content_subtype() == "html":
        content = markup.document(content.encode(), name, None).text
    else:
        content = _SIGNATURE.split(content, maxsplit=1)[0] or content
    title = str(mail.get("Subject", ""))
    when = published or _date(mail)
    yield article(content, given, name, suffix=".eml", title=title, published=when)


def _content(body: MIMEPart, name: str) -> str:
    """The text of a part, in the encoding that it names, or else as any text is decoded."""
    try:
        return str(body.get_content())
    except (LookupError, ValueError):
        given = body.get_payload(decode=True)
    try:
        return text.decode(given, name) if isinstance(given, bytes) else ""
    except InputError:
        return ""


def _date(mail: EmailMessage) -> str | None:
    try:
        return iso(parsedate_to_datetime(str(mail["Date"])))
    except (TypeError, ValueError):
        return None

"""Mails (.eml): the subject, the date, and the plain text, or else the page, in it.

Of a mail that forwards another one, it is the other that is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage, Message, MIMEPart
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
_FEW = 40  # words of a note to what is forwarded
_PASSED_ON = re.compile(r"^(?:\s*(?:fwd?|re|wg|aw|tr|rv|enc|ynt|ilt|i)\s*:)+\s*", re.IGNORECASE)
# "---------- Forwarded message ---------", "Begin forwarded message:", and the headers below it
_FORWARDED = re.compile(
    r"^(?:[-_]{2,}[ \t]*[^\W\d_][^\n]{4,60}?[ \t]*[-_]{2,}|[^\W\d_][^\n]{4,60} message:)[ \t]*\r?\n"
    r"\s*(?P<headers>(?:\*?[^\W\d_][^\n:]{0,20}:[^\n]*\n){2,8})",
    re.MULTILINE,
)
_QUOTED = re.compile(r"^> ?", re.MULTILINE)
_CALLED = "subject|betreff|objet|asunto|subiect|konu|тема|件名|الموضوع"
_SUBJECT = re.compile(
    rf"^\*?(?:{_CALLED})\*?[ \t]*:\*?[ \t]*(.*?)\s*$", re.IGNORECASE | re.MULTILINE
)


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
    """The one article of a mail; attachments are left alone, but for a mail that it forwards.

    Raises
    ------
    InputError
        Where there is no text in it.
    """
    mail: Message = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(given)
    content, told = _content(mail, name), mail
    if len(content.split()) < _FEW and (inner := _attached(mail)) is not None:
        within = _content(inner, name)
        content, told = (within, inner) if within.strip() else (content, mail)
    if not content.strip():
        raise fault(name, "is a mail without text", "give the article itself")
    title, content = _unpacked(_header(told, "Subject"), content)
    when = published or _date(told)
    yield article(content, given, name, suffix=".eml", title=title, published=when)


def _content(mail: Message, name: str) -> str:
    """The text of a mail: of its plain part, or of its page; of a broken one whatever is there."""
    try:
        body = mail.get_body(("plain", "html")) if isinstance(mail, MIMEPart) else None
    except (AttributeError, KeyError, ValueError):  # of a mail that says it has parts, and has none
        body = None
    if body is None:
        whole = mail.get_payload()
        return whole if isinstance(whole, str) and _is_text(mail) else ""
    content = _decoded(body, name)
    if body.get_content_subtype() == "html":
        return markup.document(content.encode("utf-8", "replace"), name, None, "utf-8").text
    return _SIGNATURE.split(content, maxsplit=1)[0] or content


def _is_text(mail: Message) -> bool:
    return mail.get_content_maintype() in {"text", "multipart"}


def _decoded(body: MIMEPart, name: str) -> str:
    """The text of a part, in the encoding that it names, or else as any text is decoded."""
    try:
        return str(body.get_content())
    except (LookupError, ValueError):
        given = body.get_payload(decode=True)
    try:
        return text.decode(given, name) if isinstance(given, bytes) else ""
    except InputError:
        return ""


def _attached(mail: Message) -> Message | None:
    """The mail that another one carries."""
    for part in mail.walk():
        inner = part.get_payload() if part.get_content_type() == "message/rfc822" else None
        if isinstance(inner, list) and inner and isinstance(inner[0], Message):
            return inner[0]
    return None


def _unpacked(title: str, content: str) -> tuple[str, str]:
    r"""Title and text without what passing it on put around them.

    >>> _unpacked("Fwd: Talks", "> They\n> failed.\n")
    ('Talks', 'They\nfailed.\n')
    """
    forwarded = _FORWARDED.search(content)
    if forwarded and len(content[: forwarded.start()].split()) < _FEW:
        subject = _SUBJECT.search(forwarded["headers"])
        title = subject[1] if subject else title
        content = content[forwarded.end() :].lstrip("\r\n")
    lines = content.splitlines()
    if sum(line.startswith(">") for line in lines) * 2 > len(lines):
        content = "\n".join(line for line in lines if line.startswith(">") or not line.strip())
        content = _QUOTED.sub("", content) + "\n"
    return _PASSED_ON.sub("", title), content


def _header(mail: Message, name: str) -> str:
    try:
        return str(mail.get(name, ""))
    except (AttributeError, IndexError, TypeError, ValueError):  # of one that breaks its parser
        return ""


def _date(mail: Message) -> str | None:
    try:
        return iso(parsedate_to_datetime(_header(mail, "Date")))
    except (TypeError, ValueError):
        return None

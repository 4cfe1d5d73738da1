"""The form of an article: its headline, what in it is no part of it, and its languages."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from detente.dispute.evidence import Document
from detente.reading import dates, noise
from detente.reading.noise import lines
from detente.reading.wording import words

READ = ("en",)  # the languages in which bodies are read

_HEADLINE_LENGTH = 250
_LONGEST = 12  # words of a headline with a full stop; a longer one is the first paragraph
_LINE = 20  # letters of a line of which the language can be told
_SAMPLE = 2000  # characters that suffice to tell a language
COMMON = words("""
    the of and to that was for with by has have had which its it is are be been from not this they
    their who would will said""")
_FEW, _SHARE = 30, 6  # words, and of how many one is among these: in English one of three or four

_TOP = 8  # lines in which an article says when it is from
_DATED = re.compile(  # what may stand around the date: a notice, a town, who wrote it, the time
    r"""^(?:(?i:(?:first|last)?\ ?(?:published|posted|updated|issued|filed|dated?)\b\W*
            (?:at\ [\d:.]{4,5}\W*(?:[a-z]{2,4}\W+)?)?(?:on\ )?)
        |(?:[^\W\d_][\w.'/-]*,?[ ]?){1,4}(?:\([^()\n]{2,30}\))?(?:[,.]|\ [—–-])[ ]
        |(?i:by|from)\ [^\d\n]{2,80}?[,.|·—–-]\ )?
        (?:(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\W{1,2})?
        (?P<date>\S.{5,24}?)
        (?:[ ]?\([^()\n]{2,30}\))?
        (?:,?\ (?:at\ )?\d{1,2}[:.]\d\d.{0,12}|\ ?[-–—]{1,2}\ .*|[.:]\ .*|\.?)?$""",
    re.VERBOSE,
)
_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FIGURE = re.compile(r"\d")

Line = tuple[int, int]


def headline(text: str, without: tuple[Line, ...]) -> Line | None:
    r"""The span of the headline, where the text has one.

    >>> headline("Talks fail\n\nThey failed on Monday.", ())
    (0, 10)
    >>> headline("They failed on Monday. Nobody knows why.\nMore.", ()) is None
    True
    >>> lead = "OSLO - Norland will not open the strait until Sudmark has paid its dues, it said."
    >>> headline(f"{lead}\n\nThe strait is shut.", ()) is None
    True
    """
    left = [line for line in lines(text) if line not in set(without)]
    if len(left) < 2:  # noqa: PLR2004 — a headline and what it is the head of
        return None
    (start, end), (following, _) = left[:2]
    line = text[start:end]
    if len(line) > _HEADLINE_LENGTH:
        return None
    apart = text.count("\n", end, following) > 1 or text.count("\r", end, following) > 1
    closed = line.rstrip("\"'”’»)").endswith((".", "。", "…"))
    if closed and (re.search(r"[.!?]\s+\S", line) or not apart or len(line.split()) > _LONGEST):
        return None
    return (start, end)


def language(text: str, beside: str | None = None) -> str | None:
    """The language of a text, as an ISO 639-1 code; of a few words that of what is beside them.

    >>> language("Talks between the two countries failed on Monday.")
    'en'
    >>> language("Commentary", "en"), language("Keine Einigung ohne Reparationen", "en")
    ('en', 'de')
    """
    if not re.search(r"[^\W\d_]", text):
        return None
    if beside and text.isascii() and len(text.split()) == 1:
        return beside
    if _is_plainly_english(text[:_SAMPLE]):
        return "en"
    from detente.reading.identifier import identified

    return identified(text[:_SAMPLE], beside)


def _of_most(body: str) -> str | None:
    r"""The language of a body; where some of it is in another script, that of most of it.

    >>> _of_most("The talks between the two failed again on Monday.\n\nМосква не подпишет это.")
    'en'
    """
    spoken = language(body)
    if spoken in READ:
        return spoken
    parts = [line for line in body[:_SAMPLE].split("\n") if len(line) > _LINE]
    read = sum(_weight(line) for line in parts if language(line) in READ)
    return READ[0] if read * 2 > sum(map(_weight, parts)) else spoken


def _weight(line: str) -> int:
    """How much a line says: a letter of Chinese, Japanese or Korean is worth two."""
    return len(line) + sum(letter > "\u3000" for letter in line)


def _is_plainly_english(text: str) -> bool:
    """Whether as many of its words are among the commonest of English as of no other language.

    >>> _is_plainly_english("The talks that were to end the strike of the miners have failed. " * 3)
    True
    >>> _is_plainly_english("Die Gespräche, die den Streik beenden sollten, sind gescheitert. " * 3)
    False
    """
    said = re.findall(r"[^\W\d_]+", text.lower())
    common = sum(word in COMMON for word in said)
    return len(said) >= _FEW and common * _SHARE >= len(said)


def published(text: str) -> str | None:
    r"""The day that an article says it is from: in its dateline, or on a line at its top.

    >>> published("Talks fail\n\nOSLO, 14 June 2031 (Agency) — The talks failed on Monday.")
    '2031-06-14'
    >>> published("Talks fail\n\nPort Lamine, 14 June 2031. The talks failed on Monday.")
    '2031-06-14'
    >>> published("Talks fail\nBy Ana Berg in Port Lamine, 14 June 2031\nThe talks failed.")
    '2031-06-14'
    >>> published("Talks fail\nPublished: June 14, 2031 at 10:15\nThe talks failed.")
    '2031-06-14'
    """
    for start, end in lines(text)[:_TOP]:
        line = text[start:end]
        for match in _DATED.finditer(line) if _FIGURE.search(line) else ():
            found = dates.find(match["date"])
            if len(found) == 1 and found[0].end - found[0].start >= len(match["date"].strip(" ,.")):
                value = found[0].value
                if value and _WHOLE_DAY.fullmatch(value):
                    return value
    return None


_HEADING = re.compile(r"^#{1,6}\s+|\s+#+$")  # Markdown's


def formed(document: Document) -> Document:
    r"""The document with its headline, noise and languages found.

    >>> shaped = formed(Document("d1", text="Talks fail\n\nThe talks on the ferry line failed."))
    >>> shaped.headline, shaped.title, shaped.language
    ((0, 10), 'Talks fail', 'en')
    >>> formed(Document("d1", text="# Talks fail\n\nThe talks on the ferry line failed.")).title
    'Talks fail'
    """
    found = noise.find(document.text)
    head = headline(document.text, found)
    body = _body(document.text, found, head)
    spoken = _of_most(body)
    head_spoken = language(document.text[slice(*head)], spoken) if head else None
    title = document.title or (document.text[slice(*head)] if head else "")
    title = _HEADING.sub("", title)
    return replace(
        document,
        title=title,
        published=document.published or published(document.text),
        noise=found,
        headline=head,
        language=spoken,
        headline_language=head_spoken,
    )


def _body(text: str, found: tuple[Line, ...], head: Line | None) -> str:
    cuts = sorted([*found, *([head] if head else [])])
    edges = [0, *(edge for cut in cuts for edge in cut), len(text)]
    return " ".join(text[start:end] for start, end in list(pairwise(edges))[::2]).strip()

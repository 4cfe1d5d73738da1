"""The form of an article: its headline, what in it is no part of it, and its languages."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from detente.dispute.evidence import Document
from detente.reading import dates

READ = ("en",)  # the languages in which bodies are read

_HEADLINE_LENGTH = 250
_SAMPLE = 4000  # characters that suffice to tell a language

# Lines that are no part of an article: the whole line is noise where one of these begins it.
_BEGINNINGS = (
    "adverti[sz]e?ment|sponsored|promoted content|paid (content|post)|story continues below",
    "publicitate|publicité|publicidad|pubblicità|anzeige|werbung|реклама|reklama?|広告|إعلان",
    r"(read|see) (also|more|next)\b|also read|related( articles?| stories| coverage)?\s*:",
    r"more (from|on) (this|the|our)\b|more [a-z]+: .{0,60}$|most (read|popular|viewed)",
    r"recommended( for you)?\s*$|you (may|might) also (like|be interested)|trending",
    r"editor'?s? pick|don'?t miss|in pictures|terms apply|puzzle page|download now",
    "(à )?lire aussi|lesen sie auch|mehr zum thema|le[ae] también|leia também|leggi anche",
    "acest site folosește cookie|ce site utilise des cookies|este sitio utiliza cookies",
    "diese website verwendet cookies|citește și|citiți și|читайте (также|також)|ayrıca okuyun",
    "関連記事|あわせて読みたい|اقرأ أيضا",
    r"(sign up|subscribe|register|log in|sign in|enjoying this (story|article)|join our)\b",
    r"support (independent|our|quality)|(follow|like) us\b|share (this|on|via)\b",
    r"download our app|newsletter\s*:?\s*$|get (the|our|your) .{0,60}(newsletter|your inbox)",
    "(cookie|privacy) (notice|policy|settings)|we (and our partners )?use cookies",
    r"accept (all|cookies)|(photo(graph)?|image|picture|foto)s?( credits?)?\s*[:|]",
    r"(video|watch|listen|graphic|map|credit)s?( credits?)?\s*[:|]|file photo",
    r"\[?(photo|picture|image) gallery|listen to this|watch (live|now)|\[(photo|video)",
    r"(\(c\)|©|copyright)|all rights reserved|(last )?updated\b.{0,40}$|published\s*:?.{0,40}$",
    "this (live blog|article|story|page|post) (is|was|has been)( now)? (clos|updat|correct|amend)",
    r"(correction|clarification)s? (appended|policy)|(\d+ )?comments?\s*(\(\d+\))?\s*$",
    "scores and tables|(click|tap) here|skip to|back to top|jump to|(continue|keep) reading",
    r"(editorial|opinion|analysis|comment|breaking|exclusive|live|explainer)\s*$|print this",
    r"tags?\s*:|home\s*[|>/»]|\d+ (min|minutes?) read|estimated reading time",
    "reporting by .{0,80}; (editing|writing)|travelling this week|compare insurance",
    r"(ignore|disregard|forget) (all |any |the )?(previous|prior|above|earlier)\b.{0,40}instruct",
    r"(system|assistant|ai|llm|model)\s*(prompt|instructions?)?\s*:\s|<\/?[a-z][^>]*>\s*$",
)  # fmt: skip
_DECORATION = r"[\s\-–—*#>=_~•·▪►▶◄★✉📷📸🎥🔊🔔🎧👉📰️\[(]*"
_NOISE = re.compile(rf"^{_DECORATION}(?:{'|'.join(_BEGINNINGS)})", re.IGNORECASE)
_WITHIN = re.compile(
    r"all rights reserved|subscribe to our|sign up (for|to) our|our (free )?(weekly|daily|morning)?"
    r" ?newsletter|manage (preferences|cookies)|accept all\b|\bgetty images\b|photo by\b"
    r"|photo(graph)?: [A-Z]"
    r"|comments \(\d+\)|share on (x|facebook|twitter)",
    re.IGNORECASE,
)
_WITHIN_LENGTH = 200  # a longer line is a paragraph that only mentions such things
_NAVIGATION = re.compile(r"^[^.!?|»›]{1,30}(?:\s*[|»›•]\s*[^.!?|»›]{1,30}){2,}$")
_LIST_HEADER = re.compile(
    r"^\W*(most (read|popular|viewed)|recommended|trending|related|more (from|on|stories))"
    r"[^.!?]{0,40}$",
    re.IGNORECASE,
)
_LIST_ENTRY = re.compile(r"^\s*(?:\d{1,2}[.)]|[-*•▪])\s")
_TOP = 8  # lines in which an article says when it is from
_DATED = re.compile(  # what may stand around the date: a notice, a town, an agency, the time
    r"""^(?:(?i:(?:first|last)?\ ?(?:published|posted|updated|issued|filed|dated?)\b\W*(?:on\ )?)
        |(?:[^\W\d_][\w.'/-]*[ ]?){1,4}(?:\([^()\n]{2,30}\))?[,.]\ )?
        (?P<date>\S.{5,24}?)
        (?:[ ]?\([^()\n]{2,30}\))?
        (?:,?\ (?:at\ )?\d{1,2}[:.]\d\d.{0,12}|\ ?[-–—]{1,2}\ .*|\.?)?$""",
    re.VERBOSE,
)
_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NO_WORDS = re.compile(r"^[\W_]*$")

Line = tuple[int, int]


def lines(text: str) -> list[Line]:
    r"""The spans of the lines of a text that are not blank, without the space around them.

    >>> lines(" One \r\n\r\ntwo")
    [(1, 4), (9, 12)]
    """
    found = []
    for match in re.finditer(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+", text):
        line = match[0].strip()
        if line:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            found.append((start, start + len(line)))
    return found


def noise(text: str) -> tuple[Line, ...]:
    r"""The lines that are no part of the article: advertisements, navigation, captions, notices.

    >>> noise("Talks fail\n\n- Advertisement -\n\nThey failed.")
    ((12, 29),)
    """
    found: list[Line] = []
    in_list = False
    for position, (start, end) in enumerate(lines(text)):
        line = text[start:end]
        in_list = bool(in_list and _LIST_ENTRY.match(line)) or bool(_LIST_HEADER.match(line))
        if in_list or _is_noise(line, first=position == 0):
            found.append((start, end))
    return tuple(found)


def _is_noise(line: str, *, first: bool) -> bool:
    if _NO_WORDS.match(line):
        return True
    if len(line) <= _WITHIN_LENGTH and _WITHIN.search(line):
        return True
    if first and len(line) > 40:  # noqa: PLR2004 — a headline may begin like a notice
        return False
    if _NAVIGATION.match(line) and "|" in line:
        return True
    return len(line) <= _HEADLINE_LENGTH and bool(_NOISE.match(line))


def headline(text: str, without: tuple[Line, ...]) -> Line | None:
    r"""The span of the headline, where the text has one.

    >>> headline("Talks fail\n\nThey failed on Monday.", ())
    (0, 10)
    >>> headline("They failed on Monday. Nobody knows why.\nMore.", ()) is None
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
    if closed and (re.search(r"[.!?]\s+\S", line) or not apart):
        return None
    return (start, end)


def language(text: str) -> str | None:
    """The language of a text, as an ISO 639-1 code.

    >>> language("Talks between the two countries failed on Monday.")
    'en'
    """
    if not re.search(r"[^\W\d_]", text):
        return None
    from py3langid import classify

    return str(classify(text[:_SAMPLE])[0])


def published(text: str) -> str | None:
    r"""The day that an article says it is from: in its dateline, or on a line at its top.

    >>> published("Talks fail\n\nOSLO, 14 June 2031 (Agency) — The talks failed on Monday.")
    '2031-06-14'
    >>> published("Talks fail\nPublished: June 14, 2031 at 10:15\nThe talks failed.")
    '2031-06-14'
    """
    for start, end in lines(text)[:_TOP]:
        for match in _DATED.finditer(text[start:end]):
            found = dates.find(match["date"])
            if len(found) == 1 and found[0].end - found[0].start >= len(match["date"].strip(" ,.")):
                value = found[0].value
                if value and _WHOLE_DAY.fullmatch(value):
                    return value
    return None


def formed(document: Document) -> Document:
    r"""The document with its headline, noise and languages found.

    >>> shaped = formed(Document("d1", text="Talks fail\n\nThe talks on the ferry line failed."))
    >>> shaped.headline, shaped.title, shaped.language
    ((0, 10), 'Talks fail', 'en')
    """
    found = noise(document.text)
    head = headline(document.text, found)
    body = _body(document.text, found, head)
    spoken = language(body)
    head_spoken = language(document.text[slice(*head)]) if head else None
    title = document.title or (document.text[slice(*head)] if head else "")
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

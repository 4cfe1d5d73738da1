"""What sets a position apart as one of another time, whatever it is held against."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.dispute.evidence import Evidence
from detente.reading.changes.turns import SEASON, TOOK
from detente.reading.periods import MONTH, WEEKDAY

_BACK = 120  # characters in which the sentence before begins
_PAST = 3  # characters in which a paragraph ends, behind a quotation mark and a stop
_SENTENCE = re.compile(r"(?<=[.!?])[”\"]?\s")


def marks(piece: Evidence, text: str) -> Iterator[str]:
    """What can be said of it by itself, by the names of the weights.

    Examples
    --------
    >>> text = "Its tone is harder. In May Norland had called it “a gift”."
    >>> piece = Evidence("q1", "d1", text[20:], 20, len(text), "claim", ("norland",))
    >>> sorted(marks(piece, text))
    ['earlier_quoted', 'shift_before']
    """
    before = text[max(0, piece.start - _BACK) : piece.start].strip()
    said = {
        "shift_before": before and SHIFT.search(_SENTENCE.split(before)[-1]),
        "earlier_present": PRESENT.search(head(piece.quote)),
        "earlier_quoted": {'"', "“"} & {*piece.quote},
        "earlier_opens": "\n" in text[max(0, piece.start - 2) : piece.start],
        "earlier_ends": text[piece.end : piece.end + _PAST].lstrip(' .”"').startswith("\n"),
    }
    yield from (name for name, is_so in said.items() if is_so)


def head(sentence: str) -> str:
    """What comes before the words that are said, or before a second half.

    >>> head("He told them that it was lost."), head("“Lost,” he said")
    ('He told them ', '“Lost,” he said')
    """
    return _WORDS.split(sentence, maxsplit=1)[0] or sentence[:_HEAD]


_WORDS = re.compile(r"\bthat\b|[\"“;:]")
_HEAD = 60  # characters of what begins with words that are said


def said_then(sentence: str) -> bool:
    """Whether it was said on a day gone by: "in an address of 2021 he described it as lost".

    >>> said_then("In a letter of May he called it lost."), said_then("He says it was so in May.")
    (True, False)
    """
    said = head(sentence)
    return bool(_DAY.search(said) and _SAID.search(said) and not PRESENT.search(said))


_DAY = re.compile(
    rf"\b(?:(?:in|of|on|since|during|by) (?:\w+ )?{MONTH}|(?:19|20)\d\d|ago|campaign|opposition"
    rf"|last (?:{SEASON}|{MONTH}|{WEEKDAY})|in (?:the )?{SEASON}|then (?:an?|the|in|\w+ing)"
    r"|at the (?:time|signing|outset|start)|on (?:polling|election) day|predecessor)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    rf"\b(?:{TOOK}|call|describ(?:e|ing)|spoken|sworn|assuring|dismissing|talked|talking|wanted"
    r"|welcomed|favou?red|held|put)\b",
    re.IGNORECASE,
)
PRESENT = re.compile(  # told as of today
    r"\b(?:says?|accuses?|den(?:ies|y)|will|won[’']t|wants?|claims?|insists?|holds?|calls?|refuses?"
    r"|rejects?|demands?|maintains?|is|are|has|have|do(?:es)?|offers?|asks?|speaks?|remains?"
    r"|can(?:not|[’']t)?|must|regards?|considers?|sees?|warns?|threatens?|adds?|argues?)\b"
    r"|[’'](?:s|ll|re)\b",
    re.IGNORECASE,
)
SHIFT = re.compile(  # that somebody's line has changed, in so many words
    r"\b(?:softe[nr]\w*|harde[nr]\w*|tougher|climb(?:ed)? ?down|chang(?:e[ds]?|ing)|shift(?:ed|s)?"
    r"|revers\w+|contradict\w+|departure|different(?:ly)?|tune|tone|line|no longer|otherwise"
    r"|go(?:ing|ne)? back|went back|colder|warmer|milder|moved|that was before|(?:is|are) new)\b",
    re.IGNORECASE,
)

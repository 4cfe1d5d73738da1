"""Date phrases of a text as ISO dates, as precise as the words, relative ones resolved.

A table of patterns, each with what it means; what lies furthest left, then the longest, wins.
Relative words count from the day of publication ("last week") or from the date before them in the
text ("a month later", "that August"); where that is not known, there is no date. Seasons are
those
of the north, weeks run from Monday to Sunday.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from detente.reading.dates.meanings import Known, Meaning
from detente.reading.dates.table import TABLE
from detente.reading.periods import day, first_parts
from detente.reading.sought import Letters, Sought

EXAMPLES = (  # (text, published, the values in it)
    ("The pact of November 2003 lapsed on 2 July 2019.", None, ("2003-11", "2019-07-02")),
    ("Talks opened in the latter half of the 20th century.", None, ("1951/2000",)),
    ("Between 1998 and 2003 no ship called.", None, ("1998/2003",)),
    ("In the early 1990s the mine was shut.", None, ("1990/1993",)),
    ("It left on Tuesday.", "2025-05-14", ("2025-05-13",)),
    ("It left on Tuesday.", None, (None,)),
    ("It was held in March.", "2025-02-20", ("2024-03",)),
    ("On 3 May 2011 it struck; a month later it paid.", None, ("2011-05-03", "2011-06")),
    ("Two weeks ago the gate was shut.", "2025-05-14", ("2025-04-30",)),
    ("It fell in May 2011. On 3 June they met.", "2025-05-14", ("2011-05", "2011-06-03")),
    ("On 9 October 2025 they met. It has been shut since June.", None, ("2025-10-09", "2025-06")),
    ("Shut in April 2023, it opened in May of that year.", None, ("2023-04", "2023-05")),
    ("It has been shut since the fourteenth of March.", "2025-05-14", ("2025-03-14",)),
    ("The bells have been silent since Easter.", "2025-05-14", ("2025-04-20",)),
    ("On 3 May 2011 it struck, and was struck within hours.", None, ("2011-05-03", "2011-05-03")),
)
COUNTER_EXAMPLES = (
    "It may march again.", "They sold 2000 tonnes.", "Some 1,945 people left.",
    "It cost 1995 dollars.", "Flight 2014B was late.", "for the second time",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """Words of a text that name a time; `value` is None where it cannot be known."""

    start: int
    end: int
    value: str | None


_AHEAD = re.compile(
    r"\b(?:will|to be|due|next|scheduled|deadline|expires?|begins?|starts?|set for"
    r"|no later than|ahead of|takes? effect|planned for)\b(?:(?!\b(?:said|told"
    r"|warned)\b)[^.,;]){0,40}$"
    r"|\b(?:by|until|till)"
    r"(?: (?:at least|the (?:end|middle|start|beginning) of|late|early|mid-?))? ?$"
)
_CLOSED = re.compile(r", (?:was|were|has|have|is|are) ")  # "the ban, laid in 2022, was lifted in"
_RELATIVE = re.compile(r", (?:\w+ )?(?:which|who|whom|whose|where) [^,.]*$")
_PARAGRAPH = re.compile(r"\n")
_SENTENCE = re.compile(r"\n|[.!?][\"”’)]*\s")
_LINE = re.compile(r"[^\n]+")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_RULES = tuple((Sought(pattern), meaning) for pattern, meaning in TABLE)
_BY_LETTERS: dict[Letters, set[int]] = {}  # what it takes, and the places of the rules in the table
for _at, (_rule, _) in enumerate(_RULES):
    _BY_LETTERS.setdefault(_rule.letters, set()).add(_at)


def _matches(text: str) -> Iterator[tuple[re.Match[str], Meaning]]:
    """The leftmost of all matches, of these the longest, then the first in the table."""
    found = [
        (match, meaning)
        for line in _LINE.finditer(text)
        for rule, meaning in _likely(line[0])
        for match in rule.compiled.finditer(text, *line.span())
    ]
    end = 0
    for match, meaning in sorted(found, key=lambda pair: (pair[0].start(), -pair[0].end())):
        if match.start() >= end and text[max(0, match.start() - 3) : match.start()] != "ty-":
            end = match.end()
            yield match, meaning


def _likely(line: str) -> Iterator[tuple[Sought, Meaning]]:
    """The rules that may match in a line; none of them goes over its end."""
    small = line.lower()
    places = (found for some, found in _BY_LETTERS.items() if some.stand(line, small))
    return (_RULES[at] for at in sorted(set[int]().union(*places)))


def _is_closed(text: str, begun: int, at: int, here: int) -> bool:
    """As in "A court, to which Peru turned in 2016, ruled in June": the clause before has ended."""
    if _CLOSED.match(text, at, here):
        return True
    year = at - begun == 4 and "," in text[at:here]  # noqa: PLR2004 - its figures
    return year and _RELATIVE.search(text, max(0, begun - 120), begun) is not None


def _is_since(text: str, match: re.Match[str]) -> bool:
    """As in "held there since 1999": from when, and not when what is told next was."""
    year = match.end() - match.start() == 4 and match.group().isdigit()  # noqa: PLR2004 - its figures
    return year and text[max(0, match.start() - 6) : match.start()].lower() == "since "


def _is_told(previous: str | None) -> bool:
    """Whether the date before names a month or a day: "In May 2011 …. On 3 June …"."""
    return previous is not None and "-" in previous and "/" not in previous


def _is_label(text: str, match: re.Match[str]) -> bool:
    """As in "the 1999 treaty": a year that says which one, not when."""
    year = match.end() - match.start() == 4 and match.group().isdigit()  # noqa: PLR2004 - its figures
    return year and _LABEL.search(text, max(0, match.start() - 6), match.end() + 2) is not None


_LABEL = re.compile(r"(?i)\b(?:the|its|an?|their|his|her|that|this) \d{4} [a-z]")


@lru_cache(maxsize=2)
def find(text: str, published: str | None = None) -> tuple[DatePhrase, ...]:
    """Every date phrase of a text, in order.

    Parameters
    ----------
    text
        The whole text: what a relative phrase counts from may stand far before it.
    published
        The day of publication, ISO 8601.

    Examples
    --------
    >>> text = "Talks ended on Tuesday. The ferry has lain idle since March 2019."
    >>> [(text[d.start:d.end], d.value) for d in find(text, "2025-05-14")]
    [('Tuesday', '2025-05-13'), ('March 2019', '2019-03')]
    """
    today = day(first_parts(published)) if published else None
    latest = None if today else max(map(int, _YEAR.findall(text)), default=None)
    found: list[DatePhrase] = []
    previous, begun, at = None, 0, 0
    for match, meaning in _matches(text):
        near = not (_SENTENCE if today else _PARAGRAPH).search(text, at, match.start())
        near = near or (today is None and _is_told(previous))
        near = near and not (today and _is_closed(text, begun, at, match.start()))
        ahead = _AHEAD.search(text, max(0, match.start() - 60), match.start()) is not None
        told = (
            today is not None
            and _is_told(previous)
            and not _PARAGRAPH.search(text, at, match.start())
        )
        value = meaning(match, Known(today, previous, near, ahead, told, latest))
        found.append(DatePhrase(match.start(), match.end(), value))
        if value and not _is_label(text, match) and not _is_since(text, match):
            previous, begun, at = value, match.start(), match.end()
    return tuple(found)

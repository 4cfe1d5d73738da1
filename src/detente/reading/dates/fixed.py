"""What date phrases mean that count from nothing: "the early 1990s", "from March to May 2019"."""

from __future__ import annotations

import re

from detente.reading.dates.meanings import Known, month_in
from detente.reading.periods import MONTHS, iso

_CENTURIES = {"nine": 9, "twent": 20, "eighteen": 18, "nineteen": 19, "twenty-fir": 21}
_TENS_AT = {
    name: 1900 + 10 * at
    for at, name in enumerate(
        ("twen", "thir", "for", "fif", "six", "seven", "eigh", "nine"), start=2
    )
}


def decade_of(match: re.Match[str], _known: Known) -> str:
    """As in "the early 1990s", "the seventies"."""
    named = match.groupdict()
    begin = int(named["year"]) if named.get("year") else _TENS_AT[match["tens"].lower()]
    part = (match["part"] or "").lower()
    parts = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "first half of": (0, 4),
             "second half of": (5, 9), "latter half of": (5, 9)}  # fmt: skip
    first, last = parts.get(part, (0, 9))
    return iso((begin + first,), (begin + last,))


def century_of(match: re.Match[str], _known: Known) -> str:
    """As in "the second half of the 20th century"."""
    word = match["century"].lower()
    last = 100 * (int(word) if word.isdecimal() else _CENTURIES[word])
    parts = {"early": (1, 33), "mid": (34, 66), "late": (67, 100), "first": (1, 50),
             "second": (51, 100), "latter": (51, 100), "last": (51, 100)}  # fmt: skip
    begin, end = parts.get((match["part"] or "").lower(), (1, 100))
    return iso((last - 100 + begin,), (last - 100 + end,))


PARTS = {"first half": (1, 6), "second half": (7, 12), "latter half": (7, 12),
          "first quarter": (1, 3), "second quarter": (4, 6), "third quarter": (7, 9),
          "fourth quarter": (10, 12), "last quarter": (10, 12)}  # fmt: skip


def part_of_year(match: re.Match[str], _known: Known) -> str:
    """As in "the first half of 2019"."""
    year = int(match["year"])
    first, last = PARTS[match["part"].lower()]
    return iso((year, first), (year, last))


def span_of_years(match: re.Match[str], _known: Known) -> str:
    """As in "between 1998 and 2003", "1998-2003"."""
    first, last = match["year"], match["last"]
    return iso((int(first),), (int(first[: 4 - len(last)] + last),))


def span_of_months(match: re.Match[str], _known: Known) -> str:
    """As in "from March to May 2019"."""
    year = int(match["year"])
    return iso((year, MONTHS[match["first"].lower()]), (year, month_in(match)))


def month_and_year(match: re.Match[str], _known: Known) -> str:
    """As in "May 2011"."""
    return iso((int(match["year"]), month_in(match)))

"""Dates as precise as their source: in words, and as a stretch of time."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()  # noqa: SIM905 - reads best so


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """From when to when, in years with fractions, half-open; `exact` to the day."""

    start: float
    end: float
    exact: bool = field(default=False, repr=False)


def stretch(text: str | None) -> Stretch | None:
    """The time that a date or span covers; None where it is undated.

    >>> stretch("1951/2000"), stretch("1945"), stretch("one day")
    (Stretch(start=1951.0, end=2001.0), Stretch(start=1945.0, end=1946.0), None)
    """
    ends = [_one(part) for part in (text or "").split("/")]
    found = [end for end in ends if end]
    if len(found) != len(ends) or len(ends) not in (1, 2):
        return None
    start, end = min(found).start, max(found, key=lambda one: one.end).end
    return Stretch(start, end, exact=len(found) == 1 and found[0].exact)


def _one(text: str) -> Stretch | None:
    match = _DATE.fullmatch(text.strip())
    if not match or int(match[1]) < 1:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if not month:
        return Stretch(float(year), year + 1.0)
    if not 1 <= month <= 12:  # noqa: PLR2004 - months
        return None
    last = monthrange(year, month)[1]
    if not 0 <= day <= last:
        return None
    start = _year(date(year, month, day or 1))
    return Stretch(start, _year(date(year, month, day or last)) + 1 / 366, exact=bool(day))


def _year(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / 366


def told(text: str, language: str = "en") -> str:
    """A date in words; what is no date stands as it is.

    >>> told("2022-03-21"), told("2022-03"), told("1951/2000"), told("one day")
    ('21 Mar 2022', 'Mar 2022', '1951–2000', 'one day')
    >>> told("2022-03-21", "ro"), told("2022-03", "fr")
    ('21 mar. 2022', 'mars 2022')
    """
    if stretch(text) is None:
        return text
    return "–".join(_told(part.strip(), language) for part in text.split("/"))


def _told(text: str, language: str) -> str:
    year, month, day = (int(part) for part in [*text.split("-"), "0", "0"][:3])
    if not month:
        return f"{year:04}"
    if language == "en":  # as British English has it, without the time that its data takes to load
        return " ".join(
            part for part in (f"{day}" * bool(day), _MONTHS[month - 1], f"{year:04}") if part
        )
    from babel.dates import format_skeleton

    made: str = format_skeleton(
        "yMMMd" if day else "yMMM", date(year, month, day or 1), locale=language
    )
    return made

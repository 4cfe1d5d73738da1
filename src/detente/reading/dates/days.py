"""What phrases mean that name a day: by month and number, by what month it is of, by its feast."""

from __future__ import annotations

import datetime as dt
import re

from detente.reading.dates.meanings import Known, following, month_in, month_of, nearest
from detente.reading.periods import (
    MONTHS,
    ORDINALS,
    Parts,
    day,
    easter,
    first_parts,
    iso,
    parts_of,
    shift,
)


def day_of_year(match: re.Match[str], known: Known) -> str | None:
    """As in "on 3 May": of the year that the passage tells of, else the nearest."""
    return _in_year(month_in(match), int(match["day"]), known)


def _in_year(month: int, in_month: int, known: Known) -> str | None:
    if known.year is not None:
        parts: Parts = (following(known, month), month, in_month)
        return iso(parts) if day(parts) else None
    today = known.published
    if today is None:
        return None
    years = [(year, month, in_month) for year in range(today.year - 8, today.year + 9)]
    dates = [(date, parts) for parts in years if (date := day(parts))]
    soon = any(dt.timedelta(0) < date - today < dt.timedelta(60) for date, _ in dates)
    return nearest(dates, Known(today, None, near=False, ahead=known.ahead or soon))


def full_date(match: re.Match[str], _known: Known) -> str | None:
    """As in "3 May 2011"."""
    parts = (int(match["year"]), month_in(match), int(match["day"]))
    return iso(parts) if day(parts) else iso(parts[:2])


def day_of(match: re.Match[str], known: Known) -> str | None:
    """As in "on 8 February of last year"."""
    month = month_of(match, known)
    if month is None:
        return None
    parts = (*first_parts(month), int(match["day"]))
    return iso(parts) if day(parts) else month


def span_of_days(match: re.Match[str], _known: Known) -> str | None:
    """As in "7 and 8 February 2024"."""
    year, month = int(match["year"]), month_in(match)
    days = (year, month, int(match["first"])), (year, month, int(match["day"]))
    return iso(*days) if all(day(parts) for parts in days) else None


def span_of_dates(match: re.Match[str], _known: Known) -> str | None:
    """As in "between 28 August and 5 September 1945"."""
    year = int(match["year"])
    days = (
        (year, MONTHS[match["first_month"].lower().rstrip(".")], int(match["first"])),
        (year, month_in(match), int(match["day"])),
    )
    return iso(*days) if all(day(parts) for parts in days) else None


def nth_of_month(match: re.Match[str], known: Known) -> str | None:
    """As in "the fourteenth of March"."""
    month, in_month = month_in(match), ORDINALS[match["nth"].lower()]
    if match["year"]:
        return iso((int(match["year"]), month, in_month))
    return _in_year(month, in_month, known)


def day_of_that_month(match: re.Match[str], known: Known) -> str | None:
    """As in "the 10th of that month"."""
    told = known.before
    if not told or len(told) == 1:
        return None
    parts: Parts = (told[0], told[1], int(match["day"]))
    return iso(parts) if day(parts) else None


def day_of_that_year(match: re.Match[str], known: Known) -> str | None:
    """As in "on 15 September of that year"."""
    if not known.before:
        return None
    parts: Parts = (known.before[0], month_in(match), int(match["day"]))
    return iso(parts) if day(parts) else None


def end_of_that_year(match: re.Match[str], known: Known) -> str | None:
    """As in "the first day of that year"."""
    if not known.before:
        return None
    return iso((known.before[0], *((1, 1) if match["which"].lower() == "first" else (12, 31))))


_FEASTS = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24),
    "boxing day": (12, 26), "epiphany": (1, 6), "all saints' day": (11, 1), "labour day": (5, 1),
    "midsummer": (6, 24), "midsummer's day": (6, 24), "st patrick's day": (3, 17),
    "halloween": (10, 31),
}  # fmt: skip
_FROM_EASTER = {
    "good friday": -2, "easter": 0, "easter sunday": 0, "easter monday": 1, "whitsun": 49,
    "pentecost": 49, "ascension day": 39, "ash wednesday": -46, "palm sunday": -7,
}  # fmt: skip


def feast_day(match: re.Match[str], known: Known) -> str | None:
    """As in "at Christmas", "since Easter", as the western churches keep them."""
    name = match["feast"].lower().replace("’", "'")
    if name in _FEASTS:
        return _in_year(*_FEASTS[name], known)
    today = known.published
    if today is None:
        return None
    days = (
        easter(year) + dt.timedelta(_FROM_EASTER[name])
        for year in range(today.year - 1, today.year + 2)
    )
    return nearest([(date, parts_of(date)) for date in days], known)


def day_of_month(match: re.Match[str], known: Known) -> str | None:
    """As in "on the 20th": the latest such day, ahead the next; else of the month told of."""
    told = known.before if known.near else None
    in_month = int(match["day"])
    if told and len(told) > 1:
        parts: Parts = (told[0], told[1], in_month)
        return iso(parts) if day(parts) else None
    today = known.published
    if today is None:
        return None
    months = (shift(parts_of(today)[:2], by, "month") for by in range(-2, 3))
    options = [(year, month, in_month) for year, month in months]
    return nearest([(date, parts) for parts in options if (date := day(parts))], known)


def new_year(match: re.Match[str], known: Known) -> str | None:
    """As in "on New Year's Day", "by New Year's": the latest one; "on New Year's Eve 2020"."""
    if match["year"]:
        year = int(match["year"])
        return iso((year, 12, 31) if match["eve"] == "Eve" else (year, 1, 1))
    if known.published is None:
        return iso((known.before[0], 1, 1)) if known.before and known.near else None
    eve = (match["eve"] or "") == "Eve"
    return iso((known.published.year - 1, 12, 31) if eve else (known.published.year, 1, 1))

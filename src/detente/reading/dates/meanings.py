"""What date phrases mean: one function a way of saying a time.

Relative words count from the day of publication ("last week") or from the date before them in the
text ("a month later", "that August"); where that is not known, there is no date.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from detente.reading.periods import (
    MONTHS,
    SEASONS,
    WEEKDAYS,
    Parts,
    first_parts,
    iso,
    number,
    parts_of,
    season,
    shift,
    week,
)


@dataclass(frozen=True, slots=True)
class Known:
    """What a relative phrase may count from."""

    published: dt.date | None
    previous: str | None
    near: bool  # the previous date stands in this sentence; without publication, in this paragraph
    ahead: bool  # the words before speak of the future
    told: bool = False  # the paragraph has told of a month of an earlier year
    latest: int | None = None  # the latest year that a text without a day of publication names

    @property
    def before(self) -> Parts | None:
        """The parts of the date before."""
        return first_parts(self.previous) if self.previous else None

    @property
    def year(self) -> int | None:
        """The year that the passage tells of, where that is not the year of publication."""
        if not ((self.near or self.told) and self.before):
            return None
        told = self.before[0]
        return told if self.published is None or told < self.published.year - 1 else None


Meaning = Callable[[re.Match[str], Known], str | None]


def month_in(match: re.Match[str]) -> int:
    """The number of the month that is named."""
    return MONTHS[match["month"].lower().rstrip(".")]


def nearest(options: Sequence[tuple[dt.date, Parts]], known: Known) -> str | None:
    """Of dates that come back every year or week: the latest past one, ahead the next."""
    today = known.published
    if today is None:
        return None
    past = [parts for date, parts in options if date <= today]
    coming = [parts for date, parts in options if date > today]
    return iso(coming[0] if known.ahead and coming else past[-1])


def following(known: Known, month: int) -> int:
    """The year of a month that is told after the previous date: none later than the text names."""
    before = known.before or (0,)
    year = before[0] + (len(before) > 1 and "/" not in (known.previous or "") and before[1] > month)
    return min(year, max(known.latest or year, before[0]))


def month_of_year(match: re.Match[str], known: Known) -> str | None:
    """As in "in March"."""
    month = month_in(match)
    if known.year is not None:
        return iso((following(known, month), month))
    today = known.published
    if today is None:
        return None
    years = range(today.year - 1, today.year + 2)
    return nearest([(dt.date(year, month, 1), (year, month)) for year in years], known)


def that_month(match: re.Match[str], known: Known) -> str | None:
    """As in "that August"."""
    return iso((known.before[0], month_in(match))) if known.before else None


def counted_month(match: re.Match[str], known: Known) -> str | None:
    """As in "last March", "next March", "this March"."""
    ahead = match["which"].lower() in {"next", "coming"}
    return month_of_year(match, Known(known.published, None, near=False, ahead=ahead))


def weekday_near(match: re.Match[str], known: Known) -> str | None:
    """As in "on Tuesday", "last Friday"."""
    today = known.published
    if today is None:
        return None
    which = (match["which"] or "").lower()
    past = (today.weekday() - WEEKDAYS[match["weekday"].lower()]) % 7
    if which in {"next", "coming"} or (known.ahead and which not in {"last", "past"}):
        return iso(parts_of(today + dt.timedelta(days=(7 - past) or 7)))
    if which == "last" and past == 0:
        past = 7
    return iso(parts_of(today - dt.timedelta(days=past)))


def weekday_of(match: re.Match[str], known: Known) -> str | None:
    """As in "Monday of last week"."""
    if known.published is None:
        return None
    away = 7 * _AWAY[match["which"]] - known.published.weekday()
    days = away + WEEKDAYS[match["weekday"].lower()]
    return iso(parts_of(known.published + dt.timedelta(days=days)))


_AWAY = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def counted_unit(match: re.Match[str], known: Known) -> str | None:
    """As in "last week", "this month", "next year"."""
    today, unit, away = known.published, match["unit"].lower(), _AWAY[match["which"].lower()]
    if today is None:
        return None
    if unit == "week":
        return week(today, away)
    length = {"month": 2, "year": 1}[unit]
    return iso(shift(parts_of(today)[:length], away, unit))


def counted_season(match: re.Match[str], known: Known) -> str | None:
    """As in "last summer", "that winter"."""
    today, away = known.published, match["which"]
    if today is None:
        if known.before is None or away not in {None, "that", "the same"}:
            return None
        return season(match["season"], known.before[0])
    begin = SEASONS[match["season"].lower()]
    year = today.year - (today.month < begin)
    over = (today.year - year) * 12 + today.month - begin > 2  # noqa: PLR2004 - its three months
    back = away is not None and away.lower() == "last" and not over
    return season(match["season"], year - back)


def time_ago(match: re.Match[str], known: Known) -> str | None:
    """As in "two weeks ago"."""
    if known.published is None:
        return None
    return iso(shift(parts_of(known.published), -number(match["number"]), match["unit"].lower()))


def moved(sign: int) -> Meaning:
    """As in "a month later", "two days earlier": so far from the date before."""

    def meaning(match: re.Match[str], known: Known) -> str | None:
        count = number(match["number"]) if "number" in match.re.groupindex else 1
        unit = match["unit"].lower()
        return iso(shift(known.before, sign * count, unit)) if known.before else None

    return meaning


def time_after(match: re.Match[str], known: Known) -> str | None:
    """As in "on 9 May, two days after A fell": back to the cause; "two days after that", on.

    What opens a sentence counts back from now: "Seven years after A fell, the gates are shut".
    """
    count = number(match["number"]) if "number" in match.re.groupindex else 1
    before = match.string[: match.start()].rstrip()
    if match["unit"].lower().startswith("year") and (not before or before[-1] in ".!?\n"):
        if known.published is None or count == 1:  # "Seven years after A fell, it is shut"
            return None
        return iso((known.published.year - count,))
    if not known.before:
        return None
    back = known.near or match.string[: match.start()].endswith("came ")
    return iso(shift(known.before, -count if back else count, match["unit"].lower()))


def hours_after(_match: re.Match[str], known: Known) -> str | None:
    """As in "hours after": the date of what came before, in the same sentence."""
    return known.previous if known.near else None


def hours_away(_match: re.Match[str], known: Known) -> str | None:
    """As in "within hours", "minutes later": the day of what was told just before."""
    return known.previous if known.before and len(known.before) > 2 else None  # noqa: PLR2004 - a day


def next_season(match: re.Match[str], known: Known) -> str | None:
    """As in "the next spring", counted from the date before."""
    if known.before is None:
        return None
    year, *month = known.before
    begin = SEASONS[match["season"].lower()]
    return season(match["season"], year + (not month or month[0] >= begin))


def from_today(days: int) -> Meaning:
    """As in "yesterday", "tomorrow"."""

    def meaning(_match: re.Match[str], known: Known) -> str | None:
        today = known.published
        return iso(parts_of(today + dt.timedelta(days=days))) if today else None

    return meaning


def weekend_near(match: re.Match[str], known: Known) -> str | None:
    """As in "last weekend"; "the weekend" is the latest one."""
    today = known.published
    if today is None:
        return None
    ahead = known.ahead or match["which"].lower() in {"this ", "next "}
    saturday = today - dt.timedelta(days=(today.weekday() - 5) % 7 - 7 * ahead)
    return iso(parts_of(saturday), parts_of(saturday + dt.timedelta(days=1)))


def at_previous(_match: re.Match[str], known: Known) -> str | None:
    """As in "since then"."""
    return known.previous


def same_unit(match: re.Match[str], known: Known) -> str | None:
    """As in "that year", "the same day"."""
    length = {"year": 1, "month": 2}.get(match["unit"].lower())
    return iso(known.before[:length]) if known.before and length else known.previous


def month_of(match: re.Match[str], known: Known) -> str | None:
    """As in "in March of last year"."""
    if known.published is None:
        return None
    return iso((known.published.year + _AWAY[match["which"].lower()], month_in(match)))


def season_of(match: re.Match[str], known: Known) -> str | None:
    """As in "in the autumn of last year"."""
    if known.published is None:
        return None
    return season(match["season"], known.published.year + _AWAY[match["which"].lower()])


def seasons_ago(match: re.Match[str], known: Known) -> str | None:
    """As in "two summers ago": of the year so many before."""
    if known.published is None:
        return None
    return season(match["season"], known.published.year - number(match["number"]))


def overnight(_match: re.Match[str], known: Known) -> str | None:
    """As in "overnight": from the day before publication to that day."""
    if known.published is None:
        return None
    return iso(parts_of(known.published - dt.timedelta(days=1)), parts_of(known.published))

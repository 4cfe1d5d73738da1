"""Date phrases of a text as ISO dates, as precise as the words, relative ones resolved.

A table of patterns, each with what it means; what lies furthest left, then the longest, wins.
Relative words count from the day of publication ("last week") or from the date before them in the
text ("a month later", "that August"); where that is not known, there is no date. Seasons are
those
of the north, weeks run from Monday to Sunday.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from detente.reading.periods import (
    MONTHS,
    NUMBERS,
    SEASONS,
    WEEKDAYS,
    Parts,
    day,
    first_parts,
    iso,
    number,
    parts_of,
    season,
    shift,
    week,
)

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


@dataclass(frozen=True, slots=True)
class _Known:
    """What a relative phrase may count from."""

    published: dt.date | None
    previous: str | None
    near: bool  # the previous date stands in this sentence; without publication, in this paragraph
    ahead: bool  # the words before speak of the future

    @property
    def before(self) -> Parts | None:
        return first_parts(self.previous) if self.previous else None

    @property
    def year(self) -> int | None:
        """The year that the passage tells of, where that is not the year of publication."""
        if not (self.near and self.before):
            return None
        told = self.before[0]
        return told if self.published is None or told < self.published.year - 1 else None


_Meaning = Callable[[re.Match[str], _Known], str | None]

_MONTH = (
    "(?P<month>" + "|".join(sorted((m.capitalize() for m in MONTHS), key=len)[::-1]) + r")\b\.?"
)
_WEEKDAY = "(?P<weekday>" + "|".join(w.capitalize() for w in WEEKDAYS) + ")"
_SEASON = "(?P<season>" + "|".join(SEASONS) + ")"
_NUMBER = r"(?P<number>\d{1,3}|(?:a )?couple of|" + "|".join(sorted(NUMBERS, key=len)[::-1]) + ")"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_UNIT = "(?P<unit>hour|day|night|week|fortnight|month|year|decade)s?"
_ORDINAL = r"(?P<century>1\d|2[01]|nine|twent|eighteen|nineteen|twenty-fir)(?:th|st|ieth)"
_CENTURIES = {"nine": 9, "twent": 20, "eighteen": 18, "nineteen": 19, "twenty-fir": 21}
_TENS = "(?P<tens>twen|thir|for|fif|six|seven|eigh|nine)ties"
_TENS_AT = {
    name: 1900 + 10 * at
    for at, name in enumerate(
        ("twen", "thir", "for", "fif", "six", "seven", "eigh", "nine"), start=2
    )
}
_NO_YEAR = (
    "people|tonnes|tons|troops|soldiers|men|women|workers|members|dollars|euros|pounds|crowns|km|"
    "kilometres|kilometers|metres|miles|hectares|ships|boats|jobs|homes|families|barrels|votes|"
    "megawatts|feet|refugees|prisoners|staff|residents|civilians|teachers|dockers|lorries|trucks"
)
_AHEAD = re.compile(
    r"\b(?:will|to be|due|next|scheduled|deadline|expires?|begins?|starts?|set for"
    r"|no later than|ahead of|takes? effect|planned for)\b(?:(?!\b(?:said|told"
    r"|warned)\b)[^.,;]){0,40}$"
    r"|\b(?:by|until|till)"
    r"(?: (?:at least|the (?:end|middle|start|beginning) of|late|early|mid-?))? ?$"
)


def _month(match: re.Match[str]) -> int:
    return MONTHS[match["month"].lower().rstrip(".")]


def _nearest(options: Sequence[tuple[dt.date, Parts]], known: _Known) -> str | None:
    """Of dates that come back every year or week: the latest past one, ahead the next."""
    today = known.published
    if today is None:
        return None
    past = [parts for date, parts in options if date <= today]
    coming = [parts for date, parts in options if date > today]
    return iso(coming[0] if known.ahead and coming else past[-1])


def _day_of_year(match: re.Match[str], known: _Known) -> str | None:
    month, in_month = _month(match), int(match["day"])
    if known.year is not None:
        parts: Parts = (_following(known, month), month, in_month)
        return iso(parts) if day(parts) else None
    today = known.published
    if today is None:
        return None
    years = [(year, month, in_month) for year in range(today.year - 8, today.year + 9)]
    dates = [(date, parts) for parts in years if (date := day(parts))]
    soon = any(dt.timedelta(0) < date - today < dt.timedelta(60) for date, _ in dates)
    return _nearest(dates, _Known(today, None, near=False, ahead=known.ahead or soon))


def _following(known: _Known, month: int) -> int:
    """The year of a month that is told after the previous date."""
    before = known.before or (0,)
    return before[0] + (len(before) > 1 and "/" not in (known.previous or "") and before[1] > month)


def _month_of_year(match: re.Match[str], known: _Known) -> str | None:
    month = _month(match)
    if known.year is not None:
        return iso((_following(known, month), month))
    today = known.published
    if today is None:
        return None
    years = range(today.year - 1, today.year + 2)
    return _nearest([(dt.date(year, month, 1), (year, month)) for year in years], known)


def _that_month(match: re.Match[str], known: _Known) -> str | None:
    return iso((known.before[0], _month(match))) if known.before else None


def _counted_month(match: re.Match[str], known: _Known) -> str | None:
    """As in "last March", "next March", "this March"."""
    ahead = match["which"].lower() in {"next", "coming"}
    return _month_of_year(match, _Known(known.published, None, near=False, ahead=ahead))


def _weekday(match: re.Match[str], known: _Known) -> str | None:
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


def _weekday_of(match: re.Match[str], known: _Known) -> str | None:
    """As in "Monday of last week"."""
    if known.published is None:
        return None
    away = 7 * _AWAY[match["which"]] - known.published.weekday()
    days = away + WEEKDAYS[match["weekday"].lower()]
    return iso(parts_of(known.published + dt.timedelta(days=days)))


_AWAY = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def _counted_unit(match: re.Match[str], known: _Known) -> str | None:
    """As in "last week", "this month", "next year"."""
    today, unit, away = known.published, match["unit"].lower(), _AWAY[match["which"].lower()]
    if today is None:
        return None
    if unit == "week":
        return week(today, away)
    length = {"month": 2, "year": 1}[unit]
    return iso(shift(parts_of(today)[:length], away, unit))


def _counted_season(match: re.Match[str], known: _Known) -> str | None:
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


def _ago(match: re.Match[str], known: _Known) -> str | None:
    if known.published is None:
        return None
    return iso(shift(parts_of(known.published), -number(match["number"]), match["unit"].lower()))


def _moved(sign: int) -> _Meaning:
    def meaning(match: re.Match[str], known: _Known) -> str | None:
        count = number(match["number"]) if "number" in match.re.groupindex else 1
        unit = match["unit"].lower()
        return iso(shift(known.before, sign * count, unit)) if known.before else None

    return meaning


def _after(match: re.Match[str], known: _Known) -> str | None:
    """As in "on 9 May, two days after A fell": back to the cause; "two days after that", on."""
    if not known.before:
        return None
    count = number(match["number"]) if "number" in match.re.groupindex else 1
    back = known.near or match.string[: match.start()].endswith("came ")
    return iso(shift(known.before, -count if back else count, match["unit"].lower()))


def _hours_after(_match: re.Match[str], known: _Known) -> str | None:
    return known.previous if known.near else None


def _next_season(match: re.Match[str], known: _Known) -> str | None:
    """As in "the next spring", counted from the date before."""
    if known.before is None:
        return None
    year, *month = known.before
    begin = SEASONS[match["season"].lower()]
    return season(match["season"], year + (not month or month[0] >= begin))


def _from_today(days: int) -> _Meaning:
    def meaning(_match: re.Match[str], known: _Known) -> str | None:
        today = known.published
        return iso(parts_of(today + dt.timedelta(days=days))) if today else None

    return meaning


def _weekend(match: re.Match[str], known: _Known) -> str | None:
    """As in "last weekend"; "the weekend" is the latest one."""
    today = known.published
    if today is None:
        return None
    ahead = known.ahead or match["which"].lower() in {"this ", "next "}
    saturday = today - dt.timedelta(days=(today.weekday() - 5) % 7 - 7 * ahead)
    return iso(parts_of(saturday), parts_of(saturday + dt.timedelta(days=1)))


def _full(match: re.Match[str], _known: _Known) -> str | None:
    parts = (int(match["year"]), _month(match), int(match["day"]))
    return iso(parts) if day(parts) else iso(parts[:2])


def _decade(match: re.Match[str], _known: _Known) -> str:
    named = match.groupdict()
    begin = int(named["year"]) if named.get("year") else _TENS_AT[match["tens"].lower()]
    part = (match["part"] or "").lower()
    parts = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "first half of": (0, 4),
             "second half of": (5, 9), "latter half of": (5, 9)}  # fmt: skip
    first, last = parts.get(part, (0, 9))
    return iso((begin + first,), (begin + last,))


def _century(match: re.Match[str], _known: _Known) -> str:
    word = match["century"].lower()
    last = 100 * (int(word) if word.isdecimal() else _CENTURIES[word])
    parts = {"early": (1, 33), "mid": (34, 66), "late": (67, 100), "first": (1, 50),
             "second": (51, 100), "latter": (51, 100), "last": (51, 100)}  # fmt: skip
    begin, end = parts.get((match["part"] or "").lower(), (1, 100))
    return iso((last - 100 + begin,), (last - 100 + end,))


_PARTS = {"first half": (1, 6), "second half": (7, 12), "latter half": (7, 12),
          "first quarter": (1, 3), "second quarter": (4, 6), "third quarter": (7, 9),
          "fourth quarter": (10, 12), "last quarter": (10, 12)}  # fmt: skip


def _part_of_year(match: re.Match[str], _known: _Known) -> str:
    year = int(match["year"])
    first, last = _PARTS[match["part"].lower()]
    return iso((year, first), (year, last))


def _years(match: re.Match[str], _known: _Known) -> str:
    first, last = match["year"], match["last"]
    return iso((int(first),), (int(first[: 4 - len(last)] + last),))


def _months(match: re.Match[str], _known: _Known) -> str:
    year = int(match["year"])
    return iso((year, MONTHS[match["first"].lower()]), (year, _month(match)))


def _previous(_match: re.Match[str], known: _Known) -> str | None:
    return known.previous


def _same(match: re.Match[str], known: _Known) -> str | None:
    """As in "that year", "the same day"."""
    length = {"year": 1, "month": 2}.get(match["unit"].lower())
    return iso(known.before[:length]) if known.before and length else known.previous


def _month_of(match: re.Match[str], known: _Known) -> str | None:
    """As in "in March of last year"."""
    if known.published is None:
        return None
    return iso((known.published.year + _AWAY[match["which"].lower()], _month(match)))


_ON = rf"(?:(?:on )?{_WEEKDAY},? )?"
_NAMES = "|".join(m.capitalize() for m in MONTHS)
_WHICH = "(?P<which>last|past|this|next|coming)"
_BY_MONTH = (
    r"(?:(?<=\b[Ii]n )|(?<=\b[Oo]f )|(?<=since )|(?<=Since )|(?<=until )|(?<=by )|(?<=from )"
    r"|(?<=during )|(?<=before )|(?<=after )|(?<=late )|(?<=early )|(?<=mid-)|(?<=to )"
    r"|(?<=[Tt]he )|(?<=\b[Aa] )|(?<=as )|(?<=in early )|(?<=’s )|(?<='s )|(?<=and ))"
)
_TABLE: tuple[tuple[str, _Meaning], ...] = (
    (r"\b(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)\b", lambda match, _: match["iso"]),
    (rf"\b{_ON}(?:the )?{_DAY}(?: of)? {_MONTH},? {_YEAR}\b", _full),
    (rf"\b{_ON}{_MONTH} {_DAY},? {_YEAR}\b", _full),
    (rf"\b{_ON}(?:the )?{_DAY}(?: of)? {_MONTH}(?![\w-])", _day_of_year),
    (rf"\b{_ON}{_MONTH} {_DAY}(?![\w%]|[.,:]\d)", _day_of_year),
    (rf"\b{_MONTH},?(?: of)? {_YEAR}\b", lambda match, _: iso((int(match["year"]), _month(match)))),
    (rf"\b(?:from|between) (?P<first>{_NAMES}) (?:to|and|until) {_MONTH} {_YEAR}\b", _months),
    (rf"\b{_MONTH},? (?:of )?(?P<which>last|this|next) year\b", _month_of),
    (rf"\b(?:[Tt]hat|[Tt]he same) {_MONTH}", _that_month),
    (rf"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his past|[Tt]his coming) {_MONTH}", _counted_month),
    (rf"{_BY_MONTH}(?P<month>May|March)\b(?! \d)", _month_of_year),
    (rf"\b(?!(?:May|March|Mar)\b){_MONTH}(?! \d)", _month_of_year),
    ((r"(?i)\b(?:between|from) (?P<year>1[5-9]\d\d|20\d\d) (?:and|to|until|till) "
     r"(?P<last>1[5-9]\d\d|20\d\d)\b"), _years),
    (rf"(?<![\d.,$€£-]){_YEAR}[-–](?P<last>(?:1[5-9]|20)?\d\d)\b", _years),
    ((rf"(?i)\b(?:the )?(?:(?P<part>early|mid|late|(?:first|second|latter) half of)[ -])?(?:the )?"
     rf"{_YEAR}s\b"), _decade),
    (rf"(?i)\b(?:the )?(?:(?P<part>early|mid|late)[ -])?(?:the )?(?:nineteen[- ])?{_TENS}\b",
     _decade),
    ((rf"(?i)\b(?:(?P<part>first|second|latter|last|early|mid|late)(?:(?: half| part)? of)?["
     " -])?(?:the )?"
     rf"{_ORDINAL}[ -]century\b"), _century),
    (rf"(?i)\b(?P<part>{'|'.join(_PARTS)}) of {_YEAR}\b", _part_of_year),
    (rf"(?i)\b(?:the )?{_SEASON} (?:of )?{_YEAR}\b",
     lambda match, _: season(match["season"], int(match["year"]))),
    (r"(?i)\b(?P<which>last|this|that|the same) " + _SEASON + r"\b", _counted_season),
    (r"\b(?:the|mid|late|early|over)[ -](?P<which>)?(?P<season>spring|summer|autumn|winter)\b",
     _counted_season),
    ((rf"(?i)(?<![\w.,$€£/-])(?:(?<=\bin )|(?<=since )|(?<=by )|(?<=until )|(?<=from )"
     rf"|(?<=during )|(?<=before )|(?<=after )|(?<=of )|(?<=the )|(?<=\ba )|(?<=\ban )|(?<=s )"
     rf"|(?<=late )|(?<=early )|(?<=mid-)|(?<=and )|(?<=its )|(?<=whose )|(?<=their )"
     rf"|(?<=back to )|(?<=\())"
     rf"{_YEAR}(?![\d%°]|[.,]\d|-(?!\w*(?:year|brokered|era))|[ -](?:{_NO_YEAR})\b|\w)"),
     lambda match, _: match["year"]),
    (r"(?i)\b(?:the )?day before yesterday\b", _from_today(-2)),
    (r"(?i)\b(?:yesterday|last night)\b", _from_today(-1)),
    (r"(?i)\b(?:(?:earlier|later) )?(?:today|tonight|this (?:morning|afternoon|evening))\b",
     _from_today(0)),
    (r"(?i)\btomorrow\b", _from_today(1)),
    (r"(?i)\b(?P<which>last |this |next |the |at )weekend\b", _weekend),
    (rf"\b(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his coming) )?{_WEEKDAY}\b", _weekday),
    (rf"\b{_WEEKDAY},? (?:of )?(?P<which>last|this|next) week\b", _weekday_of),
    ((rf"(?i)\b(?:(?:earlier|later|late|early) )?{_WHICH} (?P<unit>week|month|year)\b"
     r"(?!['’]s? \d)"),
     _counted_unit),
    (rf"(?i)\b{_NUMBER} {_UNIT} ago\b", _ago),
    (rf"(?i)\b{_NUMBER} {_UNIT} (?:later|afterwards?)\b", _moved(1)),
    (rf"(?i)\b{_NUMBER} {_UNIT} (?:earlier\b|before(?=[.,;]))", _moved(-1)),
    (rf"(?i)\b{_NUMBER} {_UNIT} after\b", _after),
    (r"(?i)\bthe (?P<unit>day|night|week|month|year) after\b", _after),
    (r"(?i)\b(?:hours|minutes|moments|shortly) after\b", _hours_after),
    (rf"(?i)\b(?:the|on the) (?:next|following) {_SEASON}\b", _next_season),
    (rf"(?i)\b(?:the|on the) (?:next|following) {_UNIT}\b", _moved(1)),
    (rf"(?i)\bthe (?:previous|preceding) {_UNIT}\b", _moved(-1)),
    (r"(?i)\bthe (?P<unit>day|night|week|month|year) (?:before|earlier)\b", _moved(-1)),
    ((r"(?i)\b(?:the same|that(?: same| very)?) "
     r"(?P<unit>day|evening|night|afternoon|morning|week|month|year)\b"), _same),
    (r"(?i)\b(?:ever )?since then\b", _previous),
)  # fmt: skip
_PARAGRAPH = re.compile(r"\n")
_SENTENCE = re.compile(r"\n|[.!?][\"”’)]*\s")
_RULES = tuple((re.compile(pattern), meaning) for pattern, meaning in _TABLE)


def _matches(text: str) -> Iterator[tuple[re.Match[str], _Meaning]]:
    """The leftmost of all matches, of these the longest, then the first in the table."""
    found = [(match, meaning) for rule, meaning in _RULES for match in rule.finditer(text)]
    end = 0
    for match, meaning in sorted(found, key=lambda pair: (pair[0].start(), -pair[0].end())):
        if match.start() >= end:
            end = match.end()
            yield match, meaning


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
    found: list[DatePhrase] = []
    previous, at = None, 0
    for match, meaning in _matches(text):
        near = not (_SENTENCE if today else _PARAGRAPH).search(text, at, match.start())
        ahead = _AHEAD.search(text, max(0, match.start() - 60), match.start()) is not None
        value = meaning(match, _Known(today, previous, near, ahead))
        found.append(DatePhrase(match.start(), match.end(), value))
        if value:
            previous, at = value, match.end()
    return tuple(found)

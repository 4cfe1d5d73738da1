"""Arithmetic on dates that are only as precise as the text: years, months, days, spans."""

from __future__ import annotations

import datetime as dt

Parts = tuple[int, ...]  # (year,), (year, month) or (year, month, day)

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct",
            "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS: dict[str, int] = {
    name: number
    for number, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    )
}
_FULL_NAMES = {number: name for name, number in reversed(MONTHS.items())}  # the first of each
MONTH = "(?:" + "|".join(_FULL_NAMES.values()).title() + ")"  # as a pattern
WEEKDAY = "(?:" + "|".join(WEEKDAYS).title() + ")"
SEASONS: dict[str, int] = {  # the first of its three months, as the north of the globe has them
    "spring": 3,
    "summer": 6,
    "autumn": 9,
    "fall": 9,
    "winter": 12,
}
NUMBERS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "a an one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve dozen", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
            "eighteen", "nineteen", "twenty",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip


ORDINALS: dict[str, int] = {
    name: number
    for number, name in enumerate(
        (
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
            "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
            "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first",
            "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth",
            "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
        ),
        start=1,
    )
}  # fmt: skip


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches (Meeus, Jones and Butcher's rule, 1876).

    Examples
    --------
    >>> easter(2026).isoformat(), easter(2025).isoformat()
    ('2026-04-05', '2025-04-20')
    """
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, over = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - moon + 15) % 30
    quarter, last = divmod(rest, 4)
    away = (32 + 2 * over + 2 * quarter - epact - last) % 7
    late = (golden + 11 * epact + 22 * away) // 451
    month, in_month = divmod(epact + away - 7 * late + 114, 31)
    return dt.date(year, month, in_month + 1)


def iso(parts: Parts, last: Parts | None = None) -> str:
    """The parts as ISO 8601, or the span from `parts` to `last`.

    Examples
    --------
    >>> iso((2022, 3)), iso((1951,), (2000,))
    ('2022-03', '1951/2000')
    """
    first = "-".join(f"{part:04d}" if not at else f"{part:02d}" for at, part in enumerate(parts))
    return first if last is None or last == parts else f"{first}/{iso(last)}"


def first_parts(value: str) -> Parts:
    """The parts of an ISO date, of a span its beginning.

    Examples
    --------
    >>> first_parts("2022-03-21"), first_parts("1951/2000")
    ((2022, 3, 21), (1951,))
    """
    return tuple(int(part) for part in value.partition("/")[0].split("-"))


def number(word: str) -> int:
    """The number that a word or figures give; "a" and "a couple of" count too."""
    word = word.lower().strip()
    if word.startswith(("couple", "a couple")):
        return 2
    return int(word) if word.isdecimal() else NUMBERS[word]


def day(parts: Parts) -> dt.date | None:
    """The day, if the parts are that precise and there is such a day.

    Examples
    --------
    >>> day((2024, 2, 29)), day((2023, 2, 29)), day((2023,))
    (datetime.date(2024, 2, 29), None, None)
    """
    try:
        return dt.date(*parts) if len(parts) == 3 else None  # noqa: PLR2004 - year, month, day
    except ValueError:
        return None


def parts_of(date: dt.date) -> Parts:
    """A day as parts."""
    return (date.year, date.month, date.day)


def _months(parts: Parts, count: int) -> Parts:
    if len(parts) == 1:
        return parts
    years, month = divmod(parts[0] * 12 + parts[1] - 1 + count, 12)
    return (years, month + 1)


def shift(parts: Parts, count: int, unit: str) -> Parts:
    """`parts` moved by `count` units, never more precise than `parts` or the unit allow.

    Examples
    --------
    >>> shift((2022, 3, 1), -1, "day"), shift((2023, 12), 1, "month"), shift((2023,), 2, "week")
    ((2022, 2, 28), (2024, 1), (2023,))
    """
    if unit in {"year", "decade"}:
        return (parts[0] + count * (10 if unit == "decade" else 1),)
    if unit == "month":
        return _months(parts, count)
    date = day(parts)
    days = {
        "day": 1,
        "night": 1,
        "morning": 1,
        "afternoon": 1,
        "evening": 1,
        "week": 7,
        "fortnight": 14,
    }.get(unit, 0)
    return parts_of(date + dt.timedelta(days=count * days)) if date else parts


def season(name: str, year: int) -> str:
    """The months of a season; a winter ends in the year after.

    Examples
    --------
    >>> season("summer", 1994), season("winter", 2019)
    ('1994-06/1994-08', '2019-12/2020-02')
    """
    begin = (year, SEASONS[name.lower()])
    return iso(begin, _months(begin, 2))


def week(date: dt.date, count: int = 0) -> str:
    """The week of a day, from Monday to Sunday, or one `count` weeks away.

    Examples
    --------
    >>> week(dt.date(2023, 8, 21), -1)
    '2023-08-14/2023-08-20'
    """
    monday = date + dt.timedelta(days=7 * count - date.weekday())
    return iso(parts_of(monday), parts_of(monday + dt.timedelta(days=6)))

"""Dated notes: the entries of a chronicle or a live page, "18 March. A pulls out of talks"."""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import replace

from detente.reading.aspects import is_pluperfect
from detente.reading.events.clauses import line, scene_dates
from detente.reading.events.told import Told
from detente.reading.parsed import Token
from detente.reading.periods import MONTHS
from detente.reading.scene import Scene

_MONTH = r"(?:" + "|".join(sorted((m.capitalize() for m in MONTHS), key=len)[::-1]) + r")\b\.?"
_DAYS = rf"(?:\d{{1,2}}(?:[–-]\d{{1,2}})? )?{_MONTH}(?:[–-]{_MONTH})?(?: \d{{1,2}})?(?:,? \d{{4}})?"
_NOTE = re.compile(
    r"\W*(?:the same \w+|(?:\w+,? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})"
    r"(?:,? \d{4})?|\d{4}|\d{1,2}[:.]\d\d(?: ?[A-Z]{2,4})?) ?[:–—-] "
    r"|\W*\d{1,2}[:.h]\d\d(?: ?[A-Z]{2,4})?\W*\s"
    rf"|\W{{0,2}}{_DAYS}[.:] "
)  # "January 20: …", "18 March. …"
_DATED = re.compile(rf"(?m)^\W{{0,2}}(?:{_DAYS}|\d{{4}}) ?[.:–—-] .*$")


def in_note(verb: Token) -> bool:
    """Whether the line that the verb stands in opens with a day or an hour."""
    return _NOTE.match(line(verb)) is not None


Note = tuple[int, int, str | None]


def notes_of(scene: Scene) -> list[Note]:
    """The dated notes of an article: where each begins and ends, and its day."""
    spans = [match.span() for match in _DATED.finditer(scene.document.text)]
    opening = {phrase.start: phrase.value for phrase in scene_dates(scene)} if spans else {}
    return [(start, end, _day(start, opening)) for start, end in spans]


def _day(start: int, opening: dict[int, str | None]) -> str | None:
    return next((opening[start + away] for away in range(3) if start + away in opening), None)


def on_the_day(told: list[Told], notes: list[Note]) -> list[Told]:
    """What is told in a dated note without a date of its own was on that day."""
    return [_dated(one, notes) for one in told] if notes else told


def _dated(one: Told, notes: list[Note]) -> Told:
    at = bisect([start for start, _, _ in notes], one.root.idx) - 1
    before = is_pluperfect(one.root)
    if one.date or before or at < 0 or one.root.idx > notes[at][1]:
        return one
    return replace(one, date=notes[at][2])

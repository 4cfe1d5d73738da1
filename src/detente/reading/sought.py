"""Patterns that are tried, and compiled, only where letters stand without which none matches.

A table of patterns is asked of every sentence, and nearly all of them match in none. That a text
lacks the letters which a pattern demands is seen in a fraction of the time (Cox 2012, "Regular
expression matching with a trigram index").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from operator import itemgetter
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

_ROWS = 3  # that are asked for
_ANY_CASE = int(re.IGNORECASE)
_MANY = 1000  # ways of a branch: fewer than that
_LITTLE = _MANY  # a single letter stands everywhere
_ENOUGH = 4  # letters: more say no more
_FIGURE = 3  # letters that a figure is worth: it is as rare
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)


class Letters(NamedTuple):
    """What a text must have, in whatever case or as it is: of each row some, in this order.

    Examples
    --------
    >>> late = Letters((("later",), ("day", "week")), any_case=True)
    >>> late.stand("A Day Later", "a day later"), late.stand("A day", "a day")
    (True, False)
    """

    rows: tuple[tuple[str, ...], ...] = ()  # none: any text will do
    any_case: bool = False

    def stand(self, text: str, small: str) -> bool:
        """Whether a text, given as it is and in small letters, has them."""
        where = small if self.any_case else text
        for row in self.rows:
            for letters in row:
                if letters in where:
                    break
            else:
                return False
        return True


class Sought:
    r"""A regular expression, and the letters that stand where it matches.

    One of several ways is tried way by way; where case does not matter, in small letters, in which
    most ways fail at their first letter.

    Examples
    --------
    >>> late = Sought(r"\b(?:two|three) (?:days|weeks) later\b")
    >>> late.letters
    Letters(rows=((' later',), ('days', 'weeks'), ('hree', 'wo')), any_case=False)
    >>> late.search("three weeks later, it left")
    <re.Match object; span=(0, 17), match='three weeks later'>
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self.flags = pattern, flags

    @cached_property
    def letters(self) -> Letters:
        """What a text must have."""
        return letters(self.pattern, self.flags)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern as Python's own."""
        return re.compile(self.pattern, self.flags)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where the pattern matches."""
        small = text.lower()
        if not self.letters.stand(text, small):
            return None
        where = small if self.letters.any_case else text
        if len(where) != len(text):
            return self.compiled.search(text)
        found = [way.compiled.search(where) for way in self._ways if way.letters.stand(where, "")]
        starts = [match.start() for match in found if match is not None]
        return self.compiled.match(text, min(starts)) if starts else None

    @cached_property
    def _ways(self) -> tuple[Sought, ...]:
        """Each of its ways, all of them of one case."""
        if not self.letters.any_case:
            return tuple(Sought(way, self.flags) for way in ways(self.pattern))
        flags = self.flags & ~re.IGNORECASE
        small = _CAPITAL.sub(lambda found: found[1] or found[0].lower(), self.pattern)
        return tuple(Sought(way, flags) for way in ways(small.removeprefix("(?i)")))


def any_stands(patterns: Iterable[Sought], text: str) -> bool:
    """Whether one of some patterns matches somewhere.

    >>> any_stands([Sought("late"), Sought("later")], "three weeks later")
    True
    """
    small = text.lower()
    return any(
        pattern.letters.stand(text, small) and pattern.compiled.search(text) for pattern in patterns
    )


def ways(pattern: str) -> Iterator[str]:
    r"""The alternatives of which a pattern consists.

    >>> list(ways(r"a(?:b|c)|[|)]\||d")), list(ways("(?:b|c)d"))
    (['a(?:b|c)', '[|)]\\|', 'd'], ['(?:b|c)d'])
    """
    begun = depth = 0
    for found in _STEP.finditer(pattern):
        depth += (found[0] == "(") - (found[0] == ")")
        if found[0] == "|" and not depth:
            yield pattern[begun : found.start()]
            begun = found.end()
    yield pattern[begun:]


_STEP = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]")
_CAPITAL = re.compile(r"(\\.|\(\?P[<=]\w+)|[A-Z]")


def letters(pattern: str, flags: int = 0) -> Letters:
    r"""The letters that stand in whatever matches a pattern.

    >>> letters(r"(?i)\b(?:Stall|fail)(?:s|ed)\b|\bwent nowhere")
    Letters(rows=(('fail', 'stall', 'went nowhere'),), any_case=True)
    >>> letters(r"\w+|left")
    Letters(rows=(), any_case=False)
    """
    parsed = parser.parse(pattern, flags)
    any_case = bool(parsed.state.flags & _ANY_CASE)
    telling = sorted((found for found in _each(parsed) if found[0] > _LITTLE), key=_worth)
    rows = (found for _, found in reversed(telling[-_ROWS:]))
    return Letters(tuple(_shortest(row, any_case=any_case) for row in rows), any_case)


def _shortest(row: frozenset[str], *, any_case: bool) -> tuple[str, ...]:
    """Those that have none of the others within them."""
    found = list[str]()
    for some in sorted({one.lower() for one in row} if any_case else row, key=len):
        if not any(other in some for other in found):
            found.append(some)
    return tuple(sorted(found))


Found = tuple[int, frozenset[str]]  # what it is worth, and letters of which some must stand
_NONE: Found = (0, frozenset())
_worth = itemgetter(0)


def _of_row(row: Iterable[tuple[Any, Any]]) -> Found:
    """The most telling of what stands in a row, each of which must be there."""
    return max(_each(row), key=_worth, default=_NONE)


def _each(row: Iterable[tuple[Any, Any]]) -> Iterator[Found]:
    run = ""
    for operation, given in row:
        if operation is sre.LITERAL:
            run += chr(given)
        elif operation is not sre.AT:  # a boundary has no width
            yield _of_run(run)
            run = ""
            yield _of_one(operation, given)
    yield _of_run(run)


def _of_run(run: str) -> Found:
    """What letters in a row are worth: the fewer texts have them, the more."""
    if not run:
        return _NONE
    plain = run.replace(" ", "")
    weight = len(plain) + (_FIGURE - 1) * sum(map(str.isdigit, plain[:_ENOUGH]))
    return _MANY * min(weight, _ENOUGH), frozenset((run,))


def _of_one(operation: object, given: Any) -> Found:
    if operation is sre.BRANCH:
        return _of_ways([_of_row(way) for way in given[1]])
    if operation is sre.SUBPATTERN:
        _, cases, _, inner = given
        return _NONE if cases & _ANY_CASE else _of_row(inner)
    if operation in _REPEATS:
        least, _, repeated = given
        return _of_row(repeated) if least else _NONE
    return _NONE


def _of_ways(ways: Sequence[Found]) -> Found:
    """Of one way or another: worth what the least is, and less, the more they are."""
    found = frozenset[str]().union(*(letters for _, letters in ways))
    return (min(map(_worth, ways)) - len(ways), found) if all(f for _, f in ways) else _NONE

"""Lists of words, written as one writes them; stretches of a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

DASHES = ("-", "--", "–", "—")  # as they are typed, between words


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set.

    Examples
    --------
    >>> sorted(words("strait bay"))
    ['bay', 'strait']
    """
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """A table of phrases, written with semicolons between them.

    >>> phrases("only if; only after")
    ('only if', 'only after')
    """
    return tuple(text.split("; "))


class Spans:
    """Half-open stretches of a text that do not overlap; whether a place lies in one of them.

    Examples
    --------
    >>> 5 in Spans([(0, 3), (4, 9)]), 3 in Spans([(0, 3), (4, 9)])
    (True, False)
    """

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def __contains__(self, at: object) -> bool:
        index = bisect_right(self._starts, at) - 1 if isinstance(at, int) else -1
        return index >= 0 and self._spans[index][0] <= at < self._spans[index][1]  # type: ignore[operator]

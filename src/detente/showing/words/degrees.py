"""Shares of the open models in words: always, mostly, in about half, seldom, never."""

from __future__ import annotations

from detente.showing.words.tongue import mark

MOST, FEW = 2 / 3, 1 / 3  # of the open models: "mostly" from, "seldom" up to
LEGEND = mark("Mostly: in two thirds of the open models or more; seldom: in a third or fewer.")
ALWAYS, MOSTLY, HALF, SELDOM, NEVER = (
    mark("always"),
    mark("mostly"),
    mark("in about half"),
    mark("seldom"),
    mark("never"),
)


def degree(holds: int, of: int) -> str:
    """In how many of the open models something is so, as an adverb.

    >>> [degree(holds, 24) for holds in (24, 16, 12, 8, 0)]
    ['always', 'mostly', 'in about half', 'seldom', 'never']
    """
    if holds in (0, of):
        return ALWAYS if holds else NEVER
    share = holds / of
    return MOSTLY if share >= MOST else SELDOM if share <= FEW else HALF


def degrees(cases: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
    """The degree in each case that has a model.

    >>> degrees(((3, 3), (0, 3)))
    ('always', 'never')
    """
    return tuple(degree(holds, of) for holds, of in cases)

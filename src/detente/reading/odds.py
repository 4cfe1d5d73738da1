"""Marks weighed together: what is fitted of a thing's being what is looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import repeat
from math import fsum

from detente.reading.tables import rows


def odds(weights: Mapping[str, float], marks: Iterable[str], *more: float) -> float:
    """The logarithm of the odds that what has these marks is what is looked for.

    Parameters
    ----------
    weights
        Of each mark its weight, with one of ``base``; a mark without a weight says nothing.
    marks
        What can be said of it, each once, in any order: the sum is exact.
    more
        What else counts, weighed already.

    Examples
    --------
    >>> odds({"base": -1.0, "dated": 2.0}, {"dated", "short"}, 0.5)
    1.5
    """
    return fsum((weights["base"], *map(weights.get, marks, repeat(0.0)), *more))


def amounting(weights: Mapping[str, float], amounts: Mapping[str, float]) -> Iterator[float]:
    """What more or less can be said of a thing, weighed.

    >>> [*amounting({"base": -1.0, "share": 2.0}, {"share": 0.5, "spread": 3.0})]
    [1.0, 0.0]
    """
    return (weights.get(name, 0.0) * much for name, much in amounts.items())


@cache
def weights(name: str) -> Mapping[str, float]:
    """What each mark of a table of ``data/`` says for what is weighed, in hundredths.

    >>> weights("stances")["base"] < 0
    True
    """
    return {row["mark"]: float(row["weight"]) for row in rows(name)}


def at_least(name: str, count: int, *bounds: int) -> Iterator[str]:
    """The marks that a count reaches.

    >>> [*at_least("named", 2, 1, 2, 3)]
    ['named 1', 'named 2']
    """
    yield from (f"{name} {bound}" for bound in bounds if count >= bound)

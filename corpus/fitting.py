"""What the scripts share that fit weights of the reading on the open articles.

What is fitted is tried on articles that it was not fitted on: those of one group after another, and
those that are kept for checking.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

import numpy as np

HERE = Path(__file__).parent
DATA = HERE.parent / "src/detente/reading/data"
# Nobody who writes rules has looked at an error made on these.
_CHECKED = ((213, 226), (238, 251), (263, 276), (313, 326), (338, 351))
KEPT = frozenset(f"p{n}" for of in _CHECKED for n in range(*of))
BASE = "base"  # what speaks for any finding
ROUNDS = 20
Item = TypeVar("Item")


@dataclass(frozen=True)
class Article(Generic[Item]):
    """What was gathered from an article, and the group of articles that it is left out with."""

    name: str
    group: str
    found: tuple[Item, ...]
    gold: int = 0  # how many the annotation has


@dataclass(frozen=True)
class Found:
    """A finding: what can be said of it, whether it is right, and how much that counts."""

    marks: frozenset[str]
    is_right: bool
    counts: float = 1.0


Parts = tuple[str, list[Article[Item]], list[Article[Item]]]


def is_check(doc: str | None) -> bool:
    """Whether weights are to be tried on what they were not fitted on, rather than written."""
    parser = argparse.ArgumentParser(description=doc)
    parser.add_argument("--check", action="store_true")
    return bool(parser.parse_args().check)


def opened() -> Iterator[tuple[Path, dict[str, Any]]]:
    """The annotations of the open articles, with where they stand."""
    for folder in ("develop", "short"):
        for path in sorted((HERE / folder).glob("*.json")):
            yield path, json.loads(path.read_text("utf-8"))


def group_of(name: str, many: int, of: str = "p") -> str:
    """The letter of an article; where one letter is of several writers, each so many apart."""
    letter, number = re.match(r"([a-z]+)(\d+)", name).groups()  # type: ignore[union-attr]
    return letter + (str(int(number) // many) if letter in of else "")


def left_out(articles: Sequence[Article[Item]]) -> Iterator[Parts[Item]]:
    """By name, the articles of each group, and all others."""
    for group in sorted({each.group for each in articles}):
        yield group, *apart(articles, frozenset(a.name for a in articles if a.group == group))


def kept(articles: Sequence[Article[Item]]) -> Parts[Item]:
    """The articles that are kept for checking, and all others."""
    return "kept", *apart(articles, KEPT)


def apart(
    articles: Sequence[Article[Item]], names: frozenset[str]
) -> tuple[list[Article[Item]], list[Article[Item]]]:
    those = [each for each in articles if each.name in names]
    return those, [each for each in articles if each.name not in names]


def regressed(
    articles: Sequence[Article[Found]], least: int, penalty: float, base: float
) -> dict[str, float]:
    """What each mark says that at least so many findings have: logarithms of odds.

    Logistic regression with a penalty on large weights, and another on the base (A. Hoerl and
    R. Kennard, "Ridge regression", Technometrics 12, 1970), by Newton's method.
    """
    found = [one for each in articles for one in each.found]
    many = Counter(mark for one in found for mark in one.marks)
    names = [BASE, *sorted(mark for mark, count in many.items() if count >= least)]
    at = {name: place for place, name in enumerate(names)}
    holds = np.zeros((len(found), len(names)))
    holds[:, 0] = 1
    for row, one in enumerate(found):
        holds[row, [at[mark] for mark in one.marks if mark in at]] = 1
    right = np.array([one.is_right for one in found], float)
    counts = np.array([one.counts for one in found])
    ridge = np.array([base, *[penalty] * (len(names) - 1)])
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        sure = 1 / (1 + np.exp(-np.clip(holds @ weights, -30, 30)))
        slope = holds.T @ (counts * (right - sure)) - ridge * weights
        bend = (holds * (counts * sure * (1 - sure))[:, None]).T @ holds + np.diag(ridge)
        weights += np.linalg.solve(bend, slope)
    return dict(zip(names, map(float, weights), strict=True))

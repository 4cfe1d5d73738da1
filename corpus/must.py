"""Fit what speaks for a party's being the one that must bring a condition about.

python corpus/must.py [--check]

A choice among the parties of an article (D. McFadden, "Conditional logit analysis of qualitative
choice behavior", 1974) with a penalty on large weights, over what `reading/patterns/_must.py` says
of each party wherever it is asked: right is whom the annotation names for that condition. Writes
the weights of the table that the reading asks, of those names that stand there; with --check it
says how many conditions of each group of articles are given to the right party by weights that were
fitted without the group, and how many of the kept articles by all others, beside what is right by
the table as it stands.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from pathlib import Path
from typing import Any
from unittest.mock import patch

import fitting
import numpy as np
import score
from fitting import Article
from numpy.typing import NDArray

from detente.reading.attribution import Telling
from detente.reading.parsed import Token
from detente.reading.patterns import _must, _who

TABLE = fitting.DATA / "must.toml"
PENALTY = 1.0
STEP = 0.05  # what weights are rounded to
ROUNDS = 60
ALIKE = 0.5  # of the words of a condition, as the scorer has it
Weights = Mapping[str, float]
Array = NDArray[np.float64]


@dataclass(frozen=True)
class Asked:
    """Who might have to bring a condition about, and what speaks for each of them."""

    start: int
    holder: tuple[str, ...]
    parties: Mapping[str, Weights]


@dataclass(frozen=True)
class Choice:
    """What speaks for each party, and for which of them the annotation is."""

    parties: Mapping[str, Weights]
    right: frozenset[str]


def main() -> None:
    check_only = fitting.is_check(__doc__)
    articles = [read(path, gold) for path, gold in fitting.opened()]
    if check_only:
        check(articles)
        return
    weights = fitted(articles)
    rows = [f"{name} = {round(weights[name] / STEP) * STEP:g}" for name in standing()]
    fitting.written(TABLE, "[weights]", rows)
    print(f"{len(rows)} weights of {sum(len(each.found) for each in articles)} conditions")


def standing() -> dict[str, float]:
    """The weights of the table as it stands."""
    return dict(tomllib.loads(TABLE.read_text("utf-8"))["weights"])


def read(path: Path, gold: dict[str, Any]) -> Article[Choice]:
    """What was weighed in an article, held against its annotation."""
    asked: list[Asked] = []
    likeliest = _must.likeliest

    def weighed(
        telling: Telling,
        head: Token,
        start: int,
        end: int,
        holder: tuple[str, ...],
        besides: Sequence[str] = (),
    ) -> tuple[str, ...]:
        told = _must.features(telling, head, start, end, holder)
        parties = {party: {**own} for party, own in told.items() if party not in besides}
        asked.append(Asked(telling.doc[start].idx, holder, parties))
        return likeliest(telling, head, start, end, holder, besides)

    with patch.object(_who, "likeliest", weighed):
        answer, judged = fitting.answered(path, gold)
    group = f"{path.parent.name} {fitting.group_of(gold['id'], 24, 'pst')}"
    return Article(gold["id"], group, tuple(choices(judged, answer["statements"], asked)))


def choices(
    judged: Any, said: Sequence[dict[str, Any]], asked: Sequence[Asked]
) -> Iterator[Choice]:
    """Each annotated condition that was found and weighed."""
    for gold in judged.g["statements"]:
        if not (gold["condition"] and gold["condition"]["by"]):
            continue
        found = next((one for one in said if is_same(judged, one, gold)), None)
        if found is None:
            continue
        place = (found["condition"]["start"], tuple(score.listed(found["holder"])))
        one = next((one for one in asked if (one.start, one.holder) == place), None)
        if one is not None:
            by = {judged.principal(party) for party in score.listed(gold["condition"]["by"])}
            ours = {party: judged.principal(judged.resolve(party)) for party in one.parties}
            right = frozenset(party for party, who in ours.items() if who in by)
            yield Choice(one.parties, right)


def is_same(judged: Any, found: dict[str, Any], gold: dict[str, Any]) -> bool:
    condition = found.get("condition")
    return bool(
        condition
        and judged.overlap(found, gold)
        and score.token_f1(condition["quote"], gold["condition"]["quote"]) >= ALIKE
        and judged.holder_ok(found, gold)
    )


def fitted(articles: Sequence[Article[Choice]]) -> dict[str, float]:
    """The weight of each name of the table: steps that never make the choices less likely."""
    names = [*standing()]
    told = [
        (rows(one.parties.values(), names), np.array([p in one.right for p in one.parties]))
        for each in articles
        for one in each.found
        if one.right and len(one.parties) > 1
    ]
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        slope = -PENALTY * weights
        bend = PENALTY * np.eye(len(names))
        for given, right in told:
            odds = np.exp(given @ weights - np.max(given @ weights))
            chosen, wanted = odds / odds.sum(), odds * right / (odds * right).sum()
            slope += given.T @ (wanted - chosen)
            bend += (given.T * chosen) @ given - np.outer(given.T @ chosen, given.T @ chosen)
        weights += np.linalg.solve(bend, slope)
    return dict(zip(names, map(float, weights), strict=True))


def rows(parties: Any, names: Sequence[str]) -> Array:
    return np.array([[own.get(name, 0.0) for name in names] for own in parties])


def check(articles: Sequence[Article[Choice]]) -> None:
    """Choose in each group by the weights of the others."""
    table = standing()
    print("group       conditions  right by the others  by the table  at most")
    for name, part, others in [*fitting.left_out(articles), fitting.kept(articles)]:
        found = [one for each in part for one in each.found]
        if found:
            weights = fitted(others)
            right = (sum(is_right(one, by) for one in found) for by in (weights, table))
            at_most = sum(bool(one.right) for one in found)
            print(f"{name:12}{len(found):10}{next(right):21}{next(right):14}{at_most:9}")


def is_right(one: Choice, weights: Weights) -> bool:
    """Whether the party that most speaks for is the annotation's."""
    told = {
        party: fsum(weights.get(name, 0.0) * much for name, much in own.items())
        for party, own in one.parties.items()
    }
    return bool(told) and max(told, key=told.__getitem__) in one.right


if __name__ == "__main__":
    main()

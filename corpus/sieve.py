"""Fit what speaks for and against an event's being told as such.

python corpus/sieve.py [--check]

Logistic regression over what `reading/events/sieve.py` says of each event that the rules find in
the open articles: whether an annotator tells it, of that kind and with one of its parties. Rules
have been tried on most of the articles, so that what they find there is right more often than
elsewhere: how much more is told by those whose errors nobody has read (`UNREAD`). Writes the
weights that the reading asks; with --check it weighs each group of articles by what was fitted
without it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import measure  # noqa: E402
import score  # noqa: E402

from detente.reading.events import sieve  # noqa: E402

TABLE = HERE.parent / "src/detente/reading/data/told.toml"
UNREAD = frozenset(
    f"p{number}" for start in (213, 238, 263) for number in range(start, min(start + 13, 276))
)
ENOUGH = -0.5  # the logarithm of the odds
RIDGE = 8.0
SLIGHT = 0.05  # what says less is left out
LEAST = 6  # events that have to show a mark
OPTIONAL = 0.3  # the weight of an event that an annotator may tell
FRESH = 2.0  # the weight of an event in an article whose errors nobody has read
HEAD = """\
# What speaks for (above nothing) or against an event's being told as such: logarithms of odds.
# Fitted by corpus/sieve.py.
"""


@dataclass(frozen=True)
class Found:
    """An event that the rules find: what can be said of it, and what it is to the annotator."""

    marks: frozenset[str]
    right: bool
    counts: float  # nothing for a headline's, which is neither right nor wrong


@dataclass(frozen=True)
class Article:
    """The events found in an article, and how many there are to find."""

    name: str
    group: str
    found: tuple[Found, ...]
    gold: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    articles = [read(path) for folder in ("develop", "short") for path in gold(folder)]
    if given.check:
        check(articles)
        return
    weights = fitted(articles)
    base = weights.pop("base") + weights.pop("unread")
    told = sorted(name for name, weight in weights.items() if abs(weight) >= SLIGHT)
    rows = [f"{name} = {weights[name]:.2f}" for name in told]
    lines = [f"enough = {ENOUGH}", "", "[weights]", f"base = {base:.2f}", *rows]
    TABLE.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")
    print(f"{len(rows)} marks of {sum(len(each.found) for each in articles)} events")


def gold(folder: str) -> Sequence[Path]:
    return sorted((HERE / folder).glob("*.json"))


def read(path: Path) -> Article:
    """What the rules find in an article, before the sieve, held against its annotation."""
    about = json.loads(path.read_text("utf-8"))
    text = path.parent / about["text_file"]
    seen: list[frozenset[str]] = []

    def passes(self: sieve.Sieve, one: Any, beside: Any) -> bool:
        seen.append(frozenset(self.marks(one, beside)))
        self.keep(one)
        return True

    with patch.object(sieve.Sieve, "passes", passes):
        answer = measure.predicted(text, about["published"])
    told = answer["events"]
    seen = seen if len(seen) == len(told) else []
    judged = score.Doc(about, answer, text.read_bytes().decode("utf-8"), stretch=False)
    fresh = frozenset({"unread"} if about["id"] in UNREAD else ())
    found = tuple(
        Found(marks | fresh, right, counts)
        for marks, (right, counts) in zip(seen, labels(judged, told), strict=False)
    )
    letter, number = re.match(r"([a-z]+)(\d+)", path.stem).groups()  # type: ignore[union-attr]
    group = f"{path.parent.name} {letter}" + (str(int(number) // 12) if letter == "p" else "")
    group += " unread" if about["id"] in UNREAD else ""
    return Article(about["id"], group, found, sum(map(judged.tier_core, about["events"])))


def labels(judged: Any, told: Sequence[dict[str, Any]]) -> Iterator[tuple[bool, float]]:
    """Whether each event is the annotator's, and how much that counts."""
    golds = judged.g["events"]
    title = judged.g["title"]
    match = score.assign(told, golds, matching(judged))
    for at, event in enumerate(told):
        if at in match:
            yield True, 1.0 if judged.tier_core(golds[match[at]]) else OPTIONAL
        else:
            headline = title["start"] <= event["start"] and event["end"] <= title["end"]
            yield False, 0.0 if headline else 1.0


def matching(judged: Any) -> Callable[[Any, Any], float]:
    def weight(event: dict[str, Any], other: dict[str, Any]) -> float:
        over = judged.overlap(event, other)
        if not over or event["kind"] not in score.kinds(other):
            return 0.0
        ours = {judged.principal(judged.resolve(p)) for p in parties(event)}
        theirs = {judged.principal(p) for p in parties(other)}
        nobody = not ours and isinstance(other["actor"], list)
        alike = bool(ours & theirs) or not other["actor"] or nobody
        return 2 * judged.tier_core(other) + over if alike else 0.0

    return weight


def parties(event: dict[str, Any]) -> list[Any]:
    return [party for part in ("actor", "target") for party in score.listed(event[part])]


def fitted(articles: Sequence[Article]) -> dict[str, float]:
    """The weight of each mark, and of nothing, by Newton's method."""
    found = [one for each in articles for one in each.found]
    many = Counter(mark for one in found for mark in one.marks)
    names = ["base", *sorted(mark for mark, count in many.items() if count >= LEAST)]
    at = {name: index for index, name in enumerate(names)}
    holds = np.zeros((len(found), len(names)))
    holds[:, 0] = 1
    for row, one in enumerate(found):
        holds[row, [at[mark] for mark in one.marks if mark in at]] = 1
    right = np.array([one.right for one in found], float)
    counts = np.array([one.counts * (FRESH if "unread" in one.marks else 1) for one in found])
    ridge = np.array([0.01, *[RIDGE] * (len(names) - 1)])
    weights = np.zeros(len(names))
    for _ in range(20):
        sure = 1 / (1 + np.exp(-holds @ weights))
        slope = holds.T @ (counts * (right - sure)) - ridge * weights
        bend = (holds * (counts * sure * (1 - sure))[:, None]).T @ holds + np.diag(ridge)
        weights += np.linalg.solve(bend, slope)
    return dict(zip(names, map(float, weights), strict=True))


def check(articles: Sequence[Article]) -> None:
    """Weigh each group by the others, each article as if its errors had not been read."""
    for name, of in (
        ("unread", lambda each: each.name in UNREAD),
        ("develop", lambda each: each.group.startswith("develop")),
        ("short, read", lambda each: each.group.startswith("short") and each.name not in UNREAD),
    ):
        chosen = [each for each in articles if of(each)]
        weighed = []
        for group in sorted({each.group for each in chosen}):
            weights = fitted([each for each in articles if each.group != group])
            for each in chosen:
                if each.group == group:
                    weighed += [(weight(one, weights), one) for one in each.found]
        print(name, len(chosen), "articles")
        for least in (-99.0, -1.0, -0.8, -0.6, -0.4, -0.2, 0.0, 0.2):
            row = [one for at, one in weighed if at >= least]
            hits = sum(one.right and one.counts == 1 for one in row)
            wrong = sum(not one.right and one.counts > 0 for one in row)
            there = sum(each.gold for each in chosen)
            print(f"{least:6} {hits / (hits + wrong):.3f} {hits / there:.3f} {hits} {wrong}")


def weight(one: Found, weights: dict[str, float]) -> float:
    return sum(weights.get(mark, 0.0) for mark in {"base", "unread", *one.marks})


if __name__ == "__main__":
    main()

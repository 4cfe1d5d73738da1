"""Fit what speaks for and against an event's being told as such.

python corpus/sieve.py [--check]

Logistic regression over what `reading/events/sieve.py` says of each event that the rules find in
the open articles: whether an annotator tells it, of that kind and with one of its parties. Rules
have been tried on most of the articles, so that what they find there is right more often than
elsewhere: how much more is told by those whose errors nobody has read (`fitting.KEPT`). Writes the
weights that the reading asks; with --check it weighs each group of articles by what was fitted
without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

import fitting
import score
from fitting import BASE, Article, Found

from detente.reading.events import sieve
from detente.reading.odds import odds

TABLE = fitting.DATA / "told.toml"
UNREAD = "unread"  # the mark of all events of an article whose errors nobody has read
ENOUGH = -0.5  # the logarithm of the odds
PENALTY, BASES = 8.0, 0.01
LEAST = 6  # events that have to show a mark
OPTIONAL = 0.3  # the weight of an event that an annotator may tell
HEAD = """\
# What speaks for (above nothing) or against an event's being told as such: logarithms of odds.
# Fitted by corpus/sieve.py.
"""


def main() -> None:
    check_only = fitting.is_check(__doc__)
    articles = [read(path, about) for path, about in fitting.opened()]
    if check_only:
        check(articles)
        return
    weights = fitted(articles)
    base = weights.pop(BASE) + weights.pop(UNREAD)
    told = sorted(name for name, weight in weights.items() if abs(weight) >= fitting.SLIGHT)
    rows = [f"{name} = {weights[name]:.2f}" for name in told]
    lines = [f"enough = {ENOUGH}", "", "[weights]", f"{BASE} = {base:.2f}", *rows]
    TABLE.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")
    print(f"{len(rows)} marks of {sum(len(each.found) for each in articles)} events")


def read(path: Path, about: dict[str, Any]) -> Article[Found]:
    """What the rules find in an article, before the sieve, held against its annotation."""
    seen: list[frozenset[str]] = []

    def passes(self: sieve.Sieve, one: Any, beside: Any) -> bool:
        seen.append(frozenset(self.marks(one, beside)))
        self.keep(one)
        return True

    with patch.object(sieve.Sieve, "passes", passes):
        answer, judged = fitting.answered(path, about)
    told = answer["events"]
    seen = seen if len(seen) == len(told) else []
    fresh = about["id"] in fitting.KEPT
    found = tuple(
        Found(marks | ({UNREAD} if fresh else set()), right, counts * fitting.counted(about["id"]))
        for marks, (right, counts) in zip(seen, labels(judged, told), strict=False)
    )
    group = f"{path.parent.name} {fitting.group_of(path.stem, 12)}" + (
        f" {UNREAD}" if fresh else ""
    )
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


def fitted(articles: Sequence[Article[Found]]) -> dict[str, float]:
    return fitting.regressed(articles, LEAST, PENALTY, BASES)


def check(articles: Sequence[Article[Found]]) -> None:
    """Weigh each group by the others, each article as if its errors had not been read."""
    parts = [(group, part, fitted(others)) for group, part, others in fitting.left_out(articles)]
    for name, of in (
        ("unread", lambda group: UNREAD in group),
        ("develop", lambda group: group.startswith("develop")),
        ("short, read", lambda group: group.startswith("short") and UNREAD not in group),
    ):
        chosen = [(each, weights) for group, part, weights in parts if of(group) for each in part]
        weighed = [(weight(one, weights), one) for each, weights in chosen for one in each.found]
        there = sum(each.gold for each, _ in chosen)
        print(name, len(chosen), "articles")
        for least in (-99.0, -1.0, -0.8, -0.6, -0.4, -0.2, 0.0, 0.2):
            row = [one for at, one in weighed if at >= least]
            hits = sum(one.is_right and one.counts >= 1 for one in row)
            wrong = sum(not one.is_right and one.counts > 0 for one in row)
            print(f"{least:6} {hits / (hits + wrong):.3f} {hits / there:.3f} {hits} {wrong}")


def weight(one: Found, weights: dict[str, float]) -> float:
    return odds(weights, {UNREAD, *one.marks})


if __name__ == "__main__":
    main()

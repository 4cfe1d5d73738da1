"""Fit what each mark says for or against a relation's being one: the weights of the sieve.

python corpus/related.py [--check]

Logistic regression on what the rules find in the open articles: right is what the scorer matches
with an annotated relation. What follows real pages counts twice (`fitting.counted`). Writes the
table that the reading asks, in hundredths; with --check it says how the findings of each group of
articles are told apart by weights that were fitted without the group.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

import fitting
import score
from fitting import KEPT, Article, Found

from detente.reading.odds import odds
from detente.reading.relations import sieve

SEEN = 8  # findings that a mark has to be on
PENALTY, BASES = 12.0, 1e-6
LEAST = 6  # hundredths: what says less is left out
LEASTS = (-999, -60, -40, -20, 0, 20, 40, 60)  # thresholds that are tried
HEAD = """\
# What says for (above nothing) or against a relation's being one: logarithms of odds, in
# hundredths. Fitted by corpus/related.py.
"""
Key = tuple[str, str, str | None]


def main() -> None:
    check_only = fitting.is_check(__doc__)
    articles = [read(path, gold) for path, gold in fitting.opened() if gold["is_dispute"]]
    if check_only:
        check(articles)
        return
    weights = fitted(articles)
    fitting.listed("related", HEAD, weights)
    print(f"{len(weights)} marks of {sum(len(each.found) for each in articles)} findings")


def read(path: Path, gold: dict[str, Any]) -> Article[Found]:
    """What the rules find in an article, before the sieve, held against its annotation."""
    seen: dict[Key, frozenset[str]] = {}

    def passed(reader: Any, found: Sequence[sieve.Tellings]) -> list[Any]:
        first = [tellings[0] for tellings in found]
        for said, marks in zip(first, sieve.marks(reader, found), strict=True):
            seen[said.kind, said.source, said.target] = marks
        return first

    with patch.object(sieve, "passed", passed):
        answer, judged = fitting.answered(path, gold)
    told = [one for one in answer["relations"] if key(one) in seen]
    found = tuple(
        Found(seen[key(one)], right, fitting.counted(gold["id"]))
        for one, right in zip(told, matched(judged, told), strict=True)
        if right is not None
    )
    there = sum(map(judged.tier_core, gold["relations"]))
    return Article(gold["id"], fitting.group_of(gold["id"], 24), found, there)


def key(one: dict[str, Any]) -> Key:
    return one["kind"], one["source"], one["target"]


def matched(judged: Any, told: Sequence[dict[str, Any]]) -> Iterator[bool | None]:
    """Whether each is an annotated relation; None where the scorer does not mind it."""
    golds, title = judged.g["relations"], judged.g["title"]
    taken = score.assign(told, golds, weigher(judged))
    for at, one in enumerate(told):
        if at in taken:
            yield True if judged.tier_core(golds[taken[at]]) else None
        else:
            headline = title["start"] <= one["start"] and one["end"] <= title["end"]
            yield None if headline or one["kind"] == "opposes" else False


def weigher(judged: Any) -> Any:
    """What speaks for an annotated relation's being the found one, as the scorer has it."""

    def ends(one: dict[str, Any], known: Any) -> list[Any]:
        return [judged.principal(known(one[end])) for end in ("source", "target")]

    def weight(x: dict[str, Any], y: dict[str, Any]) -> float:
        ours, theirs = ends(x, judged.resolve), ends(y, lambda id_: id_)
        if x["kind"] != y["kind"]:
            return 0.0
        same = ours[0] == theirs[0] and theirs[1] in {None, ours[1]}
        same = same or (x["kind"] in score.SYMMETRIC and ours == theirs[::-1])
        return 1.0 + 2 * judged.tier_core(y) if same else 0.0

    return weight


def fitted(articles: Sequence[Article[Found]]) -> dict[str, int]:
    """What each mark says, in hundredths."""
    return fitting.hundredths(fitting.regressed(articles, SEEN, PENALTY, BASES), LEAST)


def check(articles: Sequence[Article[Found]]) -> None:
    """Tell the findings of each group apart by the weights of the others."""
    parts = [*fitting.left_out(articles)]
    weighed = [
        (each, odds(weights, one.marks), one)
        for _, part, others in parts
        for weights in [fitted(others)]
        for each in part
        for one in each.found
    ]
    for name, of in (("kept", KEPT.__contains__), ("others", lambda name: name not in KEPT)):
        print(name, "least, precision, recall, right, wrong")
        there = sum(each.gold for each in articles if of(each.name))
        for least in LEASTS:
            kept = [one.is_right for each, at, one in weighed if of(each.name) and at >= least]
            right = sum(kept)
            print(
                f"{least:5} {right / len(kept):.3f} {right / there:.3f}", right, len(kept) - right
            )


if __name__ == "__main__":
    main()

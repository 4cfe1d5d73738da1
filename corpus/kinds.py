"""Fit what speaks for an event's being of each kind: the weights of what no row of a table names.

python corpus/kinds.py [--check]

For each kind a logistic regression over what `reading/events/kinds.py` says of the verbs and nouns
with which annotated events of the open articles are told: the highest verb of the quote and its
highest noun that may tell one. With --check it names the kind of each group's events by what was
fitted without the group.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import fitting
from fitting import Article, Found

from detente.reading.events import dated, kinds
from detente.reading.odds import odds
from detente.reading.parsed import Token
from detente.reading.scene import Scene

TABLE = fitting.DATA / "kinds.csv"
LEAST = 5  # events that have to show a mark
PENALTY, BASES = 4.0, 0.01
SLIGHT = 5  # hundredths: what says less is left out
OPTIONAL = 0.3  # the weight of an event that an annotator may tell
HEAD = """\
# What speaks for (above nothing) or against an event's being of each kind: logarithms of odds, in
# hundredths. Fitted by corpus/kinds.py.
"""
Weights = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Named:
    """What is said of the word that tells an event, the kinds that it may be of, what it counts."""

    marks: frozenset[str]
    kinds: frozenset[str]
    counts: float


def main() -> None:
    check_only = fitting.is_check(__doc__)
    articles = [*gathered()]
    if check_only:
        check(articles)
        return
    weights = fitted(articles)
    told = {kind: fitting.hundredths(weights[kind], SLIGHT) for kind in sorted(weights)}
    marks = sorted({mark for of in told.values() for mark in of})
    lines = [[mark, *(str(of.get(mark, "")) for of in told.values())] for mark in marks]
    text = "".join(",".join(line) + "\n" for line in [["mark", *told], *lines])
    TABLE.write_text(HEAD + text, "utf-8")
    print(f"{len(lines)} marks")


def gathered() -> Iterator[Article[Named]]:
    """The words that tell the annotated events of the open articles."""
    for gold, scene in fitting.scenes():
        named = [one for event in gold["events"] for one in told_by(scene, event)]
        yield Article(gold["id"], fitting.group_of(gold["id"], 25), tuple(named))


def told_by(scene: Scene, event: dict[str, Any]) -> Iterator[Named]:
    inside = [t for t in scene.words if event["start"] <= t.idx < event["end"]]
    counts = 1.0 if event.get("tier", "core") == "core" else OPTIONAL
    for may in (dated.may_be_told, dated.may_name):
        highest = min((t for t in inside if may(t)), key=depth, default=None)
        if highest is not None:
            of = frozenset({event["kind"], *event.get("also", [])})
            yield Named(kinds.marks(scene, highest), of, counts)


def depth(token: Token) -> tuple[int, int]:
    return sum(1 for _ in token.ancestors), token.i


def fitted(articles: Sequence[Article[Named]]) -> Weights:
    """For each kind what each mark says."""
    return {kind: fitting.regressed([*_of_kind(articles, kind)], LEAST, PENALTY, BASES)
            for kind in kinds.KINDS}  # fmt: skip


def _of_kind(articles: Sequence[Article[Named]], kind: str) -> Iterator[Article[Found]]:
    for each in articles:
        found = (Found(one.marks, kind in one.kinds, one.counts) for one in each.found)
        yield Article(each.name, each.group, tuple(found))


def check(articles: Sequence[Article[Named]]) -> None:
    """Name the kinds of each group's events by what was fitted without the group."""
    for name, part, others in [*fitting.left_out(articles), fitting.kept(articles)]:
        weights = fitted(others)
        for word in ("verb", "noun"):
            asked = [
                one
                for each in part
                for one in each.found
                if ("noun" in one.marks) == (word == "noun")
            ]
            right = sum(best(weights, one.marks) in one.kinds for one in asked)
            print(f"{name:8} {word} {right:4} of {len(asked)}", end="   ")
        print()


def best(weights: Weights, marks: frozenset[str]) -> str:
    return max(sorted(weights), key=lambda kind: odds(weights[kind], marks))


if __name__ == "__main__":
    main()

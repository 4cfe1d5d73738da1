"""Fit what each mark says for somebody's being a party of whom no position is told.

python corpus/parties.py [--check]

Logistic regression on what the rules find in the open articles: right is what the annotation has as
a party that must be found. Articles that are kept for checking are left out (`fitting.KEPT`).
Writes the table that the reading asks, in hundredths; with --check it says how many of each group
of articles are dropped by weights that were fitted without the group, and of the kept articles by
all others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from unittest.mock import patch

import fitting
import measure
import score
from fitting import BASE, Article, Found

from detente.reading import reader
from detente.reading.parties import sifting
from detente.reading.parties.readings import Reading
from detente.reading.scene import Scene

TABLE = fitting.DATA / "parties.csv"
SEEN = 8  # findings that a mark has to be on
PENALTY, BASES = 3.0, 0.1
LEAST = 4  # hundredths: what says less is left out
HEAD = """\
# What says for (above nothing) or against somebody's being a party of whom no position is told:
# logarithms of odds, in hundredths. Fitted by corpus/parties.py.
"""


def main() -> None:
    check_only = fitting.is_check(__doc__)
    articles = [read(path, gold) for path, gold in fitting.opened() if gold["is_dispute"]]
    if check_only:
        check(articles)
        return
    *_, others = fitting.kept(articles)
    weights = fitted(others)
    rows = [f"{mark},{weights[mark]}" for mark in sorted(weights)]
    TABLE.write_text(HEAD + "mark,weight\n" + "\n".join(rows) + "\n", "utf-8")
    print(f"{len(rows)} marks of {sum(len(each.found) for each in others)} that are named")


def read(path: Any, gold: dict[str, Any]) -> Article[Found]:
    """Who is weighed in an article, and whether the annotation has them."""
    seen: dict[str, frozenset[str]] = {}

    def none(scene: Scene, reading: Reading) -> frozenset[str]:
        seen.update(sifting.marks(scene, reading))
        return frozenset()

    with patch.object(reader.sifting, "dropped", none):
        answer = measure.predicted(path.parent / gold["text_file"], gold["published"])
    found = tuple(judged(gold, answer, seen))
    return Article(
        gold["id"], f"{path.parent.name} {fitting.group_of(gold['id'], 25, 'pst')}", found
    )


def judged(
    gold: dict[str, Any], answer: dict[str, Any], seen: dict[str, frozenset[str]]
) -> Iterator[Found]:
    """Each that is weighed; none of those of which the annotation leaves it open."""
    doc = score.Doc(gold, answer, answer["documents"][0]["text"], stretch=False)
    golds = sorted(gold["parties"], key=lambda one: not doc.tier_core(one))
    taken: set[str] = set()
    for one in answer["parties"]:
        names = {score.norm(name) for name in doc.pname[one["id"]]}
        same = next((g for g in golds if g["id"] not in taken and names & called(g)), None)
        if same is not None:
            taken.add(same["id"])
        if one["id"] in seen and (same is None or doc.tier_core(same)):
            yield Found(seen[one["id"]], same is not None)


def called(gold: dict[str, Any]) -> set[str]:
    return {score.norm(gold["name"]), *(score.norm(one["surface"]) for one in gold["aliases"])}


def fitted(articles: Sequence[Article[Found]]) -> dict[str, int]:
    """What each mark says, in hundredths."""
    weights = fitting.regressed(articles, SEEN, PENALTY, BASES)
    told = {mark: round(100 * weight) for mark, weight in weights.items()}
    return {mark: w for mark, w in told.items() if abs(w) >= LEAST or mark == BASE}


def check(articles: Sequence[Article[Found]]) -> None:
    """Tell those of each group apart by the weights of the others."""
    print("group        weighed  parties | dropped, parties among them")
    for name, part, others in [*fitting.left_out(articles), fitting.kept(articles)]:
        weights = fitted(others)
        told = [
            (sum(weights.get(mark, 0) for mark in {*one.marks, BASE}), one)
            for each in part
            for one in each.found
        ]
        if told:
            right = sum(one.is_right for _, one in told)
            out = [one.is_right for weight, one in told if weight < 0]
            print(f"{name:12}{len(told):8}{right:9} |{len(out):8}{sum(out):4}")


if __name__ == "__main__":
    main()

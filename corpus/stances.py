"""Fit what each mark says for or against a position's being one: the weights of the sieve.

python corpus/stances.py [--check]

Logistic regression with a penalty on large weights (A. Hoerl and R. Kennard, "Ridge regression",
Technometrics 12, 1970) on what the rules find in the open articles: right is what the scorer
matches with an annotated statement. Articles that are kept for checking are left out (`KEPT`).
Writes the table that the reading asks, in hundredths; with --check it says how the findings of each
group of articles are told apart by weights that were fitted without the group, and those of the
kept articles by all others.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import score
from numpy.typing import NDArray

from detente.dispute.evidence import Evidence
from detente.reading import form, judgement, sources, stances, statements
from detente.reading.attribution import Telling
from detente.reading.scene import build

HERE = Path(__file__).parent
TABLE = HERE.parent / "src/detente/reading/data/stances.csv"
KEPT = frozenset(f"p{n}" for of in ((213, 226), (238, 251), (263, 276)) for n in range(*of))
FRESH = 2.0  # what the rules have not been mended on says more of what they find elsewhere
SEEN = 25  # findings that a mark has to be on
PENALTY = 12.0
LEAST = 4  # hundredths: what says less is left out
ROUNDS = 12
HEAD = """\
# What says for (above nothing) or against a position's being one: logarithms of odds, in
# hundredths. Fitted by corpus/stances.py.
"""
Array = NDArray[np.float64]


@dataclass(frozen=True)
class Found:
    """A finding: in which article of which group, with which marks, and if it is right."""

    article: str
    group: str
    marks: frozenset[str]
    is_right: bool

    @property
    def is_fresh(self) -> bool:
        """Whether the rules had hardly been mended on its article when it was fitted on."""
        return self.article >= "p201"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    found = list(gathered())
    if given.check:
        check(found)
        return
    weights = fitted([one for one in found if one.article not in KEPT])
    rows = [f"{mark},{weights[mark]}" for mark in sorted(weights)]
    TABLE.write_text(HEAD + "mark,weight\n" + "\n".join(rows) + "\n", "utf-8")
    print(f"{len(rows)} marks of {len(found)} findings")


def gathered() -> Iterator[Found]:
    """What the rules find in the open articles that are about a dispute."""
    for path in [*HERE.glob("develop/*.json"), *HERE.glob("short/*.json")]:
        gold = json.loads(path.read_text("utf-8"))
        document = form.formed(
            sources.load(path.parent / gold["text_file"], published=gold["published"])
        )
        if gold["is_dispute"] and document.language in form.READ:
            yield from of_article(gold, Telling(build(document)))


def of_article(gold: dict[str, Any], telling: Telling) -> Iterator[Found]:
    findings = statements.gathered(telling)
    said = statements.evidence(telling, findings)
    if not judgement.is_dispute(telling.scene, said):
        return
    letter, number = re.match(r"([a-z]+)(\d+)", gold["id"]).groups()  # type: ignore[union-attr]
    group = letter + (str(int(number) // 40) if letter == "p" else "")
    marked = stances.marks(telling, findings)
    for marks, right in zip(marked, matched(gold, telling, said), strict=True):
        if right is not None:
            yield Found(gold["id"], group, marks, right)


def matched(gold: dict[str, Any], telling: Telling, said: Sequence[Evidence]) -> list[bool | None]:
    """Whether each is an annotated statement; None where the scorer does not mind it."""
    parties = [
        {"id": one.id, "name": one.name, "aliases": [*one.aliases]} for one in telling.scene.parties
    ]
    doc = score.Doc(gold, {"parties": parties}, telling.scene.document.text, stretch=False)
    found = [as_scored(piece) for piece in said]
    taken: dict[int, int] = {}
    for bound in (True, False):
        mine = [i for i, x in enumerate(found) if i not in taken and (x["condition"] or not bound)]
        golds = [j for j, y in enumerate(gold["statements"]) if bool(y["condition"]) == bound]
        pairs = score.assign(
            [found[i] for i in mine], [gold["statements"][j] for j in golds], weigher(doc)
        )
        taken |= {mine[i]: golds[j] for i, j in pairs.items()}
    start, end = gold["title"]["start"], gold["title"]["end"]
    answers: list[bool | None] = []
    for i, x in enumerate(found):
        if i in taken:
            core = doc.tier_core(gold["statements"][taken[i]])
            answers.append(True if core else None)
        else:
            answers.append(None if start <= x["start"] and x["end"] <= end else False)
    return answers


def as_scored(piece: Evidence) -> dict[str, Any]:
    return {
        "start": piece.start,
        "end": piece.end,
        "kind": piece.kind,
        "holder": [*piece.holder],
        "condition": piece.condition is not None,
    }


def weigher(doc: Any) -> Any:
    """What speaks for an annotated statement's being the found one, as the scorer has it."""

    def weight(x: dict[str, Any], y: dict[str, Any]) -> float:
        bound = {"precondition", "threat"} if y["condition"] else set()
        overlap = float(doc.overlap(x, y))
        if not overlap or x["kind"] not in score.kinds(y) | bound or not doc.holder_ok(x, y):
            return 0.0
        return 2 * bool(doc.tier_core(y)) + overlap + 0.5 * (x["kind"] == y["kind"])

    return weight


def fitted(found: Sequence[Found]) -> dict[str, int]:
    """What each mark says, in hundredths."""
    count = Counter(mark for one in found for mark in one.marks)
    names = sorted(mark for mark, times in count.items() if times >= SEEN)
    place = {mark: at for at, mark in enumerate(names)}
    given = np.zeros((len(found), len(names) + 1))
    given[:, -1] = 1
    for row, one in enumerate(found):
        given[row, [place[mark] for mark in one.marks if mark in place]] = 1
    right = np.array([one.is_right for one in found], float)
    counts = np.array([FRESH if one.is_fresh else 1.0 for one in found])
    weights = np.rint(100 * regressed(given, right, counts))
    told = {mark: int(weight) for mark, weight in zip([*names, "base"], weights, strict=True)}
    return {mark: w for mark, w in told.items() if abs(w) >= LEAST or mark == "base"}


def regressed(given: Array, right: Array, counts: Array) -> Array:
    """The weights, by Newton's method, of what counts so many times."""
    weights = np.zeros(given.shape[1])
    penalty = np.full(given.shape[1], PENALTY)
    penalty[-1] = 1e-6
    for _ in range(ROUNDS):
        odds = 1 / (1 + np.exp(-np.clip(given @ weights, -30, 30)))
        slope = given.T @ (counts * (odds - right)) + penalty * weights
        bend = given.T * (counts * np.maximum(odds * (1 - odds), 1e-6)) @ given + np.diag(penalty)
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def check(found: Sequence[Found]) -> None:
    """Tell the findings of each group apart by the weights of the others."""
    groups = sorted({one.group for one in found})
    apart = [[one for one in found if one.group == group] for group in groups]
    apart.append([one for one in found if one.article in KEPT])
    for name, part in zip([*groups, "kept"], apart, strict=True):
        articles = {one.article for one in part}
        weights = fitted(
            [
                one
                for one in found
                if one.article not in articles | ({*KEPT} if name == "kept" else set())
            ]
        )
        told = [(sum(weights.get(m, 0) for m in {*one.marks, "base"}), one) for one in part]
        print(f"{name:8}{len(part):5}", *(dropped(told, least) for least in (-50, -25, 0, 25)))


def dropped(told: Sequence[tuple[int, Found]], least: int) -> str:
    out = [one.is_right for weight, one in told if weight < least]
    kept = [one.is_right for weight, one in told if weight >= least]
    return f"| {least:4} out {len(out):3} of them right {sum(out):3}, P {np.mean(kept):.3f}"


if __name__ == "__main__":
    main()

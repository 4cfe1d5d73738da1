"""Fit what each mark says for or against a position's being one: the weights of the sieve.

python corpus/stances.py [--check]

Logistic regression on what the rules find in the open articles: right is what the scorer matches
with an annotated statement. What follows real pages counts twice (`fitting.counted`). Writes the
table that the reading asks, in hundredths; with --check it says how the findings of each group of
articles are told apart by weights that were fitted without the group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

import fitting
import numpy as np
import score
from fitting import Article, Found

from detente.dispute.evidence import Evidence
from detente.reading import judgement, manners, statements
from detente.reading.attribution import Telling
from detente.reading.odds import odds

Item = TypeVar("Item")
SEEN, SEEN_WORD = 25, 8  # findings that a mark has to be on, and that of a single word
PENALTY, PENALTY_WORD, BASES = 12.0, 20.0, 1e-6
LEAST = 4  # hundredths: what says less is left out
HEAD = """\
# What says for (above nothing) or against a position's being one: logarithms of odds, in
# hundredths. Fitted by corpus/stances.py.
"""


def main() -> None:
    check_only = fitting.is_check(__doc__)
    articles = list(gathered())
    if check_only:
        check(articles)
        return
    weights = fitted(articles)
    fitting.listed("stances", HEAD, weights)
    print(f"{len(weights)} marks of {sum(len(each.found) for each in articles)} findings")


def gathered() -> Iterator[Article[Found]]:
    """What the rules find in the open articles that are about a dispute."""
    for gold, scene in fitting.scenes():
        found = tuple(of_article(gold, Telling(scene)))
        yield Article(gold["id"], fitting.group_of(gold["id"], 40), found)


def of_article(gold: dict[str, Any], telling: Telling) -> Iterator[Found]:
    findings = statements.gathered(telling)
    said = statements.evidence(telling, findings)
    if not judgement.is_dispute(telling.scene, said):
        return
    counts = fitting.counted(gold["id"])
    marked = manners.marks(telling, findings)
    for marks, right in zip(marked, matched(gold, telling, said), strict=True):
        if right is not None:
            yield Found(marks, right, counts)


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


def fitted(articles: Sequence[Article[Found]]) -> dict[str, int]:
    """What each mark says, in hundredths."""
    seen, penalty = by_word(SEEN_WORD, SEEN), by_word(PENALTY_WORD, PENALTY)
    return fitting.hundredths(fitting.regressed(articles, seen, penalty, BASES), LEAST)


def by_word(of_word: Item, of_other: Item) -> Callable[[str], Item]:
    """What holds of the marks of single words, and what of all others."""
    return lambda mark: of_word if f"{manners.WORD} " in mark else of_other


def check(articles: Sequence[Article[Found]]) -> None:
    """Tell the findings of each group apart by the weights of the others."""
    for name, part, others in fitting.left_out(articles):
        weights = fitted(others)
        told = [(odds(weights, one.marks), one) for each in part for one in each.found]
        if told:
            print(f"{name:8}{len(told):5}", *(dropped(told, least) for least in (-50, -25, 0, 25)))


def dropped(told: Sequence[tuple[int, Found]], least: int) -> str:
    out = [one.is_right for weight, one in told if weight < least]
    kept = [one.is_right for weight, one in told if weight >= least]
    return f"| {least:4} out {len(out):3} of them right {sum(out):3}, P {np.mean(kept):.3f}"


if __name__ == "__main__":
    main()

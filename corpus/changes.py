"""Fit what speaks for two positions' being a change of one.

python corpus/changes.py [--check]

Logistic regression over what `reading/pairing.py` says of each two positions of one holder in the
open articles that may be one then and now: right is what the annotation pairs. What the rules pair
is one of the marks. Writes the weights that the reading asks; with --check it weighs each group of
articles by what was fitted without it, and counts those apart that nobody has read
(`fitting.KEPT`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

import fitting
from fitting import Article, Found

from detente.dispute.evidence import Evidence
from detente.reading.changes import pairing

TABLE = fitting.DATA / "changes.toml"
LEAST, PENALTY, BASES = 4, 4.0, 0.01
Pair = tuple[Evidence, Evidence, frozenset[str]]


def main() -> None:
    fitting.run(__doc__, TABLE, read, fitted)


def read(path: Path, gold: dict[str, Any]) -> Article[Found]:
    """The pairs of an article, held against its annotation."""
    seen: list[Pair] = []
    pairs = pairing.pairs

    def gathered(
        told: Sequence[Any], ruled: Collection[Any], texts: Mapping[str, str]
    ) -> Iterator[Any]:
        for at, to, marks in pairs(told, ruled, texts):
            seen.append((told[at].piece, told[to].piece, marks))
            yield at, to, marks

    with patch.object(pairing, "pairs", gathered):
        _, judged = fitting.answered(path, gold)
    found = tuple(Found(marks, *label(judged, *two)) for *two, marks in seen)
    there = sum(map(judged.tier_core, gold["changes"]))
    return Article(gold["id"], fitting.group_of(gold["id"], 24, "pst"), found, there)


def label(judged: Any, earlier: Evidence, later: Evidence) -> tuple[bool, float]:
    """Whether the annotation pairs two positions, and how much that counts."""
    told = {one["id"]: one for one in judged.g["statements"]}
    golds = [
        gold
        for gold in judged.g["changes"]
        if judged.overlap(span(earlier), told[gold["earlier"]])
        and judged.overlap(span(later), told[gold["later"]])
    ]
    return fitting.label(judged, golds)


def span(piece: Evidence) -> dict[str, int]:
    return {"start": piece.start, "end": piece.end}


def fitted(articles: Sequence[Article[Found]]) -> dict[str, float]:
    return fitting.regressed(articles, LEAST, PENALTY, BASES)


if __name__ == "__main__":
    main()

"""Fit what speaks for a noun's being an object of the dispute.

python corpus/objects.py [--check]

Logistic regression over what `reading/weighing.py` says of each noun of the open articles: right is
one whose name, where it stands best, is an annotated object's. Writes the weights that the reading
asks; with --check it takes the weightiest nouns of each group of articles by what was fitted
without it, and counts those apart that nobody has read (`fitting.KEPT`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

import fitting
from fitting import Article, Found

from detente.reading import weighing

TABLE = fitting.DATA / "weights.toml"
LEAST, PENALTY, BASES = 10, 2.0, 0.01
MOST = 3  # objects of an article


def main() -> None:
    fitting.run(__doc__, TABLE, read, fitted, MOST)


def fitted(articles: Sequence[Article[Found]]) -> dict[str, float]:
    return fitting.regressed(articles, LEAST, PENALTY, BASES)


def read(path: Path, gold: dict[str, Any]) -> Article[Found]:
    """The nouns of an article, held against its annotation."""
    seen: list[tuple[weighing.Noun, Collection[str], Mapping[str, float]]] = []
    nouns = weighing.nouns

    def gathered(*given: Any) -> Iterator[Any]:
        for noun in nouns(*given):
            seen.append(noun)
            yield noun

    with patch.object(weighing, "nouns", gathered):
        _, judged = fitting.answered(path, gold)
    found = []
    for noun, marks, amounts in seen:
        right, counts = fitting.label(judged, named(judged, noun.best))
        found.append(Found(frozenset(marks), right, counts, amounts))
    return Article(
        gold["id"],
        fitting.group_of(gold["id"], 24, "pst"),
        tuple(found),
        sum(map(judged.tier_core, gold["objects"])),
    )


def named(judged: Any, thing: Any) -> list[dict[str, Any]]:
    """The annotated objects that a mention is."""
    doc = thing.head.doc
    last = doc[thing.last]
    quote = {"start": doc[thing.first].idx, "end": last.idx + len(last.text)}
    return [
        gold
        for gold in judged.g["objects"]
        if judged.resolve(thing.name) == gold["id"] or judged.overlap(quote, gold)
    ]


if __name__ == "__main__":
    main()

"""Fit what speaks for somebody's going between the sides where no word says so.

python corpus/peacemakers.py [--check]

Logistic regression over what `reading/peacemakers.py` says of each party of the open articles that
is not one of the two: right is whom the annotation has between them, also where a relation tells it
in so many words (what such people do and say is the same). Writes the weights that the reading
asks; with --check it weighs, in each group of articles by what was fitted without it, those of whom
no relation tells it, and counts those apart that nobody has read (`fitting.KEPT`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import fitting
from fitting import Article, Found

from detente.reading import peacemakers

TABLE = fitting.DATA / "peacemakers.toml"
TOLD = "told in so many words"  # the mark of whom a relation has between the sides already
LEAST, PENALTY, BASES = 6, 6.0, 0.01


def main() -> None:
    fitting.run(__doc__, TABLE, read, fitted, but=TOLD)


def read(path: Path, gold: dict[str, Any]) -> Article[Found]:
    """The parties outside the two, held against the annotation."""
    seen: list[tuple[Any, frozenset[str]]] = []
    outside, between = peacemakers.outside, peacemakers.between

    def gathered(*given: Any) -> Iterator[Any]:
        for actor, at, marks in outside(*given):
            seen.append((actor, frozenset(marks)))
            yield actor, at, marks

    told: list[set[str]] = []

    def known(*given: Any) -> set[str]:
        told.append(between(*given))
        return told[-1]

    with (
        patch.object(peacemakers, "outside", gathered),
        patch.object(peacemakers, "between", known),
    ):
        _, judged = fitting.answered(path, gold)
    found = []
    for actor, marks in seen:
        is_told = bool({actor.id, actor.speaks_for} & told[0])
        right, counts = label(judged, actor.id)
        found.append(Found(marks | ({TOLD} if is_told else set()), right, counts))
    group = fitting.group_of(gold["id"], 24, "pst")
    return Article(gold["id"], group, tuple(found), sum(one.is_right for one in found))


def label(judged: Any, party: str) -> tuple[bool, float]:
    """Whether the annotation has a party between the sides, and how much that counts."""
    who = judged.principal(judged.resolve(party))
    golds = [
        gold
        for gold in judged.g["relations"]
        if gold["kind"] == "mediates" and judged.principal(gold["source"]) == who
    ]
    return fitting.label(judged, golds)


def fitted(articles: Sequence[Article[Found]]) -> dict[str, float]:
    return fitting.regressed([each_by(article) for article in articles], LEAST, PENALTY, BASES)


def each_by(article: Article[Found]) -> Article[Found]:
    """An article in which it is not said of whom a relation tells it."""
    return replace(
        article, found=tuple(replace(one, marks=one.marks - {TOLD}) for one in article.found)
    )


if __name__ == "__main__":
    main()

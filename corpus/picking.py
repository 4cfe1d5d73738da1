"""Fit what speaks for a sentence's saying that a dispute is stuck, or what would help.

python corpus/picking.py [--check]

Logistic regression over what `reading/picking.py` says of each sentence of the open articles: right
is one that an annotated quote stands in. Single words are weighed beside the classes, with a larger
penalty. Writes the weights that the reading asks; with --check it picks in each group of articles
by what was fitted without it, and counts those apart that nobody has read (`fitting.KEPT`). Of
what is stuck what follows real pages counts twice (`fitting.counted`).
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import fitting
from fitting import Article, Found

from detente.reading import standstill, ways

TABLE = fitting.DATA / "picking.toml"
OF = ("status_quo", "ways_out")
MOST = 3  # of each, in an article
SURE = "in_so_many_words"
WORD = "word "  # before a word among the marks
LEAST, PENALTY, BASES = 10, 8.0, 0.01
OFTEN, PENALTY_OF_WORDS = 10, 12.0  # sentences that a word has to be in
STEP = 0.05  # what weights of words are rounded to


def main() -> None:
    check_only = fitting.is_check(__doc__)
    read_of = [read(path, gold) for path, gold in fitting.opened()]
    weights = {}
    for of in OF:
        articles = frequent([each[of] for each in read_of])
        if check_only:
            print(of)
            fitting.weigh(articles, fitted, MOST)
        else:
            weights[of] = fitted(articles)
    if weights:
        fitting.written(TABLE, "# Fitted by corpus/picking.py.", lines(weights))


def read(path: Path, gold: dict[str, Any]) -> dict[str, Article[Found]]:
    """The sentences of an article, held against its annotation."""
    seen: dict[str, tuple[Any, Any]] = {}

    def picked(told: Any, of: str, says: Any) -> Any:
        seen[of] = told, says
        return iter(())

    with patch.object(standstill, "picked", picked), patch.object(ways, "picked", picked):
        _, judged = fitting.answered(path, gold)
    group = fitting.group_of(gold["id"], 24, "pst")
    return {
        of: Article(
            gold["id"],
            group,
            tuple(sentences(judged, of, *seen.get(of, ((), None)))),
            sum(map(judged.tier_core, gold[of])),
        )
        for of in OF
    }


def sentences(judged: Any, of: str, told: Any, says: Any) -> Iterator[Found]:
    for one in told:
        quote = {"start": one.span.start_char, "end": one.span.end_char}
        golds = [gold for gold in judged.g[of] if judged.overlap(quote, gold)]
        marks = {*one.marks, *(f"{WORD}{word}" for word in words(one.span))}
        marks |= {SURE} if says(one) else set()
        right, counts = fitting.label(judged, golds)
        much = fitting.counted(judged.g["id"]) if of == "status_quo" else 1.0
        yield Found(frozenset(marks), right, counts * much)


def words(span: Any) -> set[str]:
    """The words of a sentence but names, as written and by lemma."""
    return {
        word
        for token in span
        if token.is_alpha and token.pos_ != "PROPN"
        for word in (token.lower_, token.lemma_.lower())
    }


def frequent(articles: Sequence[Article[Found]]) -> list[Article[Found]]:
    """The same articles without the words that few sentences have."""
    many = Counter(mark for each in articles for one in each.found for mark in one.marks)
    rare = {mark for mark, count in many.items() if count < OFTEN and mark.startswith(WORD)}
    return [
        replace(each, found=tuple(replace(one, marks=one.marks - rare) for one in each.found))
        for each in articles
    ]


def fitted(articles: Sequence[Article[Found]]) -> dict[str, float]:
    return fitting.regressed(
        articles,
        LEAST,
        lambda name: PENALTY_OF_WORDS if name.startswith(WORD) else PENALTY,
        BASES,
    )


def lines(weights: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """The table: of each the weights of what can be said of it, then of single words."""
    for of, told in weights.items():
        yield f"\n[weights.{of}]"
        yield from fitting.rows({k: v for k, v in told.items() if not k.startswith(WORD)})
    for of, told in weights.items():
        yield f"\n[words.{of}]  # by what each adds to the logarithm of the odds"
        steps: dict[int, list[str]] = {}
        for name in sorted(told):
            if name.startswith(WORD) and (step := round(told[name] / STEP)):
                steps.setdefault(step, []).append(name.removeprefix(WORD))
        for step in sorted(steps, reverse=True):
            own = textwrap.fill(" ".join(steps[step]), 92)
            yield f'"{step * STEP:+.2f}" = """{own}"""'


if __name__ == "__main__":
    main()

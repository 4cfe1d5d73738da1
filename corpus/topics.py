"""Fit what each word says for or against an article's being about a dispute.

python corpus/topics.py [--check]

Naive Bayes over the words that an article has at all (M. E. Maron, "Automatic indexing", Journal of
the ACM 8, 1961), on the open articles and on `ordinary/`, which holds none. What is known of a word
beforehand (`topics.toml`) counts as if it had been seen in so many articles. Writes the table that
the reading asks, in hundredths; with --check it says how articles are told apart by words that were
fitted without their group.
"""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import fitting

from detente.dispute.evidence import Document
from detente.reading import judgement, scene

LEFT_OUT = frozenset(f"p{n}" for n in range(301, 485))  # with them ordinary news is told worse
KNOWN = 16  # articles that what is known of a word beforehand counts for
SEEN = 4  # articles that a word of which nothing is known has to be in
LEAST = 5  # hundredths: what says less is left out
HEAD = """\
# What a word says for (above nothing) or against an article's being about a dispute: logarithms of
# odds, in hundredths. Fitted by corpus/topics.py.
"""


@dataclass(frozen=True)
class Article:
    """The words of an article, who wrote it with which others, and whether it is a dispute's."""

    name: str
    group: str
    words: frozenset[str]
    is_dispute: bool


def main() -> None:
    check_only = fitting.is_check(__doc__)
    articles = list(gathered())
    if check_only:
        check(articles)
        return
    weights = fitted(articles)
    fitting.listed("topics", HEAD, weights, "word")
    print(f"{len(weights)} words of {len(articles)} articles")


def gathered() -> Iterator[Article]:
    """The open articles and the ordinary ones."""
    for path, gold in fitting.opened():
        if path.stem not in LEFT_OUT:
            yield article(path.parent / gold["text_file"], is_dispute=gold["is_dispute"])
    for path in fitting.HERE.glob("ordinary/*.txt"):
        yield article(path, is_dispute=False)


def article(path: Path, *, is_dispute: bool) -> Article:
    seen = scene.build(Document("d1", text=path.read_text("utf-8")))
    group = f"{path.parent.name} {fitting.group_of(path.stem, 20, 'po')}"
    return Article(path.stem, group, judgement.words_of(seen.doc), is_dispute)


def fitted(articles: Sequence[Article]) -> dict[str, int]:
    """What each word says, in hundredths."""
    known = dict(known_beforehand(tomllib.loads((fitting.HERE / "topics.toml").read_text("utf-8"))))
    many = Counter(each.is_dispute for each in articles)
    seen = {kind: Counter[str]() for kind in (True, False)}
    for each in articles:
        seen[each.is_dispute].update(each.words)
    found = {}
    for word in {*known, *seen[True], *seen[False]}:
        if word not in known and seen[True][word] + seen[False][word] < SEEN:
            continue
        odds = {
            kind: seen[kind][word] / many[kind]
            + KNOWN / len(articles) * math.exp(sign * known.get(word, 0.0) / 2)
            for kind, sign in ((True, 1), (False, -1))
        }
        weight = round(100 * math.log(odds[True] / odds[False]))
        if abs(weight) >= LEAST:
            found[word] = weight
    return found


def known_beforehand(table: Mapping[str, object]) -> Iterator[tuple[str, float]]:
    for entry in table.values():
        assert isinstance(entry, dict)
        if "words" not in entry:
            yield from known_beforehand(entry)
            continue
        for word in entry["words"].split():
            yield word, entry["odds"]


def check(articles: Sequence[Article]) -> None:
    """Tell each article apart by the words of the other groups."""
    told = [
        (judgement.leaning(each.words, weights), each)
        for group in sorted({each.group for each in articles})
        for weights in [fitted([each for each in articles if each.group != group])]
        for each in articles
        if each.group == group
    ]
    for least in range(1000, 3200, 200):
        print(f"{least:6}", *errors(told, least))
    for weight, each in sorted(told, key=lambda row: (row[1].is_dispute, row[0])):
        if (weight > judgement.LEAST) != each.is_dispute:
            print(f"{each.name:8} {each.is_dispute!s:5} {weight:6.0f} {len(each.words)} words")


def errors(told: Iterable[tuple[float, Article]], least: int) -> tuple[str, str]:
    wrong = Counter(each.is_dispute for weight, each in told if (weight > least) != each.is_dispute)
    return f"{wrong[False]} taken for disputes", f"{wrong[True]} disputes not seen"


if __name__ == "__main__":
    main()

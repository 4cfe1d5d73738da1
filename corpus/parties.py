"""Fit what each mark says for a party's being one: of whom no position is told, and without a name.

python corpus/parties.py [--check]

Logistic regressions on what the rules find in the open articles. Of bodies and crowds without a
proper name right is what the annotation has as a party that no name found before stands for; of
those who are only named, what it has as a party that must be found. Writes the two tables that the
reading asks, in hundredths (run it once more where the first has changed much: who is only named
hangs on it); with --check it says how many of each group of articles are held for parties by
weights that were fitted without the group, and of the kept articles by all others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

import fitting
import score
from fitting import Article, Found

from detente.reading import reader
from detente.reading.odds import odds
from detente.reading.parties import acting, likely, nameless, sifting
from detente.reading.parties.cast import Cast
from detente.reading.parties.mentions import Body
from detente.reading.parties.readings import Reading
from detente.reading.scene import Scene

SEEN = 8  # findings that a mark has to be on
PENALTY, BASES = 3.0, 0.1
LEAST = 4  # hundredths: what says less is left out
HEAD = """\
# What says for (above nothing) or against being a party of {whom}:
# logarithms of odds, in hundredths. Fitted by corpus/parties.py.
"""
Judged = Callable[[Path, dict[str, Any]], Iterator[Found]]


def main() -> None:
    check_only = fitting.is_check(__doc__)
    for table, (whom, judged) in TABLES.items():
        articles = [
            read(path, gold, judged) for path, gold in fitting.opened() if gold["is_dispute"]
        ]
        if check_only:
            check(table, articles)
        else:
            write(table, whom, articles)


def write(table: str, whom: str, articles: Sequence[Article[Found]]) -> None:
    weights = fitted(articles)
    fitting.listed(table, HEAD.format(whom=whom), weights)
    print(f"{table}: {len(weights)} marks of {sum(len(each.found) for each in articles)}")


def read(path: Path, gold: dict[str, Any], judged: Judged) -> Article[Found]:
    """Who is weighed in an article, and whether the annotation has them."""
    group = f"{path.parent.name} {fitting.group_of(gold['id'], 25, 'pst')}"
    return Article(gold["id"], group, tuple(judged(path, gold)))


def without_names(path: Path, gold: dict[str, Any]) -> Iterator[Found]:
    """Bodies and crowds; none of those of which the annotation leaves it open."""
    seen: list[tuple[frozenset[str], set[str], set[str]]] = []
    stands = likely.stands

    def weighed(body: Body, found: Cast, bodies: list[Body]) -> bool:
        rule = {likely.RULE} if acting.is_party(body, found, bodies) else set()
        known = {score.norm(name) for one in found.entries.values() for name in one.surfaces}
        own = {score.norm(name) for one in body.phrases for name in (one.bare, one.full, one.own)}
        seen.append((frozenset(likely.marks(body, found)) | rule, own, known))
        return stands(body, found, bodies)

    with patch.object(nameless.likely, "stands", weighed):
        _, doc = fitting.answered(path, gold)
    for marks, own, known in seen:
        same = next((one for one in gold["parties"] if own & called(one)), None)
        is_known = same is not None and bool(known & called(same))
        if same is None or is_known or doc.tier_core(same):
            yield Found(marks, same is not None and not is_known)


def only_named(path: Path, gold: dict[str, Any]) -> Iterator[Found]:
    """Whoever holds nothing; none of those of which the annotation leaves it open."""
    seen: dict[str, frozenset[str]] = {}

    def none(scene: Scene, reading: Reading) -> frozenset[str]:
        seen.update(sifting.marks(scene, reading))
        return frozenset()

    with patch.object(reader.sifting, "dropped", none):
        answer, doc = fitting.answered(path, gold)
    golds = sorted(gold["parties"], key=lambda one: not doc.tier_core(one))
    taken: set[str] = set()
    for one in answer["parties"]:
        names = {score.norm(name) for name in doc.pname[one["id"]]}
        same = next((g for g in golds if g["id"] not in taken and names & called(g)), None)
        if same is not None:
            taken.add(same["id"])
        if one["id"] in seen and (same is None or doc.tier_core(same)):
            yield Found(seen[one["id"]], same is not None)


TABLES: dict[str, tuple[str, Judged]] = {
    "nameless": ("a body or crowd without a proper name", without_names),
    "parties": ("somebody of whom no position is told", only_named),
}


LEASTS = {"nameless": likely.least, "parties": lambda _: 0}


def called(gold: dict[str, Any]) -> set[str]:
    return {score.norm(gold["name"]), *(score.norm(one["surface"]) for one in gold["aliases"])}


def fitted(articles: Sequence[Article[Found]]) -> dict[str, int]:
    """What each mark says, in hundredths."""
    return fitting.hundredths(fitting.regressed(articles, SEEN, PENALTY, BASES), LEAST)


def check(table: str, articles: Sequence[Article[Found]]) -> None:
    """Tell those of each group apart by the weights of the others."""
    print(f"{table:12} weighed  parties | held for parties, right")
    for name, part, others in [*fitting.left_out(articles), fitting.kept(articles)]:
        weights = fitted(others)
        told = [(odds(weights, one.marks), one) for each in part for one in each.found]
        if told:
            right = sum(one.is_right for _, one in told)
            kept = [one.is_right for weight, one in told if weight >= LEASTS[table](one.marks)]
            print(f"{name:12}{len(told):8}{right:9} |{len(kept):8}{sum(kept):4}")


if __name__ == "__main__":
    main()

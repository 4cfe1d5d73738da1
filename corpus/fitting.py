"""What the scripts share that fit weights of the reading on the open articles.

What is fitted is tried on articles that it was not fitted on: those of one group after another, and
those that are kept for checking.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path
from typing import Any, Generic, TypeVar

import measure
import numpy as np
import numpy.typing as npt
import score

from detente.reading import form, sources
from detente.reading.odds import amounting, odds
from detente.reading.scene import Scene, build

HERE = Path(__file__).parent
DATA = HERE.parent / "src/detente/reading/data"
# Nobody who writes rules has looked at an error made on these.
KEPT = frozenset(
    f"p{n}" for n in (*range(377, 389), *range(917, 989), *range(1133, 1205, 3), *range(1313, 1421))
)
PAGES = 989  # from this number on articles follow real pages, sentence by sentence
FREELY = 0.5  # what a finding counts in an article that follows none
BASE = "base"  # what speaks for any finding
ROUNDS = 20
SETTLED = 1e-6  # a step of less ends the rounds
CLOSE = 1e-16  # what is left of a step, squared, where it is taken
SLIGHT = 0.05  # what says less is left out
LEASTS = (-2.0, -1.6, -1.2, -1.0, -0.8, -0.6, -0.4, -0.2, 0.0, 0.4)  # thresholds that are tried
Item = TypeVar("Item")
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Article(Generic[Item]):
    """What was gathered from an article, and the group of articles that it is left out with."""

    name: str
    group: str
    found: tuple[Item, ...]
    gold: int = 0  # how many the annotation has


@dataclass(frozen=True)
class Found:
    """A finding: what can be said of it, whether it is right, and how much that counts."""

    marks: frozenset[str]
    is_right: bool
    counts: float = 1.0
    amounts: Mapping[str, float] = field(default_factory=dict)  # what more or less can be said of


Parts = tuple[str, list[Article[Item]], list[Article[Item]]]


def is_check(doc: str | None) -> bool:
    """Whether weights are to be tried on what they were not fitted on, rather than written."""
    parser = argparse.ArgumentParser(description=doc)
    parser.add_argument("--check", action="store_true")
    return bool(parser.parse_args().check)


def opened() -> Iterator[tuple[Path, dict[str, Any]]]:
    """The annotations of the open articles, with where they stand."""
    for folder in ("develop", "short"):
        for path in sorted((HERE / folder).glob("*.json")):
            yield path, json.loads(path.read_text("utf-8"))


def scenes() -> Iterator[tuple[dict[str, Any], Scene]]:
    """Of the open articles that are about a dispute the annotation, and what the rules see."""
    for path, gold in opened():
        text = sources.load(path.parent / gold["text_file"], published=gold["published"])
        document = form.formed(text)
        if gold["is_dispute"] and document.language in form.READ:
            yield gold, build(document)


def answered(path: Path, gold: dict[str, Any]) -> tuple[dict[str, Any], Any]:
    """What the reading finds in an article, and the annotation that it is held against."""
    answer = measure.predicted(path.parent / gold["text_file"], gold["published"])
    return answer, score.Doc(gold, answer, answer["documents"][0]["text"], stretch=False)


def label(judged: Any, golds: Collection[dict[str, Any]]) -> tuple[bool, float]:
    """Whether what is annotated so is right, and how much that counts: not where it is optional."""
    right = any(map(judged.tier_core, golds))
    return right, 1.0 if right or not golds else 0.0


def group_of(name: str, many: int, of: str = "p") -> str:
    """The letter of an article; where one letter is of several writers, each so many apart."""
    letter, number = re.match(r"([a-z]+)(\d+)", name).groups()  # type: ignore[union-attr]
    return letter + (str(int(number) // many) if letter in of else "")


def counted(name: str) -> float:
    """How much a finding in an article counts: what will be read is like real pages.

    >>> counted("p1030"), counted("p030"), counted("t040")
    (1.0, 0.5, 0.5)
    """
    return 1.0 if name[0] == "p" and int(name[1:]) >= PAGES else FREELY


def left_out(articles: Sequence[Article[Item]]) -> Iterator[Parts[Item]]:
    """By name, the articles of each group, and all others."""
    for group in sorted({each.group for each in articles}):
        yield group, *apart(articles, frozenset(a.name for a in articles if a.group == group))


def kept(articles: Sequence[Article[Item]]) -> Parts[Item]:
    """The articles that are kept for checking, and all others."""
    return "kept", *apart(articles, KEPT)


def apart(
    articles: Sequence[Article[Item]], names: frozenset[str]
) -> tuple[list[Article[Item]], list[Article[Item]]]:
    those = [each for each in articles if each.name in names]
    return those, [each for each in articles if each.name not in names]


def regressed(
    articles: Sequence[Article[Found]],
    least: int | Callable[[str], int],
    penalty: float | Callable[[str], float],
    base: float,
) -> dict[str, float]:
    """What each mark says that at least so many findings have: logarithms of odds.

    Logistic regression with a penalty on large weights, the same on all or each its own, and
    another on the base (A. Hoerl and R. Kennard, "Ridge regression", Technometrics 12, 1970), by
    Newton's method.
    """
    found = [one for each in articles for one in each.found if one.counts]
    many = Counter(mark for one in found for mark in (*one.marks, *one.amounts))
    enough = least if callable(least) else lambda _: least
    names = [BASE, *sorted(mark for mark, count in many.items() if count >= enough(mark))]
    at = {name: place for place, name in enumerate(names)}
    held = [
        (row, at[mark], much)
        for row, one in enumerate(found)
        for mark, much in ((BASE, 1.0), *((mark, 1.0) for mark in one.marks), *one.amounts.items())
        if mark in at
    ]
    rows, columns = np.array([[row, column] for row, column, _ in held], int).T
    much = np.array([much for *_, much in held])
    right = np.array([one.is_right for one in found], float)
    counts = np.array([one.counts for one in found])
    own = penalty if callable(penalty) else lambda _: penalty
    ridge = np.array([base, *map(own, names[1:])])
    weights = np.zeros(len(names))

    def down(of_names: Floats) -> Floats:
        return np.bincount(rows, much * of_names[columns], len(found))

    def across(of_found: Floats) -> Floats:
        return np.bincount(columns, much * of_found[rows], len(names))

    for _ in range(ROUNDS):
        sure = 1 / (1 + np.exp(-np.clip(down(weights), -30, 30)))
        slope = across(counts * (right - sure)) - ridge * weights
        bend = counts * sure * (1 - sure)
        steepest = np.bincount(columns, much**2 * bend[rows], len(names)) + ridge
        step = solved(lambda by, bend=bend: across(bend * down(by)) + ridge * by, slope, steepest)
        weights += step
        if np.max(np.abs(step)) < SETTLED:
            break
    return dict(zip(names, map(float, weights), strict=True))


def solved(times: Callable[[Floats], Floats], wanted: Floats, diagonal: Floats) -> Floats:
    """What a symmetric matrix, known by what it makes of a vector, makes what is wanted of.

    By conjugate gradients, the diagonal evened out (M. Hestenes and E. Stiefel, "Methods of
    conjugate gradients", 1952): findings have few of the marks, so that a product is cheap.
    """
    found = np.zeros_like(wanted)
    rest = wanted.copy()
    even = rest / diagonal
    way, square = even, float(rest @ even)
    near = CLOSE * square
    while square > near:
        bent = times(way)
        far = square / float(way @ bent)
        found += far * way
        rest -= far * bent
        even = rest / diagonal
        before, square = square, float(rest @ even)
        way = even + square / before * way
    return found


def weight(one: Found, weights: Mapping[str, float]) -> float:
    """The logarithm of the odds that a finding is right."""
    return odds(weights, one.marks, *amounting(weights, one.amounts))


def weigh(
    articles: Sequence[Article[Found]],
    fitted: Callable[[Sequence[Article[Found]]], dict[str, float]],
    most: int | None = None,
    but: str | None = None,
) -> None:
    """Weigh each group by what is fitted on the others, and say how many of the best are right.

    Those with the mark ``but`` are fitted, and not asked.
    """
    parts = [(part, fitted(others)) for _, part, others in left_out(articles)]
    told = [
        (each, sorted(((weight(one, by), one) for one in asked), key=itemgetter(0), reverse=True))
        for part, by in parts
        for each in part
        for asked in [[one for one in each.found if but not in one.marks]]
    ]
    for name, is_kept in (("read", False), ("kept", True)):
        chosen = [(each, ranked) for each, ranked in told if (each.name in KEPT) == is_kept]
        there = sum(each.gold for each, _ in chosen)
        there -= sum(one.is_right for each, _ in chosen for one in each.found if but in one.marks)
        print(f"{name}: {len(chosen)} articles, {there} to be found; least, precision, recall")
        for least in LEASTS:
            best = [[one for at, one in ranked if at >= least][:most] for _, ranked in chosen]
            judged = [one.is_right for some in best for one in some if one.counts]
            hits = sum(judged)
            print(f"{least:6} {hits / max(1, len(judged)):.3f} {hits / max(1, there):.3f}")


def run(
    doc: str | None,
    table: Path,
    read: Callable[[Path, dict[str, Any]], Article[Found]],
    fitted: Callable[[Sequence[Article[Found]]], dict[str, float]],
    most: int | None = None,
    but: str | None = None,
) -> None:
    """Fit the weights of a table, or try them: what a script does that has one table."""
    check_only = is_check(doc)
    articles = [read(path, gold) for path, gold in opened()]
    if check_only:
        weigh(articles, fitted, most, but)
        return
    written(table, "[weights]", rows(fitted(articles)))


def hundredths(weights: Mapping[str, float], least: int) -> dict[str, int]:
    """Weights in hundredths, without those that say less, the base aside."""
    told = {mark: round(100 * weight) for mark, weight in weights.items()}
    return {mark: w for mark, w in told.items() if abs(w) >= least or mark == BASE}


def listed(table: str, head: str, weights: Mapping[str, int], of: str = "mark") -> None:
    """Write a table of what each mark says, under its heading."""
    told = [f"{mark},{weights[mark]}" for mark in sorted(weights)]
    text = head + f"{of},weight\n" + "\n".join(told) + "\n"
    (DATA / f"{table}.csv").write_text(text, "utf-8")


def written(table: Path, heading: str, lines: Iterable[str]) -> None:
    """Put lines under a heading of a table, where they take the place of all that follows it."""
    text = table.read_text("utf-8")
    head = text[: text.index(heading) + len(heading)]
    table.write_text(head + "\n" + "\n".join(lines) + "\n", "utf-8")


def rows(weights: Mapping[str, float]) -> Iterator[str]:
    """Weights as a table has them, the base first, then what speaks most for it."""
    yield f"{BASE} = {weights[BASE]:.2f}"
    for name in sorted(weights, key=lambda name: (-weights[name], name)):
        if name != BASE and abs(weights[name]) >= SLIGHT:
            yield f"{name} = {weights[name]:.2f}"

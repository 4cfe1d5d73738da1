"""What merging by meaning is worth: with all its tables, and without each of them.

    python scripts/merging.py

Of pairs of phrases (``tests/drafting/pairs.toml``): how many that are one action, or its opposite,
are found to be one, with the right sign; and how many that are two are wrongly merged. Of the
development corpus, read perfectly: options to a draft, quotes to an option, drafts that are stuck.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any
from unittest import mock

from detente import jobs
from detente.errors import NothingToAnswerError
from detente.reading.drafting import draft, heads, lexicon, phrases, things, verbs
from detente.reading.drafting.register import Register

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "drafting"))

from perfect_reading import articles, coverage  # noqa: E402 — a helper of the tests

PAIRS = tomllib.loads((ROOT / "tests" / "drafting" / "pairs.toml").read_text("utf-8"))
_NOTHING: Mapping[str, Any] = MappingProxyType({})


def _without(*targets: tuple[Any, str, Callable[..., Any]]) -> Callable[[], Iterator[None]]:
    @contextmanager
    def patched() -> Iterator[None]:
        with ExitStack() as stack:
            for module, name, instead in targets:
                stack.enter_context(mock.patch.object(module, name, instead))
            _forget()
            yield
        _forget()

    return patched


def _forget() -> None:
    phrases.doings.cache_clear()


def _same(word: str) -> str:
    return word


def _in_tables(noun: str) -> str | None:
    return lexicon.tables()["nominal"].get(noun)


def _no_light(table: str, key: str) -> frozenset[str]:
    return frozenset() if table in ("light", "shell") else lexicon.words(table, key)


_NO_SYNONYMS = [(module, "common", _same) for module in (things, heads, verbs)]
_NO_DERIVATION = [(heads, "verb_of", _in_tables)]
_NO_NOMINALS = [(heads, "verb_of", lambda _: None)]
_NO_FAMILIES = [(module, "verbs", lambda: _NOTHING) for module in (heads, verbs, phrases)]
_NO_LIGHT = [(module, "words", _no_light) for module in (heads, verbs, phrases)]

VARIANTS: dict[str, Callable[[], Any]] = {
    "all tables": _without(),
    "no derivation by suffix": _without(*_NO_DERIVATION),
    "no nouns as verbs": _without(*_NO_NOMINALS),
    "no synonyms": _without(*_NO_SYNONYMS),
    "no light verbs": _without(*_NO_LIGHT),
    "no verb families, no opposites": _without(*_NO_FAMILIES),
    "none of these": _without(*_NO_NOMINALS, *_NO_SYNONYMS, *_NO_LIGHT, *_NO_FAMILIES),
}


def merged(one: str, other: str) -> bool | None:
    """Whether two phrases are one act, with the same sign or the other; none where they are two."""
    register = Register()
    first, second = phrases.doings(one), phrases.doings(other)
    if not first or not second:
        return None
    left, right = register.literal("a", first[0], ""), register.literal("a", second[0], "")
    return left.sign is right.sign if left.act is right.act else None


def on_pairs() -> tuple[int, int, int]:
    """Of one action found with its sign; of opposites so found; of two actions wrongly merged."""
    same = sum(merged(*pair) is True for pair in PAIRS["same"])
    opposite = sum(merged(*pair) is False for pair in PAIRS["opposite"])
    return same, opposite, sum(merged(*pair) is not None for pair in PAIRS["other"])


def on_corpus() -> tuple[int, float, float, int]:
    """Drafts, options to a draft, quotes to an option, drafts that are stuck."""
    options, quotes, stuck, drafts = 0, 0, 0, 0
    for path in articles():
        try:
            dispute = draft(coverage(path), jobs.judged)
        except NothingToAnswerError:
            continue
        drafts += 1
        options += len(dispute.options)
        quotes += sum(len(option.because) for option in dispute.options)
        stuck += jobs.judged(dispute).verdict == "stuck"
    return drafts, options / drafts, quotes / options, stuck


def main() -> None:
    """Print the table."""
    counts = {name: len(rows) for name, rows in PAIRS.items()}
    print(
        f"pairs: {counts['same']} one action, {counts['opposite']} opposites, {counts['other']} two"
    )
    print(f"{'':32}{'one':>5}{'opposite':>10}{'wrong':>7}   drafts  options  quotes  stuck")
    for name, variant in VARIANTS.items():
        with variant():
            same, opposite, wrong = on_pairs()
            drafts, options, quotes, stuck = on_corpus()
        print(
            f"{name:32}{same:5}{opposite:10}{wrong:7}   {drafts:6}{options:9.1f}{quotes:8.2f}"
            f"{stuck:7}",
            flush=True,
        )


if __name__ == "__main__":
    main()

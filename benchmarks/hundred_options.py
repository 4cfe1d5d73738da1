"""What can the symbolic engine decide, dispute by dispute, at a hundred options and beyond?"""

from __future__ import annotations

import os
import random
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

QUESTION = (
    "The symbolic engine, ten parties with 8 wants each: full sets and equilibria, seed by seed "
    "(seconds by the clock; in brackets of processor time, all processes)"
)
_KINDS: dict[str, dict[str, Any]] = {
    "free": {},
    "6 patterns among neighbours, 4 one-way": {"patterns": 6, "one_way": 4, "near_patterns": True},
    "6 patterns, 4 one-way": {"patterns": 6, "one_way": 4},
    "20 patterns, 10 one-way": {"patterns": 20, "one_way": 10},
}
_SEEDS = [int(seed) for seed in os.environ.get("BENCH_SEEDS", "0,1,2,3,4,5,6,7,8,9").split(",")]
_LIMIT = float(os.environ.get("BENCH_LIMIT", "60"))
_ASKED = os.environ.get("BENCH_KINDS", ",".join(str(place) for place in range(len(_KINDS))))


def rows() -> Iterator[tuple[str, str]]:
    """The tables: of 100 options of each kind, of 200 free, of one state."""
    sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
    kinds = [list(_KINDS)[int(place)] for place in _ASKED.split(",") if place]
    for kind in kinds:
        for seed in _SEEDS:
            yield f"100 options, {kind}, seed {seed}", _whole(_dispute(100, seed, kind))
    for seed in _SEEDS:
        yield f"200 options, free, seed {seed}", _whole(_dispute(200, seed, "free"))
    yield from _single()


def _dispute(options: int, seed: int, kind: str) -> Any:
    import sizes

    return sizes.read(sizes.sized(random.Random(seed), options // 10, options, 8, **_KINDS[kind]))


def _spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _whole(dispute: Any) -> str:
    from detente.analysis.solutions import solve
    from detente.errors import LimitReachedError

    began, spent = time.perf_counter(), _spent()
    try:
        found = solve(dispute, engine="symbolic", time_limit=_LIMIT)
    except LimitReachedError:
        return f"nothing within {_LIMIT:.0f} s"
    for concept in found.concepts:
        found.count(concept)
    left = f"; not {', '.join(found.undecided)}" if found.undecided else ""
    return f"{time.perf_counter() - began:.1f} ({_spent() - spent:.1f}){left}"


def _single() -> Iterator[tuple[str, str]]:
    """One state and party: a state drawn by chance, or where some cannot happen the status quo."""
    from detente.analysis.concepts import CONCEPTS
    from detente.analysis.single import States

    rng = random.Random(0)
    for kind in ("free", "20 patterns, 10 one-way"):
        spent = []
        for seed in _SEEDS:
            dispute = _dispute(100, seed, kind)
            states = States(dispute)
            for party in dispute.decision_makers[:4]:
                drawn = "".join(rng.choice("NY") for _ in dispute.options)
                state = drawn if kind == "free" else dispute.status_quo
                began = time.process_time()
                states.verdict(CONCEPTS["seq"], party, state)
                spent.append(time.process_time() - began)
        yield (
            f"100 options, {kind}: one state and party under SEQ: median, worst",
            f"{1000 * median(spent):.0f} ms, {1000 * max(spent):.0f} ms",
        )

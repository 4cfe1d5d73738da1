"""What do the engines cost, each against another in the same run?"""

from __future__ import annotations

import os
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

QUESTION = (
    "The engines, as ratios in one run (five concepts; seconds of processor time, all threads)"
)
_LARGE = int(os.environ.get("BENCH_OPTIONS", "24"))


def rows() -> Iterator[tuple[str, str]]:
    """The tables."""
    sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
    yield from _growth()
    yield from _small()
    yield from _batches()
    yield from _symbolic()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield "peak memory of all that", f"{peak:.0f} MB"


def _dispute(options: int, parties: int, wants: int, *, restricted: bool = False) -> Any:
    import sizes

    more: dict[str, Any] = {"patterns": 6, "one_way": 4} if restricted else {}
    return sizes.read(sizes.sized(random.Random(0), parties, options, wants, **more))


def _best(times: int, work: Callable[[], Any]) -> float:
    """Seconds of processor time, over all threads: what else the machine does matters less."""
    found = []
    for _ in range(times):
        began = time.process_time()
        work()
        found.append(time.process_time() - began)
    return min(found)


def _explicit(options: int, *, restricted: bool) -> tuple[float, float, float]:
    """Processor seconds: weighing wants, stability, and one streaming read of the ranks.

    Compiled before; stability without the weighing.
    """
    from detente.analysis.concepts import concepts
    from detente.analysis.engines import large
    from detente.analysis.engines.score_kernels import read

    large.warm_up()
    began = time.process_time()
    _, cube = large.cube_of(_dispute(options, 4, 8, restricted=restricted))
    weighed = time.process_time() - began
    ranks = [mover.ranks.view(np.uint64) for mover in cube.movers]
    stream = _best(5, lambda: [cube.share(len(row), read, row) for row in ranks])
    return weighed, _best(2, lambda: cube.fresh().flags(concepts())), stream


def _growth() -> Iterator[tuple[str, str]]:
    seconds: dict[int, float] = {}
    for options in (12, 16, 20, _LARGE):
        weighed, seconds[options], stream = _explicit(options, restricted=False)
        yield f"2^{options} states, 4 parties, 8 wants each: stability", f"{seconds[options]:.4f} s"
        if options >= 20:
            yield f"2^{options}: weighing the wants", f"{weighed:.3f} s"
            yield (
                f"2^{options}: against one read of the ranks",
                f"{seconds[options] / stream:.0f} x",
            )
    growth = seconds[_LARGE] / seconds[20]
    yield f"growth from 2^20 to 2^{_LARGE} (bound at 2^24: 20)", f"{growth:.1f} x"
    _, bound, stream = _explicit(_LARGE, restricted=True)
    yield f"2^{_LARGE}, 6 infeasible patterns, 4 one-way: stability", f"{bound:.3f} s"
    yield f"2^{_LARGE}, the same, against one read", f"{bound / stream:.0f} x"


def _small() -> Iterator[tuple[str, str]]:
    from detente.analysis.solutions import solve

    for options in (6, 8, 10):
        dispute = _dispute(options, 3, 6)
        fast = _best(3, lambda d=dispute: solve(d, engine="explicit"))
        slow = _best(1, lambda d=dispute: solve(d, engine="naive"))
        yield f"{options} options: explicit", f"{1000 * fast:.2f} ms"
        yield f"{options} options: explicit against naive", f"{slow / fast:.0f} x"


def _batches() -> Iterator[tuple[str, str]]:
    from detente.analysis.engines.batches import batch, rankings
    from detente.analysis.graph_model import GraphModel
    from detente.analysis.solutions import solve

    random_ = np.random.default_rng(0)
    for options, many in ((6, 200_000), (8, 50_000), (10, 5_000)):
        dispute = _dispute(options, 3, 6)
        model = GraphModel.of(dispute)
        orders = np.argsort(random_.random((200, 6)), axis=1)
        ranks = [
            rankings(model, [want.formula for want in party.ordered_wants], orders)
            for party in model.parties
        ]
        variants = random_.integers(0, 200, (many, len(ranks)))
        batch(model, ranks, variants[:100])
        each = _best(2, partial(batch, model, ranks, variants)) / many
        slow = _best(1, lambda d=dispute: solve(d, engine="naive"))
        yield f"{options} options in batches", f"{1 / each:,.0f} a second"
        yield (
            f"{options} options in batches, against naive (bound at 6, 8: 5,000)",
            f"{slow / each:,.0f} x",
        )


def _symbolic() -> Iterator[tuple[str, str]]:
    from detente.analysis.single import States
    from detente.analysis.solutions import solve

    for options, parties, restricted in ((40, 4, False), (100, 10, False), (100, 10, True)):
        dispute = _dispute(options, parties, 8, restricted=restricted)
        began = time.process_time()
        found = solve(dispute, engine="symbolic", time_limit=60)
        for concept in found.concepts:
            found.count(concept)
        spent = time.process_time() - began
        kind = "6 infeasible patterns, 4 one-way" if restricted else "free"
        left = f"; not decided: {', '.join(found.undecided)}" if found.undecided else ""
        yield (
            f"{options} options, {parties} parties, {kind}: symbolic, full sets and equilibria",
            f"{spent:.2f} s{left}",
        )
    dispute = _dispute(100, 10, 8)
    states, one = States(dispute), dispute.decision_makers[0]
    from detente.analysis.concepts import CONCEPTS

    random_ = random.Random(0)
    spent = []
    for _ in range(9):
        state = "".join(random_.choice("NY") for _ in range(100))
        spent.append(_best(1, lambda s=state: states.verdict(CONCEPTS["seq"], one, s)))
    yield "100 options: one state and party under SEQ, median", f"{1000 * sorted(spent)[4]:.0f} ms"

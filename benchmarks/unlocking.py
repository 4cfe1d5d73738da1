"""What does a proven least unlocking cost, and what does trying every set of concessions?"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks._disputes import stuck
from detente.analysis.unlocking import unlock
from detente.dispute.file import loads

QUESTION = "Least unlockings, proven: random stuck disputes (aim: 18 of 20 within about 1 s)"
COUNT = 20
MANY = 5000  # sets
PATIENCE = 30.0  # seconds after which one is given up, and said to be


def rows() -> Iterator[tuple[str, str]]:
    """Seconds of processor time at 10 options, and how much less that is than by brute force."""
    disputes = stuck(COUNT, assumed=0, groups=0)
    costs = [_seconds(lambda d=dispute: unlock(d, time_limit=PATIENCE)) for dispute in disputes]
    within = sum(cost <= 1 for cost in costs)
    yield "10 options, 3 parties, 8 wants each: median", f"{statistics.median(costs):.2f} s"
    yield "the same, worst of 20", f"{max(costs):.2f} s"
    yield "the same, within 1 s", f"{within} of {COUNT}"
    least = [
        _seconds(lambda d=dispute: unlock(d, most=1, time_limit=PATIENCE)) for dispute in disputes
    ]
    yield "only the least ones (--most 1), within 1 s", f"{sum(c <= 1 for c in least)} of {COUNT}"
    ratios = list(_ratios(3))
    label = f"5 to 6 options, over {MANY:,} sets cheaper: every set tried, as a multiple"
    yield label, f"{statistics.median(ratios):.0f} x"


def _ratios(count: int) -> Iterator[float]:
    """What brute force costs, of disputes whose least unlocking is not among the first sets."""
    sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
    import oracle
    import strategies

    for seed in range(1000):
        data = strategies.random_dispute(random.Random(seed), options=(5, 6), stuck=True)
        began = time.process_time()
        try:
            least = oracle.least_unlockings(oracle.read_dispute(data), limit=60_000)
        except oracle.TooManyError:
            continue
        naive = time.process_time() - began
        if least.examined > MANY:
            dispute = loads(strategies.as_yaml(data))
            yield naive / _seconds(lambda d=dispute: unlock(d, most=1))
            count -= 1
        if not count:
            return


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began

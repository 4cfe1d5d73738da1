"""What does a proven least unlocking cost, and what does trying every set of concessions?"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks._disputes import stuck
from detente.analysis.unlocking import Unlockings, unlock
from detente.dispute.file import loads
from detente.dispute.model import Dispute

QUESTION = "Least unlockings, proven, of random stuck disputes, 8 wants a party"
MANY = 5000  # sets
PATIENCE = 60.0  # seconds after which one is given up, and said to be


class Aim(NamedTuple):
    """So many disputes of a size, of which most are to be done within some seconds."""

    options: int
    parties: int
    most: int
    count: int
    seconds: float


AIMS = (Aim(10, 3, 3, 20, 1), Aim(10, 3, 1, 20, 1), Aim(12, 4, 3, 10, 5), Aim(14, 4, 1, 10, 30))


def rows() -> Iterator[tuple[str, str]]:
    """Seconds of processor time by size, and how much less that is than by brute force."""
    for aim in AIMS:
        disputes = stuck(aim.count, options=aim.options, parties=aim.parties, assumed=0, groups=0)
        costs, proven = zip(*(_least(dispute, aim.most) for dispute in disputes), strict=True)
        size = f"{aim.options} options, {aim.parties} parties, --most {aim.most}"
        within = sum(cost <= aim.seconds for cost in costs)
        yield f"{size}: median", f"{statistics.median(costs):.2f} s"
        yield "the same, worst", f"{max(costs):.2f} s"
        yield f"the same, within {aim.seconds} s", f"{within} of {aim.count}"
        yield "the same, proven least", f"{sum(proven)} of {aim.count}"
    ratios = list(_ratios(3))
    label = f"5 to 6 options, over {MANY:,} sets cheaper: every set tried, as a multiple"
    yield label, f"{statistics.median(ratios):.0f} x"


def _least(dispute: Dispute, most: int) -> tuple[float, bool]:
    """The seconds that it takes, and whether it is then proven."""
    found: list[Unlockings] = []
    cost = _seconds(lambda: found.append(unlock(dispute, most=most, time_limit=PATIENCE)))
    return cost, found[0].proven_least


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

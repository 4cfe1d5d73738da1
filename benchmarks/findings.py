"""What does the whole analysis behind a report cost, and how sure it is against one at a time?"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator

from benchmarks._disputes import stuck
from detente.analysis import abreast, judging
from detente.analysis.robustness import REPORT_LIMIT, REPORT_SAMPLE, robust
from detente.dispute.model import Dispute
from detente.showing.findings import findings

QUESTION = "The analysis of a draft: 3 parties, 10 options, 8 wants each, 1,024 open models, stuck"
COUNT = 10
FEW = 12  # models judged one at a time, to be multiplied


def rows() -> Iterator[tuple[str, str]]:
    """Seconds of processor time of each, and ratios."""
    disputes = stuck(COUNT, assumed=8)
    findings(disputes[0])  # compiled, or loaded
    costs = [_seconds(lambda d=dispute: findings(d)) for dispute in disputes]
    yield "all findings of a report, median", f"{statistics.median(costs):.2f} s"
    yield "all findings of a report, worst of 10", f"{max(costs):.2f} s"
    batches = [_seconds(lambda d=dispute: _sure(d)) for dispute in disputes]
    yield "how sure: 1,024 models in a batch, median", f"{statistics.median(batches):.2f} s"
    naive = [_one_at_a_time(dispute) for dispute in disputes[:3]]
    ratio = statistics.median(n / b for n, b in zip(naive, batches, strict=False))
    yield "the same one at a time, as a multiple", f"{ratio:.0f} x"


def _sure(dispute: Dispute, sample: int | None = None) -> None:
    limit = 0 if sample else REPORT_LIMIT
    robust(dispute, unlockings=(), limit=limit, sample=sample or REPORT_SAMPLE, least=False)


def _one_at_a_time(dispute: Dispute) -> float:
    """What all models would cost one at a time, from a few of them."""
    batched, judging.MOST_AT_HAND = judging.MOST_AT_HAND, 1 << 60
    many, abreast.CHUNK = abreast.CHUNK, 1
    try:
        few = _seconds(lambda: _sure(dispute, FEW))
    finally:
        judging.MOST_AT_HAND, abreast.CHUNK = batched, many
    return few / FEW * 1024


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began

"""Whole commands, as a user meets them: seconds and peak memory of a process, median of a few."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import NamedTuple

RUNS = 5


class Cost(NamedTuple):
    """Of one command: median wall seconds, and the peak memory in MB."""

    seconds: float
    megabytes: float


def whole(*arguments: str, runs: int = RUNS) -> Cost:
    """The cost of a Python command, one run to warm up and then the median of some."""
    costs = [_once(arguments) for _ in range(runs + 1)][1:]
    return Cost(
        statistics.median(cost.seconds for cost in costs), max(cost.megabytes for cost in costs)
    )


def _once(arguments: Sequence[str]) -> Cost:
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"failed: {' '.join(arguments)}")
    return Cost(time.perf_counter() - began, usage.ru_maxrss / 1024)

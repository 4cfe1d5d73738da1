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
    """Of a command: seconds by the clock, seconds of processor time, and peak memory in MB."""

    seconds: float
    processor: float
    megabytes: float


def in_turns(*commands: Sequence[str], runs: int = RUNS) -> list[Cost]:
    """The median cost of each of some Python commands, run in turns, after a turn to warm up."""
    turns = [[_once(command) for command in commands] for _ in range(runs + 1)][1:]
    return [
        Cost(*map(statistics.median, zip(*costs, strict=True)))
        for costs in zip(*turns, strict=True)
    ]


def _once(arguments: Sequence[str]) -> Cost:
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"failed: {' '.join(arguments)}")
    processor = usage.ru_utime + usage.ru_stime
    return Cost(time.perf_counter() - began, processor, usage.ru_maxrss / 1024)

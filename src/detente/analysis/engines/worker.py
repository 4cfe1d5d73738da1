"""A process that does tasks: they come in on its standard input, what they find goes out.

It ends when nobody is left to give it any, even in the middle of one.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO

from detente.analysis.engines.tasks import Task


def _listen(given: BinaryIO, tasks: SimpleQueue[Task]) -> None:
    while True:
        try:
            tasks.put(pickle.load(given))  # noqa: S301 - from the process that started this one
        except (EOFError, OSError):
            os._exit(0)


def main() -> None:
    """Do tasks; after what each has found comes None, or the error that ended it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # for the process that people see
    answers, sys.stdout = sys.stdout.buffer, sys.stderr
    tasks: SimpleQueue[Task] = SimpleQueue()
    Thread(target=_listen, args=(sys.stdin.buffer, tasks), daemon=True).start()
    while True:
        end: Exception | None = None
        try:
            for found in tasks.get()():
                pickle.dump(found, answers)
                answers.flush()
        except (MemoryError, RuntimeError) as error:  # RuntimeError: CUDD's limits
            end = error
        pickle.dump(end, answers)
        answers.flush()


if __name__ == "__main__":
    main()

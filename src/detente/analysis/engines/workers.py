"""Processes that do tasks side by side, and can be stopped at any moment.

A single operation on diagrams can outgrow any time limit, and cannot be interrupted; its process
can be ended.
"""

from __future__ import annotations

import os
import pickle
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue
from subprocess import PIPE, Popen
from threading import Thread
from types import TracebackType
from typing import Self

from detente.analysis.engines.symbolic import OutOfTimeError
from detente.analysis.engines.tasks import Found, Task

_MODULE = "detente.analysis.engines.worker"

Reply = Found | Exception | None


class Here:
    """The same in this process, one task after another: where each takes a moment."""

    def __init__(self, deadline: float | None) -> None:
        self.deadline = deadline

    def __enter__(self) -> Self:
        """Nothing to start."""
        return self

    def __exit__(self, *raised: object) -> None:
        """Nothing to end."""

    def found(self, tasks: Iterable[Task]) -> Iterator[Found]:
        """What tasks find."""
        for task in tasks:
            if self.deadline is not None and time.monotonic() > self.deadline:
                raise OutOfTimeError
            yield from task()


class Workers:
    """Processes that do tasks.

    Parameters
    ----------
    deadline
        When they are ended, as `time.monotonic` tells it.
    count
        How many; as many as there are processors unless given.
    """

    def __init__(self, deadline: float | None, count: int | None = None) -> None:
        self.deadline = deadline
        self._count = count or os.cpu_count() or 1
        self.processes: list[Popen[bytes]] = []
        self._listeners: list[Thread] = []
        self._replies: SimpleQueue[tuple[Popen[bytes], Reply]] = SimpleQueue()

    def __enter__(self) -> Self:
        """Start them."""
        path = os.pathsep.join(place for place in sys.path if place)
        command = [sys.executable, "-m", _MODULE]
        for _ in range(self._count):
            process = Popen(  # noqa: S603 - ourselves
                command, stdin=PIPE, stdout=PIPE, env=os.environ | {"PYTHONPATH": path}
            )
            self.processes.append(process)
            self._listeners.append(Thread(target=self._listen, args=(process,), daemon=True))
            self._listeners[-1].start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End them, whatever they are at."""
        for process, listener in zip(self.processes, self._listeners, strict=True):
            process.kill()
            process.wait()
            listener.join()
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):  # what was not sent
                    pipe.close()  # type: ignore[union-attr]

    def _listen(self, process: Popen[bytes]) -> None:
        """Pass on what a process says, until it ends."""
        while process.stdout is not None:
            try:
                reply = pickle.load(process.stdout)  # noqa: S301 - from a process of ours
            except (EOFError, OSError, ValueError, pickle.UnpicklingError):
                self._replies.put((process, MemoryError("a process was ended")))
                return
            self._replies.put((process, reply))

    def found(self, tasks: Iterable[Task]) -> Iterator[Found]:
        """What tasks find; one that was not yet asked for may build on what came before.

        Raises
        ------
        OutOfTimeError
            Where the time allowed is over.
        MemoryError, RuntimeError
            Where diagrams outgrow their limits, or a process was ended from outside.
        """
        waiting = iter(tasks)
        busy = sum(self._give(process, waiting) for process in self.processes)
        while busy:
            process, reply = self._next()
            if isinstance(reply, Exception):
                raise reply
            if reply is not None:
                yield reply
            elif not self._give(process, waiting):
                busy -= 1

    def _give(self, process: Popen[bytes], waiting: Iterator[Task]) -> bool:
        """Give the next task to a process, if there is one."""
        task = next(waiting, None)
        if task is None or process.stdin is None:
            return False
        try:
            pickle.dump(task, process.stdin)
            process.stdin.flush()
        except OSError as error:
            raise MemoryError("a process was ended") from error
        return True

    def _next(self) -> tuple[Popen[bytes], Reply]:
        left = None if self.deadline is None else self.deadline - time.monotonic()
        if left is not None and left <= 0:
            raise OutOfTimeError
        try:
            return self._replies.get(timeout=left)
        except Empty:
            raise OutOfTimeError from None

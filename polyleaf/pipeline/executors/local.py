"""Makes sheets in worker processes. One that crashes, hangs or swells affects no other."""

from __future__ import annotations

import pickle
import signal
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import wait
from time import monotonic
from typing import Any

import psutil

from ...model.task import Outcome, Work
from . import Limits, Make, processes
from .dispatch import Cause, Dispatcher, Failure, failed_twice

LOOK = 0.05  # seconds between two looks at the workers: one can swell by 100 MB in that time
START = 60.0  # seconds in which a worker has loaded what it needs


class WorkerProcess:
    """A worker as its pool sees it, with a pipe of its own.

    If workers shared a pipe, one that is killed in the middle of a message would stop all others.
    """

    def __init__(self, limits: Limits) -> None:
        self.pipe, theirs = Pipe()
        with theirs:
            self._process = processes.start(theirs, limits.bytes)
        self._limits = limits
        self._rss = 0  # bytes that it had in memory before its first sheet
        self._late = 0.0  # when its time is over, on the monotonic clock: that of the wall may jump

    def give(self, make: Make, task: Work) -> None:
        """Hands it a task, even if it is dead: `take` will find out."""
        self._late = monotonic() + (self._limits.seconds if self._rss else START)
        with suppress(OSError):
            self.pipe.send_bytes(pickle.dumps((make, task)))

    def take(self) -> dict[str, Any] | Cause | None:
        """What there is in its pipe: an outcome's fields, why there are none, or that it begins."""
        try:
            message: dict[str, Any] | Cause | int = self.pipe.recv()
        except (EOFError, OSError):  # also in the middle of a message
            return "died"
        if not isinstance(message, int):
            return message
        self._rss, self._late = message, monotonic() + self._limits.seconds
        return None

    def excess(self) -> Cause | None:
        """What it has taken too much of."""
        if monotonic() > self._late:
            return "timeout"
        with suppress(psutil.Error):  # it may be gone by now
            if self._process and self._rss:
                has = psutil.Process(self._process.pid).memory_info().rss
                return "memory" if has > self._rss + self._limits.bytes else None
        return None

    def end(self) -> int:
        """Ends it, if it has not ended; returns its exit code."""
        self.pipe.close()
        if not self._process:
            return -signal.SIGKILL
        self._process.kill()
        self._process.join()
        return self._process.exitcode or 0


class WorkerPool(Dispatcher[WorkerProcess]):
    """A few workers, which live on between two runs. Each has one task at a time."""

    def __init__(self, size: int, limits: Limits) -> None:
        super().__init__()
        self.room = size
        self._limits = limits
        self._idle: list[WorkerProcess] = []
        self._looked = 0.0

    def close(self) -> None:
        """Ends all workers at once, whatever they are at."""
        for worker in (*self._idle, *self.given):
            worker.end()
        self._idle.clear()
        super().close()

    def give(self, make: Make, task: Work) -> None:
        worker = self._idle.pop() if self._idle else WorkerProcess(self._limits)
        self.given[worker] = task
        worker.give(make, task)

    def look(self) -> Iterator[Outcome | Failure]:
        ready = wait([worker.pipe for worker in self.given], LOOK)
        for worker in [worker for worker in self.given if worker.pipe in ready]:
            taken = worker.take()
            if isinstance(taken, dict):
                self._idle.append(worker)
                yield Outcome(task=self.given.pop(worker), **taken)
            elif taken:
                yield self._failure(worker, taken)
        if monotonic() - self._looked > LOOK:
            self._looked = monotonic()
            for worker in [*self.given]:
                if cause := worker.excess():
                    yield self._failure(worker, cause)

    def _failure(self, worker: WorkerProcess, cause: Cause) -> Failure:
        return Failure(failed_twice(self.given.pop(worker), cause, worker.end(), self._limits))

"""Makes sheets in worker processes. One that crashes, hangs or swells affects no other."""

from __future__ import annotations

import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from multiprocessing import Pipe
from multiprocessing.connection import wait
from time import monotonic
from typing import Any

import psutil

from ...model.task import Outcome, Work
from ..interrupts import catch_interrupts
from . import Limits, Make, processes
from .failure import Cause, WorkerFailure, failed_twice

LOOK = 0.05  # seconds between two looks at the workers: one can swell by 100 MB in that time
START = 60.0  # seconds in which a worker has loaded what it needs


def local(make: Make, tasks: Iterable[Work], jobs: int, limits: Limits) -> Iterator[Outcome]:
    """Outcomes from `jobs` worker processes of this machine."""
    with closing(WorkerPool(jobs, limits)) as pool:
        yield from pool.run(make, longest_first(tasks) if jobs > 1 else tasks)


def longest_first(tasks: Iterable[Work]) -> list[Work]:
    """Tasks by their likely time, so that no core waits at the end for one that was begun last."""
    return sorted(tasks, key=lambda task: task.weight, reverse=True)


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


class WorkerPool:
    """A few workers, which live on between two runs. Each has one task at a time."""

    def __init__(self, size: int, limits: Limits) -> None:
        self._size = size
        self._limits = limits
        self._idle: list[WorkerProcess] = []
        self._busy: dict[WorkerProcess, Work] = {}

    def close(self) -> None:
        """Ends all workers at once, whatever they are at."""
        for worker in (*self._idle, *self._busy):
            worker.end()
        self._idle, self._busy = [], {}

    def run(self, make: Make, tasks: Iterable[Work]) -> Iterator[Outcome]:
        """Outcomes as they are made; raises KeyboardInterrupt after Ctrl-C or SIGTERM.

        A task whose worker failed is tried again when all others are done, alone on the machine:
        it may have been the victim of its neighbours.
        """
        failures: list[WorkerFailure] = []
        try:
            with catch_interrupts() as interrupted:
                for made in self._attempt(make, tasks, self._size, interrupted):
                    if isinstance(made, Outcome):
                        yield made
                    else:
                        failures.append(made)
                for failure in failures:
                    self.close()
                    (made,) = self._attempt(make, [failure.task], 1, interrupted)
                    yield made if isinstance(made, Outcome) else failed_twice(made, self._limits)
        finally:
            if self._busy:  # the caller takes no more
                self.close()

    def _attempt(
        self, make: Make, tasks: Iterable[Work], size: int, interrupted: Callable[[], bool]
    ) -> Iterator[Outcome | WorkerFailure]:
        """What becomes of each task, with at most `size` workers."""
        waiting, looked = deque(tasks), monotonic()
        while waiting or self._busy:
            self._hand_out(make, waiting, size)
            ready = wait([worker.pipe for worker in self._busy], LOOK)
            for worker in [worker for worker in self._busy if worker.pipe in ready]:
                taken = worker.take()
                if isinstance(taken, dict):
                    task = self._busy.pop(worker)
                    self._idle.append(worker)
                    self._hand_out(make, waiting, size)  # first: the caller writes a file meanwhile
                    yield Outcome(task=task, **taken)
                elif taken:
                    yield self._fail(worker, taken)
            if monotonic() - looked > LOOK:
                looked = monotonic()
                for worker in [*self._busy]:
                    if cause := worker.excess():
                        yield self._fail(worker, cause)
            if interrupted():
                raise KeyboardInterrupt

    def _hand_out(self, make: Make, waiting: deque[Work], size: int) -> None:
        while waiting and len(self._busy) < size:
            worker = self._idle.pop() if self._idle else WorkerProcess(self._limits)
            self._busy[worker] = task = waiting.popleft()
            worker.give(make, task)

    def _fail(self, worker: WorkerProcess, cause: Cause) -> WorkerFailure:
        return WorkerFailure(self._busy.pop(worker), cause, worker.end())

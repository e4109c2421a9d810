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

import psutil

from ...model.task import Outcome, Work
from . import Limits, Make, processes
from .failure import Cause, WorkerFailure, failed_twice
from .interrupts import catch_interrupts
from .worker import OUT_OF_MEMORY

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
    """A worker as its pool sees it: a pipe of its own, and the task that it is at.

    If workers shared a pipe, one that is killed in the middle of a message would stop all others.
    """

    def __init__(self, limits: Limits) -> None:
        self.task: Work | None = None
        self.pipe, theirs = Pipe()
        with theirs:
            self._process = processes.start(theirs, limits.bytes)
        self._limits = limits
        self._rss = 0  # bytes that it had in memory before its first sheet
        self._late = 0.0  # when its time is over, on the monotonic clock: that of the wall may jump

    def give(self, make: Make, task: Work) -> None:
        """Hands it a task, which is its own from now on, even if it is dead."""
        self.task = task
        self._late = monotonic() + (self._limits.seconds if self._rss else START)
        with suppress(OSError):  # `take` will find out
            self.pipe.send_bytes(pickle.dumps((make, task)))

    def take(self) -> Outcome | Cause | None:
        """What has become of its task, once there is something in its pipe."""
        try:
            message = self.pipe.recv()
        except (EOFError, OSError):  # also in the middle of a message
            return "died"
        if isinstance(message, int):
            self._rss, self._late = message, monotonic() + self._limits.seconds
            return None
        if message is OUT_OF_MEMORY or self.task is None:
            return "memory"
        task, self.task = self.task, None
        return Outcome(task=task, **message)

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
        self._limits = limits
        self._size = size
        self._workers: list[WorkerProcess] = []
        self._failures: list[tuple[Work, WorkerFailure]] = []

    def close(self) -> None:
        """Ends all workers at once, whatever they are at."""
        while self._workers:
            self._workers.pop().end()

    def run(self, make: Make, tasks: Iterable[Work]) -> Iterator[Outcome]:
        """Outcomes as they are made; raises KeyboardInterrupt after Ctrl-C or SIGTERM.

        A task whose worker failed is tried again when all others are done, alone on the machine:
        it may have been the victim of its neighbours.
        """
        try:
            with catch_interrupts() as interrupted:
                yield from self._attempt(make, tasks, self._size, interrupted)
                again, self._failures = self._failures, []
                for task, _ in again:
                    self.close()
                    yield from self._attempt(make, (task,), 1, interrupted)
                for task, failure in self._failures:
                    yield failed_twice(task, failure, self._limits)
        finally:
            self._failures = []
            if self._busy():  # the caller takes no more
                self.close()

    def _attempt(
        self, make: Make, tasks: Iterable[Work], size: int, interrupted: Callable[[], bool]
    ) -> Iterator[Outcome]:
        """Outcomes from at most `size` workers, and failures noted."""
        waiting, looked = deque(tasks), monotonic()
        self._hand_out(make, waiting, size)
        while busy := self._busy():
            for pipe in wait([worker.pipe for worker in busy], LOOK):
                worker = next(worker for worker in busy if worker.pipe is pipe)
                taken = worker.take()
                if isinstance(taken, Outcome):
                    self._hand_out(make, waiting, size)  # first: the caller writes a file meanwhile
                    yield taken
                elif taken:
                    self._lose(worker, taken)
            if monotonic() - looked > LOOK:
                looked = monotonic()
                for worker in self._busy():
                    if cause := worker.excess():
                        self._lose(worker, cause)
            if interrupted():
                raise KeyboardInterrupt
            self._hand_out(make, waiting, size)

    def _hand_out(self, make: Make, waiting: deque[Work], size: int) -> None:
        idle = [worker for worker in self._workers if not worker.task]
        while waiting and (idle or len(self._workers) < size):
            if not idle:
                idle = [WorkerProcess(self._limits)]
                self._workers += idle
            idle.pop().give(make, waiting.popleft())

    def _busy(self) -> list[WorkerProcess]:
        return [worker for worker in self._workers if worker.task]

    def _lose(self, worker: WorkerProcess, cause: Cause) -> None:
        self._workers.remove(worker)
        if worker.task:
            self._failures.append((worker.task, WorkerFailure(cause, worker.end())))

"""One worker process with the engine loaded, which draws one sheet after another."""

from __future__ import annotations

from collections.abc import Callable
from multiprocessing.connection import wait

from ...model.task import Outcome, Task
from ...pipeline.executors import Limits
from ...pipeline.executors.dispatch import Cause, failed_twice
from ...pipeline.executors.local import WorkerProcess

LOOK = 0.05  # seconds between two looks at it
Make = Callable[[Task], Outcome]


class ClosedError(Exception):
    """It was ended while it drew."""


class WarmWorker:
    """Used by one thread, and closed by another. One that dies is replaced."""

    def __init__(self) -> None:
        self.limits = Limits()
        self.closed = False
        self._process: WorkerProcess | None = None

    def start(self) -> None:
        """Has it load the engine, without waiting for it."""
        if self._process is None and not self.closed:
            self._process = WorkerProcess(self.limits)

    def run(self, make: Make, task: Task) -> Outcome:
        """The outcome; without one, a finding says twice what stopped it. Raises ClosedError."""
        for tries in (1, 2):
            self.start()
            assert self._process
            taken = self._waited(self._process, make, task)
            if isinstance(taken, Outcome):
                return taken
            code = self._end()
            if tries == 2:
                return failed_twice(task, taken, code, self.limits)
        raise AssertionError

    def close(self) -> None:
        """Ends it, whatever it is at; only when the thread that runs it has nothing to do."""
        self.closed = True
        self._end()

    def _end(self) -> int:
        process, self._process = self._process, None
        return process.end() if process else 0

    def _waited(self, process: WorkerProcess, make: Make, task: Task) -> Outcome | Cause:
        process.give(make, task)
        while not self.closed:
            if wait([process.pipe], LOOK):
                taken = process.take()
                if isinstance(taken, dict):
                    return Outcome(task=task, **taken)
                if taken:
                    return taken
            if excess := process.excess():
                return excess
        raise ClosedError

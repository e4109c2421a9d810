"""The same jobs, made by the workers of a Dask cluster that runs already.

Dask gives each to a worker that is as this machine is, and to another one if that goes away.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import suppress
from queue import Empty
from typing import TYPE_CHECKING, Any

from ...model.findings import Finding
from ...model.task import Outcome, Work
from .calls import Calls, connected
from .environment import describe, families
from .failure import not_understood, workers_died
from .interrupts import catch_interrupts
from .limits import Limits, Make, Scheduler
from .order import longest_first
from .remote import make_sheet, outcome_of
from .remote_workers import RemoteWorkers

if TYPE_CHECKING:
    from distributed import Future

LOOK = 0.1  # seconds between two looks at what has changed
AHEAD = 2  # jobs for each worker: the one that it is at, and the next


def cluster(
    make: Make, tasks: Iterable[Work], scheduler: Scheduler, limits: Limits
) -> Iterator[Outcome | Finding]:
    """Outcomes from the cluster, and findings that say which workers are not used.

    Raises PolyleafError if there is no scheduler or no worker left, and KeyboardInterrupt after
    Ctrl-C or SIGTERM.
    """
    waiting = deque(longest_first(tasks))
    ours = describe(families(waiting))
    with connected(scheduler) as client, catch_interrupts() as interrupted:
        calls = Calls(client)
        workers = RemoteWorkers(calls, scheduler.address, families(waiting), ours)
        jobs = JobTracker(calls, make, limits, workers.mark, waiting)
        while jobs.left:
            workers.look()
            jobs.hand_out(workers.usable)
            with suppress(Empty):
                future, answer = calls.results.get(timeout=LOOK)
                yield from workers.answered(future, answer)
                yield from jobs.answered(future, answer)
            if interrupted():
                raise KeyboardInterrupt


class JobTracker:
    """The jobs of a build: few are in flight at a time, and each comes to an outcome."""

    def __init__(
        self, calls: Calls, make: Make, limits: Limits, mark: str, waiting: deque[Work]
    ) -> None:
        self._calls = calls
        self._make, self._limits = make, limits
        self._mark = mark  # of the workers that may be used
        self._waiting = waiting
        self._to_retry: deque[Work] = deque()  # their workers died, maybe of another job
        self._alone = False  # the others are done, and these come one by one
        self._in_flight: dict[Future[Any], Work] = {}

    @property
    def left(self) -> bool:
        return bool(self._waiting or self._in_flight or self._to_retry)

    def hand_out(self, workers: int) -> None:
        """Keeps so many workers busy."""
        if not self._waiting and not self._in_flight:
            self._waiting, self._alone = self._to_retry, True
        most = min(1, workers) if self._alone else AHEAD * workers
        while self._waiting and len(self._in_flight) < most:
            task = self._waiting.popleft()
            given = (self._make, task, self._limits, self._mark)
            future = self._calls.submit(make_sheet, *given, resources={self._mark: 1})
            self._in_flight[future] = task

    def answered(self, future: Future[Any], answer: object) -> Iterator[Outcome]:
        """The outcome, if that was a job and need not be retried."""
        if not (task := self._in_flight.pop(future, None)):
            return
        died = type(answer).__name__ == "KilledWorker"  # several, to which Dask gave it
        if not died and not isinstance(answer, (CancelledError, OSError)):
            try:
                yield outcome_of(task, answer)
            except ValueError as error:
                yield not_understood(task, error)
        elif self._alone:
            yield workers_died(task)
        else:
            self._to_retry.append(task)

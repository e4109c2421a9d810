"""Sheets made by a few worker processes. One that dies, hangs or swells costs no other sheet."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from time import monotonic

from ..model import Outcome, Work
from ..problems import Finding
from . import order, stop
from .limits import Limits, Make
from .loss import Cause, Loss, lost
from .worker import Worker

LOOK = 0.05  # seconds between two looks at the workers: a swelling one takes 100 MB in that time
PATIENCE = 0.5  # seconds for a dying worker to leave its exit code


@dataclass
class Crew:
    """A few workers, and the numbers of the tasks that are still to be made."""

    make: Make
    tasks: Sequence[Work]
    limits: Limits
    size: int
    numbers: deque[int]
    workers: list[Worker] = field(default_factory=list)
    losses: list[tuple[int, Loss]] = field(default_factory=list)
    looked: float = 0.0  # when, on the monotonic clock

    def outcomes(self) -> Generator[Outcome | None, None, None]:
        """What is made, as it is made; none now and then, so that the caller may stop."""
        self._hand_out()
        while any(worker.given for worker in self.workers):
            ready = wait([worker.pipe for worker in self.workers], LOOK)
            for worker in [worker for worker in self.workers if worker.pipe in ready]:
                taken = worker.take()
                if isinstance(taken, Outcome):
                    self._hand_out()  # first: the caller writes a file meanwhile
                    yield taken
                else:
                    self._lose(worker, taken)
            self._look()
            self._hand_out()
            yield None

    def end(self) -> None:
        """Ends all workers at once, whatever they are at."""
        for worker in self.workers:
            worker.end()
        self.workers.clear()

    def _hand_out(self) -> None:
        """A task for each worker, and the next one beside it while there are many."""
        while self.numbers and len(self.workers) < self.size:
            others = [worker.pipe for worker in self.workers]
            self.workers.append(Worker(self.make, self.tasks, self.limits, others))
            self.workers[-1].give(self.numbers.popleft())
        for most in (1, 2):
            for worker in self.workers:
                many = len(self.numbers) > self.size * (most - 1)
                if many and len(worker.given) < most:
                    worker.give(self.numbers.popleft())

    def _look(self) -> None:
        """Ends the workers that took too much."""
        if monotonic() - self.looked < LOOK:
            return
        self.looked = monotonic()
        for worker in list(self.workers):
            if cause := worker.excess():
                self._lose(worker, cause)

    def _lose(self, worker: Worker, cause: Cause) -> None:
        """Notes what the worker was at; what it had not begun is for the others."""
        self.workers.remove(worker)
        code = worker.end(PATIENCE if cause == "died" else 0)
        if worker.given:
            self.losses.append((worker.given.popleft(), Loss(cause, code)))
        self.numbers.extendleft(reversed(worker.given))


def processes(
    make: Make, tasks: Iterable[Work], workers: int, limits: Limits
) -> Iterator[Outcome | Finding]:
    """Outcomes from `workers` processes; raises KeyboardInterrupt when it is asked to stop.

    What a worker loses is made once more when all else is done, alone on the machine: it may have
    been the victim of its neighbours.
    """
    tasks = order.longest_first(tasks) if workers > 1 else tuple(tasks)
    crew = Crew(make, tasks, limits, workers, deque(range(len(tasks))))
    with stop.heard() as asked:
        yield from _of(crew, asked)
        for number, _ in crew.losses:
            alone = Crew(make, tasks, limits, 1, deque([number]))
            yield from _of(alone, asked)
            for _, loss in alone.losses:
                yield lost(tasks[number], loss, limits)


def _of(crew: Crew, asked: Callable[[], bool]) -> Iterator[Outcome]:
    """What the crew makes, until it is done or somebody asks to stop."""
    with contextlib.closing(crew.outcomes()) as outcomes:
        try:
            for outcome in outcomes:
                if outcome is not None:
                    yield outcome
                if asked():
                    raise KeyboardInterrupt
        finally:
            crew.end()

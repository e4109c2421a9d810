"""Hands tasks out to workers. One whose worker failed is tried again, alone, and then reported."""

from __future__ import annotations

import signal
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Generic, Literal, NamedTuple, TypeVar

from ...model.findings import ExitStatus, Finding
from ...model.task import Outcome, Work
from ..interrupts import catch_interrupts
from . import Limits, Make

Hand = TypeVar("Hand")  # what has a task: a process, or a call that runs elsewhere
Cause = Literal["died", "timeout", "memory"]


class Failure(NamedTuple):
    """A worker that failed at a task, with what to report if that happens again."""

    outcome: Outcome


class Dispatcher(ABC, Generic[Hand]):
    """The one loop over tasks and workers, wherever these are."""

    room = 0  # tasks that workers may have at a time

    def __init__(self) -> None:
        self.given: dict[Hand, Work] = {}

    @abstractmethod
    def give(self, make: Make, task: Work) -> None:
        """Lets a worker begin, and notes in `given` which."""

    @abstractmethod
    def look(self) -> Iterator[Outcome | Finding | Failure]:
        """What has happened within a moment; what is done is `given` no more."""

    def close(self) -> None:
        """Takes back all tasks."""
        self.given.clear()

    def run(self, make: Make, tasks: Iterable[Work]) -> Iterator[Outcome | Finding]:
        """Outcomes as they are made; raises KeyboardInterrupt after Ctrl-C or SIGTERM.

        Tasks that take long come first, so that no core waits at the end for one that was begun
        last. A task whose worker failed is tried again when all others are done, alone: it may
        have been the victim of its neighbours.
        """
        waiting = deque(sorted(tasks, key=lambda task: task.weight, reverse=True))
        again, alone = deque[Work](), False
        try:
            with catch_interrupts() as interrupted:
                while waiting or self.given or again:
                    if not waiting and not self.given:
                        self.close()
                        waiting.append(again.popleft())
                        alone = True
                    self._hand_out(make, waiting)
                    for made in self.look():
                        self._hand_out(make, waiting)  # first: the caller writes a file meanwhile
                        if not isinstance(made, Failure):
                            yield made
                        elif alone:
                            yield made.outcome
                        else:
                            again.append(made.outcome.task)
                    if interrupted():
                        raise KeyboardInterrupt
        finally:
            if self.given:  # the caller takes no more
                self.close()

    def _hand_out(self, make: Make, waiting: deque[Work]) -> None:
        while waiting and len(self.given) < self.room:
            self.give(make, waiting.popleft())


def failed_twice(task: Work, cause: Cause, code: int, limits: Limits) -> Outcome:
    """`worker-died`, `worker-timeout` or `worker-memory`.

    `code` is the exit code of the process, negative if a signal ended it.
    """
    match cause:
        case "died":
            ending = (code < 0 and signal.strsignal(-code)) or f"exit code {code}"
            message = f"the process that made {task.title} died, twice ({ending})"
            return failed(task, "worker-died", message, "the machine may have run out of memory")
        case "timeout":
            message = f"{task.title} was not done after {limits.seconds:g} seconds, twice"
            hint = "look for a huge table or picture, or give it longer: --time-limit"
            return failed(task, "worker-timeout", message, hint)
        case "memory":
            message = f"{task.title} took more than {limits.megabytes} MB of memory, twice"
            hint = "look for a huge table or picture, or allow more: --memory-limit"
            return failed(task, "worker-memory", message, hint)


def failed(
    task: Work, code: str, message: str, hint: str, status: ExitStatus = ExitStatus.INPUT
) -> Outcome:
    """An error in place of a file."""
    hint += f"; try it alone: {task.command}"
    finding = Finding(task.where, code, message, hint, exit_status=status)
    return Outcome(task, None, 0, (finding,))

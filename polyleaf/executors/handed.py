"""The jobs that a cluster was handed: few at a time, and each of them to its end."""

from __future__ import annotations

import contextlib
import pickle
from collections import Counter, deque
from collections.abc import Collection, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from ..model import Outcome, Work
from .guest import Call, run
from .limits import Limits, Make
from .loss import Loss, killed, lost
from .work import Values

if TYPE_CHECKING:
    from distributed import Client, Future

AHEAD = 2  # jobs a worker: the one it is at, and the next
AGAIN = 1  # times that a job is handed out again because its workers are gone
FETCH = 10.0  # seconds in which a result of a few megabytes must come


@dataclass
class Handed:
    """Which jobs wait, and which are under way with which workers."""

    client: Client
    make: Make
    tasks: Sequence[Work]
    limits: Limits
    done: SimpleQueue[Future[Any]]
    waiting: deque[int]  # numbers of tasks
    suspects: deque[int] = field(default_factory=deque)  # processes died of them, or beside them
    alone: set[int] = field(default_factory=set)  # suspects that were tried once more
    tries: Counter[int] = field(default_factory=Counter)
    flying: dict[Future[Any], tuple[int, frozenset[str]]] = field(default_factory=dict)

    @property
    def open(self) -> bool:
        return bool(self.waiting or self.flying or self.suspects)

    def hand_out(self, workers: Collection[str]) -> None:
        """As many jobs as keep the workers busy; suspects when all else is done, one by one."""
        while self.waiting and len(self.flying) < AHEAD * len(workers):
            self._submit(self.waiting.popleft(), workers)
        if workers and self.suspects and not self.flying:
            number = self.suspects.popleft()
            self.alone.add(number)
            self._submit(number, workers)

    def recall(self, present: Collection[str]) -> Outcome | None:
        """Takes back a job whose workers are all gone: Dask would wait for them to return."""
        for future, (number, workers) in self.flying.items():
            if workers.isdisjoint(present):
                del self.flying[future]
                future.cancel()
                return self._again(number)
        return None

    def taken(self, future: Future[Any]) -> Outcome | None:
        """What came of a job; none if it is handed out again."""
        number, _ = self.flying.pop(future)
        task = self.tasks[number]
        try:
            made: Values | Loss | None = future.result(timeout=FETCH)
        except (CancelledError, TimeoutError, OSError):  # its worker went with the result
            return self._again(number)
        except MemoryError:
            return lost(task, Loss("memory", 0), self.limits)
        except Exception as error:
            if type(error).__name__ != "KilledWorker":  # Dask's; it has tried several times
                raise
            made = None
        return Outcome(task=task, **made) if isinstance(made, dict) else self._lost(number, made)

    def cancel(self) -> None:
        """Nobody waits for these any more."""
        with contextlib.suppress(OSError, TimeoutError, CancelledError):
            self.client.cancel(list(self.flying), force=True)
        self.flying.clear()

    def _submit(self, number: int, workers: Collection[str]) -> None:
        task = pickle.dumps(self.tasks[number])
        future = Call(run, self.make, task, self.limits).submit(self.client, workers)
        self.flying[future] = number, frozenset(workers)
        future.add_done_callback(self.done.put)

    def _again(self, number: int) -> Outcome | None:
        self.tries[number] += 1
        if self.tries[number] > AGAIN:
            return self._lost(number, None)
        self.waiting.appendleft(number)
        return None

    def _lost(self, number: int, loss: Loss | None) -> Outcome | None:
        """The end of a job that was tried alone; any other may be the victim of its neighbours."""
        if number in self.alone:
            task = self.tasks[number]
            return lost(task, loss, self.limits) if loss else killed(task)
        self.suspects.append(number)
        del self.tries[number]
        return None

"""The same jobs, made by the workers of a Dask cluster that runs already.

Each worker says what it is. If it is as this machine is, it gets a resource that our jobs need, so
that Dask gives each job to such a worker, and to another one if that goes away.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import suppress
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from ...model.findings import ExitStatus, Finding, Severity, Where
from ...model.task import Outcome, Work
from ..environment import describe, differences, families, resource
from . import Limits, Make, Scheduler
from .client import connected, machine_error
from .failure import not_understood, workers_died
from .interrupts import catch_interrupts
from .local import longest_first
from .remote import environment_of, introduce, make_sheet, outcome_of

if TYPE_CHECKING:
    from distributed import Client, Future

WAIT = 0.05  # seconds between two looks at what is done
LOOK = 1.0  # seconds between two looks at which workers there are
PATIENCE = 10.0  # seconds without a usable worker: one that died may come back
FETCH = 10.0  # seconds in which a result of a few megabytes comes
AHEAD = 2  # jobs for each worker: the one that it is at, and the next


def cluster(
    make: Make, tasks: Iterable[Work], scheduler: Scheduler, limits: Limits
) -> Iterator[Outcome | Finding]:
    """Outcomes from the cluster, and findings that say which workers are not used.

    Raises PolyleafError if there is no scheduler or no worker left, and KeyboardInterrupt after
    Ctrl-C or SIGTERM.
    """
    waiting = deque(longest_first(tasks))
    wanted = families(waiting)
    ours = describe(wanted)
    again, alone = deque[Work](), False  # jobs whose workers died, maybe of others; made at the end
    given: dict[Future[Any], Work] = {}
    with connected(scheduler) as client, catch_interrupts() as interrupted:
        workers = RemoteWorkers(client, scheduler.address, wanted, resource(ours))
        while waiting or given or again:
            workers.look()
            if not waiting and not given:
                waiting, alone = again, True
            most = min(1, workers.usable) if alone else AHEAD * workers.usable
            while waiting and len(given) < most:
                job = (make, waiting[0], limits, workers.mark)
                future = submit(client, make_sheet, *job, resources={workers.mark: 1})
                given[future] = waiting.popleft()
            for future, answer in finished([*given, *workers.asked]):
                if future in workers.asked:
                    yield from workers.answered(future, answer, ours)
                    continue
                task = given.pop(future)
                killed = type(answer).__name__ == "KilledWorker"  # several, to which Dask gave it
                if not killed and not isinstance(answer, (CancelledError, OSError)):
                    yield _outcome(task, answer)
                elif alone:
                    yield workers_died(task)
                else:
                    again.append(task)
            if interrupted():
                raise KeyboardInterrupt


def _outcome(task: Work, answer: object) -> Outcome:
    try:
        return outcome_of(task, answer)
    except ValueError as error:
        return not_understood(task, error)


def submit(
    client: Client, function: Callable[..., bytes], *given: object, **where: Any
) -> Future[Any]:
    """Has one of the workers call a function.

    The scheduler looks at what it hands on, and need not have Polyleaf: it sees bytes and the
    name of a function of Python's own.
    """
    return client.submit(pickle.loads, pickle.dumps(_Call(function, given)), pure=False, **where)


class _Call:
    """A call that is made where it is unpickled."""

    def __init__(self, *call: object) -> None:
        self._call = call

    def __reduce__(self) -> Any:
        return self._call


def finished(futures: list[Future[Any]]) -> Iterator[tuple[Future[Any], object]]:
    """What calls have returned or raised; waits a little if none has."""
    if not any(future.done() for future in futures):
        sleep(WAIT)
    for future in futures:
        if future.done():
            try:
                yield future, future.result(timeout=FETCH)
            except Exception as error:
                if future.status != "pending":  # else its worker is gone, and another one is at it
                    yield future, error


class RemoteWorkers:
    """Which workers there are, and how many are usable."""

    def __init__(self, client: Client, address: str, families: tuple[str, ...], mark: str) -> None:
        self.usable = 0
        self.mark = mark  # the resource of workers that are like us
        self.asked: dict[Future[Any], str] = {}
        self._client, self._address = client, address  # of the scheduler
        self._families = families
        self._alike: dict[str, bool] = {}  # by address, of those that answered
        self._looked = 0.0
        self._last_usable = monotonic()  # when there last was one, or might be

    def look(self) -> None:
        """Asks new workers what they are; raises PolyleafError if none is to be had."""
        if monotonic() - self._looked < LOOK:
            return
        present = self._present()
        self._looked = monotonic()
        # A worker that began anew at its old address has lost its mark.
        self._alike = {a: like for a, like in self._alike.items() if present.get(a) in (like, True)}
        self.asked = {future: a for future, a in self.asked.items() if a in present}
        for address in present.keys() - self._alike.keys() - set(self.asked.values()):
            call = (introduce, self._families, self.mark)
            self.asked[submit(self._client, *call, workers=[address])] = address
        self.usable = sum(self._alike.values())
        if self.usable or self.asked:
            self._last_usable = monotonic()
        elif monotonic() - self._last_usable > PATIENCE:
            hint = "start one with the same Polyleaf and fonts: see docs/batch.md"
            which = "no worker that may be used" if present else "no worker"
            raise machine_error(self._address, "workers-missing", f"the cluster has {which}", hint)

    def answered(
        self, future: Future[Any], answer: object, ours: dict[str, str]
    ) -> Iterator[Finding]:
        """Notes what a worker has said of itself; a finding says why it is not used."""
        address = self.asked.pop(future)
        if isinstance(answer, (CancelledError, OSError)):
            return  # it is gone; if it comes back it is asked again
        try:
            found = environment_of(answer)
            wrong = found if isinstance(found, str) else "; ".join(differences(found, ours))
        except ValueError as error:
            wrong = f"it cannot say what it is: {error}"
        self._alike[address], self._looked = not wrong, 0.0
        if wrong:
            message = f"this worker is not used: {wrong}"
            hint = "install there what this machine has: see docs/batch.md"
            where = Where(address)
            severity = Severity.WARNING  # the others do its part
            yield Finding(where, "worker-differs", message, hint, severity, ExitStatus.MACHINE)

    def _present(self) -> dict[str, bool]:
        """The address of each worker → whether it has the mark."""
        with suppress(OSError):
            if self._client.status == "running" and self._client.scheduler:
                workers = self._client.sync(self._client.scheduler.identity)["workers"]
                return {a: worker["resources"].get(self.mark) == 1 for a, worker in workers.items()}
        hint = "start it and build again; what was built is whole"
        raise machine_error(self._address, "scheduler-lost", "the Dask scheduler is gone", hint)

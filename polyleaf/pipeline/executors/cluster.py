"""The same jobs, made by the workers of a Dask cluster that runs already.

Each worker says what it is. If it is as this machine is, it gets a resource that our jobs need, so
that Dask gives each job to such a worker, and to another one if that goes away.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from ...model.findings import ExitStatus, Finding, Severity, Where
from ...model.task import Outcome, Work
from ..environment import describe, families, resource
from ..interrupts import catch_interrupts
from . import Limits, Make, Scheduler
from .client import answers, connected, is_lost, machine_error, submit
from .failure import failed
from .local import longest_first
from .remote import introduce, make_sheet, outcome_of, reason_of

if TYPE_CHECKING:
    from distributed import Client, Future

WAIT = 0.05  # seconds between two looks at what is done
LOOK = 1.0  # seconds between two looks at which workers there are
PATIENCE = 10.0  # seconds without a usable worker: one that died may come back
AHEAD = 2  # jobs for each worker: the one that it is at, and the next


def cluster(
    make: Make, tasks: Iterable[Work], scheduler: Scheduler, limits: Limits
) -> Iterator[Outcome | Finding]:
    """Outcomes from the cluster, and findings that say which workers are not used.

    Raises PolyleafError if there is no scheduler or no worker left, and KeyboardInterrupt after
    Ctrl-C or SIGTERM.
    """
    waiting = deque(longest_first(tasks))
    again, alone = deque[Work](), False  # jobs whose workers died, maybe of others; made at the end
    given: dict[Future[Any], Work] = {}
    with connected(scheduler) as client, catch_interrupts() as interrupted:
        workers = RemoteWorkers(client, scheduler.address, families(waiting))
        while waiting or given or again:
            yield from workers.look()
            if not waiting and not given:
                waiting, alone = again, True
            usable = len(workers.usable)
            most = min(1, usable) if alone else AHEAD * usable
            while waiting and len(given) < most:
                job = (make, waiting[0], limits, workers.mark)
                future = submit(client, make_sheet, *job, resources={workers.mark: 1})
                given[future] = waiting.popleft()
            if not any(future.done() for future in given):
                sleep(WAIT)
            for future, answer in answers(given):
                task = given.pop(future)
                if not is_lost(answer):
                    yield _outcome(task, answer)
                elif not alone:
                    again.append(task)
                else:
                    message = f"every worker that made {task.title} died"
                    yield failed(task, "worker-died", message, "their logs say what ended them")
            if interrupted():
                raise KeyboardInterrupt


def _outcome(task: Work, answer: object) -> Outcome:
    try:
        return outcome_of(task, answer)
    except ValueError as error:
        message = f"a worker's answer to {task.title} is not understood: {error}"
        hint = "restart the workers, with the same Polyleaf as here"
        return failed(task, "worker-answer", message, hint, ExitStatus.MACHINE)


class RemoteWorkers:
    """Which workers there are, and which of them are as this machine is."""

    def __init__(self, client: Client, address: str, families: tuple[str, ...]) -> None:
        self._client, self._address = client, address  # the latter of the scheduler
        self._families, self._ours = families, describe(families)
        self.mark = resource(self._ours)  # the resource of those that are as this machine is
        self.usable, self._refused = set[str](), set[str]()  # addresses of those that answered
        self._asked: dict[Future[Any], str] = {}  # the addresses of those that have not yet
        self._looked = 0.0
        self._last_usable = monotonic()  # when there last was one, or might be

    def look(self) -> Iterator[Finding]:
        """Asks new workers what they are; findings say which are not used.

        Raises PolyleafError if none is to be had.
        """
        for future, answer in answers(self._asked):
            address = self._asked.pop(future)
            if not is_lost(answer):  # else it is asked again if it comes back
                self._looked = 0.0
                if reason := reason_of(answer):
                    self._refused.add(address)
                    yield _differs(address, reason)
                else:
                    self.usable.add(address)
        if monotonic() - self._looked > LOOK:
            self._ask_new(self._present())
            self._looked = monotonic()

    def _ask_new(self, present: dict[str, bool]) -> None:
        # One that began anew at its old address has lost its mark.
        self.usable = {address for address in self.usable if present.get(address)}
        self._refused &= present.keys()
        self._asked = {future: a for future, a in self._asked.items() if a in present}
        for address in present.keys() - self.usable - self._refused - {*self._asked.values()}:
            call = (introduce, self._families, self._ours)
            self._asked[submit(self._client, *call, workers=[address])] = address
        if self.usable or self._asked:
            self._last_usable = monotonic()
        elif monotonic() - self._last_usable > PATIENCE:
            hint = "start one with the same Polyleaf and fonts: see docs/batch.md"
            which = "no worker that may be used" if present else "no worker"
            raise machine_error(self._address, "workers-missing", f"the cluster has {which}", hint)

    def _present(self) -> dict[str, bool]:
        """The address of each worker → whether it has the mark."""
        with suppress(OSError):
            if self._client.status == "running" and self._client.scheduler:
                workers = self._client.sync(self._client.scheduler.identity)["workers"]
                return {a: worker["resources"].get(self.mark) == 1 for a, worker in workers.items()}
        hint = "start it and build again; what was built is whole"
        raise machine_error(self._address, "scheduler-lost", "the Dask scheduler is gone", hint)


def _differs(address: str, reason: str) -> Finding:
    message = f"this worker is not used: {reason}"
    hint = "install there what this machine has: see docs/batch.md"
    severity = Severity.WARNING  # the others do its part
    return Finding(Where(address), "worker-differs", message, hint, severity, ExitStatus.MACHINE)

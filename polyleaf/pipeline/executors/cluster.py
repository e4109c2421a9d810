"""The same jobs, made by the workers of a Dask cluster that runs already.

Each worker says what it is. If it is as this machine is, it gets a resource that our jobs need, so
that Dask gives each job to such a worker, and to another one if that goes away.
"""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic, sleep
from typing import Any

from distributed import Client, Future

from ...model.findings import ExitStatus, Finding, Severity, Where, machine_error
from ...model.task import Outcome, Work
from ..environment import describe, families, resource
from . import Limits, Make
from .client import LOST, answers, submit
from .dispatch import Dispatcher, Failure, failed
from .remote import introduce, make_sheet, outcome_of, reason_of

WAIT = 0.05  # seconds between two looks at what is done
LOOK = 1.0  # seconds between two looks at which workers there are
PATIENCE = 10.0  # seconds without a usable worker: one that died may come back
AHEAD = 2  # jobs for each worker: the one that it is at, and the next


class RemoteWorkers(Dispatcher["Future[Any]"]):
    """The workers of a scheduler. Those that are as this machine is get the tasks."""

    def __init__(self, client: Client, address: str, limits: Limits, tasks: list[Work]) -> None:
        super().__init__()
        self._client, self._address, self._limits = client, address, limits
        wanted = families(tasks)
        ours = describe(wanted)
        self._introduction = introduce, wanted, ours
        self._mark = resource(ours)  # the resource of those that are as this machine is
        self._asked: dict[Future[Any], str] = {}  # the addresses of those that have not answered
        self._refusals: dict[str, str] = {}  # of the others: address → why it is refused, if it is
        self._looked = 0.0
        self._last_usable = monotonic()  # when there last was one, or might be

    def give(self, make: Make, task: Work) -> None:
        job = (make, task, self._limits, self._mark)
        self.given[submit(self._client, make_sheet, *job, resources={self._mark: 1})] = task

    def look(self) -> Iterator[Outcome | Finding | Failure]:
        """Raises PolyleafError if there is no worker to be had."""
        yield from self._look_at_workers()
        for future, answer in answers(self.given):
            task = self.given.pop(future)
            if not isinstance(answer, LOST):
                yield outcome_of(task, answer)
            else:
                message = f"every worker that made {task.title} died"
                hint = "their logs say what ended them"
                yield Failure(failed(task, "worker-died", message, hint))
        if not any(future.done() for future in self.given):
            sleep(WAIT)

    def _look_at_workers(self) -> Iterator[Finding]:
        """Asks new workers what they are; findings say which are not used."""
        for future, answer in answers(self._asked):
            address = self._asked.pop(future)
            if not isinstance(answer, LOST):  # else it is asked again if it comes back
                self._refusals[address] = reason = reason_of(answer)
                if reason:
                    yield _differs(address, reason)
        if monotonic() - self._looked > LOOK:
            self._ask_new(self._marked())
            self._looked = monotonic()
        self.room = AHEAD * [*self._refusals.values()].count("")

    def _ask_new(self, marked: dict[str, bool]) -> None:
        """Of all workers that there are: those that are new, or began anew without the mark."""
        known = self._refusals.items()
        self._refusals = {a: why for a, why in known if marked.get(a) or (why and a in marked)}
        self._asked = {future: a for future, a in self._asked.items() if a in marked}
        for address in marked.keys() - self._refusals.keys() - {*self._asked.values()}:
            call = submit(self._client, *self._introduction, workers=[address])
            self._asked[call] = address
        if self._asked or "" in self._refusals.values():
            self._last_usable = monotonic()
        elif monotonic() - self._last_usable > PATIENCE:
            hint = "start one with the same Polyleaf and fonts: see docs/batch.md"
            message = f"the cluster has no worker{' that may be used' if marked else ''}"
            raise machine_error(self._address, "workers-missing", message, hint)

    def _marked(self) -> dict[str, bool]:
        """The address of each worker → whether it has the mark."""
        found = self._client.scheduler_info(n_workers=-1).get("workers")
        if found is not None and self._client.status == "running":
            return {a: worker["resources"].get(self._mark) == 1 for a, worker in found.items()}
        hint = "start it and build again; what was built is whole"
        raise machine_error(self._address, "scheduler-lost", "the Dask scheduler is gone", hint)


def _differs(address: str, reason: str) -> Finding:
    message = f"this worker is not used: {reason}"
    hint = "install there what this machine has: see docs/batch.md"
    severity = Severity.WARNING  # the others do its part
    return Finding(Where(address), "worker-differs", message, hint, severity, ExitStatus.MACHINE)

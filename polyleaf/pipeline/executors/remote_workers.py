"""The workers of a cluster: each says what it is, and gets jobs if it is as this machine is."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any

from ...model.findings import ExitStatus, Finding, Severity, Where
from .calls import Calls, fault
from .environment import Environment, differences, resource
from .remote import environment_of, introduce

if TYPE_CHECKING:
    from distributed import Future

LOOK = 1.0  # seconds between two looks at which workers there are
PATIENCE = 10.0  # seconds without a usable worker: one that died may come back


class RemoteWorkers:
    """Which workers there are, and how many are usable."""

    def __init__(
        self, calls: Calls, address: str, families: tuple[str, ...], ours: Environment
    ) -> None:
        self.usable = 0
        self.mark = resource(ours)  # what `introduce` gives to a worker that is like us
        self._calls = calls
        self._address = address  # of the scheduler
        self._families, self._ours = families, ours
        self._asked: dict[Future[Any], str] = {}
        self._alike: dict[str, bool] = {}  # by address, of those that answered
        self._looked = 0.0
        self._hopeful = monotonic()  # when there last was one, or might be

    def look(self) -> None:
        """Asks new workers what they are; raises PolyleafError if none is to be had."""
        if monotonic() - self._looked < LOOK:
            return
        present = self._present()
        self._looked = monotonic()
        # A worker that began anew at its old address has lost its mark.
        self._alike = {a: like for a, like in self._alike.items() if present.get(a) in (like, True)}
        self._asked = {future: a for future, a in self._asked.items() if a in present}
        for address in present.keys() - self._alike.keys() - set(self._asked.values()):
            call = (introduce, self._families, self.mark)
            self._asked[self._calls.submit(*call, workers=[address])] = address
        self.usable = sum(self._alike.values())
        if self.usable or self._asked:
            self._hopeful = monotonic()
        elif monotonic() - self._hopeful > PATIENCE:
            hint = "start one with the same Polyleaf and fonts: see docs/batch.md"
            which = "no worker that may be used" if present else "no worker"
            raise fault(self._address, "workers-missing", f"the cluster has {which}", hint)

    def answered(self, future: Future[Any], answer: object) -> Iterator[Finding]:
        """Notes what a worker has said of itself; a finding says why it is not used."""
        address = self._asked.pop(future, "")
        if not address or isinstance(answer, (CancelledError, OSError)):
            return  # it is gone; if it comes back it is asked again
        wrong = "; ".join(self._wrong(answer))
        self._alike[address], self._looked = not wrong, 0.0
        if wrong:
            message = f"this worker is not used: {wrong}"
            hint = "install there what this machine has: see docs/batch.md"
            severity = Severity.WARNING  # the others do its part
            yield Finding(
                Where(address), "worker-differs", message, hint, severity, ExitStatus.MACHINE
            )

    def _wrong(self, answer: object) -> Iterator[str]:
        try:
            found = environment_of(answer)
        except ValueError as error:
            yield f"it cannot say what it is: {error}"
        else:
            yield from [found] if isinstance(found, str) else differences(found, self._ours)

    def _present(self) -> dict[str, bool]:
        """The address of each worker → whether it has the mark."""
        client = self._calls.client
        with suppress(OSError):
            if client.status == "running" and client.scheduler:
                workers = client.sync(client.scheduler.identity)["workers"]
                return {a: worker["resources"].get(self.mark) == 1 for a, worker in workers.items()}
        hint = "start it and build again; what was built is whole"
        raise fault(self._address, "scheduler-lost", "the Dask scheduler is gone", hint)

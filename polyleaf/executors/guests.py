"""The workers of a cluster: each says what it is before it is given a job."""

from __future__ import annotations

from dataclasses import dataclass, field
from queue import SimpleQueue
from time import monotonic
from typing import TYPE_CHECKING, Any

from ..problems import Blame, Finding, PolyleafError, Severity, Where
from .guest import Call, introduce
from .machine import Machine, differences

if TYPE_CHECKING:
    from distributed import Client, Future

MEET = 1.0  # seconds between two looks at who is there
PATIENCE = 10.0  # seconds without a worker that may be used: one that died may come back


@dataclass
class Guests:
    """The workers that are there, and those of them that are as this machine is."""

    client: Client
    address: str  # of the scheduler
    families: tuple[str, ...]  # of fonts that the sheets need
    ours: Machine
    done: SimpleQueue[Future[Any]]
    present: set[str] = field(default_factory=set)
    usable: set[str] = field(default_factory=set)
    asked: dict[Future[Any], str] = field(default_factory=dict)
    looked: float = -MEET
    hopeful: float = field(default_factory=monotonic)  # when there last was somebody for us

    def meet(self) -> None:
        """Asks those who came, forgets those who went; raises PolyleafError if nobody is left."""
        if self.client.status != "running":
            raise self._gone()
        if monotonic() - self.looked < MEET:
            return
        threads = self._threads()
        self.looked = monotonic()
        came = threads.keys() - self.present
        self.present = set(threads)
        self.usable &= self.present
        self.asked = {f: address for f, address in self.asked.items() if address in self.present}
        for address in sorted(came):
            self._ask(address, threads[address])
        if self.usable or self.asked:
            self.hopeful = monotonic()
        elif monotonic() - self.hopeful > PATIENCE:
            hint = "start one with the same Polyleaf and fonts: see docs/batch.md"
            who = "no worker that may be used" if self.present else "no worker"
            raise self._fault("workers-missing", f"the cluster has {who}", hint)

    def answer(self, future: Future[Any]) -> Finding | None:
        """What a worker said of itself makes it usable, or is told."""
        address = self.asked.pop(future)
        if future.status == "error":
            error = future.exception()
            lacks = isinstance(error, ModuleNotFoundError)
            wrong = [f"it has no {error.name}" if lacks else f"it cannot say what it is: {error}"]
        elif future.status == "finished":
            said: Machine | str = future.result()
            wrong = [said] if isinstance(said, str) else list(differences(said, self.ours))
        else:  # it went, or lost its way: if it is there it is asked again
            self.present.discard(address)
            return None
        if not wrong:
            self.usable.add(address)
            return None
        message = f"this worker is not used: {'; '.join(wrong)}"
        hint = "install there what this machine has: see docs/batch.md"
        severity = Severity.WARNING  # the others do its part
        return Finding(Where(address), "worker-differs", message, hint, severity, Blame.MACHINE)

    def _ask(self, address: str, threads: int) -> None:
        future = Call(introduce, self.families, threads).submit(self.client, [address])
        self.asked[future] = address
        future.add_done_callback(self.done.put)

    def _threads(self) -> dict[str, int]:
        """address → threads of every worker; raises PolyleafError if the scheduler is gone."""
        try:
            return dict(self.client.nthreads())
        except (OSError, TimeoutError):
            raise self._gone() from None

    def _gone(self) -> PolyleafError:
        hint = "start it and build again; what was built is whole"
        return self._fault("scheduler-lost", "the Dask scheduler is gone", hint)

    def _fault(self, code: str, message: str, hint: str) -> PolyleafError:
        where = Where(self.address)
        return PolyleafError([Finding(where, code, message, hint, blame=Blame.MACHINE)])

"""Ways to map tasks: worker processes of this machine (`local`), or a Dask cluster (`cluster`).

Outcomes come as they are done, not in the order of their tasks. A finding among them is about
machines and not about any sheet. Memory does not grow with the number of sheets: a task is sent
when a worker is free for it, and an outcome is the caller's alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any, NamedTuple

from ...files.system_packages import how_to_add
from ...model.findings import Finding, machine_error
from ...model.jobs import Folder
from ...model.task import Outcome, Work

Make = Callable[[Any], Outcome]
Mapper = Callable[[Make, Iterable[Any]], Iterable[Outcome | Finding]]

# A long Chinese leaflet takes some seconds and 200 MB: a sheet that needs more is faulty.
SECONDS = 120.0
MEGABYTES = 1500


class Limits(NamedTuple):
    """What one sheet may take: seconds of the clock, and megabytes (10⁶ bytes) of its process.

    What the process had before its first sheet is not counted.
    """

    seconds: float = SECONDS
    megabytes: int = MEGABYTES

    @property
    def bytes(self) -> int:
        return self.megabytes * 1_000_000


class Scheduler(NamedTuple):
    """A Dask scheduler, and for tls:// the PEM files by which it and we know each other.

    Without any of the files, Dask's own settings say which to use.
    """

    address: str
    ca: Folder | None = None  # of who has signed the certificates
    cert: Folder | None = None  # ours
    key: Folder | None = None  # of ours, if it is in a file of its own


@dataclass(frozen=True, slots=True)
class Executor:
    """A mapper of `jobs` tasks at a time here, or of as many as the cluster of `scheduler` takes.

    It loads what it stands on when it is used: a build that has nothing to do needs none of that.
    """

    jobs: int
    limits: Limits
    scheduler: Scheduler | None = None

    def start(self) -> None:
        """Begins to load what sheets are made with, without waiting for it."""
        if not self.scheduler:
            from . import processes

            processes.warm_up()

    def __call__(self, make: Make, tasks: Iterable[Work]) -> Iterator[Outcome | Finding]:
        """Raises PolyleafError if there is no scheduler, or no worker of it left."""
        if self.scheduler:
            try:
                from .client import connected
                from .cluster import RemoteWorkers
            except ModuleNotFoundError as error:
                message = f"--scheduler needs {error.name}"
                hint = how_to_add("dask")
                raise machine_error("system", "dask-missing", message, hint) from None
            with connected(self.scheduler) as client:
                given = [*tasks]
                remote = RemoteWorkers(client, self.scheduler.address, self.limits, given)
                yield from remote.run(make, given)
        else:
            from .local import WorkerPool

            with closing(WorkerPool(self.jobs, self.limits)) as pool:
                yield from pool.run(make, tasks)

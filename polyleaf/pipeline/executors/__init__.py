"""Ways to map tasks: worker processes of this machine (`local`), or a Dask cluster (`cluster`).

Outcomes come as they are done, not in the order of their tasks. A finding among them is about
machines and not about any sheet. Memory does not grow with the number of sheets: a task is sent
when a worker is free for it, and an outcome is the caller's alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from ...model.findings import Finding
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
        if self.scheduler:
            from .cluster import cluster

            return cluster(make, tasks, self.scheduler, self.limits)
        from .local import local

        return local(make, tasks, self.jobs, self.limits)

"""Ways to map tasks: worker processes of this machine (`local`), or a Dask cluster (`cluster`).

Both run `worker` in a process of its own, which `launch` starts; on a worker of a cluster, `remote`
keeps one. Outcomes come as they are done, not in the order of their tasks. A finding among them is
about machines and not about any sheet. Memory does not grow with the number of sheets: a task is
sent when a worker is free for it, and an outcome is the caller's alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...model.findings import Finding
from ...model.task import Outcome, Work
from .limits import Limits, Make, Mapper, Scheduler

__all__ = ["Executor", "Limits", "Make", "Mapper", "Scheduler"]


@dataclass(frozen=True, slots=True)
class Executor:
    """A mapper of `jobs` tasks at a time here, or of as many as the cluster of `scheduler` takes.

    It loads what it stands on when it is used: a build that has nothing to do needs none of that.
    """

    jobs: int
    limits: Limits
    scheduler: Scheduler | None = None

    def start(self, *, engine: bool = True) -> None:
        """Begins to load what sheets are made with, and to draw with, without waiting for it."""
        if not self.scheduler:
            from . import processes

            processes.warm_up(engine)

    def __call__(self, make: Make, tasks: Iterable[Work]) -> Iterator[Outcome | Finding]:
        if self.scheduler:
            from .cluster import cluster

            return cluster(make, tasks, self.scheduler, self.limits)
        from .local import local

        return local(make, tasks, self.jobs, self.limits)

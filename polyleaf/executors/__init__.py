"""Ways to map tasks: worker processes of this machine, or a Dask cluster.

    worker      a process that makes sheets, and what it may take
    work        what runs inside it
    processes   a few of them, kept busy; what one of them loses is tried once more, alone
    cluster     the same jobs handed to the workers of a Dask scheduler
    beside      what another process reads while this one loads the engine
    inner       the process that makes the sheets of such a worker
    order       the longest jobs first
    stop        Ctrl-C and SIGTERM, heard where nothing is half done

Outcomes come as they are done, not in the order of their tasks. A finding between them is about
the machines and not about any sheet. Tasks are looked at only when somebody is free to make them,
and outcomes are let go as soon as they are taken: memory does not grow with the number of sheets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Outcome, Work
from ..problems import Finding
from .limits import Limits, Make, Mapper

__all__ = ["Limits", "Make", "Mapper", "choose"]


def choose(jobs: int, limits: Limits, scheduler: str | None = None) -> Mapper:
    """The executor for `jobs` sheets at a time here, or for the cluster of `scheduler`.

    What it stands on is loaded when it is used: a build that has nothing to do needs none of it.
    """

    def mapper(make: Make, tasks: Iterable[Work]) -> Iterator[Outcome | Finding]:
        if scheduler:
            from .cluster import cluster

            return cluster(make, tasks, scheduler, limits)
        from .processes import processes

        return processes(make, tasks, jobs, limits)

    return mapper

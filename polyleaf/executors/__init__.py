"""Ways to map tasks: worker processes of this machine, or a Dask cluster.

    worker      a process that makes sheets, and what it may take
    processes   a few of them, kept busy; what one of them loses is tried once more, alone
    cluster     the same jobs handed to the workers of a Dask scheduler
    order       the longest jobs first
    stop        Ctrl-C and SIGTERM, heard where nothing is half done

Outcomes come as they are done, not in the order of their tasks. A finding between them is about
the machines and not about any sheet. Tasks are looked at only when somebody is free to make them,
and outcomes are let go as soon as they are taken: memory does not grow with the number of sheets.
"""

from __future__ import annotations

from functools import partial

from .limits import Limits, Make, Mapper
from .processes import processes

__all__ = ["Limits", "Make", "Mapper", "choose", "processes"]


def choose(jobs: int, limits: Limits, scheduler: str = "") -> Mapper:
    """The executor for `jobs` sheets at a time here, or for the cluster of `scheduler`."""
    if scheduler:
        from .cluster import cluster  # loads distributed, which is an optional dependency

        return partial(cluster, address=scheduler, limits=limits)
    return partial(processes, workers=jobs, limits=limits)

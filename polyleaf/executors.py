"""Ways to map tasks: in this process, or in worker processes. Outcomes come as they are done."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool

from .model import Outcome, Task
from .problems import Finding

Make = Callable[[Task], Outcome]
Mapper = Callable[[Make, Iterable[Task]], Iterable[Outcome]]


def choose(jobs: int) -> Mapper:
    """The executor for `jobs` sheets at a time."""
    if jobs <= 1:
        return map
    return lambda make, tasks: processes(make, tasks, jobs)


def processes(make: Make, tasks: Iterable[Task], workers: int) -> Iterator[Outcome]:
    """Outcomes from worker processes.

    A worker that dies takes the whole pool with it. What was under way is then tried once more,
    each sheet in a process of its own, so that only the sheet that kills its worker is lost.
    """
    suspects: list[Task] = []
    with _pool(workers) as pool:
        futures = {pool.submit(make, task): task for task in tasks}
        for future in as_completed(futures):
            try:
                yield future.result()
            except BrokenProcessPool:
                suspects.append(futures[future])
    for task in suspects:
        yield _alone(make, task)


def _alone(make: Make, task: Task) -> Outcome:
    with _pool(1) as pool:
        future: Future[Outcome] = pool.submit(make, task)
        try:
            return future.result()
        except BrokenProcessPool:
            message = f"the process that made {task.edition.name} in {task.language.tag} died"
            hint = "it may have run out of memory"
            return Outcome(
                task, None, 0, (Finding(task.leaflet.where, "worker-died", message, hint),)
            )


def _pool(workers: int) -> ProcessPoolExecutor:
    # A forked worker has the engine loaded already. Elsewhere than on Linux forking is not safe.
    method = "fork" if sys.platform == "linux" else "spawn"
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context(method))

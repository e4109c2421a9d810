"""What runs inside a worker of a Dask cluster, and how it gets there.

What goes to and fro are plain values, and losses.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from ..problems import PolyleafError
from .limits import Limits, Make
from .loss import Loss
from .machine import Machine, describe
from .work import Values

if TYPE_CHECKING:
    from distributed import Client, Future

    from .inner import Inner

# The process that makes this worker's sheets. A worker that runs one thread makes one at a time.
_INNER: dict[tuple[Make, Limits], Inner] = {}


class Call:
    """A call that is made where it is unpickled.

    The scheduler looks into what it hands on, and need not have Polyleaf for that: it sees bytes
    and the name of a function of Python's own. A worker that has no Polyleaf says so itself.
    """

    def __init__(self, function: Callable[..., Any], *arguments: object) -> None:
        self._call = (function, arguments)

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[object, ...]]:
        return self._call

    def submit(self, client: Client, workers: Iterable[str]) -> Future[Any]:
        """Has one of the workers make the call."""
        return client.submit(pickle.loads, pickle.dumps(self), workers=sorted(workers), pure=False)


def introduce(families: tuple[str, ...], threads: int) -> Machine | str:
    """What this worker is, or why it cannot draw."""
    if threads != 1:  # the engine's libraries abort when threads share them
        return f"it runs {threads} threads; start it with --nthreads 1"
    try:
        return describe(families)
    except PolyleafError as error:
        return str(error)


def run(make: Make, task: bytes, limits: Limits) -> Values | Loss:
    """What became of a task, or of the process that made it: this one goes on."""
    from .inner import Inner

    inner = _INNER.pop((make, limits), None)
    if inner is None or not inner.alive:
        for other in (inner, *_INNER.values()):
            if other is not None:
                other.end()
        _INNER.clear()
        inner = Inner(make, limits)
    made = inner.made(task)
    if not isinstance(made, Loss):
        _INNER[make, limits] = inner
    return made

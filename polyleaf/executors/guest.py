"""What runs inside a worker of a Dask cluster, and how it gets there.

What goes to and fro are plain values.
"""

from __future__ import annotations

import faulthandler
import pickle
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from ..problems import PolyleafError
from .limits import Make
from .machine import Machine, describe
from .worker import Values, without_task

if TYPE_CHECKING:
    from distributed import Client, Future


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


def run(make: Make, task: bytes, seconds: float) -> Values:
    """What became of a task. A sheet that hangs ends this process: Dask's nanny starts another."""
    faulthandler.dump_traceback_later(seconds, exit=True, file=sys.__stderr__ or sys.stderr)
    try:
        return without_task(make(pickle.loads(task)))
    finally:
        faulthandler.cancel_dump_traceback_later()

"""The same jobs, made by the workers of a Dask cluster that is there already.

Only a worker that is as this machine is gets a job: each says what it is before its first, also
one that joins later. Results come back as bytes; the caller writes them.
"""

from __future__ import annotations

import contextlib
import logging
from collections import deque
from collections.abc import Iterable, Iterator
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from ..model import Outcome, Work
from ..problems import Blame, Finding, PolyleafError, Where
from . import order, stop
from .guests import Guests
from .handed import Handed
from .limits import Limits, Make
from .machine import describe

if TYPE_CHECKING:
    from distributed import Client, Future

LOOK = 0.1  # seconds between two looks at who is there and whether to stop
CONNECT = 5.0  # seconds in which a scheduler answers


def cluster(
    make: Make, tasks: Iterable[Work], address: str, limits: Limits
) -> Iterator[Outcome | Finding]:
    """Outcomes from the cluster whose scheduler is at `address`, and which workers are not used.

    Raises PolyleafError if there is no scheduler or no worker left, and KeyboardInterrupt when it
    is asked to stop.
    """
    tasks = order.longest_first(tasks)
    drawn = (getattr(task, "families", ()) for task in tasks)
    families = frozenset(family for some in drawn for family in some)
    done: SimpleQueue[Future[Any]] = SimpleQueue()
    with _connected(address) as client, stop.heard() as asked:
        guests = Guests(client, address, tuple(sorted(families)), describe(families), done)
        jobs = Handed(client, make, tasks, limits, done, deque(range(len(tasks))))
        try:
            while jobs.open:
                if step := _step(guests, jobs):
                    yield step
                if asked():
                    raise KeyboardInterrupt
        finally:
            jobs.cancel()


def _step(guests: Guests, jobs: Handed) -> Outcome | Finding | None:
    """Waits a moment for the next thing to happen, and sees to it."""
    guests.meet()
    if outcome := jobs.recall(guests.present):
        return outcome
    jobs.hand_out(guests.usable)
    try:
        future = guests.done.get(timeout=LOOK)
    except Empty:
        return None
    if future in guests.asked:
        return guests.answer(future)
    if future in jobs.flying:
        return jobs.taken(future)
    return None  # it was recalled


@contextlib.contextmanager
def _connected(address: str) -> Iterator[Client]:
    """The scheduler; what Dask has to say of its connections is said by us, once."""
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        import dask
        from distributed import Client
    except ModuleNotFoundError as error:
        hint = "install it: python -m pip install 'polyleaf[dask]'"
        message = f"--scheduler needs {error.name}"
        raise _fault(Where("system"), "dask-missing", message, hint) from None
    with dask.config.set({"distributed.comm.timeouts.connect": f"{CONNECT}s"}):
        try:
            client = Client(address, timeout=CONNECT, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            message = f"no Dask scheduler answers: {error}"
            hint = "start it, `dask scheduler`, or build here, without --scheduler"
            raise _fault(Where(address), "scheduler-missing", message, hint) from None
        try:
            yield client
        finally:
            client.close(timeout=CONNECT)


def _fault(where: Where, code: str, message: str, hint: str) -> PolyleafError:
    return PolyleafError([Finding(where, code, message, hint, blame=Blame.MACHINE)])

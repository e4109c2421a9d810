"""Work that another process does while this one does something else."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeVar

from ..cores import cores
from .work import end_with
from .worker import CONTEXT, is_forked

T = TypeVar("T")


def beside(work: Callable[[], T], meanwhile: Callable[[], None]) -> T:
    """What `work` returns, which can be pickled; `meanwhile` is done here at the same time.

    This one does the work too if there is but one core, if the process comes to nothing, or beside
    other threads: what these hold locked would stay so in the new process.
    """
    if cores() < 2 or not is_forked() or threading.active_count() > 1:
        return work()
    ours, theirs = CONTEXT.Pipe(duplex=False)
    arguments = (work, ours, theirs, os.getpid())
    process = CONTEXT.Process(target=_send, args=arguments, daemon=True)
    process.start()
    theirs.close()
    try:
        meanwhile()
        found: T = ours.recv()
    except (EOFError, OSError):
        return work()
    else:
        return found
    finally:
        process.kill()
        process.join()
        ours.close()


def _send(work: Callable[[], T], ours: Connection, theirs: Connection, parent: int) -> None:
    """Ends without the parent's cleaning up: what it has not printed yet is its own to print."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches it too; its parent decides
        end_with(parent)  # and the lock of its build goes with it
        ours.close()
        theirs.send(work())
    finally:
        os._exit(0)

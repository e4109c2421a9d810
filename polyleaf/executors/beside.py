"""Work that another process does while this one does something else."""

from __future__ import annotations

import multiprocessing
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
# Held back while a process is made, in the midst of which Python swallows a KeyboardInterrupt.
ASKED = (signal.SIGINT, signal.SIGTERM)


def beside(work: Callable[[], T], meanwhile: Callable[[], None]) -> T:
    """What `work` returns, which can be pickled; `meanwhile` is done here at the same time.

    This one does the work too if there is but one core, if no other process can be made or it comes
    to nothing, or beside other threads: what these hold locked would stay so in the new process.
    """
    if not _may_fork():
        return work()
    try:
        return _forked(work, meanwhile)
    except (EOFError, OSError):
        return work()


def _may_fork() -> bool:
    alone = threading.active_count() == 1 and not multiprocessing.current_process().daemon
    return alone and is_forked() and cores() > 1


def _forked(work: Callable[[], T], meanwhile: Callable[[], None]) -> T:
    """Raises EOFError or OSError if the process comes to nothing."""
    ours, theirs = CONTEXT.Pipe(duplex=False)
    arguments = (work, ours, theirs, os.getpid())
    process = CONTEXT.Process(target=_send, args=arguments, daemon=True)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ASKED)
    try:
        try:
            process.start()
        finally:
            theirs.close()
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        meanwhile()
        found: T = ours.recv()
        return found
    finally:
        if process.pid is not None:
            process.kill()
            process.join()
        ours.close()


def _send(work: Callable[[], T], ours: Connection, theirs: Connection, parent: int) -> None:
    """Ends without the parent's cleaning up: what it has not printed yet is its own to print."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches it too; its parent decides
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ASKED)
        end_with(parent)  # and the lock of its build goes with it
        ours.close()
        theirs.send(work())
    finally:
        os._exit(0)

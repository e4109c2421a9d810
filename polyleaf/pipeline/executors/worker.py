"""What runs inside a worker, a process that makes one sheet after another.

No traceback is printed there, for it could quote a personal copy: how a process ended says enough.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import itertools
import os
import pickle
import resource
import signal
import sys
import threading
from dataclasses import fields
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NoReturn

import psutil

GARBAGE = 200_000  # objects, more than most sheets make: it is collected after each
WARM = 12  # sheets after which a process has loaded what many need
PR_SET_PDEATHSIG, PR_SET_DUMPABLE = 1, 4  # linux/prctl.h


def work(pipe: Connection, memory: int) -> NoReturn:
    """Makes sheets, each with so many bytes of memory, until the pipe or the parent ends.

    First it sends how many bytes it has in memory.
    """
    try:
        _end_with_parent(pipe)
        from .. import recipe  # noqa: F401 — a fork server has loaded it already

        _limit(memory)
        gc.freeze()  # the engine stays for good: else it is looked through at every sheet
        gc.set_threshold(GARBAGE)
        pipe.send(psutil.Process().memory_info().rss)
        for made in itertools.count(1):
            try:
                make, task = pickle.loads(pipe.recv_bytes())
                outcome = make(task)
            except MemoryError:
                pipe.send("memory")
                break
            # Without its task, which is large and which the caller has.
            names = (field.name for field in fields(outcome) if field.name != "task")
            pipe.send({name: getattr(outcome, name) for name in names})
            del make, task, outcome
            tidy(made)
    finally:
        os._exit(1)


def tidy(made: int) -> None:
    """Collects garbage after a sheet, when most of what it took is gone; `made` counts from 1."""
    gc.collect()
    if made <= WARM:
        gc.freeze()  # what is left is kept for other sheets, and not looked through at each


def _end_with_parent(pipe: Connection) -> None:
    """Ends this process with its parent, even in the middle of a sheet.

    Linux does so even if it hangs and runs no thread. A fork server ends when all have closed a
    pipe that each of its workers inherits.
    """
    parent = parent_process()
    assert parent

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
    if sys.platform == "linux":
        kept = {0, 1, 2, pipe.fileno(), parent.sentinel}
        for number in {int(path.name) for path in Path("/proc/self/fd").iterdir()} - kept:
            with contextlib.suppress(OSError):  # that of the listing is closed already
                os.close(number)
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _limit(memory: int) -> None:
    """Has a request for more memory fail, if it is a single one: what grows bit by bit is for the
    parent to see. Linux counts what a process may write to, other systems little or nothing.

    A crash leaves no image of the process behind, which might hold a personal copy.
    """
    memory += getattr(psutil.Process().memory_info(), "data", 0)
    with contextlib.suppress(OSError, ValueError):  # the system allows less already
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":  # there the limit does not hold for images that go to a program
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0)

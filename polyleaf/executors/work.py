"""What runs inside a process that makes one sheet after another."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import itertools
import os
import resource
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import fields
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any

import psutil

from ..model import Outcome, Work
from .limits import Limits, Make

WARM = 12  # sheets after which a process has loaded what many take
PR_SET_PDEATHSIG = 1  # linux/prctl.h
Values = dict[str, Any]  # of an outcome, its task apart
OUT_OF_MEMORY = None  # what is sent in place of a sheet


def work(
    make: Make, find: Callable[[Any], Work], limits: Limits, pipe: Connection, parent: int
) -> None:
    """The life of the process: it ends with its parent, or by its parent's hand.

    `find` gives the task that is meant by what comes through the pipe.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches it too; its parent decides
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    end_with(parent)
    _limit_memory(limits.bytes)
    asked: SimpleQueue[Any] = SimpleQueue()
    threading.Thread(target=_receive, args=(pipe, asked), daemon=True).start()
    for made in itertools.count(1):
        one = asked.get()
        try:
            values = without_task(make(find(one)))
        except MemoryError:
            pipe.send(OUT_OF_MEMORY)
            return
        pipe.send(values)
        del values
        tidy(made)


def tidy(made: int) -> None:
    """Looks for garbage after a sheet, when most of what it took is gone; `made` counts from 1."""
    gc.collect()
    if made <= WARM:
        gc.freeze()  # what is left is kept for other sheets, and not looked through at each


def _receive(pipe: Connection, asked: SimpleQueue[Any]) -> None:
    """Waits for tasks beside the work, so that the parent's end is seen in the midst of it."""
    try:
        while True:
            asked.put(pipe.recv())
    except (EOFError, OSError):
        os._exit(1)


def without_task(outcome: Outcome) -> Values:
    """An outcome without its task, which is large and which the one who asked for it has."""
    names = (field.name for field in fields(outcome) if field.name != "task")
    return {name: getattr(outcome, name) for name in names}


def end_with(parent: int) -> None:
    """Linux ends this process with its parent, even one that waits for nothing and hangs."""
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it was gone before that
        os._exit(1)


def _limit_memory(most: int) -> None:
    """A single request for more fails at once; what swells bit by bit is seen by the parent.

    On Linux, where this counts what a process may write to; elsewhere it counts little or nothing.
    """
    most += getattr(psutil.Process().memory_info(), "data", 0)
    with contextlib.suppress(OSError, ValueError):  # the system allows less already
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))

"""A process that makes one sheet after another, and the end of its pipe that others hold.

It holds all tasks from its birth (a forked process shares them with its parent), so that what goes
through the pipe to it is only the number of a task: no side ever waits for the other to read.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import multiprocessing
import os
import resource
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import fields
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any

import psutil

from ..model import Outcome, Task
from .limits import Limits, Make
from .loss import Cause

# A forked worker has the engine loaded already. Elsewhere than on Linux forking is not safe.
if sys.platform == "linux":
    CONTEXT = multiprocessing.get_context("fork")
else:
    CONTEXT = multiprocessing.get_context("spawn")
GARBAGE = 5000  # objects between two searches for it; a sheet makes some 100,000
PR_SET_PDEATHSIG = 1  # linux/prctl.h
Values = dict[str, Any]  # of an outcome, its task apart
OUT_OF_MEMORY = None  # what a worker sends in place of a sheet


class Worker:
    """A process and the numbers of the tasks that it was given, the one it is at first."""

    def __init__(
        self, make: Make, tasks: Sequence[Task], limits: Limits, others: Iterable[Connection]
    ) -> None:
        self._tasks = tasks
        self._limits = limits
        self.given: deque[int] = deque()
        # What a forked process shares with its parent is none of what its sheets take.
        self._had = psutil.Process().memory_info().rss if _is_forked() else 0
        self._since = 0.0  # on the monotonic clock: that of the wall may jump
        self.pipe, theirs = CONTEXT.Pipe()
        # Forked, it holds our end of each pipe too, and would never see that we are gone.
        ours = (*others, self.pipe) if _is_forked() else ()
        arguments = (make, tasks, limits, theirs, ours, os.getpid())
        self._process = CONTEXT.Process(target=_work, args=arguments, daemon=True)
        self._process.start()
        theirs.close()
        self._watched = psutil.Process(self._process.pid)

    def give(self, number: int) -> None:
        """Hands it a task, which is its own from now on even if it is dead already."""
        if not self.given:
            self._since = time.monotonic()
        self.given.append(number)
        with contextlib.suppress(OSError):  # `take` will tell
            self.pipe.send(number)

    def take(self) -> Outcome | Cause:
        """What it made of its first task, once its pipe has something to read."""
        try:
            values = self.pipe.recv()
        except (EOFError, OSError):  # also in the midst of a sheet
            return "died"
        if values is OUT_OF_MEMORY:
            return "memory"
        self._since = time.monotonic()
        return Outcome(task=self._tasks[self.given.popleft()], **values)

    def excess(self) -> Cause | None:
        """What it has taken too much of."""
        if self.given and time.monotonic() - self._since > self._limits.seconds:
            return "timeout"
        with contextlib.suppress(psutil.Error):  # it may be gone by now
            if self._watched.memory_info().rss > self._had + self._limits.bytes:
                return "memory"
        return None

    def end(self, patience: float = 0) -> int:
        """Ends the process, after `patience` seconds in which it may end by itself.

        Returns its exit code, negative if a signal ended it.
        """
        self._process.join(patience)
        self._process.kill()
        self._process.join()
        self.pipe.close()
        code = self._process.exitcode or 0
        self._process.close()
        return code


def _work(
    make: Make,
    tasks: Sequence[Task],
    limits: Limits,
    pipe: Connection,
    others: Iterable[Connection],
    parent: int,
) -> None:
    """The life of the process: it ends with its parent, or by its parent's hand."""
    for other in others:
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches it too; its parent decides
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _end_with(parent)
    _limit_memory(limits.bytes)
    gc.freeze()  # the engine stays for good: else its objects are looked through at every sheet
    gc.set_threshold(GARBAGE)
    numbers: SimpleQueue[int] = SimpleQueue()
    threading.Thread(target=_receive, args=(pipe, numbers), daemon=True).start()
    while True:
        number = numbers.get()
        try:
            values = without_task(make(tasks[number]))
        except MemoryError:
            pipe.send(OUT_OF_MEMORY)
            return
        pipe.send(values)


def _receive(pipe: Connection, numbers: SimpleQueue[int]) -> None:
    """Waits for numbers beside the work, so that the parent's end is seen in the midst of it."""
    try:
        while True:
            numbers.put(pipe.recv())
    except (EOFError, OSError):
        os._exit(1)


def without_task(outcome: Outcome) -> Values:
    """An outcome without its task, which is large and which the one who asked for it has."""
    names = (field.name for field in fields(outcome) if field.name != "task")
    return {name: getattr(outcome, name) for name in names}


def _end_with(parent: int) -> None:
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


def _is_forked() -> bool:
    return CONTEXT.get_start_method() == "fork"

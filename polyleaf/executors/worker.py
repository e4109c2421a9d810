"""A process that makes one sheet after another, and the end of its pipe that others hold.

It holds all tasks from its birth (a forked process shares them with its parent), so that what goes
through the pipe to it is only the number of a task: no side ever waits for the other to read.
"""

from __future__ import annotations

import contextlib
import gc
import math
import multiprocessing
import os
import sys
import time
from collections import deque
from collections.abc import Iterable, Sequence
from multiprocessing.connection import Connection

import psutil

from ..model import Outcome, Work
from .limits import Limits, Make
from .loss import Cause
from .work import OUT_OF_MEMORY, work

# A forked worker has the engine loaded already. Elsewhere than on Linux forking is not safe.
if sys.platform == "linux":
    CONTEXT = multiprocessing.get_context("fork")
else:
    CONTEXT = multiprocessing.get_context("spawn")
GARBAGE = 200_000  # objects, more than most sheets make: it is looked for after each


class Worker:
    """A process and the numbers of the tasks that it was given, the one it is at first."""

    def __init__(
        self, make: Make, tasks: Sequence[Work], limits: Limits, others: Iterable[Connection]
    ) -> None:
        self._tasks = tasks
        self._limits = limits
        self.given: deque[int] = deque()
        # What a forked process shares with its parent is none of what its sheets take.
        self._had = psutil.Process().memory_info().rss if is_forked() else 0
        self._since = 0.0  # on the monotonic clock: that of the wall may jump
        self.pipe, theirs = CONTEXT.Pipe()
        # Forked, it holds our end of each pipe too, and would never see that we are gone.
        ours = (*others, self.pipe) if is_forked() else ()
        arguments = (make, tasks, limits, theirs, ours, os.getpid())
        self._process = CONTEXT.Process(target=_begin, args=arguments, daemon=True)
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
        since = self._since if self.given else math.inf
        return excess(self._watched, since, self._had, self._limits)

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


def excess(process: psutil.Process, since: float, had: int, limits: Limits) -> Cause | None:
    """What a process has taken too much of.

    `since` is when it began its sheet, on the monotonic clock; `had` the bytes that it had before.
    """
    if time.monotonic() - since > limits.seconds:
        return "timeout"
    with contextlib.suppress(psutil.Error):  # it may be gone by now
        if process.memory_info().rss > had + limits.bytes:
            return "memory"
    return None


def _begin(
    make: Make,
    tasks: Sequence[Work],
    limits: Limits,
    pipe: Connection,
    others: Iterable[Connection],
    parent: int,
) -> None:
    for other in others:
        other.close()
    gc.freeze()  # the engine stays for good: else its objects are looked through at every sheet
    gc.set_threshold(GARBAGE)
    work(make, tasks.__getitem__, limits, pipe, parent)


def is_forked() -> bool:
    """Whether a process of ours begins with all that this one has."""
    return CONTEXT.get_start_method() == "fork"

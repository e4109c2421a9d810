"""Ways to make a task, some of which go wrong. Each worker loads them: they import little."""

from __future__ import annotations

import ctypes
import itertools
import mmap
import os
import random
import resource
import signal
import sys
import time
from pathlib import Path

from polyleaf.model.task import Outcome, Task, Work

PR_GET_DUMPABLE = 3  # linux/prctl.h
NIGHT = 3600.0  # seconds: a sheet that takes these is one that hangs


def made(task: Work) -> Outcome:
    """A sheet of one line, which says what was asked for."""
    return Outcome(task, f"{task.job}\n".encode(), 0, ())


def spoiled(task: Task) -> Outcome:
    """Some leaflets are the death of the process that makes them."""
    match task.job.leaflet:
        case "hangs":
            time.sleep(NIGHT)
        case "hangs-inside":  # no other thread of the process gets to run
            signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
            sum(itertools.repeat(0))
        case "swells":
            swollen: list[bytes] = []
            while True:
                swollen.append(b"x" * 10_000_000)
        case "swells-apart":  # in memory that the system counts for no single process
            blocks: list[mmap.mmap] = []
            while len(blocks) < 300:  # 3 GB, lest a limit that does not hold takes the machine down
                blocks.append(mmap.mmap(-1, 10_000_000))
                blocks[-1].write(b"x" * 10_000_000)
                time.sleep(0.001)
        case "asks-for-much":
            bytearray(100_000_000_000)
        case "dies":
            os.kill(os.getpid(), signal.SIGKILL)
        case "crashes":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "leaves":
            os._exit(7)
        case "raises":
            raise SystemExit("out of here")
    return made(task)


def noted(folder: Path, task: Task) -> Outcome:
    """Leaves a file that says that the task was begun; one leaflet dies of it the first time."""
    note = folder / task.job.leaflet
    if task.job.leaflet == "dies-once" and not note.exists():
        note.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    note.touch()
    return made(task)


def slow(task: Task) -> Outcome:
    time.sleep(random.uniform(0, 0.05))
    return made(task)


def deadly(task: Task) -> Outcome:
    """The death of the worker of a cluster that has it made, as of a machine that goes away."""
    if task.job.leaflet == "deadly":
        os.kill(os.getppid(), signal.SIGKILL)
        time.sleep(NIGHT)
    return made(task)


def patient(note: Path, task: Task) -> Outcome:
    """Waits for a file."""
    while not note.exists():
        time.sleep(0.05)
    return made(task)


def together(folder: Path, task: Task) -> Outcome:
    """Waits until the workers of a cluster that are at such sheets are two."""
    (folder / str(os.getppid())).touch()
    while len(list(folder.iterdir())) < 2:
        time.sleep(0.05)
    return made(task)


def guarded(task: Task) -> Outcome:
    """Says whether a crash could leave an image of the process behind."""
    dumpable = sys.platform == "linux" and ctypes.CDLL(None).prctl(PR_GET_DUMPABLE)
    image = dumpable or resource.getrlimit(resource.RLIMIT_CORE) != (0, 0)
    return Outcome(task, b"an image" if image else b"no image", 0, ())

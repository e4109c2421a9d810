"""A process that makes sheets for a worker of a Dask cluster, so that no sheet costs the worker.

Dask hands the job of a worker that died to the next one, and nobody learns what it died of. This
process ends alone, and why is told as a value. It is no child of `multiprocessing`: a worker below
a nanny may have none, and it has threads, beside which forking is not safe.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import subprocess
import sys
import time
from multiprocessing.connection import Connection

import psutil

from .limits import Limits, Make
from .loss import Cause, Loss
from .work import OUT_OF_MEMORY, Values, work
from .worker import excess

BEGIN = "from polyleaf.executors import inner; inner.main()"
LOOK = 0.05  # seconds between two looks at it: a swelling one takes 100 MB in that time
BIRTH = 60.0  # seconds in which it has loaded what makes sheets
PATIENCE = 0.5  # seconds for a dying process to leave its exit code


class Inner:
    """The process, and the end of its pipe that the worker holds."""

    def __init__(self, make: Make, limits: Limits) -> None:
        self._make, self._limits = make, limits
        self._pipe, theirs = multiprocessing.Pipe()
        self._process = subprocess.Popen(
            [sys.executable, "-c", BEGIN, str(theirs.fileno()), str(os.getpid())],
            stdin=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        theirs.close()
        self._watched = psutil.Process(self._process.pid)
        self._had: int | None = None  # bytes that it has before its first sheet

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def made(self, task: bytes) -> Values | Loss:
        """What became of a pickled task; after a loss the process is dead."""
        try:
            had = self._begun()
            since = time.monotonic()
            self._pipe.send(task)
            while not self._pipe.poll(LOOK):
                if cause := excess(self._watched, since, had, self._limits):
                    return self._lost(cause)
            values: Values | None = self._pipe.recv()
        except (EOFError, OSError, psutil.Error):  # also in the midst of a sheet
            return self._lost("died")
        return self._lost("memory") if values is OUT_OF_MEMORY else values

    def end(self, patience: float = 0) -> int:
        """Ends it, after `patience` seconds in which it may end by itself; returns its exit code,
        negative if a signal ended it.
        """
        try:
            self._process.wait(patience)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._pipe.close()
        return self._process.wait()

    def _begun(self) -> int:
        """What it had when it had loaded all; raises OSError if it never came so far."""
        if self._had is None:
            self._pipe.send((self._make, self._limits))
            if not self._pipe.poll(BIRTH):
                raise TimeoutError
            self._pipe.recv()
            self._had = self._watched.memory_info().rss
        return self._had

    def _lost(self, cause: Cause) -> Loss:
        return Loss(cause, self.end(PATIENCE if cause == "died" else 0))


def main() -> None:
    """The life of the process; its arguments are its end of the pipe and who began it."""
    pipe, parent = Connection(int(sys.argv[1])), int(sys.argv[2])
    make, limits = pipe.recv()
    pipe.send("ready")
    work(make, pickle.loads, limits, pipe, parent)

"""What runs inside a worker, a process that makes one sheet after another, and in its fork server.

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
import socket
import struct
import sys
import threading
from dataclasses import fields
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import NamedTuple, NoReturn

import psutil

from ...model.findings import PolyleafError

GARBAGE = 200_000  # objects, more than most sheets make: it is collected after each
WARM = 12  # sheets after which a process has loaded what many need
PR_SET_PDEATHSIG, PR_SET_DUMPABLE = 1, 4  # linux/prctl.h
OUT_OF_MEMORY = None  # what is sent in place of a sheet
NUMBER = struct.Struct("q")


class Ready(NamedTuple):
    """The first message of a worker."""

    pid: int
    rss: int  # bytes that it has in memory; 0 if its fork server speaks for it, which it is not yet


def main(pipe: int, memory: int, engine: bool, parent: int) -> None:
    """The life of a worker that was not forked; `pipe` is a file descriptor."""
    _preload(engine)
    _work(Connection(pipe), memory, parent)


def serve(control: int, engine: bool) -> None:
    """The life of the fork server, which loads the engine once for all workers.

    A number and a pipe that come through the socket `control` ask for a worker; the number is its
    `memory`. A number alone is the process id of a worker to kill, and the answer its exit code.
    Until then a dead worker is a zombie, so that no other process can have its id.
    """
    _preload(engine)
    gc.collect()
    gc.freeze()  # else each worker soon has a copy of all of it
    asked, parent = socket.socket(fileno=control), os.getpid()
    while True:
        request, pipes, _, _ = socket.recv_fds(asked, NUMBER.size, 1)
        if not request:
            os._exit(0)  # its workers end with it
        (number,) = NUMBER.unpack(request)
        for pipe in pipes:
            with Connection(pipe) as its, contextlib.suppress(OSError):  # there may be no room
                if (pid := os.fork()) == 0:
                    asked.close()
                    _work(its, number, parent)
                its.send(Ready(pid, 0))
        if not pipes:
            os.kill(number, signal.SIGKILL)
            _, status = os.waitpid(number, 0)
            asked.sendall(NUMBER.pack(os.waitstatus_to_exitcode(status)))


def _preload(engine: bool) -> None:
    """Loads what sheets are made with. If that fails, the sheet that needs it says so."""
    with contextlib.suppress(ImportError, PolyleafError):
        from ... import pdf
        from ...typography import fonts
        from .. import recipe  # noqa: F401

        if engine:
            pdf.prepare()  # `fonts.show_only` was called by the process that started this one
            fonts.faces()


def _work(pipe: Connection, memory: int, parent: int) -> NoReturn:
    """Makes sheets, each with so many bytes of memory, until the pipe or the parent ends."""
    try:
        _end_with(parent)
        _limit(memory)
        gc.freeze()  # the engine stays for good: else it is looked through at every sheet
        gc.set_threshold(GARBAGE)
        asked = _received(pipe)
        pipe.send(Ready(os.getpid(), psutil.Process().memory_info().rss))
        for made in itertools.count(1):
            try:
                make, task = pickle.loads(asked.get())
                outcome = make(task)
            except MemoryError:
                pipe.send(OUT_OF_MEMORY)
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


def _received(pipe: Connection) -> SimpleQueue[bytes]:
    """What comes through the pipe. Its end ends the process, even in the middle of a sheet."""
    asked: SimpleQueue[bytes] = SimpleQueue()

    def receive() -> None:
        try:
            while True:
                asked.put(pipe.recv_bytes())
        except (EOFError, OSError, MemoryError):
            os._exit(1)

    threading.Thread(target=receive, daemon=True).start()
    return asked


def _end_with(parent: int) -> None:
    """Has Linux end this process with its parent, even if it hangs and runs no thread."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it ended before that
            os._exit(1)


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

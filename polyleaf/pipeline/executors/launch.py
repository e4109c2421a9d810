"""Starts workers: forked by a server that has loaded the engine once (Linux), or each anew.

`multiprocessing` does both, too. But its processes look for modules in the current folder, which
may be a project that nobody has looked at, and they run the caller's `__main__`: a script that
calls `polyleaf.build` would begin to build in each of them.
"""

from __future__ import annotations

import atexit
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection

from ... import languages
from ...typography import fonts
from .worker import NUMBER

VARIABLE = "POLYLEAF_START_METHOD"  # forkserver or spawn
Kill = Callable[[int], int]  # ends the worker with a process id, 0 if not known; its exit code


def warm_up(engine: bool) -> None:
    """Has a fork server begin to load what sheets are made with, without waiting for it."""
    fonts.show_only(languages.font_packages())  # and no others, in processes that start from now on
    if _forks():
        _server(engine)


def start(pipe: Connection, memory: int, engine: bool) -> Kill:
    """Starts a worker that takes tasks through the pipe when it has loaded what it needs."""
    warm_up(engine)
    if _forks():
        return _server(engine).start(pipe, memory)
    process = _python("main", pipe.fileno(), memory, engine, os.getpid())

    def kill(pid: int) -> int:
        process.kill()
        return process.wait()

    return kill


def _forks() -> bool:
    """Forking is not safe on macOS, once its CoreText is loaded."""
    default = "forkserver" if sys.platform == "linux" else "spawn"
    return os.environ.get(VARIABLE, default) == "forkserver"


def _python(function: str, fd: int, *arguments: int) -> subprocess.Popen[bytes]:
    """A new process that calls a function of `worker` and has this file descriptor.

    It finds modules where this process does. Ctrl-C in a terminal does not reach it, for it is in a
    process group of its own: this process decides what ends.
    """
    call = f"from {__package__} import worker; worker.{function}{(fd, *map(int, arguments))}"
    return subprocess.Popen(
        [sys.executable, "-P", "-c", f"import sys; sys.path[:] = {sys.path!r}; {call}"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        pass_fds=[fd],
        process_group=0,
    )


class ForkServer:
    """The process that runs `worker.serve`."""

    def __init__(self, engine: bool) -> None:
        self.engine = engine
        self._turn = threading.Lock()
        self._control, theirs = socket.socketpair()
        with theirs:
            self._process = _python("serve", theirs.fileno(), engine)
        atexit.register(self.end)

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def start(self, pipe: Connection, memory: int) -> Kill:
        with suppress(OSError):  # it is dead: nobody has the other end of the pipe, which tells
            socket.send_fds(self._control, [NUMBER.pack(memory)], [pipe.fileno()])
        return self._kill

    def end(self) -> None:
        """Ends the server, and its workers with it."""
        atexit.unregister(self.end)
        self._process.kill()
        self._process.wait()
        self._control.close()

    def _kill(self, pid: int) -> int:
        if not pid:  # the server still loads, or the worker died as soon as it was there
            self.end()
        with self._turn, suppress(OSError):
            self._control.sendall(NUMBER.pack(pid))
            if code := self._control.recv(NUMBER.size):
                return int(NUMBER.unpack(code)[0])
        return -signal.SIGKILL  # as its server is dead, it is


_kept: list[ForkServer] = []  # at most one, as long as this process lives


def _server(engine: bool) -> ForkServer:
    """The fork server; a new one if that is dead, or lacks the engine."""
    if _kept and (not _kept[0].alive or engine > _kept[0].engine):
        _kept.pop().end()
    if not _kept:
        _kept.append(ForkServer(engine))
    return _kept[0]

"""Starts worker processes: forked by a server that has loaded the engine once, or spawned.

`multiprocessing` does both. By default it would also run modules in the current folder, which may
be an unreviewed project, and the script that calls `polyleaf.build`.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import forkserver, get_context, resource_tracker, util
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import ModuleType

from ... import languages
from ...typography import fonts
from .worker import work

LONGEST = 70  # bytes: a socket's path has at most 104, of which multiprocessing adds 32
VARIABLE = "POLYLEAF_START_METHOD"  # forkserver or spawn


def warm_up() -> None:
    """Has a fork server begin to load what sheets are made with, without waiting for it."""
    fonts.show_only(languages.font_packages())  # and no others, in processes that start from now on
    if _method() == "forkserver":
        forkserver.set_forkserver_preload([f"{__package__}.preload"])
        with _shielded(POLYLEAF_SOCKETS=util.get_temp_dir()):
            forkserver.ensure_running()


def start(pipe: Connection, memory: int) -> BaseProcess | None:
    """A new worker; none if the fork server has just died, or has no room."""
    warm_up()
    process: BaseProcess = get_context(_method()).Process(  # type: ignore[attr-defined]
        target=work, args=(pipe, memory), daemon=True
    )
    with _shielded(), suppress(OSError, EOFError):
        process.start()
        return process
    return None


def _method() -> str:
    """Forking is not safe on macOS, once its CoreText is loaded.

    A fork server needs a temporary folder for its socket, whose path may not be long.
    """
    with suppress(OSError):
        if len(os.fsencode(tempfile.gettempdir())) <= LONGEST:
            return os.environ.get(VARIABLE, "forkserver" if sys.platform == "linux" else "spawn")
    return "spawn"


@contextmanager
def _shielded(**environment: str) -> Iterator[None]:
    """Processes that start meanwhile find modules where this one does, and there alone.

    They do not run `__main__`, and leave it to this process to end them: signals to all processes
    of a terminal do not reach them.
    """
    environment["PYTHONSAFEPATH"] = "1"
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
    before = {name: os.environ.get(name) for name in environment}
    main, sys.modules["__main__"] = sys.modules["__main__"], ModuleType("__main__")
    os.environ.update(environment)
    try:
        resource_tracker.ensure_running()  # unblocks all signals
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
    finally:
        sys.modules["__main__"] = main
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})

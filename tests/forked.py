"""Runs the command in a process of its own, forked from one that has loaded the package.

A new Python takes most of a second to load what a check needs, and a build starts another for its
workers. A forked process has memory, streams, folder and environment for itself as well, and its
workers are forked from it. What depends on how a Python starts, such as what it loads or how it
encodes, is for tests that start one.
"""

from __future__ import annotations

import ctypes
import gc
import json
import os
import pkgutil
import resource
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib import import_module
from multiprocessing import get_context, resource_tracker
from pathlib import Path

import psutil

import polyleaf
from polyleaf import languages
from polyleaf.cli import command
from polyleaf.typography import fonts

ROOT = Path(__file__).resolve().parent.parent
BUILD = (sys.executable, str(ROOT / "build.py"))
LARGEST = 1 << 17  # bytes of a request
HANGS = 600  # seconds: a command that takes them takes no end
MEMORY = 3_000_000_000  # bytes: and no command may take these
PR_SET_PDEATHSIG = 1  # linux/prctl.h
CLUSTERS = (".cluster", ".client", ".remote")  # modules that only a build on other machines needs


class Server:
    """A process that forks the command, one at a time, and the way to it."""

    def __init__(self) -> None:
        self._way, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._way.settimeout(HANGS)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", __name__, str(theirs.fileno())],
                cwd=ROOT,
                env={**os.environ, "PYTHONWARNINGS": "error"},
                stdin=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
            )

    def run(self, request: bytes, out: int, err: int) -> int:
        """The exit code of a command that prints into these descriptors."""
        socket.send_fds(self._way, [request], [out, err])
        return int(self._way.recv(LARGEST))

    def kill_command(self) -> bool:
        """Whether there is one yet: a copy of this process, as multiprocessing's tracker is not."""
        own = psutil.Process(self._process.pid)
        copies = [child for child in own.children() if child.cmdline() == own.cmdline()]
        for copy in copies:
            copy.kill()
        return bool(copies)

    def end(self) -> None:
        self._way.close()
        self._process.kill()  # and a command that hangs with it
        self._process.wait()


_servers: list[Server] = []  # one, once there was something to run


def run(arguments: Sequence[str], folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """`python build.py` with the arguments, called in the folder."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        code = exit_code(arguments, out.fileno(), err.fileno(), folder, dict(os.environ))
        out.seek(0)
        err.seek(0)
        return subprocess.CompletedProcess([*BUILD, *arguments], code, out.read(), err.read())


def exit_code(
    arguments: Sequence[str], out: int, err: int, folder: Path, environment: dict[str, str]
) -> int:
    """Of the same, which prints into two descriptors, and has this environment and no other."""
    if sys.platform != "linux":  # a forked process may not draw there
        environment = {**environment, "PYTHONWARNINGS": "error"}
        return subprocess.run(
            [*BUILD, *arguments], stdout=out, stderr=err, cwd=folder, env=environment, check=False
        ).returncode
    if not _servers:
        _servers.append(Server())
    environment = {**environment, "POLYLEAF_START_METHOD": "fork"}
    words = [BUILD[1], *arguments]
    try:
        return _servers[0].run(json.dumps([words, str(folder), environment]).encode(), out, err)
    except TimeoutError:
        end()
        raise


def kill() -> bool:
    """Ends the command that runs now, as `kill -9` does; false if there is none yet."""
    return bool(_servers) and _servers[0].kill_command()


def end() -> None:
    while _servers:
        _servers.pop().end()


def _serve(requests: socket.socket) -> None:
    """Answers each request with the exit code of its process."""
    _load()
    while True:
        request, streams, _, _ = socket.recv_fds(requests, LARGEST, 2)
        if not request:
            return
        process = get_context("fork").Process(target=_become, args=(request, streams))
        process.start()
        for stream in streams:
            os.close(stream)
        process.join()
        requests.send(str(process.exitcode).encode())
        process.close()


def _load() -> None:
    """All that the command may load, but for clusters, and what a worker has after a sheet."""
    fonts.show_only(languages.font_packages())
    for module in pkgutil.walk_packages(polyleaf.__path__, "polyleaf."):
        if not module.name.endswith((".__main__", *CLUSTERS)):
            import_module(module.name)
    polyleaf.check(ROOT, ["rosacea"], ["en"], ["web", "a4"], layout=True, mapper=map)
    resource_tracker.ensure_running()  # else each process starts one
    gc.collect()
    gc.freeze()


def _become(request: bytes, streams: list[int]) -> None:
    """Does in this process what a new Python would do."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    sys.argv, folder, environment = json.loads(request)
    for number, stream in enumerate(streams, start=1):
        os.dup2(stream, number)
        os.close(stream)
    lines = 1 if environment.get("PYTHONUNBUFFERED") else -1
    sys.stdout = os.fdopen(1, "w", lines, closefd=False)
    sys.stderr = os.fdopen(2, "w", 1, errors="backslashreplace", closefd=False)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.exit(command())


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as requests:
        _serve(requests)

"""A Dask scheduler and its workers, in processes of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

if TYPE_CHECKING:
    from distributed import Client

ENOUGH = 120  # seconds: what takes them hangs
LOCAL = ("--host", "127.0.0.1", "--no-dashboard")


@dataclass
class Cluster:
    """On ports that the system chooses; `tls` are files that the command line of Dask names."""

    folder: Path
    tls: dict[str, Path] = field(default_factory=dict)
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)
    address: str = ""

    def start(self) -> None:
        protocol = ("--protocol", "tls") if self.tls else ()
        self._run("scheduler", "--port", "0", "--scheduler-file", str(self.file), *protocol)
        wait_for(lambda: self.file.exists() and self.file.read_text().endswith("}"))
        self.address = json.loads(self.file.read_text("utf-8"))["address"]

    @property
    def file(self) -> Path:
        return self.folder / "scheduler.json"

    def add(self, *packages: Path, threads: int = 1) -> None:
        """A worker, with a nanny, for the Polyleaf in each of the packages."""
        before = len(self.nannied())
        for package in packages:
            options = ("--nthreads", str(threads), "--local-directory", str(self.folder))
            self._run("worker", self.address, *options, PYTHONPATH=str(package))
        self.wait(before + len(packages))

    def remove(self) -> None:
        """Ends all workers."""
        for process in self.processes[1:]:
            end(process)
        del self.processes[1:]
        wait_for(lambda: not self.workers())

    def wait(self, number: int) -> None:
        """Until it has so many workers, those that nannies start again among them."""
        wait_for(lambda: len(self.nannied()) == number)
        with self._client() as client:
            client.wait_for_workers(number, timeout=ENOUGH)

    def workers(self) -> dict[str, int]:
        """address → threads."""
        with self._client() as client:
            return dict(client.nthreads())

    def _client(self) -> Client:
        from distributed import Client, Security

        files = {"tls_ca_file": "ca", "tls_client_cert": "cert", "tls_client_key": "key"}
        given = {name: str(self.tls[file]) for name, file in files.items() if self.tls}
        security = Security(require_encryption=True, **given) if given else None
        options = {"timeout": ENOUGH, "set_as_default": False, "security": security}
        return Client(self.address, **options)

    def nannied(self) -> list[psutil.Process]:
        """The workers' own processes, which nannies keep."""
        nannies = [psutil.Process(process.pid) for process in self.processes[1:]]
        return [child for nanny in nannies for child in nanny.children() if is_worker(child)]

    def stop(self) -> None:
        for process in self.processes:
            end(process)

    def _run(self, what: str, *arguments: str, **environment: str) -> None:
        names = {"ca": "--tls-ca-file", "cert": "--tls-cert", "key": "--tls-key"}
        tls = [part for name, file in self.tls.items() for part in (names[name], str(file))]
        with (self.folder / f"{what}-{len(self.processes)}.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", what, *arguments, *LOCAL, *tls],
                cwd=self.folder,
                stdout=log,
                stderr=log,
                env={
                    **os.environ,
                    "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
                    **environment,
                },
            )
        self.processes.append(process)


def end(process: subprocess.Popen[bytes]) -> None:
    for child in psutil.Process(process.pid).children(recursive=True):
        with suppress(psutil.Error):  # it has just ended
            child.kill()
    process.kill()
    process.wait()


def is_worker(process: psutil.Process) -> bool:
    with suppress(psutil.Error):  # it has just ended
        return "spawn_main" in " ".join(process.cmdline())
    return False


def wait_for(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + ENOUGH
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.1)

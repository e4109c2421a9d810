"""Commands and ways, timed by turns."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from types import TracebackType
from typing import Any

ROOT = Path(__file__).parents[1]


def run(command: Sequence[str]) -> tuple[float, float]:
    """(seconds, seconds of the processor) of a command and all that it starts."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT)
    assert process.stderr
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(said.decode())
    return time.perf_counter() - start, used.ru_utime + used.ru_stime


def medians(commands: Mapping[str, Sequence[str]], times: int) -> list[tuple[str, float]]:
    """Each command's seconds of the processor, the middle of `times` turns."""
    spent: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            spent[name].append(run(command)[1])
    return [(name, median(times_)) for name, times_ in spent.items()]


class Served:
    """A way in a process of its own, which makes a project's sheets by their numbers."""

    def __init__(self, way: str, project: Path, checkout: Path = ROOT) -> None:
        command = [sys.executable, "-m", "bench.ways", way, str(project)]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=checkout)
        self.sheets: list[str] = self._hear()["sheets"]

    def __enter__(self) -> Served:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        if self.process.stdin:
            self.process.stdin.close()
        self.process.wait()

    def ask(self, number: int) -> Any:
        assert self.process.stdin
        self.process.stdin.write(f"{number}\n")
        self.process.stdin.flush()
        return self._hear()

    def make(self, number: int) -> tuple[float, float]:
        """(seconds, seconds of the processor) of one sheet."""
        answer = self.ask(number)
        return answer["seconds"], answer["cpu"]

    def _hear(self) -> Any:
        assert self.process.stdout
        return json.loads(self.process.stdout.readline())


def least(served: Sequence[Served], number: int, times: int) -> list[float]:
    """The least seconds of the processor that each way took for a sheet, after a first try."""
    found = [float("inf")] * len(served)
    for turn in range(times + 1):
        for way, it in enumerate(served):
            took = it.make(number)[1]
            found[way] = min(found[way], took) if turn else found[way]
    return found

"""Ways that run at the same time, by slices: one works while the others are stopped.

What else the machine does comes and goes within minutes, and takes a fifth of its speed; so no way
has minutes for itself.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from . import chromium

SLICE = 1.0  # seconds


@dataclass
class Way:
    """`work` is done by the process `root` and all below it; it may return its processor time."""

    root: int
    work: Callable[[], object]
    seconds: float = 0.0  # that passed in its slices
    processor: float = 0.0
    failed: bool = False
    done: threading.Event = field(default_factory=threading.Event)

    def begin(self) -> None:
        self._signal(signal.SIGSTOP)
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        before = chromium.spent(self.root)
        try:
            told = self.work()
            self.processor = told if isinstance(told, float) else chromium.spent(self.root) - before
        except BaseException:
            self.failed = True
            raise
        finally:
            self.done.set()

    def slice(self) -> None:
        start = time.perf_counter()
        self._signal(signal.SIGCONT)
        self.done.wait(SLICE)
        self.seconds += time.perf_counter() - start
        if not self.done.is_set():
            self._signal(signal.SIGSTOP)

    def _signal(self, number: signal.Signals) -> None:
        for process in (self.root, *chromium.below(self.root)):
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, number)


def command(words: Sequence[str]) -> Way:
    """A command, which begins stopped."""
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def wait() -> float:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"{words} ended with {process.returncode}")
        return used.ru_utime + used.ru_stime

    return Way(process.pid, wait)


def run(ways: Mapping[str, Way]) -> dict[str, tuple[float, float]]:
    """(seconds, seconds of the processor) that each way took."""
    for way in ways.values():
        way.begin()
    while waiting := [way for way in ways.values() if not way.done.is_set()]:
        for way in waiting:
            way.slice()
    assert not any(way.failed for way in ways.values())
    return {name: (way.seconds, way.processor) for name, way in ways.items()}

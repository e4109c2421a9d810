"""Tasks that cost nothing, and ways to make them that go wrong."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from polyleaf import executors, languages
from polyleaf.executors import Limits, Make
from polyleaf.model import Edition, Job, Outcome, Target, Task, Work

from ..checks.sheets import clinic, leaflet

WEB = Edition("web", ".html", 0, ())
NIGHT = 3600.0  # seconds: a sheet that takes these is one that hangs


def task(name: str, edition: Edition = WEB) -> Task:
    """A job that `made` and the others below know by its leaflet's name."""
    named = replace(leaflet(), name=name)
    job = Job(name, "en", edition.name)
    return Task(job, named, (Target(languages.find("en")),), edition, clinic())


def tasks(*names: str) -> list[Task]:
    return [task(name) for name in names]


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
            (1 << 2**29) ** 3
        case "swells":
            swollen: list[bytes] = []
            while True:
                swollen.append(b"x" * 10_000_000)
        case "asks-for-much":
            bytearray(100_000_000_000)
        case "dies":
            os.kill(os.getpid(), signal.SIGKILL)
        case "leaves":
            os._exit(7)
        case "raises":
            raise SystemExit("out of here")
        case "dies-once":
            seen = Path(os.environ["POLYLEAF_TEST_SEEN"])
            if not seen.exists():
                seen.touch()
                os.kill(os.getpid(), signal.SIGKILL)
    return made(task)


def outcomes(
    make: Make, given: Iterable[Task], jobs: int = 2, limits: Limits | None = None
) -> dict[str, Outcome]:
    """leaflet → what became of it. Each task has one outcome and no more."""
    found: dict[str, Outcome] = {}
    for outcome in executors.choose(jobs, limits or Limits())(make, given):
        assert isinstance(outcome, Outcome)
        assert outcome.task.job.leaflet not in found
        found[outcome.task.job.leaflet] = outcome
    return found

"""Tasks that cost nothing, what becomes of them, and the processes that make them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

import psutil

from polyleaf import languages
from polyleaf.model.jobs import Job
from polyleaf.model.sheet import Edition
from polyleaf.model.task import Outcome, Target, Task
from polyleaf.pipeline import executors
from polyleaf.pipeline.executors import Limits, Make

from ...checks.sheets import clinic, leaflet

METHODS = ("forkserver", "spawn")  # to start workers
WEB = Edition("web", ".html", 0, ())


def task(name: str, edition: Edition = WEB) -> Task:
    """A job that `made` and the others below know by its leaflet's name."""
    named = replace(leaflet(), name=name)
    job = Job(name, "en", edition.name)
    return Task(job, named, (Target(languages.find("en")),), edition, clinic())


def tasks(*names: str) -> list[Task]:
    return [task(name) for name in names]


def outcomes(
    make: Make, given: Iterable[Task], jobs: int = 2, limits: Limits | None = None
) -> dict[str, Outcome]:
    """leaflet → what became of it. Each task has one outcome and no more."""
    found: dict[str, Outcome] = {}
    for outcome in executors.Executor(jobs, limits or Limits())(make, given):
        assert isinstance(outcome, Outcome)
        assert outcome.task.job.leaflet not in found
        found[outcome.task.job.leaflet] = outcome
    return found


def workers(of: int | None = None) -> list[psutil.Process]:
    """The processes that make sheets for this process, or for that of a build."""
    return [child for child in below(of) if "spawn_main" in command(child) or forked(child, of)]


def below(of: int | None = None) -> list[psutil.Process]:
    """All processes that a build has started, those that are gone apart."""
    return [child for child in psutil.Process(of).children(recursive=True) if command(child)]


def command(process: psutil.Process) -> str:
    """Its command line; none if it is gone, or has ended and waits to be asked why."""
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return ""


def forked(process: psutil.Process, of: int | None) -> bool:
    """Whether a fork server has made it."""
    with suppress(psutil.Error):
        return "forkserver" in command(process) and process.ppid() != (of or os.getpid())
    return False

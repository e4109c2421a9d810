"""A sheet that its worker could not make, as it is told to the one who asked for it."""

from __future__ import annotations

import signal
from dataclasses import dataclass
from typing import Literal

from ..model import Outcome, Task
from ..problems import Finding
from .limits import Limits

Cause = Literal["died", "timeout", "memory"]


@dataclass(frozen=True, slots=True)
class Loss:
    """Why a worker was lost. `code` is its exit code, negative if a signal ended it."""

    cause: Cause
    code: int


def lost(task: Task, loss: Loss, limits: Limits) -> Outcome:
    """`worker-died`, `worker-timeout` or `worker-memory`, with the sheet and what to do."""
    sheet, alone = _named(task)
    message = {
        "died": f"the process that made {sheet} died, twice ({_end(loss.code)})",
        "timeout": f"{sheet} was not done after {limits.seconds:g} seconds, twice",
        "memory": f"{sheet} took more than {limits.megabytes} MB of memory, twice",
    }[loss.cause]
    hint = {
        "died": f"the machine may have run out of memory; {alone}",
        "timeout": f"look for a huge table or picture, or give it longer: --time-limit; {alone}",
        "memory": f"look for a huge table or picture, or allow more: --memory-limit; {alone}",
    }[loss.cause]
    return _failed(task, f"worker-{loss.cause}", message, hint)


def killed(task: Task) -> Outcome:
    """`worker-died` on a cluster, where who ended the workers is in their own logs alone."""
    sheet, alone = _named(task)
    message = f"the workers that were at {sheet} died, each of them"
    return _failed(task, "worker-died", message, f"what ended them is in their logs; {alone}")


def _named(task: Task) -> tuple[str, str]:
    """The sheet in words, and how to try it alone."""
    job = task.job
    command = f"`polyleaf {job.leaflet} -l {job.language} -e {job.edition}`"
    return f"{job.leaflet} in {job.language} as {job.edition}", f"try it alone: {command}"


def _failed(task: Task, code: str, message: str, hint: str) -> Outcome:
    return Outcome(task, None, 0, (Finding(task.leaflet.where, code, message, hint),))


def _end(code: int) -> str:
    """Segmentation fault, or exit code 3."""
    return (code < 0 and signal.strsignal(-code)) or f"exit code {code}"

"""A sheet that no worker could make, as its outcome."""

from __future__ import annotations

import signal
from typing import Literal, NamedTuple

from ...model.findings import ExitStatus, Finding
from ...model.task import Outcome, Work
from . import Limits

Cause = Literal["died", "timeout", "memory"]
TWICE: dict[Cause, tuple[str, str]] = {  # message and hint
    "died": (
        "the process that made {sheet} died, twice ({ending})",
        "the machine may have run out of memory",
    ),
    "timeout": (
        "{sheet} was not done after {limits.seconds:g} seconds, twice",
        "look for a huge table or picture, or give it longer: --time-limit",
    ),
    "memory": (
        "{sheet} took more than {limits.megabytes} MB of memory, twice",
        "look for a huge table or picture, or allow more: --memory-limit",
    ),
}


class WorkerFailure(NamedTuple):
    """Why a worker process ended. `code` is its exit code, negative if a signal ended it."""

    cause: Cause
    code: int


def failed_twice(task: Work, failure: WorkerFailure, limits: Limits) -> Outcome:
    """`worker-died`, `worker-timeout` or `worker-memory`."""
    code = failure.code
    ending = (code < 0 and signal.strsignal(-code)) or f"exit code {code}"
    message, hint = TWICE[failure.cause]
    message = message.format(sheet=task.title, ending=ending, limits=limits)
    return _failed(task, f"worker-{failure.cause}", message, hint)


def workers_died(task: Work) -> Outcome:
    """`worker-died` on a cluster, where only its own logs say what ended a worker."""
    message = f"every worker that made {task.title} died"
    return _failed(task, "worker-died", message, "their logs say what ended them")


def not_understood(task: Work, error: Exception) -> Outcome:
    """`worker-answer`: a worker of a cluster sent what no worker of this version sends."""
    message = f"a worker's answer to {task.title} is not understood: {error}"
    hint = "restart the workers, with the same Polyleaf as here"
    return _failed(task, "worker-answer", message, hint, ExitStatus.MACHINE)


def _failed(
    task: Work, code: str, message: str, hint: str, status: ExitStatus = ExitStatus.INPUT
) -> Outcome:
    hint += f"; try it alone: {task.command}"
    finding = Finding(task.where, code, message, hint, exit_status=status)
    return Outcome(task, None, 0, (finding,))

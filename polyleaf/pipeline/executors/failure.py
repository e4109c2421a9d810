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
    """A task whose worker was ended. `code` is the exit code, negative if a signal ended it."""

    task: Work
    cause: Cause
    code: int


def failed_twice(failure: WorkerFailure, limits: Limits) -> Outcome:
    """`worker-died`, `worker-timeout` or `worker-memory`."""
    task, code = failure.task, failure.code
    ending = (code < 0 and signal.strsignal(-code)) or f"exit code {code}"
    message, hint = TWICE[failure.cause]
    message = message.format(sheet=task.title, ending=ending, limits=limits)
    return failed(task, f"worker-{failure.cause}", message, hint)


def failed(
    task: Work, code: str, message: str, hint: str, status: ExitStatus = ExitStatus.INPUT
) -> Outcome:
    """An error in place of a file."""
    hint += f"; try it alone: {task.command}"
    finding = Finding(task.where, code, message, hint, exit_status=status)
    return Outcome(task, None, 0, (finding,))

"""What runs on a worker of a Dask cluster, and what it answers: plain values, each of them checked.

Sheets are made by the one process of a pool that lives on here: none of them costs the worker.
"""

from __future__ import annotations

import multiprocessing
import os
from functools import lru_cache
from typing import Any, get_type_hints

from distributed import Status, get_worker
from distributed.utils import sync
from pydantic import ConfigDict, ValidationError, create_model

from ...checks.registry import RULES
from ...model.findings import ExitStatus, PolyleafError
from ...model.task import Outcome, Work
from ..environment import Environment, describe, differences, resource
from . import Limits, Make, processes
from .dispatch import failed
from .local import WorkerPool

STRICT = ConfigDict(strict=True, extra="forbid", ser_json_bytes="base64", val_json_bytes="base64")
FIELDS: dict[str, Any] = get_type_hints(Outcome)
del FIELDS["task"]  # it is large, and whoever asks has it
Answer = create_model("Answer", __config__=STRICT, **FIELDS)


def introduce(families: tuple[str, ...], wanted: Environment) -> bytes:
    """Why this worker may not be used; nothing if it is as it should be, and then it is marked."""

    async def mark(amount: int) -> None:
        await worker.set_resources(**{resource(wanted): amount})
        if worker.status is Status.running:  # after a pause Dask looks at jobs that none could do
            worker.status = Status.paused
            worker.status = Status.running

    worker = get_worker()
    try:
        reason = "; ".join(differences(describe(families), wanted))
    except PolyleafError as error:
        reason = str(error)
    if (threads := worker.state.nthreads) != 1:
        reason = f"it runs {threads} threads; start it with --nthreads 1"
    sync(worker.loop, mark, int(not reason))
    return reason.encode()


def make_sheet(make: Make, task: Work, limits: Limits, mark: str) -> bytes:
    """The outcome of a task."""
    # A nanny's worker may have no processes of its own, lest they outlive it: ours end with it.
    multiprocessing.current_process().daemon = False
    os.environ[processes.VARIABLE] = "spawn"  # a single process needs no other that forks it
    (made,) = _pool(limits, mark).run(make, [task])
    answer: str = Answer.model_validate(made, from_attributes=True).model_dump_json()
    return answer.encode()


@lru_cache(maxsize=1)
def _pool(limits: Limits, mark: str) -> WorkerPool:
    """A process for these limits and this code; one for others ends as its pipe is closed."""
    return WorkerPool(1, limits)


def reason_of(answer: object) -> str:
    """What `introduce` has answered."""
    if isinstance(answer, bytes):
        return answer.decode(errors="replace")
    return f"it cannot say what it is: {answer}"


def outcome_of(task: Work, answer: Any) -> Outcome:
    """What `make_sheet` has answered; anything else is `worker-answer`."""
    try:
        if isinstance(answer, Exception):
            raise ValueError(f"{answer}")
        return _checked(Outcome(task, **dict(Answer.model_validate_json(answer))))
    except ValidationError as error:
        wrong = error.errors()[0]
        reason = ": ".join([*map(str, wrong["loc"]), wrong["msg"]])
    except ValueError as error:
        reason = f"{error}"
    message = f"a worker's answer to {task.title} is not understood: {reason}"
    hint = "restart the workers, with the same Polyleaf as here"
    return failed(task, "worker-answer", message, hint, ExitStatus.MACHINE)


def _checked(made: Outcome) -> Outcome:
    """Raises ValueError for what the types of an answer do not exclude."""
    places = [number for finding in made.findings for number in finding.where[1:]]
    if min(made.pages, made.untranslated, *places, *(other.pages for other in made.others)) < 0:
        raise ValueError("a number in it is below zero")
    if not all(finding.code in RULES for finding in made.findings):
        raise ValueError("there is no such finding")
    if not all(made.task.owns(other.name) for other in made.others):
        raise ValueError("that is no file of the sheet")
    return made

"""What runs on a worker of a Dask cluster, and what it answers: plain values, each of them checked.

Sheets are made by the one process of a pool that lives on here: none of them costs the worker.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import re
from typing import Any

from ...model.findings import ExitStatus, Finding, PolyleafError, Severity, Where
from ...model.task import Outcome, Work
from ..environment import Environment, describe, resource
from . import Limits, Make, processes
from .local import WorkerPool

OUTCOME = [int, int, bool, str, bool, bool, list]  # pages, untranslated, drawn, page, same, …
FINDING = [str, int, int, str, str, str, str, int]  # path, line, column, code, message, hint, …
CODE = re.compile(r"[a-z]+(-[a-z]+)*")

_pools: dict[tuple[Limits, str], WorkerPool] = {}  # at most one, as long as this process lives


def introduce(families: tuple[str, ...], mark: str) -> bytes:
    """What this worker is, or why it cannot draw. It gets the mark, if that is of what it is."""
    from distributed import Status, get_worker
    from distributed.utils import sync

    async def offer(amount: int) -> None:
        await worker.set_resources(**{mark: amount})
        if worker.status is Status.running:  # after a pause Dask looks at jobs that none could do
            worker.status = Status.paused
            worker.status = Status.running

    worker = get_worker()
    if (threads := worker.state.nthreads) != 1:
        return json.dumps(f"it runs {threads} threads; start it with --nthreads 1").encode()
    try:
        found: Environment | str = describe(families)
    except PolyleafError as error:
        found = str(error)
    sync(worker.loop, offer, int(resource(found) == mark))
    return json.dumps(found).encode()


def make_sheet(make: Make, task: Work, limits: Limits, mark: str) -> bytes:
    """The outcome of a task: a line of JSON, and the bytes of the file."""
    # A nanny's worker may have no processes of its own, lest they outlive it: ours end with it.
    multiprocessing.current_process().daemon = False
    os.environ[processes.VARIABLE] = "spawn"  # a single process needs no other that forks it
    if (limits, mark) not in _pools:  # the code may be another
        while _pools:
            _pools.popitem()[1].close()
        _pools[limits, mark] = WorkerPool(1, limits)
    (made,) = _pools[limits, mark].run(make, [task])
    findings = [[*finding.where, *finding[1:]] for finding in made.findings]
    head = [made.pages, made.untranslated, made.drawn, made.page, made.same, made.data is not None]
    return json.dumps([*head, findings]).encode() + b"\n" + (made.data or b"")


def environment_of(answer: object) -> Environment | str:
    """What `introduce` has answered; raises ValueError for anything else."""
    found = _json(answer)
    if isinstance(found, str):
        return found
    if not isinstance(found, dict) or not all(isinstance(text, str) for text in found.values()):
        raise ValueError("that is no description of a machine")
    return found


def outcome_of(task: Work, answer: object) -> Outcome:
    """What `make_sheet` has answered; raises ValueError for anything else."""
    line, _, data = answer.partition(b"\n") if isinstance(answer, bytes) else (answer, b"", b"")
    pages, untranslated, drawn, page, same, written, found = _row(_json(line), OUTCOME)
    if pages < 0 or untranslated < 0 or (data and not written):
        raise ValueError("no sheet has such an outcome")
    findings = tuple(map(_finding, found))
    whole = data if written else None
    return Outcome(task, whole, pages, findings, untranslated, drawn, page, same)


def _json(text: object) -> object:
    if not isinstance(text, bytes):
        raise ValueError(f"{text}" if isinstance(text, Exception) else "it is of the wrong type")
    try:
        found = json.loads(text)
    except RecursionError:
        raise ValueError("it is too deep") from None
    json.dumps(found, ensure_ascii=False).encode()  # half a character cannot be printed
    return found


def _row(row: object, types: list[type]) -> list[Any]:
    if not isinstance(row, list) or [type(value) for value in row] != types:
        raise ValueError("that is no outcome of a sheet")
    return row


def _finding(row: object) -> Finding:
    path, line, column, code, message, hint, severity, status = _row(row, FINDING)
    if not CODE.fullmatch(code) or line < 0 or column < 0:
        raise ValueError("there is no such finding")
    where = Where(path, line, column)
    return Finding(where, code, message, hint, Severity(severity), ExitStatus(status))

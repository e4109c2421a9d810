"""What runs on a worker of a Dask cluster, and what it answers: plain values, each of them checked.

Sheets are made by the one process of a pool that lives on here: none of them costs the worker.
"""

from __future__ import annotations

import json
import os
import re
from typing import Any

from ...model.findings import ExitStatus, Finding, PolyleafError, Severity, Where
from ...model.task import Outcome, Work
from . import launch
from .environment import Environment, describe, resource
from .limits import Limits, Make
from .local import WorkerPool

FINDING = [str, int, int, str, str, str, str, int]  # path, line, column, code, message, hint, …
OUTCOME = {
    "pages": int,
    "untranslated": int,
    "drawn": bool,
    "page": str,
    "same": bool,
    "written": bool,
    "findings": list,
}
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
    os.environ[launch.VARIABLE] = "spawn"  # a single process needs no other that forks it
    if (limits, mark) not in _pools:  # the code may be another
        while _pools:
            _pools.popitem()[1].close()
        _pools[limits, mark] = WorkerPool(1, limits)
    (outcome,) = _pools[limits, mark].run(make, [task])
    head = {name: getattr(outcome, name, outcome.data is not None) for name in OUTCOME}
    head["findings"] = [[*f.where, *f[1:]] for f in outcome.findings]
    return json.dumps(head).encode() + b"\n" + (outcome.data or b"")


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
    head: Any = _json(line)
    if not isinstance(head, dict) or {name: type(head[name]) for name in head} != OUTCOME:
        raise ValueError("that is no outcome of a sheet")
    pages, untranslated, drawn, page, same, written, found = (head[name] for name in OUTCOME)
    if pages < 0 or untranslated < 0 or (data and not written):
        raise ValueError("no sheet has such an outcome")
    return Outcome(
        task,
        data if written else None,
        pages,
        tuple(map(_finding, found)),
        untranslated,
        drawn,
        page,
        same,
    )


def _json(text: object) -> object:
    if not isinstance(text, bytes):
        raise ValueError(f"{text}" if isinstance(text, Exception) else "it is of the wrong type")
    try:
        found = json.loads(text)
    except RecursionError:
        raise ValueError("it is too deep") from None
    json.dumps(found, ensure_ascii=False).encode()  # half a character cannot be printed
    return found


def _finding(row: Any) -> Finding:
    if not isinstance(row, list) or [type(value) for value in row] != FINDING:
        raise ValueError("that is no finding")
    path, line, column, code, message, hint, severity, exit_status = row
    if not CODE.fullmatch(code) or line < 0 or column < 0:
        raise ValueError("there is no such finding")
    where, status = Where(path, line, column), ExitStatus(exit_status)
    return Finding._make((where, code, message, hint, Severity(severity), status))

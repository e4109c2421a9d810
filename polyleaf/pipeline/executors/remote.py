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
from ...model.task import Outcome, OutputFile, Work
from ..environment import Environment, describe, resource
from . import Limits, Make, processes
from .local import WorkerPool

OUTCOME = [int, int, bool, str, bool, int, list, list]  # …, page, same, length, others, findings
FILE = [str, int, int]  # a further file of the sheet: its name, its length, its pages
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
    """The outcome of a task: a line of JSON, and the bytes of its files one after another."""
    # A nanny's worker may have no processes of its own, lest they outlive it: ours end with it.
    multiprocessing.current_process().daemon = False
    os.environ[processes.VARIABLE] = "spawn"  # a single process needs no other that forks it
    if (limits, mark) not in _pools:  # the code may be another
        while _pools:
            _pools.popitem()[1].close()
        _pools[limits, mark] = WorkerPool(1, limits)
    (made,) = _pools[limits, mark].run(make, [task])
    findings = [[*finding.where, *finding[1:]] for finding in made.findings]
    others = [[other.name, len(other.data), other.pages] for other in made.others]
    length = -1 if made.data is None else len(made.data)
    head = [made.pages, made.untranslated, made.drawn, made.page, made.same, length]
    data = b"".join((made.data or b"", *(other.data for other in made.others)))
    return json.dumps([*head, others, findings]).encode() + b"\n" + data


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
    pages, untranslated, drawn, page, same, length, named, found = _row(_json(line), OUTCOME)
    files = [(task.file, length, pages), *(_row(each, FILE) for each in named)]
    if min(pages, untranslated) < 0 or sum(max(0, size) for _, size, _ in files) != len(data):
        raise ValueError("no sheet has such an outcome")
    parts, at, stem = list[OutputFile](), 0, task.file.rpartition(".")[0]
    for name, size, its_pages in files:
        if not name.startswith(stem) or "/" in name[len(stem) :]:
            raise ValueError("that is no file of the sheet")
        parts.append(OutputFile(name, data[at : at + max(0, size)], its_pages))
        at += max(0, size)
    whole = None if length < 0 else parts[0].data
    rest = (tuple(map(_finding, found)), untranslated, drawn, page, same, tuple(parts[1:]))
    return Outcome(task, whole, pages, *rest)


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
    return Finding._make((where, code, message, hint, Severity(severity), ExitStatus(status)))

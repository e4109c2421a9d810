"""The recipe of a build: make what is stale of what was read, write it down, tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from .. import files, machine, outputs, pipeline
from ..executors import Mapper
from ..jobs import Report, Verdict
from ..model import Outcome, Task
from ..plan import Plan
from ..problems import Finding, PolyleafError
from ..state import NAME
from . import orphans
from .ready import Ready
from .request import Started

UNPRINTED = "up to date: what changed is not printed"


def steps(
    ready: Ready, mapper: Callable[[], Mapper]
) -> Iterator[Verdict | Started | Outcome | Report]:
    """Makes and records what is stale; yields verdicts, outcomes and the report.

    A KeyboardInterrupt or a PolyleafError of the mapper ends it early: the report tells what is
    left.
    """
    verdicts = ready.survey.verdicts
    to_make = replace(ready.plan, tasks=tuple(t for t in ready.plan.tasks if not _kept(ready, t)))
    yield from verdicts.values()
    for verdict in verdicts.values():
        ready.findings += () if verdict.stale else verdict.findings
    if not ready.request.dry_run:
        yield from _made(ready, to_make, mapper)
    _see_to_orphans(ready)
    if not ready.request.dry_run:
        ready.recorder.write_lists()
        ready.recorder.write()
        ready.findings += ready.recorder.findings
    yield _report(ready)


def _made(ready: Ready, to_make: Plan, mapper: Callable[[], Mapper]) -> Iterator[Started | Outcome]:
    prepared = machine.prepared(ready.project, to_make)
    left = {task.file: None for task in prepared.tasks}
    files.sweep(ready.project.output, (*left, *outputs.LISTS, NAME))
    ready.failed += prepared.failed
    ready.findings += prepared.findings
    yield Started(len(left))
    try:
        for outcome in mapper()(pipeline.make, prepared.tasks) if left else ():
            if isinstance(outcome, Finding):
                ready.findings.append(outcome)
                continue
            del left[outcome.file]
            yield _noted(ready, outcome)
    except KeyboardInterrupt:
        ready.left += left  # what is written stays, and is listed
        ready.stopped = True
    except PolyleafError as error:  # nobody is there to make the others
        ready.findings += error.findings
        ready.failed += left
    finally:
        ready.recorder.write()


def _noted(ready: Ready, outcome: Outcome) -> Outcome:
    """The outcome, written to its file and to the record."""
    outcome = outputs.write(ready.project, outcome)
    ready.findings += outcome.findings
    if outcome.data is None:
        ready.failed.append(outcome.file)
    else:
        ready.built.append(ready.recorder.built(outcome, outcome.data))
    return outcome


def _see_to_orphans(ready: Ready) -> None:
    """Removes outputs whose source is gone if that is asked for, or tells of them."""
    survey, request = ready.survey, ready.request
    record, asked, named = survey.record, survey.verdicts.keys(), ready.recorder.named
    gone = orphans.orphans(record, asked, named, survey.digests)
    shown = orphans.shown(survey.root, request.folder)
    if not request.prune:
        told = (orphans.told(file, why, shown, record.doubtful) for file, why in gone.items())
        ready.findings += told
    elif request.dry_run:
        ready.removed += (file for file in gone if file not in record.doubtful)
    else:
        ready.removed, stay = orphans.prune(request.folder, gone, record, shown)
        ready.findings += stay


def _report(ready: Ready) -> Report:
    verdicts = ready.survey.verdicts
    stale = tuple(file for file, verdict in verdicts.items() if verdict.stale)
    return Report(
        built=tuple(ready.built),
        failed=tuple(ready.failed),
        findings=tuple(sorted(set(ready.findings))),
        left=tuple(ready.left),
        up_to_date=tuple(file for file, verdict in verdicts.items() if not verdict.stale),
        stale=stale if ready.request.dry_run else (),
        removed=tuple(ready.removed),
        stopped=ready.stopped,
    )


def _kept(ready: Ready, task: Task) -> bool:
    """Whether a sheet stays: of its changed inputs, it prints what it printed before."""
    survey, file = ready.survey, task.file
    sheet = survey.record.sheets.get(file)
    if sheet is None or not sheet.shared or sheet.drawn or ready.request.force:
        return False
    if not survey.judge.intact(file) or not ready.recorder.same(task, sheet):
        return False
    try:
        found = pipeline.localize(task)[1]
    except PolyleafError:
        return False
    told = ready.recorder.kept(task, found)
    verdict = survey.verdicts[file]
    survey.verdicts[file] = verdict._replace(stale=False, why=UNPRINTED, findings=told)
    return True

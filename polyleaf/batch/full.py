"""The recipe of a build: read what is stale, make it, write it down, tell."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import product

from .. import files, languages, manifest, pipeline, plan, project
from ..executors import Mapper
from ..jobs import Built, Report, Verdict
from ..model import Outcome, Task
from ..plan import Plan
from ..problems import Blame, Finding, PolyleafError
from ..project import Project
from ..state import NAME, Sheet, Stamp
from ..state.inputs import CLINIC, SURROUNDINGS
from . import orphans, quick
from .ingredients import pictures
from .recording import LISTS, Recorder
from .request import Request, Started
from .survey import Survey

UNPRINTED = "up to date: what changed is not printed"


@dataclass
class Ready:
    """A survey with what was read for it."""

    survey: Survey
    project: Project
    plan: Plan
    recorder: Recorder
    findings: list[Finding]
    built: list[Built] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    stopped: bool = False

    @property
    def request(self) -> Request:
        return self.survey.request


def read(survey: Survey) -> Ready:
    """Reads what is stale; raises PolyleafError if the call or the project is wrong."""
    request = survey.request
    found = project.read(request.root, request.output)
    planned = plan.plan(
        found,
        request.selection,
        release=request.release,
        allow_untranslated=request.allow_untranslated,
        wanted=survey.wants,
    )
    if call := [finding for finding in planned.findings if finding.blame is Blame.CALL]:
        raise PolyleafError(call)
    clinic = frozenset(product(_tags(found), (name for name, _ in found.editions)))
    _learn(survey, found, planned, clinic)
    recorder = Recorder(found, survey.record, survey.digests, clinic, survey.asked)
    return Ready(survey, found, _selected(survey, planned), recorder, list(planned.findings))


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
    yield _report(ready)


def _made(ready: Ready, to_make: Plan, mapper: Callable[[], Mapper]) -> Iterator[Started | Outcome]:
    prepared = pipeline.prepared(ready.project, to_make)
    left = {task.job.filename(task.edition.suffix): None for task in prepared.tasks}
    files.sweep(ready.request.folder, (*left, *LISTS, NAME))
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
    outcome = pipeline.written(ready.project, outcome)
    ready.findings += outcome.findings
    if outcome.data is None:
        ready.failed.append(outcome.file)
    else:
        ready.built.append(ready.recorder.built(outcome, outcome.data))
    return outcome


def _report(ready: Ready) -> Report:
    survey, request = ready.survey, ready.request
    gone = dict(
        orphans.orphans(
            survey.record, survey.verdicts.keys(), ready.recorder.clinic, survey.digests
        )
    )
    shown, doubtful = orphans.shown(survey.root, request.folder), survey.record.doubtful
    if request.prune and request.dry_run:
        ready.removed += (file for file in gone if file not in doubtful)
    elif request.prune:
        ready.removed, left = orphans.prune(request.folder, gone, survey.record, shown)
        ready.findings += left
    else:
        ready.findings += (orphans.told(file, why, shown, doubtful) for file, why in gone.items())
    if not request.dry_run:
        ready.recorder.write_lists()
        ready.recorder.write()
        ready.findings += ready.recorder.findings
    kept = [file for file, verdict in survey.verdicts.items() if not verdict.stale]
    stale = [file for file, verdict in survey.verdicts.items() if verdict.stale]
    return Report(
        built=tuple(ready.built),
        failed=tuple(ready.failed),
        findings=tuple(sorted(set(ready.findings))),
        left=tuple(ready.left),
        up_to_date=tuple(kept),
        stale=tuple(stale) if request.dry_run else (),
        removed=tuple(ready.removed),
        stopped=ready.stopped,
    )


def _kept(ready: Ready, task: Task) -> bool:
    """Whether a sheet stays: of its changed inputs, it prints what it printed before."""
    survey, file = ready.survey, task.job.filename(task.edition.suffix)
    sheet = survey.record.sheets.get(file)
    if sheet is None or not sheet.inputs or sheet.drawn or ready.request.force:
        return False
    if not survey.judge.intact(file) or not ready.recorder.same(task, sheet):
        return False
    try:
        found = pipeline.localize(task)[1]
    except PolyleafError:
        return False
    told = ready.recorder.kept(task, file, found)
    survey.verdicts[file] = replace(
        survey.verdicts[file], stale=False, why=UNPRINTED, findings=told
    )
    return True


def _selected(survey: Survey, planned: Plan) -> Plan:
    """The plan without sheets whose pictures, as it turned out, are as they were."""
    since = survey.since
    if since is None:
        return planned
    kept: list[Task] = []
    for task in planned.tasks:
        file = task.job.filename(task.edition.suffix)
        if survey.touched(since, task.job, file) or since.touches_pictures(pictures(task)):
            kept.append(task)
        else:
            del survey.verdicts[file]
    return replace(planned, tasks=tuple(kept))


def _learn(
    survey: Survey, found: Project, planned: Plan, clinic: frozenset[tuple[str, str]]
) -> None:
    """Brings the record to what clinic.yaml names now, and to what stands in the folder."""
    record, digests = survey.record, survey.digests
    root, place = str(found.root), orphans.place(found.root, found.output)
    if record.flaw:  # the manifest tells at least which files some project built here
        for row in manifest.read(found.output / manifest.NAME):
            job = (row.leaflet, row.language, row.edition)
            stamp = Stamp(-1, -1, row.sha256)
            record.sheets[row.file] = Sheet(*job, "", False, (), "", stamp, False, (), (), ())
        record.doubtful = list(record.sheets)
    elif record.root != root and not (place and place == record.place):  # nor was it moved
        for file, _ in list(orphans.orphans(record, frozenset(), clinic, digests)):
            del record.sheets[file]
        record.doubtful = list(record.sheets)
    orphans.forget(record, found.output, clinic, digests)
    if not quick.knows_clinic(record, digests):
        record.tags, record.suffixes = {}, {}
    record.root, record.place, record.flaw, record.clinic = root, place, "", digests.of(CLINIC)
    record.languages = tuple(tag for tag, _ in found.languages)
    record.editions = tuple(name for name, _ in found.editions)
    record.tags |= planned.tags
    record.suffixes |= planned.suffixes
    record.surroundings = {source.name: digests.of(source) for source in SURROUNDINGS}
    record.lists = {}


def _tags(found: Project) -> Iterator[str]:
    """The languages of clinic.yaml that there are."""
    for tag, where in found.languages:
        with contextlib.suppress(PolyleafError):
            yield languages.find(tag, where).tag

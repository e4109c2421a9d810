"""A build that has something to do: reads, makes, writes and records the stale sheets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .. import files
from ..content import project as projects
from ..content.project import Project
from ..model.findings import ExitStatus, Finding, PolyleafError, Where, raise_if_call_is_wrong
from ..model.jobs import Decision, Report
from ..model.task import Outcome, Task
from ..translation.reader import Reader
from . import (
    catalogue,
    formats,
    manifest,
    other_sheets,
    output,
    pairing,
    plan,
    preflight,
    recipe,
    release,
)
from .executors import Mapper
from .incremental import orphans, storage
from .incremental.build_state import BuildState, selection_key
from .incremental.record import BuildRecord, Planned, Sheet, Stamp
from .incremental.recorder import Recorder
from .plan import Plan
from .request import Started
from .run import TaskRun

UNPRINTED = "up to date: what changed is not printed"
LISTS = (manifest.NAME, catalogue.NAME)
PLANS = 4  # selections of which the record knows what they asked for
Progress = Callable[[Decision | Started | Outcome], object]


class PreparedBuild:
    """The sheets of one request, and which of them have to be made."""

    def __init__(self, state: BuildState) -> None:
        """Reads the project, and decides by the digests of inputs which sheets are stale.

        Raises PolyleafError if the call or the project is wrong.
        """
        self.state, self.request, self.record = state, state.request, state.record
        self.project = projects.read(
            self.request.root,
            self.request.output,
            mono=self.request.mono,
            duplex=self.request.duplex,
        )
        self.reader = Reader(self.project, suffixes=formats.suffixes())
        sheets = files.noted(
            lambda: plan.outline(self.reader, self.request.selection, release=self.request.release)
        )
        raise_if_call_is_wrong(self.reader.findings)
        self.sheets = sheets.value
        self.tags = tuple(pairing.tags(self.project))
        self.named = pairing.named(self.project)
        self.siblings = state.learn_siblings(other_sheets.planned(self.sheets), self.named)
        self.wanted = [s for s in self.sheets if state.wants(s.job, s.asked, s.file)]
        self.old_lists = self._own_lists()
        _take_over(self.record, self.project, self.named, state)
        self.recorder = Recorder(
            self.project, self.record, state.digests, {}, state.asked, self.named
        )
        self.tasks: dict[str, Task] = {}  # by file
        if not self.reader.findings:
            self._record_plan(sheets.inputs)

    def build(self, mapper: Callable[[], Mapper], progress: Progress) -> Report:
        """Makes and records the stale sheets; calls `progress` with each step."""
        request, decisions = self.request, self.state.decisions
        self.mapper, self.progress = mapper(), progress
        if not request.dry_run and any(formats.of(s.edition).needs_fonts for s in self.wanted):
            getattr(self.mapper, "start", lambda: None)()  # the engine loads while we read
        read = self._read()
        if request.release:
            key = selection_key(request.selection)
            read = release.compared(read, self.reader, self.sheets, self.record.plans, key)
        self.tasks = {task.file: task for task in read.tasks}
        for file, decision in decisions.items():
            if file not in self.tasks or not self.tasks[file].drawn_page:
                progress(decision)  # the others are decided when their pages are compared
        run = TaskRun(read)
        if request.dry_run:
            # Without fonts no worker loads the engine: pages are compared, and none is drawn.
            kept = [replace(task, fonts=()) for task in read.tasks if task.drawn_page]
            run.over(kept, recipe.compare, self.mapper, self._keep, self._report)
            run.findings, run.failed = set(read.findings), list(read.failed)
        else:
            run = self._ready_to_make(read)
            try:
                run.over(run.plan.tasks, recipe.make, self.mapper, self._keep, self._report)
                self._make_again(run)
            finally:
                self.recorder.write()
        for decision in decisions.values():
            run.findings.update(() if decision.stale else decision.findings)
        removed = self._prune(run)
        if not request.dry_run:
            self._write_lists(run)
            self.recorder.write()
            run.findings.update(self.recorder.findings)
        stale = {file: None for file, decision in decisions.items() if decision.stale}
        return run.report()._replace(
            built=tuple({row.file: row for row in self.recorder.built_rows}.values()),
            up_to_date=tuple(file for file in decisions if file not in stale),
            stale=tuple(stale) if request.dry_run else (),
            removed=tuple(removed),
        )

    def _read(self) -> Plan:
        """The tasks of the stale sheets; each knows the page that its file was drawn from."""
        read = plan.read(
            self.reader,
            self.wanted,
            release=self.request.release,
            allow_untranslated=self.request.allow_untranslated,
        )
        self.recorder.inputs.update(read.inputs)
        tasks = (
            replace(
                task,
                drawn_page=self._drawn_page(task),
                siblings=other_sheets.of(task, self.siblings, self.tags),
            )
            for task in read.tasks
        )
        return replace(read, tasks=tuple(tasks))

    def _drawn_page(self, task: Task) -> str:
        """The hash of the page that a sheet's file was drawn from, if it may stay; else empty."""
        file = task.file
        sheet = self.record.sheets.get(file)
        if sheet is None or not sheet.inputs or sheet.drawn or self.request.force:
            return ""
        if not self.state.staleness.intact(file):
            return ""
        try:
            return sheet.page if self.recorder.made_with(task) == sheet.made_with else ""
        except PolyleafError:
            return ""

    def _ready_to_make(self, read: Plan) -> TaskRun:
        """The tasks that this machine has the fonts for, and a swept output folder."""
        run = TaskRun(preflight.without_missing_fonts(self.project, read))
        tasks = run.plan.tasks
        self.recorder.inputs.update(run.plan.inputs)
        names = (*(task.file for task in tasks), *LISTS, storage.NAME)
        files.sweep(self.project.output, names)
        self.progress(Started(len(tasks)))
        return run

    def _keep(self, outcome: Outcome) -> Outcome:
        """The outcome, written to its file and to the record."""
        file = outcome.file
        task = self.tasks[file]
        if outcome.same:
            findings = self.recorder.kept(task, outcome)
            decision = self.state.decisions[file]
            kept = decision._replace(stale=False, why=UNPRINTED, findings=findings)
            self.state.decisions[file] = kept
        elif not self.request.dry_run:
            outcome = output.write(self.project, outcome)
            if outcome.data is not None:
                self.recorder.built(task, outcome, outcome.data)
        return outcome

    def _make_again(self, run: TaskRun) -> None:
        """Makes those pages anew that lead to a sheet which failed, without that link."""
        self.siblings = self.state.learn_siblings((), self.named)
        tasks = [
            replace(task, drawn_page="", siblings=siblings)
            for file, task in self.tasks.items()
            if file not in run.failed
            and (siblings := other_sheets.of(task, self.siblings, self.tags)) != task.siblings
        ]
        if not run.stopped:
            run.over(tasks, recipe.make, self.mapper, self._keep)

    def _report(self, outcome: Outcome) -> None:
        file = outcome.file
        if self.tasks[file].drawn_page:
            self.progress(self.state.decisions[file])
        if not (outcome.same or self.request.dry_run):
            self.progress(outcome)

    def _write_lists(self, run: TaskRun) -> None:
        """Writes the manifest and the page to choose from."""
        findings = list(self.recorder.gone())
        try:
            rows, left_out = manifest.update(self.project.output, self.recorder.rows())
            index = files.noted(lambda: catalogue.task(self.project, self.reader, rows))
        except OSError as error:
            findings.append(output.unwritable(self.project, manifest.NAME, error))
        except PolyleafError as error:
            findings += error.findings
        else:
            if left_out:
                findings.append(output.damaged_rows(self.project, manifest.NAME, left_out))
            if self.request.release:
                findings += catalogue.left_out(self.project.clinic, rows)
            made = TaskRun(Plan((), (), ()))
            names = [manifest.NAME]

            def keep(outcome: Outcome) -> Outcome:
                names.extend((outcome.file, *(other.name for other in outcome.others)))
                return output.write(self.project, outcome)

            made.over([index.value], catalogue.make, self.mapper, keep)
            run.stopped |= made.stopped
            findings += made.findings
            if not made.findings and not made.left:
                for name in self.old_lists - {*names}:
                    (self.project.output / name).unlink(missing_ok=True)
                self.recorder.listed(index.inputs, names)
        run.findings.update(findings)

    def _own_lists(self) -> set[str]:
        """What an earlier build wrote next to its sheets, unchanged since."""
        folder = self.project.output
        return {name for name, stamp in self.record.lists.items() if stamp.now(str(folder / name))}

    def _prune(self, run: TaskRun) -> list[str]:
        """Removes outputs whose source is gone if that is asked for, or reports them."""
        request, record = self.request, self.record
        asked = self.state.decisions.keys()
        gone = orphans.orphans(record, asked, self.named, self.state.digests)
        shown = orphans.shown(self.state.root, request.folder)
        if not request.prune:
            run.findings.update(
                orphans.finding(file, why, shown, record.unowned) for file, why in gone.items()
            )
            return []
        if request.dry_run:
            return [file for file in gone if file not in record.unowned]
        removed, stay = orphans.prune(request.folder, gone, record, shown)
        run.findings.update(stay)
        return removed

    def _record_plan(self, inputs: files.Inputs) -> None:
        """Notes what the selection asks for, so that the next build need not read to know."""
        planned = Planned(
            inputs=self.recorder.numbers(inputs | self.project.inputs),
            files=tuple((sheet.file, sheet.asked) for sheet in self.sheets),
            named=tuple(sorted(self.named)),
        )
        key = selection_key(self.request.selection)
        others = [(k, p) for k, p in self.record.plans.items() if k != key]
        self.record.plans = dict([(key, planned), *others][:PLANS])


def _take_over(
    record: BuildRecord, project: Project, named: frozenset[tuple[str, str]], state: BuildState
) -> None:
    """Makes the record this project's own; refuses one that belongs to another project.

    Without a record that counts, the manifest says at least which files were built here.
    """
    root, place = str(project.root), orphans.relative_output(str(project.root), str(project.output))
    if record.invalid_reason:
        for row in manifest.read(project.output / manifest.NAME):
            stamps = ((row.file, Stamp(-1, -1, row.sha256)),)
            job = (row.leaflet, row.language, row.edition)
            record.sheets[row.file] = Sheet(*job, "", False, 0, (), "", "", stamps, False, (), "")
            record.unowned.add(row.file)
    elif record.root != root and not (place and place == record.relative_output):
        message = f"it holds what the project {record.root} has built"
        hint = "name another folder with --output, or remove this one"
        where = Where(project.shown(project.output))
        raise PolyleafError(
            [Finding(where, "output-foreign", message, hint, exit_status=ExitStatus.CALL)]
        )
    orphans.forget(record, str(project.output), named, state.digests)
    record.root, record.relative_output, record.invalid_reason = root, place, ""
    record.lists = {}  # they are written last

"""What is stale of a request: read, made, written and recorded."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from itertools import product

from .. import files, languages
from .. import project as projects
from ..executors import Mapper
from ..inputs import Reader
from ..jobs import Decision, Report
from ..model import Outcome, Task
from ..problems import Blame, Finding, PolyleafError, Where, raise_call
from ..project import Project
from . import formats, manifest, output, plan, preflight, recipe
from .incremental import orphans, storage
from .incremental.record import Planned, Record, Sheet, Stamp
from .incremental.recorder import Recorder
from .incremental.state import BuildState, selection_key
from .plan import Plan
from .request import Started
from .run import Run

UNPRINTED = "up to date: what changed is not printed"
PLANS = 4  # selections of which the record knows what they asked for
Progress = Callable[[Decision | Started | Outcome], object]


class PreparedBuild:
    """The sheets of one request, those that are to be made told from those that stay."""

    def __init__(self, state: BuildState) -> None:
        """Reads the project, and decides by names and digests what else is to be read.

        Raises PolyleafError if the call or the project is wrong.
        """
        self.state, self.request, self.record = state, state.request, state.record
        self.project = projects.read(self.request.root, self.request.output)
        self.reader = Reader(self.project, suffixes=formats.suffixes())
        sheets = files.noted(
            lambda: plan.outline(self.reader, self.request.selection, release=self.request.release)
        )
        raise_call(self.reader.findings)
        self.sheets = sheets.value
        self.wanted = [s for s in self.sheets if state.wants(s.job, s.asked, s.file)]
        self.named = frozenset(product(_tags(self.project), dict(self.project.editions)))
        _take_over(self.record, self.project, self.named, state)
        self.recorder = Recorder(
            self.project, self.record, state.digests, {}, state.asked, self.named
        )
        if not self.reader.findings:
            self._record_plan(sheets.inputs)

    def build(self, mapper: Callable[[], Mapper], progress: Progress) -> Report:
        """Makes and records what is stale; `progress` is called with each step."""
        request, mapping = self.request, mapper()
        if not request.dry_run and any(formats.of(s.edition).needs_fonts for s in self.wanted):
            getattr(mapping, "start", lambda: None)()  # the engine loads while we read
        read = plan.read(
            self.reader,
            self.wanted,
            release=request.release,
            allow_untranslated=request.allow_untranslated,
        )
        self.recorder.inputs.update(read.inputs)
        stale = tuple(task for task in read.tasks if not self._is_kept(task))
        decisions = self.state.decisions
        for decision in decisions.values():
            progress(decision)
        run = Run(Plan((), read.failed, read.findings))
        if not request.dry_run:
            run = self._made(
                Plan(stale, read.failed, read.findings, read.inputs), mapping, progress
            )
        for decision in decisions.values():
            run.findings.update(() if decision.stale else decision.findings)
        removed = self._prune(run)
        if not request.dry_run:
            self.recorder.write_lists()
            self.recorder.write()
            run.findings.update(self.recorder.findings)
        return run.report()._replace(
            built=tuple(self.recorder.built_rows),
            up_to_date=tuple(f for f, decision in decisions.items() if not decision.stale),
            stale=tuple(f for f, decision in decisions.items() if decision.stale)
            if request.dry_run
            else (),
            removed=tuple(removed),
        )

    def _made(self, stale: Plan, mapper: Mapper, progress: Progress) -> Run:
        run = Run(preflight.without_missing_fonts(self.project, stale))
        tasks = run.plan.tasks
        self.recorder.inputs.update(run.plan.inputs)
        names = (*(task.file for task in tasks), *output.LISTS, storage.NAME)
        files.sweep(self.project.output, names)
        progress(Started(len(tasks)))
        try:
            run.over(tasks, recipe.make, mapper, self._keep, progress)
        finally:
            self.recorder.write()
        return run

    def _keep(self, outcome: Outcome) -> Outcome:
        """The outcome, written to its file and to the record."""
        outcome = output.write(self.project, outcome)
        if outcome.data is not None:
            self.recorder.built(outcome, outcome.data)
        return outcome

    def _is_kept(self, task: Task) -> bool:
        """Whether a sheet stays, for its changed inputs make the very page that was drawn."""
        state, file = self.state, task.file
        sheet = self.record.sheets.get(file)
        if sheet is None or not sheet.inputs or sheet.drawn or self.request.force:
            return False
        if not state.staleness.intact(file):
            return False
        try:
            page, found = recipe.rendered_page(task)
            if self.recorder.page_key(task, recipe.page_hash(page.html)) != sheet.page:
                return False
        except PolyleafError:
            return False
        lacking = page.sheet.untranslated
        told = self.recorder.kept(task, lacking, found)
        decision = state.decisions[file]
        state.decisions[file] = decision._replace(stale=False, why=UNPRINTED, findings=told)
        return True

    def _prune(self, run: Run) -> list[str]:
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
    record: Record, project: Project, named: frozenset[tuple[str, str]], state: BuildState
) -> None:
    """Makes the record this project's: one that another project left is refused.

    Without a record that counts, the manifest says at least which files were built here.
    """
    root, place = str(project.root), orphans.relative_output(str(project.root), str(project.output))
    if record.invalid_reason:
        for row in manifest.read(project.output / manifest.NAME):
            stamps = ((row.file, Stamp(-1, -1, row.sha256)),)
            job = (row.leaflet, row.language, row.edition)
            record.sheets[row.file] = Sheet(*job, "", False, 0, (), "", stamps, False, (), "")
            record.unowned.add(row.file)
    elif record.root != root and not (place and place == record.relative_output):
        message = f"it holds what the project {record.root} has built"
        hint = "name another folder with --output, or remove this one"
        where = Where(project.shown(project.output))
        raise PolyleafError([Finding(where, "output-foreign", message, hint, blame=Blame.CALL)])
    orphans.forget(record, str(project.output), named, state.digests)
    record.root, record.relative_output, record.invalid_reason = root, place, ""
    record.lists = {}  # they are written last


def _tags(found: Project) -> Iterator[str]:
    """The languages of clinic.yaml that there are."""
    for tag, where in found.languages:
        with contextlib.suppress(PolyleafError):
            yield languages.find(tag, where).tag

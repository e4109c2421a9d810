"""Writes the record while a build goes on.

Outputs are written first and recorded afterwards: the record never names a file that is not there.
If a build is killed, the sheets that it had not recorded yet are built again.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ... import files
from ...content.project import Project
from ...files import Input, Inputs
from ...model.findings import ExitStatus, Finding, Severity, Where
from ...model.jobs import Built
from ...model.task import Outcome, Task
from .. import formats, manifest, output, preflight
from . import siblings, storage
from .build_state import OPTIONS
from .digests import Digests
from .record import BuildRecord, Held, Numbers, Sheet, Stamp
from .toolchain import TOOLCHAIN

EVERY = 5.0  # seconds between two writings of the record


@dataclass
class Recorder:
    """Keeps the record of one build."""

    project: Project
    record: BuildRecord
    digests: Digests
    inputs: dict[str, Inputs]  # what was read for each sheet, by file
    asked: Mapping[str, str]  # languages as they were asked for, by file
    named: frozenset[tuple[str, str]]  # language and edition of all that clinic.yaml names
    findings: list[Finding] = field(default_factory=list)
    built_rows: list[Built] = field(default_factory=list)
    _written: float = field(default_factory=time.monotonic)

    def made_with(self, task: Task) -> str:
        """A hash of what a sheet is drawn with, besides its page; raises PolyleafError."""
        sources = (*TOOLCHAIN, *preflight.font_inputs(task))
        return files.text_digest("\n".join(f"{s.name} {self.digests.of(s)}" for s in sources))

    def _key(self, task: Task, page: str) -> str:
        """A hash of everything that goes into a sheet."""
        return files.text_digest(f"{page} {self.made_with(task)}")

    def built(self, task: Task, outcome: Outcome, data: bytes) -> None:
        """Records a sheet whose files were just written."""
        row = self._row(task, outcome, hashlib.sha256(data).hexdigest(), outcome.pages)
        rows, stamps = [row], [(row.file, _stamp(self.project, row.file, row.sha256))]
        for other in outcome.others:
            sha256 = hashlib.sha256(other.data).hexdigest()
            stamps.append((other.name, _stamp(self.project, other.name, sha256)))
            if other.listed:
                rows.append(manifest.of_other(row, other, sha256))
            else:
                rows[0] = rows[0]._replace(picture=other.name)
        self.built_rows += rows
        self._forget(outcome.file, {name for name, _ in stamps})
        self._record(task, rows, tuple(stamps), outcome)
        if time.monotonic() - self._written > EVERY:
            self.write()

    def kept(self, task: Task, outcome: Outcome) -> tuple[Finding, ...]:
        """Records that a sheet is what its changed inputs would make; returns its findings."""
        old = self.record.sheets[task.file]
        row = self._row(task, outcome, "", 0)
        rows = [manifest.renewed(row, each) for each in manifest.of_line(old.rows)]
        return self._record(task, rows, old.stamps, outcome)

    def _row(self, task: Task, outcome: Outcome, sha256: str, pages: int) -> Built:
        row = manifest.row(task, task.file, sha256, pages, outcome.untranslated, outcome.findings)
        return row._replace(key=self._key(task, outcome.page))

    def _forget(self, file: str, written: set[str]) -> None:
        """Removes what a sheet had before and has no more, such as its file for another printer.

        A file that is not as it was written stays.
        """
        for name in written:
            self.record.unowned.discard(name)
            if name != file:
                self.record.sheets.pop(name, None)  # of a record that knew files alone
        old = self.record.sheets.get(file)
        for name, stamp in old.stamps if old else ():
            path = os.path.join(self.project.output, name)
            if name not in written and stamp.now(path):
                with contextlib.suppress(OSError):
                    os.unlink(path)

    def _record(
        self,
        task: Task,
        rows: list[Built],
        stamps: tuple[tuple[str, Stamp], ...],
        outcome: Outcome,
    ) -> tuple[Finding, ...]:
        """Records a sheet; returns the findings that every build reports as long as it is kept."""
        file, job = task.file, task.job
        unlocked = preflight.unlocked_fonts(self.project, task)
        sheet = self.record.sheets[file] = Sheet(
            leaflet=job.leaflet,
            language=job.language,
            edition=job.edition,
            asked=self.asked[file],
            named=(job.language, job.edition) in self.named,
            pages=rows[0].pages,
            inputs=self._numbers(task),
            page=outcome.page,
            made_with=self.made_with(task),
            stamps=stamps,
            drawn=outcome.drawn,
            findings=tuple(sorted({*outcome.findings, *unlocked})),
            rows=manifest.as_line(rows),
        )
        return sheet.findings

    def numbers(self, inputs: Inputs) -> Numbers:
        """The places of some inputs in the record's table, with those of every plan and sheet."""
        around = ((source, self.digests.of(source)) for source in (*TOOLCHAIN, _OPTIONS))
        read = ((self.digests.recorded(source), digest) for source, digest in inputs)
        return self.record.numbers((*around, *read))

    def write(self) -> None:
        """Writes the record; keeps what went wrong."""
        try:
            data = storage.save(self.record)
        except OSError as error:
            self.findings.append(_unsigned(error))
            return
        try:
            files.write_atomically(self.project.output / storage.NAME, data)
        except OSError as error:
            self.findings.append(output.unwritable(self.project, storage.NAME, error))
        self._written = time.monotonic()

    def rows(self) -> Iterator[Built]:
        """The rows of all sheets that are recorded."""
        return (r for sheet in self.record.sheets.values() for r in manifest.of_line(sheet.rows))

    def listed(self, inputs: Inputs, names: Iterable[str]) -> None:
        """Records the manifest and the page to choose from, which were just written."""
        self.record.listing = self.numbers(inputs | self.project.inputs)
        self.record.lists = {
            name: _stamp(self.project, name, files.file_digest(self.project.output / name))
            for name in names
        }

    def _numbers(self, task: Task) -> Numbers:
        due = Input("due", task.leaflet.review_by.isoformat())
        around = [due, *preflight.font_inputs(task)]
        if formats.of(task.edition).leads_on:
            around.append(siblings.source(task.job.leaflet))
        held: list[Held] = [(source, self.digests.of(source)) for source in around]
        return self.numbers(self.inputs[task.file] | frozenset(held))

    def gone(self) -> Iterator[Finding]:
        """What was written and does not stand there at the end: it must not count as built."""
        for row in self.built_rows:
            path = self.project.output / row.file
            if not os.path.isfile(path):
                where, hint = Where(self.project.shown(path)), "build again"
                yield Finding(where, "output-gone", "it was removed during the build", hint)


_OPTIONS = Input("fact", OPTIONS)


def _stamp(project: Project, file: str, sha256: str) -> Stamp:
    """The stamp of a file that was just written, though it may be gone again."""
    try:
        return Stamp.of(project.output / file, sha256)
    except OSError:
        return Stamp(-1, -1, sha256)


def _unsigned(error: OSError) -> Finding:
    message = f"the build record has no key to be signed with: {error.strerror or error}"
    hint = "name a folder of your own in XDG_STATE_HOME; until then every build draws everything"
    where = Where("system")
    return Finding(where, "record-unsigned", message, hint, Severity.WARNING, ExitStatus.MACHINE)

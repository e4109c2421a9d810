"""What was built from what, written down as the build goes on.

Outputs are written first and recorded afterwards, so that the record never claims what is not
there. What a build that was killed had not recorded yet is built once more.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .. import files, manifest, outputs
from ..model import Built, Job, Outcome, Task
from ..problems import Finding, PolyleafError, Where
from ..project import Project
from ..state import NAME, Digests, Record, Sheet, Source, Stamp, keys, of_catalogue, save
from ..state.hashing import file_digest
from ..state.record import Held
from ..state.sources import OPTIONS, SURROUNDINGS
from . import ingredients, rows

EVERY = 5.0  # seconds between two writings of the record


@dataclass
class Recorder:
    """Keeps the record of one build."""

    project: Project
    record: Record
    digests: Digests
    named: frozenset[tuple[str, str]]  # language and edition of all that clinic.yaml names
    asked: dict[str, str]  # languages as they were asked for, by file
    findings: list[Finding] = field(default_factory=list)
    _built: list[str] = field(default_factory=list)
    _keys: dict[str, str] = field(default_factory=dict)
    _fresh: dict[str, Sheet] = field(default_factory=dict)
    _written: float = field(default_factory=time.monotonic)

    def key(self, task: Task) -> str:
        """The exact key of a task; raises PolyleafError if its fonts cannot be found."""
        if task.file not in self._keys:
            its_fonts = (s for s in ingredients.of_its_fonts(task) if s.kind == "font")
            made_with = [*SURROUNDINGS, OPTIONS, *its_fonts]
            around = [f"{source.name} {self.digests.of(source)}" for source in made_with]
            self._keys[task.file] = keys.exact(task, around)
        return self._keys[task.file]

    def same(self, task: Task, sheet: Sheet) -> bool:
        """Whether a task would make the very sheet that was recorded."""
        try:
            return self.key(task) == sheet.key
        except PolyleafError:
            return False

    def built(self, outcome: Outcome, data: bytes) -> Built:
        """Notes a sheet that was just written; returns its row."""
        task, file = outcome.task, outcome.file
        row = manifest.row(outcome, data, self.key(task))
        stamp = _stamp(self.project.output / file, row.sha256)
        self._built.append(file)
        if file in self.record.doubtful:
            self.record.doubtful.remove(file)
        self._note(task, stamp, outcome.findings, rows.rest(row), row.pages, drawn=outcome.drawn)
        if time.monotonic() - self._written > EVERY:
            self.write()
        return row

    def kept(self, task: Task, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Notes that a sheet is what its changed inputs would make; returns what is told of it."""
        sheet = self.record.sheets[task.file]
        noted = self._note(task, sheet.stamp, findings, sheet.row, sheet.pages, drawn=False)
        return (*noted.findings, *noted.others)

    def _changed(self) -> Iterator[Finding]:
        """Inputs that are not what they were when they were read: what was made of them is old.

        Such a sheet is not recorded, but that it is ours.
        """
        now, told = self.digests.again(), set[Source]()
        for file, sheet in self._fresh.items():
            held = (pair for pair in sheet.inputs if pair[0].kind != "due")  # midnight is no edit
            other = [source for source, then in held if now.of(source) != then]
            told.update(other)
            self.record.sheets[file] = sheet._replace(shared=(), own=()) if other else sheet
        self._fresh.clear()
        for source in sorted(told):
            message = "it changed while sheets were made from it"
            yield Finding(Where(source.name), "changed-meanwhile", message, "build again")

    def write(self) -> None:
        """Writes the record; keeps what went wrong, and what changed meanwhile."""
        self.findings += self._changed()
        try:
            files.write_atomically(self.project.output / NAME, save(self.record))
        except OSError as error:
            self.findings.append(outputs.unwritable(self.project, NAME, error))
        self._written = time.monotonic()

    def write_lists(self) -> None:
        """Writes the manifest and the page to choose from, and notes them."""
        inputs = self._held(of_catalogue(self.digests))
        sheets = {f: sheet for f, sheet in self.record.sheets.items() if sheet.row} | self._fresh
        listed = [rows.of(file, sheet) for file, sheet in sheets.items()]
        found = list(outputs.write_lists(self.project, listed))
        self.record.listing, self.record.lists = inputs, {}
        if not found:
            paths = {name: self.project.output / name for name in outputs.LISTS}
            self.record.lists = {n: _stamp(p, file_digest(str(p))) for n, p in paths.items()}
        self.findings += [*found, *self._gone()]

    def _gone(self) -> Iterator[Finding]:
        """What was written and does not stand there at the end: it must not count as built."""
        for file in self._built:
            path = self.project.output / file
            if not path.is_file():
                where, hint = Where(self.project.shown(path)), "build again"
                yield Finding(where, "output-gone", "somebody removed it during the build", hint)

    def _note(
        self,
        task: Task,
        stamp: Stamp,
        findings: Iterable[Finding],
        row: str,
        pages: int,
        *,
        drawn: bool,
    ) -> Sheet:
        job = task.job
        shared, own = _parted(self._held(ingredients.sources(task, self.digests)), job)
        sheet = self._fresh[task.file] = Sheet(
            leaflet=job.leaflet,
            language=job.language,
            edition=job.edition,
            asked=self.asked[task.file],
            named=(job.language, job.edition) in self.named,
            pages=pages,
            shared=shared,
            own=own,
            key=self.key(task),
            stamp=stamp,
            drawn=drawn,
            findings=tuple(sorted(set(findings))),
            others=ingredients.not_as_locked(task, self.project.root),
            row=row,
        )
        return sheet

    def _held(self, sources: Iterable[Source]) -> tuple[Held, ...]:
        return tuple((source, self.digests.of(source)) for source in dict.fromkeys(sources))


def _parted(inputs: Iterable[Held], job: Job) -> tuple[tuple[Held, ...], tuple[Held, ...]]:
    """Those that sheets of other leaflets may share, and those named after its leaflet."""
    parts: tuple[list[Held], list[Held]] = [], []
    for held in inputs:
        name = held[0].name.rpartition("/")[2]
        parts[name.rpartition(".")[0] == job.leaflet].append(held)
    return tuple(parts[0]), tuple(parts[1])


def _stamp(path: Path, sha256: str) -> Stamp:
    """The stamp of a file that was just written, though it may be gone again."""
    try:
        return Stamp.of(path, sha256)
    except OSError:
        return Stamp(-1, -1, sha256)

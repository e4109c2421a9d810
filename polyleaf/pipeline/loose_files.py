"""Files of sheets in a folder that is no output folder: nothing but them is written there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from .. import files
from ..content.project import Project
from ..model.findings import Finding, PolyleafError, Where, raise_if_call_is_wrong
from ..model.jobs import Selection
from ..model.task import Outcome
from . import plan, preflight, recipe
from .executors import Mapper
from .run import TaskRun

Named = Callable[[Path, Outcome], Iterable[tuple[Path, bytes]]]


def sheets(
    project: Project, selection: Selection, folder: Path | None, mapper: Mapper
) -> tuple[TaskRun, tuple[str, ...]]:
    """Writes sheets, and says how it went and which files are written.

    They go to exchange/ of the project unless another folder is named; raises PolyleafError if the
    call is wrong.
    """
    planned = plan.plan(project, selection)
    raise_if_call_is_wrong(planned.findings)
    run = TaskRun(preflight.without_missing_fonts(project, planned))
    into = LooseFiles(project, folder or project.root / "exchange", _named, own=folder is None)
    run.over(run.plan.tasks, recipe.make, mapper, into.keep)
    return run, tuple(sorted(into.written))


def _named(folder: Path, outcome: Outcome) -> list[tuple[Path, bytes]]:
    job = outcome.task.job
    name = f"{job.leaflet}_{job.language}{Path(outcome.file).suffix}"
    return [(folder / name, outcome.data or b"")]


@dataclass
class LooseFiles:
    """Keeps what `named` says of each outcome; `own` is a folder of the project's."""

    project: Project
    folder: Path
    named: Named
    own: bool
    written: list[str] = field(default_factory=list)

    def keep(self, outcome: Outcome) -> Outcome:
        """The outcome, failed if its files cannot be written."""
        if outcome.data is None:
            return outcome
        try:
            for path, data in self.named(self.folder, outcome):
                self._write(path, data)
                self.written.append(self.project.shown(path))
        except PolyleafError as error:
            return replace(outcome, data=None, findings=error.findings)
        except OSError as error:
            message = f"cannot be written: {error.strerror or error}"
            where = Where(self.project.shown(Path(error.filename or self.folder)))
            finding = Finding(where, "output-unwritable", message)
            return replace(outcome, data=None, findings=(finding,))
        return outcome

    def _write(self, path: Path, data: bytes) -> None:
        if self.own and not files.stays_inside(self.project.root, path):
            message, hint = "its folder leads outside the project", "name it with --output"
            where = Where(self.project.shown(path))
            raise PolyleafError([Finding(where, "outside-project", message, hint)])
        files.write_atomically(path, data)

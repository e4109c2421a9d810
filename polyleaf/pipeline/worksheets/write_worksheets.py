"""A project → worksheets in a folder: a PDF and a JSON file for each leaflet and language."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ... import files
from ...content import editions
from ...content.project import Project
from ...model.findings import ExitStatus, Finding, PolyleafError, Where, raise_if_call_is_wrong
from ...model.jobs import Selection
from ...model.sheet import Edition
from ...model.task import Outcome
from .. import formats, plan, preflight
from ..executors import Mapper
from ..run import TaskRun
from .make_worksheet import NAME, WorksheetMaker, name_of

FOLDER = "worksheets"  # of the project, unless another one is named
SMALLEST_TYPE = 9.0  # points
MEASURED = "a4"  # the edition that is measured where clinic.yaml names none on paper


def write(
    project: Project, selection: Selection, output: Path | None, mapper: Mapper
) -> tuple[TaskRun, tuple[str, ...]]:
    """How it went, and the files that are written; raises PolyleafError if the call is wrong."""
    folder = output or project.root / FOLDER
    named = selection._replace(editions=selection.editions or (_edition(project),))
    planned = plan.plan(project, named, allow_untranslated=True)
    raise_if_call_is_wrong(planned.findings)
    run = TaskRun(preflight.without_missing_fonts(project, planned))
    templates = _templates(project)
    written: list[str] = []

    def keep(outcome: Outcome) -> Outcome:
        if outcome.data is None:
            return outcome
        try:
            for path, data in _files(folder, outcome):
                _write(project, path, data, own=output is None)
                written.append(project.shown(path))
        except PolyleafError as error:
            return replace(outcome, data=None, findings=error.findings)
        except OSError as error:
            message = f"cannot be written: {error.strerror or error}"
            where = Where(project.shown(Path(error.filename or folder)))
            return replace(
                outcome, data=None, findings=(Finding(where, "output-unwritable", message),)
            )
        return outcome

    run.over(run.plan.tasks, WorksheetMaker(templates), mapper, keep)
    return run, tuple(sorted(written))


def _files(folder: Path, outcome: Outcome) -> list[tuple[Path, bytes]]:
    main = folder / f"{name_of(outcome.task)}.pdf"
    return [(main, outcome.data or b""), *((folder / o.name, o.data) for o in outcome.others)]


def _write(project: Project, path: Path, data: bytes, *, own: bool) -> None:
    if own and not files.stays_inside(project.root, path):
        message, hint = "its folder leads outside the project", "name it with --output"
        raise PolyleafError([Finding(Where(project.shown(path)), "outside-project", message, hint)])
    files.write_atomically(path, data)


def _edition(project: Project) -> str:
    """The first edition on paper that clinic.yaml names: the design of its sheets is measured."""
    for name, where in project.editions:
        try:
            found = editions.read(
                *(name, project.template_roots, project.root, where),
                *(ExitStatus.INPUT, formats.suffixes(), project.look),
            )
        except PolyleafError:
            continue
        if found.format == "pdf" and found.shows == "sheet":
            return name
    return MEASURED


def _templates(project: Project) -> Edition:
    found = editions.templates(NAME, project.template_roots, project.root)
    return Edition(NAME, ".pdf", 0, found, smallest_type=SMALLEST_TYPE)

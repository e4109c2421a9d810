"""A project → worksheets in a folder: a PDF and a JSON file for each leaflet and language."""

from __future__ import annotations

from pathlib import Path

from ...content import editions
from ...content.project import Project
from ...model.findings import ExitStatus, PolyleafError, raise_if_call_is_wrong
from ...model.jobs import Selection
from ...model.sheet import Edition
from ...model.task import Outcome
from .. import formats, plan, preflight
from ..executors import Mapper
from ..loose_files import LooseFiles
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
    into = LooseFiles(project, folder, _files, own=output is None)
    run.over(run.plan.tasks, WorksheetMaker(templates), mapper, into.keep)
    return run, tuple(sorted(into.written))


def _files(folder: Path, outcome: Outcome) -> list[tuple[Path, bytes]]:
    main = folder / f"{name_of(outcome.task)}.pdf"
    return [(main, outcome.data or b""), *((folder / o.name, o.data) for o in outcome.others)]


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

"""The page to choose a sheet from, made like a sheet: a template may take too long."""

from __future__ import annotations

from collections.abc import Iterable

from .. import markup
from ..content import editions
from ..content.project import Project
from ..model.findings import PolyleafError
from ..model.jobs import Built
from ..model.task import IndexTask, Outcome

NAME = "index.html"


def task(project: Project, rows: Iterable[Built]) -> IndexTask:
    """The page of these rows of the manifest; raises PolyleafError for its templates."""
    templates = editions.catalogue(project.template_roots, project.root)
    # Neither a pack nor a pseudo-locale is for patients.
    shown = tuple(r for r in rows if r.shows == "sheet" and r.translation != "pseudo")
    return IndexTask(NAME, shown, project.clinic, templates, project.source)


def make(task: IndexTask) -> Outcome:
    """The page's file. Nothing but MemoryError is raised."""
    try:
        page = markup.index(task.rows, task.clinic, task.templates, task.source)
    except PolyleafError as error:
        return Outcome(task, None, 0, error.findings)
    return Outcome(task, page.encode(), 0, ())

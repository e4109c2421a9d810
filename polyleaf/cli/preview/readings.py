"""The files of a project → the task of one sheet, or what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ...content import project as projects
from ...content.project import Project
from ...model.findings import Finding, PolyleafError, Severity
from ...model.jobs import Selection
from ...model.task import Task
from ...pipeline import plan, preflight
from .choices import Choice


@dataclass(frozen=True, slots=True)
class SheetReading:
    """A sheet's task; without one, the findings say why."""

    task: Task | None
    findings: tuple[Finding, ...]

    @property
    def broken(self) -> bool:
        return self.task is None


def read(root: Path, output: Path, choice: Choice) -> SheetReading:
    """Reads what one sheet is made from. What has no translation is printed in the source."""
    try:
        project = opened(root, output)
        selection = Selection((choice.leaflet,), (choice.language,), (choice.edition,))
        planned = plan.plan(project, selection, allow_untranslated=True)
        planned = preflight.without_missing_fonts(project, planned)
    except PolyleafError as error:
        return SheetReading(None, tuple(sorted(set(error.findings))))
    findings = tuple(sorted(set(planned.findings)))
    if not planned.tasks:
        errors = tuple(each for each in findings if each.severity is Severity.ERROR)
        return SheetReading(None, errors or findings)
    return SheetReading(planned.tasks[0], findings)


def opened(root: Path, output: Path) -> Project:
    """The project; raises PolyleafError if its folder or clinic.yaml is wrong."""
    return projects.read(root, output)

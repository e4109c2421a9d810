"""Tasks of personal copies → their files. No list or record of them is kept."""

from __future__ import annotations

from collections.abc import Callable

from ... import files
from ...content.project import Project
from ...model.jobs import Report
from ...model.task import Outcome
from .. import output, preflight, recipe
from ..executors import Mapper
from ..plan import Plan
from ..request import Started
from ..run import TaskRun


def build(
    project: Project, planned: Plan, mapper: Mapper, progress: Callable[[Started | Outcome], object]
) -> Report:
    """Make and write every copy of the plan."""
    run = TaskRun(preflight.without_missing_fonts(project, planned))
    tasks, copies = run.plan.tasks, list[str]()
    files.sweep(project.output, [task.file for task in tasks])  # an unfinished copy is personal too

    def keep(outcome: Outcome) -> Outcome:
        kept = output.write(project, outcome)
        if kept.data is not None:
            copies.append(kept.file)
        return kept

    progress(Started(len(tasks)))
    run.over(tasks, recipe.make, mapper, keep, progress)
    return run.report()._replace(copies=tuple(copies), left=tuple(sorted(run.left)))

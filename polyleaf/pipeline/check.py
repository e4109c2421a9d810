"""A plan → all that is wrong with its sheets; nothing is written."""

from __future__ import annotations

from .. import checks, languages
from ..content.project import Project
from ..model.jobs import Report
from ..typography import fonts
from . import preflight, recipe
from .executors import Mapper
from .plan import Plan
from .run import TaskRun


def texts(plan: Plan) -> Report:
    """What is found without drawing a page."""
    fonts.show_only(languages.font_packages())  # they are asked for glyphs
    run = TaskRun(plan)
    run.over(plan.tasks, recipe.read, map)
    _compare(run)
    return run.report()


def pages(project: Project, plan: Plan, mapper: Mapper = map) -> Report:
    """What is found when every page is drawn and thrown away."""
    run = TaskRun(preflight.without_missing_fonts(project, plan))
    run.over(run.plan.tasks, recipe.fit, mapper)
    _compare(run)
    return run.report()


def _compare(run: TaskRun) -> None:
    """Adds what is found in the leaflets against each other."""
    tasks = run.plan.tasks
    release = any(task.release for task in tasks)  # of one or of all
    run.findings.update(checks.project((task.leaflet for task in tasks), release=release))

"""A plan → all that is wrong with its sheets; nothing is written."""

from __future__ import annotations

from . import machine, pipeline
from .executors import Make, Mapper
from .model import Report
from .plan import Plan
from .problems import Finding
from .project import Project


def texts(plan: Plan) -> Report:
    """What is found without drawing a page."""
    return _report(plan, pipeline.read, map)


def pages(project: Project, plan: Plan, mapper: Mapper = map) -> Report:
    """What is found when every page is drawn and thrown away."""
    return _report(machine.prepared(project, plan), pipeline.fit, mapper)


def _report(plan: Plan, examine: Make, mapper: Mapper) -> Report:
    findings, failed = set(plan.findings), list(plan.failed)
    for outcome in mapper(examine, plan.tasks):
        if isinstance(outcome, Finding):
            findings.add(outcome)
            continue
        findings.update(outcome.findings)
        if outcome.data is None:
            failed.append(outcome.file)
    return Report((), tuple(failed), tuple(sorted(findings)))

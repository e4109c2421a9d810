"""Tasks of personal copies → their files. No list and no record is kept of them."""

from __future__ import annotations

from collections.abc import Iterator

from .. import files, pipeline
from ..executors import Mapper
from ..model import Outcome, Report
from ..plan import Plan
from ..problems import Finding
from ..project import Project


def build(project: Project, plan: Plan, mapper: Mapper = map) -> Iterator[Outcome | Report]:
    """Makes and writes every copy of the plan; yields each outcome, then the report."""
    copies: list[str] = []
    failed: list[str] = list(plan.failed)
    findings: set[Finding] = set(plan.findings)
    names = (task.job.filename(task.edition.suffix) for task in plan.tasks)
    files.sweep(project.output, names)  # half a copy is about a person too
    for outcome in mapper(pipeline.make, plan.tasks):
        outcome = pipeline.written(project, outcome)
        findings.update(outcome.findings)
        (failed if outcome.data is None else copies).append(outcome.file)
        yield outcome
    yield Report((), tuple(failed), tuple(sorted(findings)), copies=tuple(copies))

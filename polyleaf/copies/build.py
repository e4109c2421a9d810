"""Tasks of personal copies → their files. No list and no record is kept of them."""

from __future__ import annotations

from collections.abc import Iterator

from .. import files, machine, outputs, pipeline
from ..executors import Mapper
from ..model import Outcome, Report
from ..plan import Plan
from ..problems import Finding
from ..project import Project


def build(project: Project, plan: Plan, mapper: Mapper = map) -> Iterator[Outcome | Report]:
    """Makes and writes every copy of the plan; yields each outcome, then the report."""
    plan = machine.prepared(project, plan)
    copies: list[str] = []
    failed: list[str] = list(plan.failed)
    findings: set[Finding] = set(plan.findings)
    left, stopped = {task.file for task in plan.tasks}, False
    files.sweep(project.output, left)  # half a copy is about a person too
    try:
        for outcome in mapper(pipeline.make, plan.tasks):
            if isinstance(outcome, Finding):
                findings.add(outcome)
                continue
            outcome = outputs.write(project, outcome)
            left.remove(outcome.file)
            findings.update(outcome.findings)
            (failed if outcome.data is None else copies).append(outcome.file)
            yield outcome
    except KeyboardInterrupt:
        stopped = True  # what is written stays
    yield Report(
        built=(),
        failed=tuple(failed),
        findings=tuple(sorted(findings)),
        left=tuple(sorted(left)),
        copies=tuple(copies),
        stopped=stopped,
    )

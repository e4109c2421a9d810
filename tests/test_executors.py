"""The same tasks give the same sheets, however they are mapped."""

from __future__ import annotations

from dataclasses import replace

from polyleaf import executors, pipeline, plan, project
from polyleaf.model import Outcome, Task

from .conftest import ROOT


def web_tasks() -> tuple[Task, ...]:
    found = project.read(ROOT, None)
    return plan.plan(found, plan.Selection(editions=("web",))).tasks


def test_processes_give_what_one_process_gives() -> None:
    def outcomes(jobs: int) -> dict[str, Outcome]:
        made = executors.choose(jobs)(pipeline.make, web_tasks())
        return {outcome.file: outcome for outcome in made}

    alone = outcomes(1)
    assert len(alone) == 36
    assert outcomes(2) == alone


def test_a_bug_costs_one_sheet_and_is_told() -> None:
    broken, *rest = web_tasks()[:3]
    broken = replace(broken, clinic=None)  # type: ignore[arg-type]
    first, *others = executors.choose(1)(pipeline.make, [broken, *rest])
    assert first.data is None
    assert [finding.code for finding in first.findings] == ["bug"]
    assert all(other.data for other in others)

"""Lines of JSON for scripts: one a sheet as it is made, and a summary that closes the stream."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...model.findings import Finding
from ...model.jobs import Decision, Report
from ..program import hint
from .presentation import Presentation

if TYPE_CHECKING:  # a build with nothing to do ends before it is loaded
    from ...model.task import Outcome


def lines(report: Report, presentation: Presentation) -> Iterator[str]:
    """One line: the summary."""
    yield json.dumps(
        {
            "built": [row._asdict() for row in report.built],
            "copies": list(report.copies),
            "failed": list(report.failed),
            "left": list(report.left),
            "up_to_date": list(report.up_to_date),
            "stale": list(report.stale),
            "removed": list(report.removed),
            "findings": [finding_dict(finding) for finding in report.findings],
            "exit_code": presentation.exit_code,
        },
        ensure_ascii=False,
    )


def outcome_line(outcome: Outcome, why: str = "") -> str:
    """One sheet that was made, or could not be."""
    built = outcome.data is not None
    return json.dumps(
        {
            "file": outcome.file,
            "copy": outcome.task.job.copy,
            "state": "built" if built else "failed",
            "why": why,
            "built": built,
            "pages": outcome.pages,
            "untranslated": outcome.untranslated,
            "findings": [finding_dict(finding) for finding in outcome.findings],
        },
        ensure_ascii=False,
    )


def verdict_line(verdict: Decision) -> str:
    """A sheet that is not made."""
    return json.dumps(
        {
            "file": verdict.file,
            "state": "stale" if verdict.stale else "up_to_date",
            "why": verdict.why,
            "built": False,
            "pages": verdict.pages,
            "findings": [finding_dict(finding) for finding in verdict.findings],
        },
        ensure_ascii=False,
    )


def finding_dict(finding: Finding) -> dict[str, object]:
    return {
        "path": finding.where.path,
        "line": finding.where.line,
        "column": finding.where.column,
        "severity": str(finding.severity),
        "code": finding.code,
        "message": finding.message,
        "hint": hint(finding),
    }

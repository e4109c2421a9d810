"""Lines of JSON for scripts: one a sheet as it is made, and a summary that closes the stream.

Their shapes are in `pipeline.report_rows`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from ...model.findings import Finding
from ...model.jobs import Decision, Report
from ...pipeline.report_rows import FindingRow, SheetLine, SummaryLine, finding_row
from ..program import hint
from .presentation import Presentation

if TYPE_CHECKING:  # a build with nothing to do ends before it is loaded
    from ...model.task import Outcome


def lines(report: Report, presentation: Presentation) -> Iterator[str]:
    """One line: the summary."""
    yield _line(
        SummaryLine(
            built=[row._asdict() for row in report.built],
            copies=list(report.copies),
            failed=list(report.failed),
            left=list(report.left),
            up_to_date=list(report.up_to_date),
            stale=list(report.stale),
            removed=list(report.removed),
            findings=[_finding(finding) for finding in report.findings],
            exit_code=presentation.exit_code,
        )
    )


def outcome_line(outcome: Outcome, why: str = "") -> str:
    """One sheet that was made, or could not be."""
    return _line(
        SheetLine(
            file=outcome.file,
            **outcome.task.job._asdict(),
            state="built" if outcome.data is not None else "failed",
            why=why,
            built=outcome.data is not None,
            pages=outcome.pages,
            untranslated=outcome.untranslated,
            findings=[_finding(finding) for finding in outcome.findings],
        )
    )


def verdict_line(verdict: Decision) -> str:
    """A sheet that is not made."""
    return _line(
        SheetLine(
            file=verdict.file,
            **verdict.job._asdict(),
            state="stale" if verdict.stale else "up_to_date",
            why=verdict.why,
            built=False,
            pages=verdict.pages,
            untranslated=None,
            findings=[_finding(finding) for finding in verdict.findings],
        )
    )


def finding_dict(finding: Finding) -> dict[str, Any]:
    return asdict(_finding(finding))


def _finding(finding: Finding) -> FindingRow:
    """A finding, with the command in its hint as it was called."""
    return finding_row(finding, hint(finding))


def _line(row: SheetLine | SummaryLine) -> str:
    return json.dumps(asdict(row), ensure_ascii=False)

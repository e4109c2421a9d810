"""Lines for people: every problem, each sheet as it is made, and a summary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...model.findings import Finding, Severity
from ...model.jobs import Decision, Report
from ..program import hint
from .presentation import Presentation

if TYPE_CHECKING:  # a build with nothing to do ends before it is loaded
    from ...model.task import Outcome

# What would move a terminal's cursor, or begin a line that looks like one of ours.
CONTROL = r"[\x00-\x1f\x7f-\x9f\u2028\u2029]"
COLORS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m"}
PLAIN = "\x1b[0m"


def lines(report: Report, presentation: Presentation) -> Iterator[str]:
    """Every problem, sorted, then one line that sums up."""
    for finding in report.findings:
        yield _finding(finding, presentation.color)
    yield _summary(report)


def outcome_line(outcome: Outcome) -> str:
    """One sheet, as a build goes on."""
    if outcome.data is None:
        return f"failed  {outcome.file}"
    pages = f"  {outcome.pages} pages" if outcome.pages else ""
    lacking = f"  {outcome.untranslated} untranslated" if outcome.untranslated else ""
    return f"built   {outcome.file}{pages}{lacking}"


def reason_line(verdict: Decision) -> str:
    """Why a sheet is made, or not."""
    return f"{verdict.job}: {verdict.why}"


def _finding(finding: Finding, color: bool) -> str:
    label = f"{finding.severity}[{finding.code}]"
    if color:
        label = f"{COLORS[finding.severity]}{label}{PLAIN}"
    text = f"{finding.message}; {hint(finding)}" if finding.hint else finding.message
    return f"{_visible(str(finding.where))}: {label}: {_visible(text)}"


def _summary(report: Report) -> str:
    errors = sum(finding.severity is Severity.ERROR for finding in report.findings)
    warnings = len(report.findings) - errors
    built = len(report.built) + len(report.copies)
    parts = [f"{built} built"] if built or report.failed or report.left else []
    parts += [f"{len(report.failed)} failed"] if report.failed else []
    parts += [f"{len(report.left)} left"] if report.left else []
    parts += [f"{len(report.stale)} to be built"] if report.stale else []
    parts += [f"{len(report.up_to_date)} up to date"] if report.up_to_date else []
    parts += [f"{len(report.removed)} removed"] if report.removed else []
    parts += [_counted(errors, "error")] if errors else []
    parts += [_counted(warnings, "warning")] if warnings else []
    summary = ", ".join(parts) or "nothing found"
    return f"stopped: {summary}" if report.stopped else summary


def _visible(text: str) -> str:
    """Control characters as their codes; most texts have none, which is quick to see."""
    return text if text.isprintable() else re.sub(CONTROL, _code, text)


def _code(control: re.Match[str]) -> str:
    return f"<U+{ord(control[0]):04X}>"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

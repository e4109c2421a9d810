"""What happened → text for people, JSON for scripts, annotations for code hosts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from .. import __version__
from ..jobs import Decision, Report
from ..problems import Finding, Severity

if TYPE_CHECKING:  # what is up to date is told without it
    from ..model import Outcome

# What would move a terminal's cursor, or begin a line that looks like one of ours.
CONTROL = r"[\x00-\x1f\x7f-\x9f\u2028\u2029]"
Reporter = Callable[[Report], Iterator[str]]


def line(outcome: Outcome) -> str:
    """One sheet, as a build goes on."""
    if outcome.data is None:
        return f"failed  {outcome.file}"
    pages = f"  {outcome.pages} pages" if outcome.pages else ""
    lacking = f"  {outcome.untranslated} untranslated" if outcome.untranslated else ""
    return f"built   {outcome.file}{pages}{lacking}"


def why(verdict: Decision) -> str:
    """Why a sheet is made, or not."""
    return f"{verdict.job}: {verdict.why}"


def json_line(outcome: Outcome, why: str = "") -> str:
    """One sheet as a line of JSON."""
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


def json_verdict(verdict: Decision) -> str:
    """A sheet that is not made, as a line of JSON."""
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


def text(report: Report) -> Iterator[str]:
    """Every problem, sorted, then one line that sums up."""
    yield from (_shown(str(finding)) for finding in report.findings)
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
    said = ", ".join(parts) or "nothing found"
    yield f"stopped: {said}" if report.stopped else said


def as_json(report: Report) -> Iterator[str]:
    """One line: the summary that closes a stream of sheets."""
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
            "exit_code": report.exit_code,
        },
        ensure_ascii=False,
    )


def github(report: Report) -> Iterator[str]:
    """Workflow commands that show each problem at its line of a change."""
    for finding in report.findings:
        where = finding.where
        place = f"file={_escaped(where.path)},line={where.line or 1},col={where.column or 1}"
        message = _escaped(
            f"{finding.message}; {finding.hint}" if finding.hint else finding.message
        )
        yield f"::{finding.severity} {place},title={finding.code}::{message}"


def sarif(report: Report) -> Iterator[str]:
    """SARIF 2.1.0 (OASIS), which code scanners and editors read."""
    from ..checks import reference  # no other format loads the checks

    results = [
        {
            "ruleId": finding.code,
            "level": str(finding.severity),
            "message": {"text": "; ".join(filter(None, (finding.message, finding.hint)))},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": finding.where.path},
                        "region": {
                            "startLine": finding.where.line or 1,
                            "startColumn": finding.where.column or 1,
                        },
                    }
                }
            ],
        }
        for finding in report.findings
    ]
    rules = list(reference.rules(finding.code for finding in report.findings))
    driver = {"name": "Polyleaf", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "results": results}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    document = {"$schema": schema, "version": "2.1.0", "runs": [run]}
    yield json.dumps(document, ensure_ascii=False, indent=1)


def finding_dict(finding: Finding) -> dict[str, object]:
    """A problem as JSON has it."""
    return {
        "path": finding.where.path,
        "line": finding.where.line,
        "column": finding.where.column,
        "severity": str(finding.severity),
        "code": finding.code,
        "message": finding.message,
        "hint": finding.hint,
    }


def _shown(text: str) -> str:
    """Control characters as their codes; most texts have none, and are told apart at once."""
    return text if text.isprintable() else re.sub(CONTROL, _code, text)


def _code(control: re.Match[str]) -> str:
    return f"<U+{ord(control[0]):04X}>"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _escaped(value: str) -> str:
    for sign in "%\r\n:,":
        value = value.replace(sign, f"%{ord(sign):02X}")
    return value


FORMATS: dict[str, Reporter] = {"text": text, "json": as_json, "sarif": sarif, "github": github}

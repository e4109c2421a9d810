"""Workflow commands of GitHub Actions, which show each problem at its line of a change."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Where
from ...model.jobs import Report
from ..program import hint
from .presentation import Presentation
from .repository import Repository


def lines(report: Report, presentation: Presentation) -> Iterator[str]:
    """One command a finding, escaped as the runner's parser reads it (actions/toolkit, core)."""
    repository = Repository.around(presentation.project)
    for finding in report.findings:
        place = [*_place(repository.path(finding.where.path), finding.where)]
        properties = ",".join([*place, f"title={_property(finding.code)}"])
        text = "; ".join(filter(None, (finding.message, hint(finding))))
        yield f"::{finding.severity} {properties}::{_message(text)}"


def _place(path: str, where: Where) -> Iterator[str]:
    """None for what is no file: such a problem is shown for the run as a whole."""
    if path:
        yield f"file={_property(path)}"
        yield f"line={where.line or 1}"
        yield f"col={where.column or 1}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")

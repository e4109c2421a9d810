"""What happened, as text for people, JSON for scripts, and annotations for code hosts.

Each format is a module of its name with a function `lines(report, presentation)`; only the one that
is asked for is imported.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...model.jobs import Report
    from .presentation import Presentation

FORMATS = ("text", "json", "sarif", "github")


def lines(report: Report, presentation: Presentation, form: str) -> list[str]:
    """The report in one of FORMATS."""
    return list(import_module(f".{form}_report", __name__).lines(report, presentation))

"""What happened, as text for people, JSON for scripts, and annotations for code hosts.

Each format is a module of its name with `lines(report, context)`; only the one that is asked for is
imported.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    from ...jobs import Report
    from .context import Context

    class Reporter(Protocol):
        """What a module of a format has."""

        def lines(self, report: Report, context: Context) -> Iterator[str]: ...


FORMATS = ("text", "json", "sarif", "github")


def lines(report: Report, context: Context, form: str) -> list[str]:
    """The report in one of FORMATS."""
    reporter = cast("Reporter", import_module(f".{form}_report", __name__))
    return list(reporter.lines(report, context))

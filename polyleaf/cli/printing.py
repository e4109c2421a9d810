"""What happened, on the terminal or for a script."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from .. import __version__

if TYPE_CHECKING:
    from ..model.jobs import Report
    from ..translation.workflow.catalog_files import Updated

# The large ones, by their modules' names: what a command loads shows what it did.
LIBRARIES = ("PIL", "babel", "distributed", "fontTools", "jinja2", "pydantic", "weasyprint", "yaml")


def print_report(
    report: Report, options: argparse.Namespace, prefix: str = "", seconds: float | None = None
) -> int:
    """Prints the report and returns its exit code; problems for people go to standard error.

    For these, `prefix` stands before the line that sums up and `seconds` after it.
    """
    from . import reports
    from .reports.presentation import Presentation

    code = exit_code(report, options)
    if options.log:
        from . import log

        found = reports.lines(report, Presentation(code, options.project), "text")
        log.add(options, found)
    presentation = Presentation(code, options.project, wants_color(options.color))
    lines = reports.lines(report, presentation, options.format)
    people = options.format == "text"
    if found := lines[:-1] if people else lines:  # printed as one: there may be thousands
        print("\n".join(found), file=sys.stderr if people else sys.stdout)
    if people and not options.quiet:
        sys.stderr.flush()
        took = "" if seconds is None else f", {seconds:.1f} s"
        print(f"{prefix}{lines[-1]}{took}", flush=True)
    return code


def exit_code(report: Report, options: argparse.Namespace) -> int:
    """The report's own; with --strict, whatever was found is a failure."""
    return report.exit_code or int(options.strict and bool(report.findings))


def print_line(line: str, options: argparse.Namespace) -> None:
    """A line for people who did not ask for quiet; it is logged in any case."""
    if options.log and line:
        from . import log

        log.add(options, [line])
    if options.format == "text" and not options.quiet:
        print(line)


def print_detail(line: str, options: argparse.Namespace) -> None:
    """A line for people who asked for more; standard output is left to what programs read."""
    if options.verbose:
        print(line, file=sys.stderr)


def print_written(updated: Updated, options: argparse.Namespace) -> int:
    """What a command did to the catalogs; returns its exit code."""
    from ..model.jobs import Report

    for file in updated.written:
        print_line(f"written {file}", options)
    print_line(f"{len(updated.written)} written, {updated.unchanged} unchanged", options)
    return print_report(Report((), (), updated.findings), options) if updated.findings else 0


def print_cost(seconds: float) -> None:
    """With --verbose: how long it took, by which versions, with which libraries loaded."""
    loaded = ", ".join(name for name in LIBRARIES if name in sys.modules) or "no library"
    python = ".".join(map(str, sys.version_info[:3]))
    line = f"polyleaf {__version__}, Python {python}: {seconds:.2f} s, {loaded} loaded"
    print(line, file=sys.stderr)


def print_waiting(holder: str) -> None:
    """Another process builds into the same folder."""
    print(f"waiting for another build of this project (process {holder})", file=sys.stderr)


def wants_color(choice: str) -> bool:
    """Whether problems have colours; by itself, on a terminal (no-color.org, force-color.org)."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    terminal = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    return terminal or bool(os.environ.get("FORCE_COLOR"))

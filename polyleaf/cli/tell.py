"""What happened, on the terminal or for a script."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Never

if TYPE_CHECKING:
    from tqdm import tqdm

    from ..batch import Started
    from ..jobs import Report, Verdict
    from ..model import Outcome

    Step = Verdict | Started | Outcome | Report


def tell(
    result: Report, options: argparse.Namespace, what: str = "", seconds: float | None = None
) -> int:
    """Prints the report: problems go to standard error when they are for people.

    For these, `what` stands before the line that sums up and `seconds` after it.
    """
    from .. import report

    lines = list(report.FORMATS[options.format](result))
    people = options.format == "text"
    if said := lines[:-1] if people else lines:  # written as one: there may be thousands
        print("\n".join(said), file=sys.stderr if people else sys.stdout)
    if people and not options.quiet:
        sys.stderr.flush()
        took = "" if seconds is None else f", {seconds:.1f} s"
        print(f"{what}{lines[-1]}{took}", flush=True)
    return result.exit_code


def say(line: str, options: argparse.Namespace) -> None:
    """A line for people who did not ask for quiet."""
    if options.format == "text" and not options.quiet:
        print(line)


def wait(holder: str) -> None:
    """Another process builds into the same folder."""
    print(f"waiting for another build of this project (process {holder})", file=sys.stderr)


def follow(steps: Iterable[Step], options: argparse.Namespace) -> int:
    """Tells each step of a build as it comes; returns the exit code of the report at its end."""
    from .. import report
    from ..batch import Started
    from ..jobs import Report, Verdict

    code, whys = 0, dict[str, str]()
    people = options.format == "text" and not options.quiet
    each = options.explain or options.dry_run or options.format == "json"
    for step in _with_bar(steps) if people and sys.stderr.isatty() else steps:
        if isinstance(step, Verdict):
            if each:
                whys[step.file] = step.why
                _verdict(step, options)
        elif isinstance(step, Report):
            code = tell(step, options)
        elif isinstance(step, Started):
            sys.stdout.flush()
        elif options.format == "json":
            print(report.json_line(step, whys.get(step.file, "")), flush=True)
        elif people and not sys.stderr.isatty():
            print(report.line(step), flush=True)
    return code


def _verdict(verdict: Verdict, options: argparse.Namespace) -> None:
    from .. import report

    if options.explain and options.format == "text":
        print(report.why(verdict))
    if options.format == "json" and (options.dry_run or not verdict.stale):
        print(report.json_verdict(verdict))
    elif options.dry_run and verdict.stale:
        say(f"would build {verdict.file}", options)


def _with_bar(steps: Iterable[Step]) -> Iterator[Step]:
    """The steps, with a bar on a terminal while sheets are made."""
    from ..batch import Started
    from ..jobs import Report

    bar: tqdm[Never] | None = None
    try:
        for step in steps:
            if isinstance(step, Started) and step.total:
                from tqdm import tqdm

                bar = tqdm(total=step.total, unit="sheet", leave=False)
            elif bar is not None:
                bar.update(0 if isinstance(step, Report) else 1)
            yield step
    finally:
        if bar is not None:
            bar.close()

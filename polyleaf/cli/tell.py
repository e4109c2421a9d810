"""What happened, on the terminal or for a script."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Never

if TYPE_CHECKING:
    from tqdm import tqdm

    from ..jobs import Decision, Report
    from ..model import Outcome
    from ..pipeline.request import Started

    Step = Decision | Started | Outcome


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


class Progress:
    """Reports each step of a build as it comes: a bar, lines for people, or JSON for scripts."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.people = options.format == "text" and not options.quiet
        self.verdicts = options.explain or options.dry_run or options.format == "json"
        self.why: dict[str, str] = {}  # by file
        self.bar: tqdm[Never] | None = None

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self.bar is not None:
            self.bar.close()

    def __call__(self, step: Step) -> None:
        from ..jobs import Decision
        from ..pipeline.request import Started

        if isinstance(step, Decision):
            if self.verdicts:
                self.why[step.file] = step.why
                _verdict(step, self.options)
        elif isinstance(step, Started):
            sys.stdout.flush()
            if step.total and self.people and sys.stderr.isatty():
                from tqdm import tqdm

                self.bar = tqdm(total=step.total, unit="sheet", leave=False)
        else:
            self._outcome(step)

    def _outcome(self, outcome: Outcome) -> None:
        from .. import report

        if self.bar is not None:
            self.bar.update()
        elif self.options.format == "json":
            print(report.json_line(outcome, self.why.get(outcome.file, "")), flush=True)
        elif self.people and not sys.stderr.isatty():
            print(report.line(outcome), flush=True)


def _verdict(verdict: Decision, options: argparse.Namespace) -> None:
    from .. import report

    if options.explain and options.format == "text":
        print(report.why(verdict))
    if options.format == "json" and (options.dry_run or not verdict.stale):
        print(report.json_verdict(verdict))
    elif options.dry_run and verdict.stale:
        say(f"would build {verdict.file}", options)

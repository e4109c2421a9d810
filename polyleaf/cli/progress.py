"""Each step of a build as it comes: a bar, lines for people, or lines of JSON for scripts."""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING, Never

from .printing import print_detail, print_line

if TYPE_CHECKING:
    from tqdm import tqdm

    from ..model.jobs import Decision
    from ..model.task import Outcome
    from ..pipeline.request import Started

    Step = Decision | Started | Outcome


class Progress:
    """Prints the steps that `api.build` hands it."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.people = options.format == "text" and not options.quiet
        self.explain = options.explain or options.verbose
        self.verdicts = self.explain or options.dry_run or options.format == "json"
        self.why: dict[str, str] = {}  # by file
        self.bar: tqdm[Never] | None = None
        self.start = time.monotonic()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self.bar is not None:
            self.bar.close()

    def __call__(self, step: Step) -> None:
        from ..model.jobs import Decision
        from ..pipeline.request import Started

        if isinstance(step, Decision):
            if self.verdicts:
                self._verdict(step)
        elif isinstance(step, Started):
            self._started(step)
        else:
            self._outcome(step)

    def _verdict(self, verdict: Decision) -> None:
        self.why[verdict.file] = verdict.why
        if self.options.format == "json":
            if self.options.dry_run or not verdict.stale:
                from .reports import json_report

                print(json_report.verdict_line(verdict))
            return
        from .reports import text_report

        if self.explain and self.options.format == "text":
            print(text_report.reason_line(verdict))
        if self.options.dry_run and verdict.stale:
            print_line(f"would build {verdict.file}", self.options)

    def _started(self, started: Started) -> None:
        sys.stdout.flush()
        read = time.monotonic() - self.start
        print_detail(f"read after {read:.2f} s: {started.total} to be made", self.options)
        if started.total and self.people and sys.stderr.isatty():
            from tqdm import tqdm

            self.bar = tqdm(total=started.total, unit="sheet", leave=False)

    def _outcome(self, outcome: Outcome) -> None:
        if self.options.log:
            from . import log
            from .reports import text_report

            log.add(self.options, [text_report.outcome_line(outcome)])
        if self.bar is not None:
            self.bar.update()
        elif self.options.format == "json":
            from .reports import json_report

            print(json_report.outcome_line(outcome, self.why.get(outcome.file, "")), flush=True)
        elif self.people and not sys.stderr.isatty():
            from .reports import text_report

            print(text_report.outcome_line(outcome), flush=True)

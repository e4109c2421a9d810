"""The one loop that maps tasks to outcomes: for sheets, for checks and for personal copies."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..model.findings import Finding, PolyleafError
from ..model.jobs import Report
from ..model.task import Outcome, Work
from .executors import Make, Mapper
from .plan import Plan

Each = Callable[[Outcome], object]


def _as_it_is(outcome: Outcome) -> Outcome:
    return outcome


def _nothing(outcome: Outcome) -> None:
    """Ignores the outcome."""


class TaskRun:
    """Maps the tasks of a plan to outcomes, and counts how it goes."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.findings: set[Finding] = set(plan.findings)
        self.failed: list[str] = list(plan.failed)
        self.left: dict[str, None] = {}  # files that are not tried yet
        self.stopped = False

    def over(
        self,
        tasks: Sequence[Work],
        make: Make,
        mapper: Mapper,
        keep: Callable[[Outcome], Outcome] = _as_it_is,
        each: Each = _nothing,
    ) -> None:
        """Makes all tasks; calls `keep` to write an outcome, then `each` to report it.

        A KeyboardInterrupt ends it early: the files that remain are in `left`. A PolyleafError of
        the mapper, such as a cluster that is gone, ends it too: they are in `failed` then.
        """
        self.left = {task.file: None for task in tasks}
        try:
            for outcome in mapper(make, tasks) if tasks else ():
                if isinstance(outcome, Finding):
                    self.findings.add(outcome)
                    continue
                del self.left[outcome.file]
                kept = keep(outcome)
                self.findings.update(kept.findings)
                if kept.failed:
                    self.failed.append(kept.file)
                each(kept)
        except KeyboardInterrupt:
            self.stopped = True  # what is written stays
        except PolyleafError as error:
            self.findings.update(error.findings)
            self.failed += self.left
            self.left = {}

    def report(self) -> Report:
        """How it went, as far as the loop knows."""
        return Report(
            built=(),
            failed=tuple(self.failed),
            findings=tuple(sorted(self.findings)),
            left=tuple(self.left),
            stopped=self.stopped,
        )

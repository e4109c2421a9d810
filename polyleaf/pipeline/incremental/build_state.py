"""What is known of a request before anything is read: the record, and a decision on each sheet."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Collection, Iterable, Iterator

from ...model.jobs import Decision, Job, Report, Selection
from ..request import Request
from . import orphans, siblings, storage, toolchain
from .digests import Digests
from .record import BuildRecord, Planned
from .siblings import Name
from .staleness import Staleness

OPTIONS = "the options"


class BuildState:
    """The decisions of one build, as they are made."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.root = os.path.realpath(request.root)
        self.digests = Digests(self.root, {**toolchain.facts(), OPTIONS: request.options})
        self.record: BuildRecord = storage.load(request.folder)
        self.staleness = Staleness(
            self.record,
            self.digests,
            request.folder,
            force=request.force,
            verify=request.verify,
        )
        self.decisions: dict[str, Decision] = {}  # by file
        self.asked: dict[str, str] = {}  # languages as asked for, by file

    def learn_siblings(
        self, planned: Iterable[Name], named: Collection[tuple[str, str]]
    ) -> siblings.Known:
        """The sheets that stand or are `planned`, which pages may lead to."""
        known = siblings.find(self.record, planned, named, self.request.folder)
        self.staleness.learn(siblings.facts(known))
        return known

    def wants(self, job: Job, asked: str, file: str) -> bool:
        """Whether a sheet has to be read, for its inputs, as files, are not what they were."""
        decision = self.staleness.decide(job, asked, file)
        self.decisions[file], self.asked[file] = decision, asked
        return decision.stale

    def nothing_to_do(self) -> Report | None:
        """The report of a build that has nothing to do, without parsing a file; else none."""
        plan = self.record.plans.get(selection_key(self.request.selection))
        if plan is None or not self._is_own() or self.staleness.change(plan.inputs):
            return None
        self.learn_siblings(self._recorded(plan), plan.named)
        for file, asked in plan.files:
            sheet = self.record.sheets.get(file)
            if sheet is None:
                return None
            if self.wants(Job(sheet.leaflet, sheet.language, sheet.edition), asked, file):
                return None
        if not self._lists_stand():
            return None
        gone = orphans.orphans(self.record, self.decisions.keys(), plan.named, self.digests)
        if gone and self.request.prune:
            return None
        if self.staleness.restamped and not self.request.dry_run:
            self._write()
        shown = orphans.shown(self.root, self.request.folder)
        findings = {finding for each in self.decisions.values() for finding in each.findings}
        findings.update(plan.findings)
        findings |= {
            orphans.finding(file, why, shown, self.record.unowned) for file, why in gone.items()
        }
        return Report((), (), tuple(sorted(findings)), up_to_date=tuple(self.decisions))

    def _recorded(self, plan: Planned) -> Iterator[Name]:
        """The planned sheets, as far as they were built before."""
        for file, _ in plan.files:
            if (sheet := self.record.sheets.get(file)) and siblings.PACK not in sheet.rows:
                yield Name(sheet.leaflet, sheet.language, sheet.edition, file)

    def _is_own(self) -> bool:
        return self.record.root == self.root

    def _lists_stand(self) -> bool:
        """Whether the manifest and the page to choose from are those of what stands there."""
        folder, verify = self.request.folder, self.request.verify
        return (
            bool(self.record.lists)
            and all(
                stamp.now(os.path.join(folder, name), verify=verify)
                for name, stamp in self.record.lists.items()
            )
            and not self.staleness.change(self.record.listing)
            and all(
                os.path.isfile(os.path.join(folder, file))
                for file in self.record.sheets
                if file not in self.decisions
            )
        )

    def _write(self) -> None:
        """Keeps new times of outputs, so that the next build need not hash them."""
        from pathlib import Path

        from ... import files

        with contextlib.suppress(OSError):  # nothing is lost but time
            path = Path(self.request.folder, storage.NAME)
            files.write_atomically(path, storage.save(self.record))


def selection_key(selection: Selection) -> str:
    """What names a selection in the record."""
    return json.dumps(selection, separators=(",", ":"))

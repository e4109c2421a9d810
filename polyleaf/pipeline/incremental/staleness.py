"""The record × the digests of now → whether a sheet is to be made, and why."""

from __future__ import annotations

import os
from collections.abc import Mapping

from ...files import ABSENT, Input
from ...model.jobs import Decision, Folder, Job
from .digests import SHIPPED, Digests
from .record import NEVER_BUILT, BuildRecord, Numbers, Sheet

UP_TO_DATE = "up to date"


class Staleness:
    """Decides on one sheet at a time; each input is compared once, however many sheets share it.

    With `verify` outputs are hashed, whatever their size and time.
    """

    def __init__(
        self, record: BuildRecord, digests: Digests, output: Folder, *, force: bool, verify: bool
    ) -> None:
        self.record, self.digests, self.output = record, digests, os.fspath(output)
        self.force, self.verify = force, verify
        self.restamped = False  # the record has learnt new times of outputs
        self._same: set[int] = set()  # numbers of inputs that are as they were
        self._intact: dict[str, bool] = {}

    def decide(self, job: Job, asked: str, file: str) -> Decision:
        """Whether the inputs of a sheet, as files, are those that it was made from."""
        sheet = self.record.sheets.get(file)
        if sheet is None or not sheet.inputs:
            reason = self.record.invalid_reason or NEVER_BUILT
            return Decision(job, file, stale=True, why=reason)
        why = self._why(sheet, asked, file)
        return Decision(job, file, bool(why), why or UP_TO_DATE, sheet.pages, sheet.findings)

    def _why(self, sheet: Sheet, asked: str, file: str) -> str:
        if self.force:
            return "--force"
        if not self.intact(file):
            there = all(os.path.isfile(os.path.join(self.output, f)) for f, _ in sheet.stamps)
            return "the output was edited" if there else "the output is gone"
        if sheet.asked != asked:
            return f"{asked} is asked for, and it was {sheet.asked}"
        return self.change(sheet.inputs)

    def learn(self, siblings: Mapping[str, str]) -> None:
        """From now on these are the sheets of each leaflet."""
        self.digests.learn(siblings)
        self._same.clear()

    def intact(self, file: str) -> bool:
        """Whether the files of a sheet are as they were written."""
        found = self._intact.get(file)
        if found is None:
            sheet = self.record.sheets[file]
            stamps = []
            for name, stamp in sheet.stamps:
                now = stamp.now(os.path.join(self.output, name), verify=self.verify)
                stamps.append((name, now or stamp))
                found = (found is not False) and now is not None
            if found and (restamped := tuple(stamps)) != sheet.stamps:  # touched, or copied here
                self.record.sheets[file] = sheet._replace(stamps=restamped)
                self.restamped = True
            self._intact[file] = bool(found)
        return self._intact[file]

    def change(self, inputs: Numbers) -> str:
        """The first of the inputs that is not as it was, in words; empty if all are."""
        for number in inputs:
            if number not in self._same:
                source, then = self.record.inputs[number]
                now = self.digests.of(source)
                if now != then:
                    return _words(source, then, now)
                self._same.add(number)
        return ""


def _words(source: Input, then: str, now: str) -> str:
    name = source.name.removeprefix(SHIPPED)
    match source.kind:
        case "file" if then == ABSENT:
            return f"{name} is new"
        case "file" if now == ABSENT:
            return f"{name} is gone"
        case "folder":
            return f"{name}/ has other files"
        case "inside":
            return f"{name}/ has other folders"
        case "fonts":
            return "fonts were installed or removed"
        case "siblings":
            return f"other sheets of {name} were built or removed"
        case "font":
            return f"the font {os.path.basename(name)} changed"
        case "due":
            return f"its review is due since {name}" if now == "passed" else "the clock went back"
        case _:
            return f"{name} changed"

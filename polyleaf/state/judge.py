"""The record × the digests of now → whether a sheet is to be made, and why."""

import os

from ..jobs import Folder, Job, Verdict
from .digests import Digests, Source
from .hashing import ABSENT
from .opened import Opened
from .record import NEVER_BUILT, Held, Record, Sheet

UP_TO_DATE = "up to date"


class Judge:
    """Gives one verdict a sheet. What several sheets depend on is compared once.

    With `verify` outputs are hashed, whatever their size and time.
    """

    def __init__(
        self, record: Record, digests: Digests, output: Folder, *, force: bool, verify: bool
    ) -> None:
        self.record, self.digests, self.output = record, digests, Opened(output)
        self.force, self.verify = force, verify
        self.restamped = False  # the record has learnt new times of outputs
        self._same: dict[int, tuple[Held, ...]] = {}  # shared inputs that are as they were, by id
        self._intact: dict[str, bool] = {}

    def of(self, job: Job, asked: str, file: str) -> Verdict:
        """Whether the inputs of a sheet, as files, are those that it was made from."""
        sheet = self.record.sheets.get(file)
        if sheet is None or not sheet.shared:
            return Verdict(job, file, True, self.record.flaw or NEVER_BUILT)
        why = self._why(sheet, asked, file)
        found = (*sheet.findings, *sheet.others)
        return Verdict(job, file, bool(why), why or UP_TO_DATE, sheet.pages, found)

    def _why(self, sheet: Sheet, asked: str, file: str) -> str:
        if self.force:
            return "--force"
        if not self.intact(file):
            there = os.path.isfile(os.path.join(self.output.path, file))
            return "the output was edited" if there else "the output is gone"
        if sheet.asked != asked:
            return f"{asked} is asked for, and it was {sheet.asked}"
        return self._changed_of_all(sheet.shared) or self.changed(sheet.own)

    def intact(self, file: str) -> bool:
        """Whether an output is as it was written."""
        found = self._intact.get(file)
        if found is None:
            sheet = self.record.sheets[file]
            now = sheet.stamp.now(self.output, file, verify=self.verify)
            if now is not None and now != sheet.stamp:  # touched, or copied here
                self.record.sheets[file] = sheet._replace(stamp=now)
                self.restamped = True
            found = self._intact[file] = now is not None
        return found

    def changed(self, inputs: tuple[Held, ...]) -> str:
        """The first of the inputs that is not as it was, in words; empty if all are."""
        for source, then in inputs:
            now = self.digests.of(source)
            if now != then:
                return _words(source, then, now)
        return ""

    def _changed_of_all(self, shared: tuple[Held, ...]) -> str:
        """The same of what many sheets share as the very same object, which is looked at once."""
        if id(shared) in self._same:
            return ""
        why = self.changed(shared)
        if not why:
            self._same[id(shared)] = shared  # kept, so that no other gets its id
        return why


def _words(source: Source, then: str, now: str) -> str:
    name = source.name
    match source.kind:
        case "file" if then == ABSENT:
            return f"{name} is new"
        case "file" if now == ABSENT:
            return f"{name} is gone"
        case "folder":
            return f"templates/{name}/ has other files"
        case "fonts":
            return "fonts were installed or removed"
        case "font":
            return f"the font {os.path.basename(name)} changed"
        case "due":
            return f"its review is due since {name}" if now == "passed" else "the clock went back"
        case _:
            return f"{name} changed"

"""The record of what was built from what."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...files import ABSENT, Digest, Input, file_digest
from ...model.findings import Finding
from ...model.jobs import Folder

NEVER_BUILT = "it was never built here"
Held = tuple[Input, Digest]  # an input and the digest that it had
Numbers = tuple[int, ...]  # places in the record's table of inputs


class Stamp(NamedTuple):
    """A file as it was written; size and time stand for the hash while both are as they were."""

    size: int  # bytes
    time: int  # of modification, in nanoseconds
    sha256: str

    @classmethod
    def of(cls, path: Folder, sha256: str) -> Stamp:
        """Raises OSError."""
        status = os.stat(path)
        return cls(status.st_size, status.st_mtime_ns, sha256)

    def now(self, path: str, *, verify: bool = False) -> Stamp | None:
        """The stamp of the file at `path` if it still has the content that was written."""
        try:
            status = os.lstat(path)
        except OSError:
            return None
        if status.st_size != self.size and self.size >= 0:
            return None
        if status.st_mtime_ns == self.time and not verify:
            return self
        if file_digest(path, os.O_NOFOLLOW) != self.sha256:
            return None
        return Stamp(status.st_size, status.st_mtime_ns, self.sha256)


class Sheet(NamedTuple):
    """A sheet that was built. Without inputs nothing is claimed but that its files are ours."""

    leaflet: str
    language: str
    edition: str
    asked: str  # the language as it was asked for, which may name digits
    named: bool  # clinic.yaml named its language and edition then
    pages: int
    inputs: Numbers
    page: str  # the hash of the page that was drawn
    made_with: str  # the hash of what it was drawn with: Polyleaf, libraries, fonts
    stamps: tuple[tuple[str, Stamp], ...]  # by file
    drawn: bool  # something was found on its pages alone
    findings: tuple[Finding, ...]
    rows: str  # of the manifest, as JSON; empty if there is none


class Planned(NamedTuple):
    """What a selection asked for, and from what that was known."""

    inputs: Numbers
    files: tuple[tuple[str, str], ...]  # the main file of a sheet, its language as asked for
    named: tuple[tuple[str, str], ...]  # language and edition of all that clinic.yaml names
    findings: tuple[Finding, ...] = ()  # in its leaflets against each other


class BuildRecord:
    """What is in the output folder. `invalid_reason` says why the record does not count, if so."""

    def __init__(self, invalid_reason: str = NEVER_BUILT) -> None:
        self.invalid_reason = invalid_reason
        self.root = ""  # of the project
        self.relative_output = ""  # the output folder below it; empty if it is elsewhere
        self.inputs: list[Held] = []
        self.plans: dict[str, Planned] = {}  # by selection
        self.sheets: dict[str, Sheet] = {}  # by main file
        self.unowned: set[str] = set()  # files that another project may have built
        self.listing: Numbers = ()  # what the page to choose from was made from
        self.lists: dict[str, Stamp] = {}  # it and the manifest
        self._numbers: dict[Held, int] = {}

    def numbers(self, held: Iterable[Held]) -> Numbers:
        """The places of inputs in the table, to which new ones are added."""
        if len(self._numbers) != len(self.inputs):
            self._numbers = {each: number for number, each in enumerate(self.inputs)}
        found = []
        for each in held:
            number = self._numbers.get(each)
            if number is None:
                number = self._numbers[each] = len(self.inputs)
                self.inputs.append(each)
            found.append(number)
        return tuple(sorted(found))

    def held(self, numbers: Numbers) -> Iterator[Held]:
        return (self.inputs[number] for number in numbers)

    def was_there(self, sheet: Sheet) -> Iterator[str]:
        """The names of the files that a sheet was made from."""
        for source, digest in self.held(sheet.inputs):
            if source.kind == "file" and digest != ABSENT:
                yield source.name

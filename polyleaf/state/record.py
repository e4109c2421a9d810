"""The record of what was built from what."""

import hashlib
import os
from typing import NamedTuple

from ..jobs import Folder
from ..problems import Finding
from .digests import Source
from .opened import Opened

NEVER_BUILT = "it was never built here"
Held = tuple[Source, str]  # a source and the digest that it had


class Stamp(NamedTuple):
    """A file as it was written; size and time stand for the hash while both are as they were."""

    size: int  # bytes
    time: int  # of modification, in nanoseconds
    sha256: str

    @classmethod
    def of(cls, path: Folder, sha256: str) -> "Stamp":
        """Raises OSError."""
        status = os.stat(path)
        return cls(status.st_size, status.st_mtime_ns, sha256)

    def now(self, folder: Opened, name: str, *, verify: bool = False) -> "Stamp | None":
        """The stamp of a file below `folder` if it still has the content that was written."""
        try:
            status = folder.stat(name)
            if status.st_size != self.size and self.size >= 0:
                return None
            if status.st_mtime_ns == self.time and not verify:
                return self
            with open(folder.open(name), "rb") as file:
                same = hashlib.file_digest(file, "sha256").hexdigest() == self.sha256
        except OSError:
            return None
        return Stamp(status.st_size, status.st_mtime_ns, self.sha256) if same else None


class Sheet(NamedTuple):
    """A sheet that was built. Without inputs nothing is claimed but that the file was ours."""

    leaflet: str
    language: str
    edition: str
    asked: str  # the language as it was asked for, which may name digits
    named: bool  # clinic.yaml named its language and edition then
    pages: int
    shared: tuple[Held, ...]  # inputs that other sheets have too, as the very same object
    own: tuple[Held, ...]  # inputs that are named after its leaflet
    key: str
    stamp: Stamp
    drawn: bool  # something was found on its pages alone
    findings: tuple[Finding, ...]
    others: tuple[Finding, ...]  # about its fonts
    row: str  # of the manifest, as JSON, without what stands above; empty if there is none

    @property
    def inputs(self) -> tuple[Held, ...]:
        return (*self.shared, *self.own)


class Record:
    """What stands in the output folder. `flaw` says why there is none that counts."""

    def __init__(self, flaw: str = NEVER_BUILT) -> None:
        self.flaw = flaw
        self.root = ""  # of the project
        self.place = ""  # of the output folder below it; empty if it is elsewhere
        self.clinic = ""  # the digest of clinic.yaml when it named these
        self.languages: tuple[str, ...] = ()
        self.editions: tuple[str, ...] = ()
        self.tags: dict[str, str] = {}  # language as asked for → its BCP 47 tag
        self.suffixes: dict[str, str] = {}  # edition → .pdf or .html
        self.surroundings: dict[str, str] = {}  # that tags and suffixes hold in
        self.sheets: dict[str, Sheet] = {}  # by file
        self.doubtful: list[str] = []  # those that another project may have built
        self.listing: tuple[Held, ...] = ()  # what the page to choose from is made from
        self.lists: dict[str, Stamp] = {}  # it and the manifest

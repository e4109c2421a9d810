"""The record of what was built from what."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from ..problems import Finding
from .digests import Source

NEVER_BUILT = "it was never built here"
Held = tuple[Source, str]  # a source and the digest that it had


class Stamp(NamedTuple):
    """A file as it was written; size and time stand for the hash while both are as they were."""

    size: int  # bytes
    time: int  # of modification, in nanoseconds
    sha256: str

    @classmethod
    def of(cls, path: Path, sha256: str) -> Stamp:
        """Raises OSError."""
        status = path.stat()
        return cls(status.st_size, status.st_mtime_ns, sha256)

    def now(self, path: str, *, verify: bool = False) -> Stamp | None:
        """The stamp of the file at `path` if it still has the content that was written."""
        try:
            status = os.stat(path)
            if status.st_size != self.size and self.size >= 0:
                return None
            if status.st_mtime_ns == self.time and not verify:
                return self
            with open(path, "rb") as file:
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
    inputs: tuple[Held, ...]
    key: str
    stamp: Stamp
    drawn: bool  # something was found on its pages alone
    findings: tuple[Finding, ...]
    others: tuple[Finding, ...]  # about its fonts
    row: tuple[Any, ...]  # of the manifest, its number of pages first, without what stands above


@dataclass
class Record:
    """What stands in the output folder. `flaw` says why there is none that counts."""

    root: str = ""  # of the project
    place: str = ""  # of the output folder below it; empty if it is elsewhere
    flaw: str = NEVER_BUILT
    clinic: str = ""  # the digest of clinic.yaml when it named these
    languages: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    tags: dict[str, str] = field(default_factory=dict)  # language as asked for → its BCP 47 tag
    suffixes: dict[str, str] = field(default_factory=dict)  # edition → .pdf or .html
    surroundings: dict[str, str] = field(default_factory=dict)  # that tags and suffixes hold in
    sheets: dict[str, Sheet] = field(default_factory=dict)  # by file
    doubtful: list[str] = field(default_factory=list)  # those that another project may have built
    listing: tuple[Held, ...] = ()  # what the page to choose from is made from
    lists: dict[str, Stamp] = field(default_factory=dict)  # it and the manifest

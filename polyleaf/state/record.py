"""The record of what was built from what: one file in the output folder, which survives damage.

Its first line is the hash of the rest. A record that is missing, damaged, or written by another
Polyleaf is no record: everything is built anew, and no sheet is kept that nobody vouches for.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from ..problems import Blame, Finding, Severity, Where
from .digests import Source

NAME = ".polyleaf-record"
FORM = 1  # goes up when the meaning of a field changes
T = TypeVar("T")
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
    flaw: str = "it was never built here"
    clinic: str = ""  # the digest of clinic.yaml when it named these
    languages: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    tags: dict[str, str] = field(default_factory=dict)  # language as asked for → its BCP 47 tag
    suffixes: dict[str, str] = field(default_factory=dict)  # edition → .pdf or .html
    surroundings: dict[str, str] = field(default_factory=dict)  # that tags and suffixes hold in
    sheets: dict[str, Sheet] = field(default_factory=dict)  # by file
    listing: tuple[Held, ...] = ()  # what the page to choose from is made from
    lists: dict[str, Stamp] = field(default_factory=dict)  # it and the manifest


def load(output: Path) -> Record:
    """The record in an output folder; an empty one if it is missing or broken."""
    try:
        data = (output / NAME).read_bytes()
    except OSError:
        return Record()
    try:
        head, _, body = data.partition(b"\n")
        if head != hashlib.sha256(body).hexdigest().encode():
            return Record(flaw="the build record is damaged")
        told = json.loads(body)
        if told.pop("form") != FORM:
            return Record(flaw="another Polyleaf wrote the build record")
        return _from(told)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return Record(flaw="the build record is damaged")


def save(record: Record) -> bytes:
    """The record as a file's content."""
    held, findings = _Table[Held](), _Table[Finding]()
    sheets = [
        [
            *sheet[:5],
            held.add(sheet.inputs),
            sheet.key,
            sheet.stamp,
            sheet.drawn,
            findings.add(sheet.findings),
            findings.add(sheet.others),
            [file, *sheet.row],
        ]
        for file, sheet in record.sheets.items()
    ]
    told = {
        "form": FORM,
        **{name: getattr(record, name) for name in PLAIN},
        "listing": held.add(record.listing),
        "sheets": sheets,
        "held": [[*source, digest] for source, digest in held.rows],
        "findings": [_plain(finding) for finding in findings.rows],
    }
    body = json.dumps(told, ensure_ascii=True, separators=(",", ":")).encode()
    return hashlib.sha256(body).hexdigest().encode() + b"\n" + body


PLAIN = ("root", "clinic", "languages", "editions", "tags", "suffixes", "surroundings", "lists")


class _Table(dict[T, int]):
    """Gives equal things one number: a thousand sheets share most of what they are made from."""

    @property
    def rows(self) -> Iterable[T]:
        return self

    def add(self, things: Iterable[T]) -> list[int]:
        return [self.setdefault(thing, len(self)) for thing in things]


def _from(told: dict[str, Any]) -> Record:
    held = [(Source(kind, name), digest) for kind, name, digest in told["held"]]
    findings = [_finding(row) for row in told["findings"]]
    sheets = {row[-1][0]: _sheet(row, held, findings) for row in told["sheets"]}
    return Record(
        flaw="",
        **{name: told[name] for name in PLAIN if name not in ("languages", "editions", "lists")},
        languages=tuple(told["languages"]),
        editions=tuple(told["editions"]),
        lists={name: Stamp(*stamp) for name, stamp in told["lists"].items()},
        listing=tuple(held[at] for at in told["listing"]),
        sheets=sheets,
    )


def _sheet(row: list[Any], held: list[Held], findings: list[Finding]) -> Sheet:
    *plain, inputs, key, stamp, drawn, found, others, listed = row
    leaflet, language, edition, asked, named = plain
    return Sheet(
        leaflet,
        language,
        edition,
        asked,
        named,
        tuple([held[at] for at in inputs]),
        key,
        Stamp(*stamp),
        drawn,
        tuple([findings[at] for at in found]),
        tuple([findings[at] for at in others]),
        tuple(listed[1:]),
    )


def _plain(finding: Finding) -> list[object]:
    where = finding.where
    place = [where.path, where.line, where.column]
    return [*place, finding.code, finding.message, finding.hint, finding.severity, finding.blame]


def _finding(row: list[Any]) -> Finding:
    path, line, column, code, message, hint, severity, blame = row
    place = Where(path, line, column)
    return Finding(place, code, message, hint, Severity(severity), Blame(blame))

"""The record as a file of the output folder, which survives damage.

Its first line is the hash of the rest. A record that is missing, damaged, or written by another
Polyleaf is no record: everything is built anew, and no sheet is kept that nobody vouches for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from ..problems import Blame, Finding, Severity, Where
from .digests import Source
from .record import Held, Record, Sheet, Stamp

NAME = ".polyleaf-record"
FORM = 2  # goes up when the meaning of a field changes
PLAIN = (
    *("root", "place", "doubtful", "clinic", "languages", "editions", "tags", "suffixes"),
    *("surroundings", "lists"),
)
T = TypeVar("T")


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

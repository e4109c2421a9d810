"""The record as a file of the output folder, which survives damage.

    the hash of the rest
    what a verdict takes: a table of the sheets, column by column, and of what they share
    a row of the manifest, of each sheet in turn; these are parsed when the manifest is written

A record that is missing, damaged, or written by another Polyleaf is no record: everything is built
anew, and no sheet is kept that nobody vouches for.
"""

import hashlib
import json
import os
from collections.abc import Iterable
from typing import Any, TypeVar

from ..jobs import Folder
from ..problems import Blame, Finding, Severity, Where
from .digests import Source
from .record import Held, Record, Sheet, Stamp

NAME = ".polyleaf-record"
FORM = 4  # goes up when the meaning of a field changes
PLAIN = ("root", "place", "doubtful", "clinic", "tags", "suffixes", "surroundings")
COLUMNS = 16  # of the table of sheets
SEVERITIES = {str(severity): severity for severity in Severity}
BLAMES = {int(blame): blame for blame in Blame}
T = TypeVar("T")


def load(output: Folder) -> Record:
    """The record in an output folder; an empty one if it is missing or broken."""
    try:
        with open(os.path.join(output, NAME), "rb") as file:
            data = file.read()
    except OSError:
        return Record()
    try:
        head, _, body = data.partition(b"\n")
        if head != hashlib.sha256(body).hexdigest().encode():
            return Record("the build record is damaged")
        first, *rows = body.decode().split("\n")
        told = json.loads(first)
        if told["form"] != FORM:
            return Record("another Polyleaf wrote the build record")
        return _from(told, rows)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return Record("the build record is damaged")


def save(record: Record) -> bytes:
    """The record as a file's content."""
    held, findings = _Table[Held](), _Table[Finding]()
    shared, said = _Table[tuple[Held, ...]](), _Table[tuple[Any, ...]]()
    rows = [
        (
            file,
            *sheet[:6],
            shared.number(sheet.shared),
            held.numbers(sheet.own),
            sheet.key,
            *sheet.stamp,
            sheet.drawn,
            findings.numbers(sheet.findings),
            findings.numbers(sheet.others),
        )
        for file, sheet in record.sheets.items()
    ]
    told = {
        "form": FORM,
        **{name: getattr(record, name) for name in PLAIN},
        "languages": record.languages,
        "editions": record.editions,
        "lists": record.lists,
        "listing": held.numbers(record.listing),
        "sheets": list(zip(*rows, strict=True)) or [()] * COLUMNS,
        "shared": [held.numbers(inputs) for inputs in shared],
        "held": [[*source, digest] for source, digest in held],
        "findings": [[*finding.where, said.number(finding[1:])] for finding in findings],
        "said": list(said),
    }
    first = json.dumps(told, ensure_ascii=True, separators=(",", ":"))
    body = "\n".join((first, *(sheet.row for sheet in record.sheets.values()))).encode()
    return hashlib.sha256(body).hexdigest().encode() + b"\n" + body


class _Table(dict[T, int]):
    """Gives equal things one number: a thousand sheets share most of what they are made from."""

    def number(self, thing: T) -> int:
        return self.setdefault(thing, len(self))

    def numbers(self, things: Iterable[T]) -> list[int]:
        return [self.setdefault(thing, len(self)) for thing in things]


def _from(told: dict[str, Any], rows: list[str]) -> Record:
    held = [(Source(kind, name), digest) for kind, name, digest in told["held"]]
    record = Record(flaw="")
    for name in PLAIN:
        setattr(record, name, told[name])
    record.languages, record.editions = tuple(told["languages"]), tuple(told["editions"])
    record.lists = {name: Stamp(*stamp) for name, stamp in told["lists"].items()}
    record.listing = tuple([held[at] for at in told["listing"]])
    record.sheets = _sheets(told, held, rows)
    return record


def _sheets(told: dict[str, Any], held: list[Held], rows: list[str]) -> dict[str, Sheet]:
    """By file. Whole columns are put together, in half the time of sheet after sheet."""
    findings, groups = _findings(told), _looked_up(held, told["shared"])
    files, *plain, shared, own, keys, sizes, times, hashes, drawn, found, others = told["sheets"]
    columns = (
        *plain,
        [groups[at] for at in shared],
        _looked_up(held, own),
        keys,
        map(Stamp._make, zip(sizes, times, hashes, strict=True)),
        drawn,
        _looked_up(findings, found),
        _looked_up(findings, others),
        rows,
    )
    sheets = map(Sheet._make, zip(*columns, strict=True))
    return dict(zip(files, sheets, strict=True))


def _looked_up(table: list[T], groups: list[list[int]]) -> list[tuple[T, ...]]:
    """A list within tuple() takes half the time of a generator."""
    return [tuple([table[at] for at in group]) for group in groups]


def _findings(told: dict[str, Any]) -> list[Finding]:
    """What is said is often the same of many places."""
    said = [(*text, SEVERITIES[severity], BLAMES[blame]) for *text, severity, blame in told["said"]]
    places = ((Where(path, line, column), at) for path, line, column, at in told["findings"])
    return [Finding(where, *said[at]) for where, at in places]

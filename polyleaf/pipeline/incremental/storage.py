"""The record as a file of the output folder, and rejects one that is damaged or forged.

    a signature of the rest
    the record as JSON, but for the rows
    the rows of the manifest, a line a sheet; these are parsed when the manifest is written

The signature is a hash with a key that this user has on this machine, in a file that Polyleaf makes
when it first writes a record. So a record counts only for the user who wrote it: an output folder
that came with a project cannot claim to be up to date. Every field is checked too. Whatever
is wrong, there is no record then, and everything is built anew.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from ...files import Input, open_regular, read_bytes
from ...model.findings import ExitStatus, Finding, Severity, Where
from ...model.jobs import Folder
from .record import BuildRecord, Numbers, Planned, Sheet, Stamp

NAME = ".polyleaf-record"
SCHEMA_VERSION = 7  # goes up when the meaning of a field changes
LARGEST = 200_000_000  # bytes; 1,000 sheets take two million
KEY = "polyleaf/key"  # below the user's state folder (XDG Base Directory Specification 0.8)
KEY_BYTES = 32
DAMAGED = "the build record is damaged"
FOREIGN = "the build record is damaged, or another user wrote it"
OTHER_VERSION = "another Polyleaf wrote the build record"
SEVERITIES = {str(severity): severity for severity in Severity}
BLAMES = {int(exit_status): exit_status for exit_status in ExitStatus}
KINDS = {"file", "folder", "inside", "font", "fonts", "fact", "due", "siblings"}
STAMP = (int, int, str)
SHAPE = {
    "root": str,
    "relative_output": str,
    "unowned": [str],
    "inputs": [(str, str, str)],
    "findings": [(str, int, int, str, str, str, str, int)],
    "plans": [(str, [int], [(str, str)], [(str, str)], [int])],
    "sheets": [
        (str, str, str, str, bool, int, [int], str, str, [(str, *STAMP)], bool, [int]),
    ],
    "listing": [int],
    "lists": [(str, *STAMP)],
}
T = TypeVar("T")


def load(output: Folder) -> BuildRecord:
    """The record in an output folder; an empty one, with the reason, if there is none to trust."""
    try:
        data = read_bytes(os.path.join(output, NAME), LARGEST, os.O_NOFOLLOW)
    except FileNotFoundError:
        return BuildRecord()
    except OSError:
        return BuildRecord(DAMAGED)
    head, _, body = data.partition(b"\n")
    version, _, signature = head.partition(b" ")
    if version != str(SCHEMA_VERSION).encode():
        return BuildRecord(OTHER_VERSION if version.isdigit() else DAMAGED)
    key = _key(make=False)
    if not key or _signature(body, key) != signature:
        return BuildRecord(FOREIGN)
    try:
        first, *rows = body.decode().split("\n")
        return _record(json.loads(first), rows)
    except (ValueError, TypeError, KeyError, IndexError, RecursionError):
        return BuildRecord(DAMAGED)


def save(record: BuildRecord) -> bytes:
    """The record as a file's content, signed; raises OSError if there is no place for a key."""
    inputs, findings = _Table[int](), _Table[Finding]()
    sheets = [
        (
            *sheet[:6],
            inputs.numbers(sheet.inputs),
            sheet.page,
            sheet.made_with,
            [(file, *stamp) for file, stamp in sheet.stamps],
            sheet.drawn,
            findings.numbers(sheet.findings),
        )
        for sheet in record.sheets.values()
    ]
    plans = [
        (
            *(selection, inputs.numbers(plan.inputs), plan.files, plan.named),
            findings.numbers(plan.findings),
        )
        for selection, plan in record.plans.items()
    ]
    listing = inputs.numbers(record.listing)
    content = {
        "root": record.root,
        "relative_output": record.relative_output,
        "unowned": sorted(record.unowned),
        "plans": plans,
        "sheets": sheets,
        "listing": listing,
        "lists": [(name, *stamp) for name, stamp in record.lists.items()],
        "inputs": [(*source, digest) for source, digest in record.held(tuple(inputs))],
        "findings": [(*finding.where, *finding[1:]) for finding in findings],
    }
    first = json.dumps(content, ensure_ascii=True, separators=(",", ":"))
    body = "\n".join((first, *(sheet.rows for sheet in record.sheets.values()))).encode()
    return b"%d %s\n%s" % (SCHEMA_VERSION, _signature(body, _key(make=True)), body)


def _record(content: Any, rows: list[str]) -> BuildRecord:
    """Raises ValueError and its like for whatever `save` would not have written."""
    if not _fits(content, SHAPE) or len(rows) != len(content["sheets"]):
        raise ValueError("not the shape of a record")
    if any(kind not in KINDS for kind, _, _ in content["inputs"]):
        raise ValueError("no such kind of input")
    record = BuildRecord(invalid_reason="")
    record.root, record.relative_output = content["root"], content["relative_output"]
    record.unowned = set(content["unowned"])
    record.inputs = [(Input(kind, name), digest) for kind, name, digest in content["inputs"]]
    numbers = _checked(len(record.inputs))
    findings = [_finding(*each) for each in content["findings"]]
    finding_numbers = _checked(len(findings))
    record.listing = numbers(content["listing"])
    record.lists = {name: Stamp(*stamp) for name, *stamp in content["lists"]}
    for selection, inputs, files, named, found in content["plans"]:
        compared = tuple(findings[number] for number in finding_numbers(found))
        pairs = tuple(map(tuple, files)), tuple(map(tuple, named))
        record.plans[selection] = Planned(numbers(inputs), *pairs, compared)
    for (*plain, inputs, page, made_with, stamps, drawn, found), row in zip(
        content["sheets"], rows, strict=True
    ):
        at = tuple((file, Stamp(*stamp)) for file, *stamp in stamps)
        reported = tuple(findings[number] for number in finding_numbers(found))
        record.sheets[at[0][0]] = Sheet._make(
            (*plain, numbers(inputs), page, made_with, at, drawn, reported, row)
        )
    return record


def _fits(value: Any, shape: Any) -> bool:
    """Whether a value read from JSON is exactly of a shape: a type, [of], (each, …) or {key: …}."""
    if isinstance(shape, type):
        return type(value) is shape
    if isinstance(shape, dict):
        keys = type(value) is dict and value.keys() == shape.keys()
        return keys and all(_fits(value[name], of) for name, of in shape.items())
    if type(value) is not list:
        return False
    if isinstance(shape, tuple):
        return len(value) == len(shape) and all(map(_fits, value, shape))
    (of,) = shape
    if isinstance(of, type):
        return {*map(type, value)} <= {of}
    return all(_fits(each, of) for each in value)


def _checked(length: int) -> Callable[[list[int]], Numbers]:
    """Lists of places in a table of that length, as tuples; raises IndexError for others."""

    def numbers(places: list[int]) -> Numbers:
        if places and not (min(places) >= 0 and max(places) < length):
            raise IndexError("no such place in the table")
        return tuple(places)

    return numbers


def _finding(path: str, line: int, column: int, *rest: Any) -> Finding:
    code, message, hint, severity, exit_status = rest
    where = Where(path, line, column)
    return Finding._make((where, code, message, hint, SEVERITIES[severity], BLAMES[exit_status]))


class _Table(dict[T, int]):
    """Gives equal things one number: a thousand sheets share most of what they are made from."""

    def numbers(self, things: Iterable[T]) -> list[int]:
        return [self.setdefault(thing, len(self)) for thing in things]


def _signature(body: bytes, key: bytes) -> bytes:
    return hashlib.blake2b(body, key=key).hexdigest().encode()


def _key(*, make: bool) -> bytes:
    """This user's key; if there is none, a new one, which may raise OSError, or an empty one."""
    state = os.environ.get("XDG_STATE_HOME", "")
    if not os.path.isabs(state):
        state = os.path.expanduser("~/.local/state")
    path = os.path.join(state, KEY)
    try:
        key = _own_key(path)
    except OSError:
        if not make:
            return b""
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
        with os.fdopen(open_regular(path, flags, 0o600), "wb") as file:
            file.write(os.urandom(KEY_BYTES))
        key = _own_key(path)
    return key


def _own_key(path: str) -> bytes:
    """Raises OSError for a key that others may know."""
    with os.fdopen(open_regular(path, os.O_RDONLY | os.O_NOFOLLOW), "rb") as file:
        status = os.fstat(file.fileno())
        if status.st_uid != os.geteuid() or status.st_mode & 0o077:
            raise PermissionError(path)
        key = file.read(KEY_BYTES + 1)
    if len(key) != KEY_BYTES:
        raise PermissionError(path)
    return key

"""The text of a batch file → its rows, each cell with its place."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ...model.findings import Finding, PolyleafError, Where

DELIMITERS = ",;\t"  # a semicolon is what spreadsheets write where a comma is in numbers
SPACE = re.compile(r"[ \t\r]*")
QUOTED = re.compile(r'"((?:[^"]|"")*)"')


@dataclass(frozen=True, slots=True)
class Cell:
    text: str = field(repr=False)
    where: Where


@dataclass(frozen=True, slots=True)
class BatchRecord:
    """One row: each name with what stands under it. `head` is where its names stand."""

    where: Where
    head: Where
    cells: tuple[tuple[Cell, Cell], ...]


# What a reader yields: a row, or what is wrong with it.
Read = Iterator[BatchRecord | Finding]


def read(text: str, path: str, suffix: str) -> Read:
    """The rows of a batch file; raises PolyleafError where the rest of it cannot be read."""
    return READERS[suffix](text, path)


def comma_separated(text: str, path: str) -> Read:
    """CSV (RFC 4180) whose first row has the names; rows in which nothing stands are none."""
    rows = _cells(text, path)
    names = next(rows, None)
    for cells in rows if names else ():
        where = Where(path, cells[0].where.line)
        if names and len(cells) == len(names):
            yield BatchRecord(where, names[0].where, tuple(zip(names, cells, strict=True)))
        elif names:
            message = f"the row has {len(cells)} cells for {len(names)} columns"
            hint = "put a cell that holds the delimiter in quotation marks"
            yield Finding(where, "batch-row", message, hint)


def _cells(text: str, path: str) -> Iterator[list[Cell]]:
    head = re.match("[^\r\n]*", text)
    delimiter = next((c for c in DELIMITERS if head and c in head[0]), DELIMITERS[0])
    bare = re.compile(f"[^{delimiter}\r\n]*")
    at, line, start = 0, 1, 0
    row: list[Cell] = []
    while True:
        where = Where(path, line, at - start + 1)
        quoted = text.startswith('"', at)
        found = (QUOTED if quoted else bare).match(text, at)
        if found is None:
            raise PolyleafError([_syntax(where, "a quotation mark opens here and never closes")])
        if inside := found[0].count("\n"):
            line, start = line + inside, found.start() + found[0].rindex("\n") + 1
        row.append(Cell(found[1].replace('""', '"') if quoted else found[0].strip(), where))
        at = found.end()
        if at == len(text) or text[at] in "\r\n":
            if any(cell.text for cell in row):
                yield row
            if at == len(text):
                return
            at += 2 if text.startswith("\r\n", at) else 1
            line, start, row = line + 1, at, []
        elif text[at] == delimiter:
            at += 1
        else:
            where = Where(path, line, at - start + 1)
            raise PolyleafError([_syntax(where, "text stands after a closing quotation mark")])


def json_lines(text: str, path: str) -> Read:
    """One JSON object a line; empty lines are none."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield _record(line, path, number)
            except PolyleafError as error:
                yield from error.findings
            except json.JSONDecodeError as error:
                yield _syntax(Where(path, number, error.pos + 1), f"not JSON: {error.msg}")
            except (ValueError, RecursionError):
                yield _syntax(Where(path, number), "a number too long, or nested too deep")


def _record(line: str, path: str, number: int) -> BatchRecord:
    """The object of one line. Python's own reader does not tell where its parts stand."""

    def behind(signs: str, at: int) -> int:
        """The place after one of the signs, which must stand at `at` or after the space there."""
        at = _after_space(line, at)
        if line[at : at + 1] not in tuple(signs):
            raise json.JSONDecodeError(f"expected {' or '.join(signs)}", line, at)
        return at + 1

    at = behind("{", 0)
    cells: list[tuple[Cell, Cell]] = []
    while not cells or line[at - 1] == ",":
        start = behind('"', at)
        name, at = json.JSONDecoder().raw_decode(line, start - 1)
        place = Where(path, number, start)
        start = _after_space(line, behind(":", at))
        value, at = json.JSONDecoder().raw_decode(line, start)
        where = Where(path, number, start + 1)
        cells.append((Cell(name, place), Cell(_text(value, where), where)))
        at = behind(",}", at)
    if rest := line[at:].strip():
        raise json.JSONDecodeError("more after the object", line, line.rindex(rest))
    return BatchRecord(Where(path, number), Where(path, number), tuple(cells))


def _text(value: Any, where: Where) -> str:
    """A string or a whole number as text; null is an empty cell."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    message = "expected text"
    raise PolyleafError([Finding(where, "batch-value", message, "put it in quotation marks")])


def _after_space(line: str, at: int) -> int:
    found = SPACE.match(line, at)
    return found.end() if found else at


def _syntax(where: Where, message: str) -> Finding:
    return Finding(where, "batch-syntax", message)


READERS: dict[str, Callable[[str, str], Read]] = {
    ".csv": comma_separated,
    ".jsonl": json_lines,
}

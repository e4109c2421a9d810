"""The text of a batch file → its rows, each cell with its place."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ...model.findings import Finding, PolyleafError, Where

SPACE = re.compile(r"[ \t\r]*")
DELIMITERS = ",;\t"  # spreadsheets write semicolons where numbers have a decimal comma
FIRST_LINE = re.compile("[^\r\n]*")
# What tells Excel the delimiter, in a line above the names; another program may quote it.
SEP = re.compile(r'"?sep=([^\w"\r\n])"?(?=[\r\n])', re.IGNORECASE)
QUOTED = re.compile(r'"((?:[^"]|"")*)"')


@dataclass(frozen=True, slots=True)
class Cell:
    text: str = field(repr=False)
    where: Where


@dataclass(frozen=True, slots=True)
class BatchRecord:
    """One row: pairs of a column's name and its cell. `head` is the place of the names."""

    where: Where
    head: Where
    cells: tuple[tuple[Cell, Cell], ...]


# A row, or what is wrong with it.
Records = Iterator[BatchRecord | Finding]


def read(text: str, path: str, suffix: str) -> Records:
    """Yield the rows of a batch file; raise PolyleafError where the rest cannot be read."""
    return READERS[suffix](text, path)


def comma_separated(text: str, path: str) -> Records:
    """Read CSV (RFC 4180) as spreadsheets write it. The first row has the names.

    Empty rows are skipped, and so are empty cells in columns without a name.
    """
    rows = _cells(text, path)
    names = next(rows, None)
    for cells in rows if names else ():
        where = Where(path, cells[0].where.line)
        while names and len(cells) > len(names) and not cells[-1].text:
            cells.pop()
        if names and len(cells) == len(names):
            pairs = zip(names, cells, strict=True)
            used = tuple((name, cell) for name, cell in pairs if name.text or cell.text)
            yield BatchRecord(where, names[0].where, used)
        elif names:
            message = f"the row has {len(cells)} cells for {len(names)} columns"
            hint = "put a cell that holds the delimiter in quotation marks"
            yield Finding(where, "batch-row", message, hint)


def _delimiter(line: str) -> str:
    """Return the one that comes most often between the names; a name in quotes may hold another."""
    between = QUOTED.sub("", line)
    return max(DELIMITERS, key=between.count)


def _cells(text: str, path: str) -> Iterator[list[Cell]]:
    separator = SEP.match(text)
    head = FIRST_LINE.match(text)
    delimiter = separator[1] if separator else _delimiter(head[0] if head else "")
    bare = re.compile(f"[^{re.escape(delimiter)}\r\n]*")
    at = separator.end() if separator else 0
    line, start = 1, 0
    row: list[Cell] = []
    while True:
        where = Where(path, line, at - start + 1)
        quoted = text.startswith('"', at)
        found = (QUOTED if quoted else bare).match(text, at)
        if found is None:
            raise PolyleafError([_syntax(where, "this quotation mark is never closed")])
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
            raise PolyleafError([_syntax(where, "there is text after a closing quotation mark")])


def json_lines(text: str, path: str) -> Records:
    """Read one JSON object per line; empty lines are skipped."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield _record(line, path, number)
            except PolyleafError as error:
                yield from error.findings
            except json.JSONDecodeError as error:
                yield _syntax(Where(path, number, error.pos + 1), f"not JSON: {error.msg}")
            except (ValueError, RecursionError):
                yield _syntax(Where(path, number), "a number is too long, or the nesting too deep")


def _record(line: str, path: str, number: int) -> BatchRecord:
    """Read the object of one line. Python's own reader does not give the places of its parts."""

    def after(signs: str, at: int) -> int:
        """Return the position after one of the signs, which must follow at `at`."""
        at = _after_space(line, at)
        if line[at : at + 1] not in tuple(signs):
            raise json.JSONDecodeError(f"expected {' or '.join(signs)}", line, at)
        return at + 1

    at = after("{", 0)
    cells: list[tuple[Cell, Cell]] = []
    while not cells or line[at - 1] == ",":
        start = after('"', at)
        name, at = json.JSONDecoder().raw_decode(line, start - 1)
        place = Where(path, number, start)
        start = _after_space(line, after(":", at))
        value, at = json.JSONDecoder().raw_decode(line, start)
        where = Where(path, number, start + 1)
        cells.append((Cell(name, place), Cell(_text(value, where), where)))
        at = after(",}", at)
    if rest := line[at:].strip():
        raise json.JSONDecodeError("text after the object", line, line.rindex(rest))
    return BatchRecord(Where(path, number), Where(path, number), tuple(cells))


def _text(value: Any, where: Where) -> str:
    """Return a string or a whole number as text; null is an empty cell."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    finding = Finding(where, "batch-value", "expected text", "put it in quotation marks")
    raise PolyleafError([finding])


def _after_space(line: str, at: int) -> int:
    found = SPACE.match(line, at)
    return found.end() if found else at


def _syntax(where: Where, message: str) -> Finding:
    return Finding(where, "batch-syntax", message)


READERS: dict[str, Callable[[str, str], Records]] = {
    ".csv": comma_separated,
    ".tsv": comma_separated,
    ".jsonl": json_lines,
}

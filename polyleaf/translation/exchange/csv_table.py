"""CSV (RFC 4180) for Excel and LibreOffice, and whatever these make of it.

A cell that begins like a formula gets an apostrophe before it, as OWASP's page "CSV injection"
asks for; reading takes it away again. Excel writes semicolons, tabs, UTF-16 or the code page of
Windows, as its country and the menu have it.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence

from ...model.findings import Finding, PolyleafError, Severity, Where
from ..catalog import guessed_charset
from . import table_columns
from .parcel import Parcel, ReturnedPart, ReturnedText
from .table_columns import Columns

FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
SEPARATORS = ",;\t|"
FIRST_LINE = re.compile(r"\s*sep=(.)\s*")
UTF16 = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
# As translate-toolkit and Weblate call them, as far as they have such columns.
HEADS = (
    *("id", "context", "source", "target", "state", "max_length"),
    *("developer_comments", "location", "source_language", "target_language"),
)
BEFORE_HEAD = 20  # rows that may stand above the head of the table
csv.field_size_limit(1_000_000)


def write(parcel: Parcel) -> bytes:
    """The table, with a byte order mark: without one Excel takes UTF-8 for something else."""
    stream = io.StringIO(newline="")
    table = csv.writer(stream, lineterminator="\r\n")
    table.writerow(HEADS)
    for sent in parcel.texts:
        cells = (
            *(sent.id, sent.context, sent.source, sent.target, sent.state),
            str(sent.max_length or ""),
            "\n".join(sent.notes),
            " ".join(sent.places),
            *(parcel.source.tag, parcel.target.tag),
        )
        table.writerow(map(_guarded, cells))
    return stream.getvalue().encode("utf-8-sig")


def fits(data: bytes) -> bool:
    """Whether it is a text at all: all other formats are looked for before."""
    return data.startswith(tuple(UTF16)) or b"\0" not in data[:4000]


def read(data: bytes, path: str, tag: str = "") -> Iterator[ReturnedPart]:
    text, notes = _decoded(data, path, tag)
    rows = _rows(text, path)
    columns, start = _head(rows, path)
    texts = tuple(
        ReturnedText(
            where=Where(path, line),
            source=_cell(columns, row, "source"),
            target=_cell(columns, row, "target"),
            context=_cell(columns, row, "context") or None,
            id=_cell(columns, row, "key").strip(),
            fuzzy=table_columns.is_fuzzy(columns.cell(row, "state")),
            notes=tuple(filter(None, [_cell(columns, row, "notes").strip()])),
            confirmed="state" in columns.places,
        )
        for line, row in rows[start:]
        if any(cell.strip() for cell in row)
    )
    cells = [row for _, row in rows[start:]]
    yield ReturnedPart(
        where=Where(path, 1),
        texts=texts,
        source_tag=columns.source_tag or _said(columns, cells, "source_language"),
        target_tag=columns.target_tag or _said(columns, cells, "target_language"),
        findings=notes,
    )


def _said(columns: Columns, rows: Sequence[Sequence[str]], name: str) -> str:
    """The first value of a column whose cells are all alike."""
    return next((cell for row in rows if (cell := columns.cell(row, name).strip())), "")


def _guarded(cell: str) -> str:
    return f"'{cell}" if FORMULA.match(cell) else cell


def _cell(columns: Columns, row: Sequence[str], name: str) -> str:
    cell = columns.cell(row, name).replace("\r\n", "\n").replace("\r", "\n")
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def _decoded(data: bytes, path: str, tag: str) -> tuple[str, tuple[Finding, ...]]:
    """The text, and a warning if its encoding had to be guessed."""
    for mark, name in UTF16.items():
        if data.startswith(mark):
            return _text(data, path, name), ()
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        name = guessed_charset.of_windows(tag)
    message = f"the file is not UTF-8; it is read as {name}"
    hint = "look at its letters, or ask for it as “CSV UTF-8”"
    finding = Finding(Where(path, 1), "exchange-encoding", message, hint, Severity.WARNING)
    return _text(data, path, name), (finding,)


def _text(data: bytes, path: str, charset: str) -> str:
    try:
        return data.decode(charset)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"the file is neither UTF-8 nor {charset}"
        hint = "save it as “CSV UTF-8”"
        raise PolyleafError(
            [Finding(Where(path, line), "exchange-encoding", message, hint)]
        ) from None


def _rows(text: str, path: str) -> list[tuple[int, list[str]]]:
    """(line, cells) of each row; raises PolyleafError at the line of a quotation mark left open."""
    first, _, rest = text.partition("\n")
    named = FIRST_LINE.fullmatch(first)
    body = rest if named else text
    separator = named[1] if named else _separator(body)
    table = csv.reader(io.StringIO(body, newline=""), delimiter=separator, strict=True)
    rows, before = [], 1 if named else 0
    try:
        for row in table:
            rows.append((before + 1, row))
            before = table.line_num + (1 if named else 0)
    except csv.Error as error:
        hint = "a quotation mark inside a cell is written twice"
        where = Where(path, before + 1)
        raise PolyleafError([Finding(where, "exchange-table", f"no CSV: {error}", hint)]) from None
    return rows


def _separator(text: str) -> str:
    """What stands between cells: with it the first rows have a head of a table."""
    start = text[:10_000]
    for separator in SEPARATORS:
        for line in start.splitlines()[:BEFORE_HEAD]:
            if table_columns.find(next(csv.reader([line], delimiter=separator), [])):
                return separator
    return max(SEPARATORS, key=start.partition("\n")[0].count)


def _head(rows: Sequence[tuple[int, list[str]]], path: str) -> tuple[Columns, int]:
    for number, (_, row) in enumerate(rows[:BEFORE_HEAD], 1):
        if columns := table_columns.find(row):
            return columns, number
    message = "no column of sources, or none of translations"
    hint = "the first row names the columns: Key, Source, Translation"
    raise PolyleafError([Finding(Where(path, 1), "exchange-table", message, hint)])

"""Rows of cells → the sheet and the values that each requests, or what is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...model.copy import Value
from ...model.findings import Finding, Where
from ...model.inline import COPY_PLACEHOLDER, one_line
from .batch_records import BatchRecord, Cell

SHEET = ("leaflet", "language", "edition")
ID = "id"
LONGEST = 500  # characters: enough for an address or a note; longer texts belong in content
BETWEEN_WORDS = re.compile(r"[\s-]+")
# The end of a file name that is valid on every system: ASCII, no dot at either end.
FILE_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?")


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A requested sheet and the values on it. `columns` has the places of the names."""

    where: Where
    leaflet: Cell
    language: Cell
    edition: Cell
    id: Cell
    values: tuple[Value, ...]
    columns: tuple[tuple[str, Where], ...]  # each {copy.…}, also those with empty cells

    def spelled_as(self, printed: frozenset[str]) -> CopyRow:
        """Return the row with small and capital letters as in the placeholders that are printed."""
        return replace(
            self,
            values=tuple(
                replace(value, name=spelled(value.name, printed)) for value in self.values
            ),
            columns=tuple((spelled(name, printed), where) for name, where in self.columns),
        )


def spelled(name: str, known: frozenset[str]) -> str:
    """A known name that differs in small and capital letters alone, as spreadsheets change them."""
    if name in known:
        return name
    return next((each for each in sorted(known) if each.casefold() == name.casefold()), name)


def of(record: BatchRecord, number: int) -> CopyRow | list[Finding]:
    """Return the row, or what is wrong with it. Without a column `id` its number is its id."""
    record = replace(record, cells=tuple((_named(name), cell) for name, cell in record.cells))
    if wrong := [*_names(record), *_cells(record)]:
        return wrong
    cells = {name.text: value for name, value in record.cells}
    named = [(f"copy.{name.text}", name, value) for name, value in record.cells]
    personal = [each for each in named if each[1].text not in (*SHEET, ID)]
    return CopyRow(
        where=record.where,
        leaflet=cells["leaflet"],
        language=cells["language"],
        edition=cells["edition"],
        id=cells.get(ID, Cell(str(number), record.where)),
        values=tuple(
            Value(name, text, cell.where)
            for name, _, cell in personal
            if (text := _printed(cell.text))
        ),
        columns=tuple((name, column.where) for name, column, _ in personal),
    )


def _named(name: Cell) -> Cell:
    """Return a name as a placeholder has it: `Next visit` is next_visit, `Leaflet` is leaflet."""
    text = BETWEEN_WORDS.sub("_", name.text.strip())
    return replace(name, text=text.casefold() if text.casefold() in (*SHEET, ID) else text)


def _printed(text: str) -> str:
    """Return a value as it is printed: on one line, composed (NFC) as fonts expect it."""
    return unicodedata.normalize("NFC", one_line(text))


def _names(record: BatchRecord) -> Iterator[Finding]:
    """Check the names. If some are missing it may be a person's row, so none is quoted."""
    names = [name.text for name, _ in record.cells]
    folded = Counter(map(str.casefold, names))
    if missing := [name for name in SHEET if name not in names]:
        message = f"there is no {' and no '.join(missing)}"
        hint = f"each row has {', '.join(SHEET)}; in CSV the first row has these names"
        yield Finding(record.head, "batch-column", message, hint)
        return
    for name, _ in record.cells:
        if not name.text:
            message = "this column has no name, and a row has text in it"
            yield Finding(name.where, "batch-column", message, "name it, or empty it")
        elif folded[name.text.casefold()] > 1:
            message = "two columns have the same name"
            yield Finding(name.where, "batch-column", message, "rename one of them")
        elif not COPY_PLACEHOLDER.fullmatch(f"copy.{name.text}"):
            message = "this name of a column cannot be the name of a placeholder"
            hint = "use ASCII letters, digits and _: appointment for {copy.appointment}"
            yield Finding(name.where, "batch-column", message, hint)


def _cells(record: BatchRecord) -> Iterator[Finding]:
    for name, value in record.cells:
        if name.text in SHEET and not value.text:
            yield Finding(value.where, "batch-value", f"no {name.text} is named")
        elif name.text == ID and not FILE_NAME.fullmatch(value.text):
            message = "this id cannot be part of a file name"
            hint = "use at most 64 ASCII letters, digits and . _ -"
            yield Finding(value.where, "batch-id", message, hint)
        elif len(value.text) > LONGEST:
            message = f"{len(value.text)} characters, the limit is {LONGEST}"
            yield Finding(value.where, "batch-value", message)

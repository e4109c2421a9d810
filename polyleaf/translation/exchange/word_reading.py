"""A Word table that came back, from Word, LibreOffice or an editor in a browser.

Of tracked changes the result counts: what was inserted is there, what was deleted is not. Rows may
stand in another order, and others may have been added.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from ...files import safe_xml
from ...model.findings import Finding, PolyleafError, Where
from . import table_columns
from .parcel import ReturnedPart, ReturnedText
from .table_columns import Columns
from .word_cells import WordCell, rows

DOCUMENT, PROPERTIES = "word/document.xml", "docProps/core.xml"
MAX_PART = 50_000_000  # bytes of a part, unpacked
KEY = re.compile(r"\b[0-9a-f]{8}\b")
SUBJECT = re.compile(r"polyleaf ([\w-]+) ([\w-]+) ([\w-]+)")
# What a damaged archive ends in, besides its own error.
BROKEN = (
    *(zipfile.BadZipFile, KeyError, OSError, EOFError, RuntimeError, ValueError),
    *(zlib.error, struct.error),
)


def fits(data: bytes) -> bool:
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return DOCUMENT in archive.namelist()
    except BROKEN:
        return False


def is_translation(data: bytes) -> bool:
    """Whether it is a table for translators, and no document of a clinic."""
    try:
        return fits(data) and any(part.domain or part.target_tag for part in read(data, ""))
    except PolyleafError:
        return False


def read(data: bytes, path: str, _tag: str = "") -> Iterator[ReturnedPart]:
    """The rows of all tables; a place in the file is the number of a row."""
    root = safe_xml.parse(_part(data, DOCUMENT, path), path)
    named = SUBJECT.search(_properties(data, path))
    columns: Columns | None = None
    texts: list[ReturnedText] = []
    faults: list[Finding] = []
    for number, cells in enumerate(rows(root), 1):
        row = _flat(cells)
        if found := table_columns.find([cell.text for cell in row]):
            columns = found
            continue
        if not any(cell.text.strip() for cell in row):
            continue
        here = columns or _usual(row)
        where = Where(path, number)
        merged = _merged(row, here)
        if merged:
            faults.append(_merged_cells(where))
        elif here is not None:
            texts.append(_returned(row, here, where))
    if faults:
        raise PolyleafError(faults)
    tags = (columns.source_tag, columns.target_tag) if columns else ("", "")
    yield ReturnedPart(
        where=Where(path),
        texts=tuple(texts),
        domain=named[1] if named else "",
        source_tag=tags[0] or (named[2] if named else ""),
        target_tag=tags[1] or (named[3] if named else ""),
    )


def _part(data: bytes, name: str, path: str) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(name) as part:
            found = part.read(MAX_PART + 1)
    except BROKEN as error:
        message = f"damaged document: {error}"
        hint = "open it in Word and save it again"
        raise PolyleafError([Finding(Where(path), "exchange-xml", message, hint)]) from None
    if len(found) > MAX_PART:
        message = f"its text has over {MAX_PART:,} bytes"
        raise PolyleafError([Finding(Where(path), "exchange-xml", message)])
    return found


def _properties(data: bytes, path: str) -> str:
    """What the document says of itself; some programs drop it."""
    try:
        return "".join(safe_xml.parse(_part(data, PROPERTIES, path), path).itertext())
    except PolyleafError:
        return ""


def _flat(cells: list[WordCell]) -> list[WordCell]:
    """A cell for each column: one that covers several stands in each of them."""
    return [cell for cell in cells for _ in range(cell.wide)]


def _usual(row: list[WordCell]) -> Columns | None:
    """The columns of a table without its head: the key may have been deleted."""
    if len(row) < 2:
        return None
    if KEY.search(row[0].text) and len(row) > 2:
        return Columns({"key": 0, "source": 1, "target": 2})
    if len(row) == 2:
        return Columns({"source": 0, "target": 1})
    return Columns({"source": len(row) - 2, "target": len(row) - 1})


def _merged(row: list[WordCell], columns: Columns | None) -> bool:
    """Whether a translation shares its cell with another text; a heading over all columns may."""
    if columns is None:
        return False
    places = [columns.places[name] for name in ("source", "target") if name in columns.places]
    those = [row[place] for place in places if place < len(row)]
    across = len(those) == 2 and those[0] is those[1] and those[0].wide < len(row)
    return across or any(cell.continued for cell in those)


def _merged_cells(where: Where) -> Finding:
    message = f"row {where.line}: cells are merged, so it is not clear which text is which"
    hint = "split the cells, and put each translation beside its source"
    return Finding(where, "exchange-table", message, hint)


def _returned(row: list[WordCell], columns: Columns, where: Where) -> ReturnedText:
    cells = [cell.text for cell in row]
    key = KEY.search(columns.cell(cells, "key"))
    source, target = columns.cell(cells, "source"), columns.cell(cells, "target")
    heading = len({id(cell) for cell in row}) == 1
    return ReturnedText(
        where=where,
        source=source,
        target="" if heading else target,
        id=key[0] if key else "",
        confirmed=False,
    )

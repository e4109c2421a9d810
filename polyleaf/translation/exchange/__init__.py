"""Catalogs in the files that agencies and their tools take, and such files when they come back.

parcel, protected   what goes and what comes; the codes that a translation must keep
xliff1, xliff2      XLIFF 1.2 and 2.1
inline_elements, unit_segments, tool_states   what tools make of its texts
csv_table           for Excel and LibreOffice; table_columns finds its columns
word_table          a document of Word, with word_runs; word_reading and word_cells take it back
tbx                 a glossary
po_file             a catalog from any tool, under another name

A format is a module and its row in FORMATS. Nothing here reads or writes a file.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding, PolyleafError, Where
from . import csv_table, po_file, tbx, word_reading, word_table, xliff1, xliff2
from .parcel import ExchangeFormat, Parcel, ReturnedPart, ReturnedText, SentText, State
from .protected import restored, words_alone

FORMATS = {
    each.name: each
    for each in (
        ExchangeFormat("xliff", "XLIFF 1.2", ".xlf", xliff1.write, xliff1.fits, xliff1.read),
        ExchangeFormat("xliff2", "XLIFF 2.1", ".xliff", xliff2.write, xliff2.fits, xliff2.read),
        ExchangeFormat(
            *("docx-table", "a table in Word", ".docx"),
            *(word_table.write, word_reading.fits, word_reading.read),
        ),
        ExchangeFormat("tbx", "TBX-Basic", ".tbx", tbx.write, tbx.fits, tbx.read, terms_only=True),
        ExchangeFormat("po", "gettext", ".po", po_file.write, po_file.fits, po_file.read),
        ExchangeFormat("csv", "CSV", ".csv", csv_table.write, csv_table.fits, csv_table.read),
    )
}  # the order in which a file is tried: every text could be CSV
ALSO = {"xliff-1.2": "xliff", "xliff-2.1": "xliff2"}
MAX_FILE = 50_000_000  # bytes
# Files that are often sent in the place of these, by how they begin.
OTHERS = (
    (b"\xd0\xcf\x11\xe0", "save it as .docx, or as “CSV UTF-8”"),  # Word and Excel before 2007
    (b"PK", "unpack it; save a workbook of Excel as “CSV UTF-8”, another document as .docx"),
    (b"%PDF", "ask for the file that was sent, filled in"),
    (b"{", "ask for XLIFF"),
)

__all__ = [
    "ALSO",
    "FORMATS",
    "MAX_FILE",
    "ExchangeFormat",
    "Parcel",
    "ReturnedPart",
    "ReturnedText",
    "SentText",
    "State",
    "read",
    "restored",
    "words_alone",
]


def read(data: bytes, path: str, tag: str) -> Iterator[ReturnedPart]:
    """The parts of a file of whatever format, in a language if it is known.

    Raises PolyleafError with every fault of the file.
    """
    hint = next((hint for start, hint in OTHERS if data.startswith(start)), "")
    for each in FORMATS.values():
        if each.fits(data) and not (hint and each.name == "csv"):
            return each.read(data, path, tag)
    names = ", ".join(each.summary for each in FORMATS.values())
    message = "the file is of no format that can be imported"
    hint = hint or f"these can: {names}"
    raise PolyleafError([Finding(Where(path), "exchange-format", message, hint)])

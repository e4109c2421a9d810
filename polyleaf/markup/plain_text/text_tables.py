"""Tables and forms as lines of "column: value"."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from . import dom, words
from .labels import BULLET
from .passage import STEP

if TYPE_CHECKING:
    from .text_blocks import TextWriter


def write(writer: TextWriter, table: Element) -> None:
    """Writes a table: its caption, then the cells of each row with the names of their columns.

    Of the empty rows of a form there is one, to be copied.
    """
    for caption in table.iter("caption"):
        writer.children(caption)
    rows = [list(row) for row in table.iter("tr")]
    names: list[str] = []
    if rows and all(cell.tag == "th" for cell in rows[0]):
        names = [name for cell in rows.pop(0) for name in _spanned(writer, cell)]
    full = [row for row in rows if not all(map(dom.is_empty, row))]
    listed = len(full) > 1 and not any(_is_name(row) for row in full)
    for row in full or rows[:1]:
        if not names:
            _headed_row(writer, row)
        elif _is_name(row):
            writer.name_of_rows(row)
        else:
            _row(writer, row, names, listed)


def _is_name(row: list[Element]) -> bool:
    """Whether it names the rows under it, as an option does."""
    return all(cell.tag == "th" for cell in row)


def _row(writer: TextWriter, row: list[Element], names: list[str], listed: bool) -> None:
    marker = writer.indent + BULLET if listed else ""
    indent = writer.indent + STEP if listed else writer.indent
    column = 0
    with writer.within(indent, marker):
        for cell in row:
            with writer.place_of(cell):
                whole = _span(cell) >= len(names) > 1
                name = cell.get("data-label") or ("" if whole else _at(names, column))
                _cell(writer, name, cell)
            column += _span(cell)


def _at(names: list[str], column: int) -> str:
    return names[column] if column < len(names) else ""


def _headed_row(writer: TextWriter, row: list[Element]) -> None:
    """A row whose first cell is its name: "name: value"."""
    heads = [cell for cell in row if cell.tag == "th"]
    name = " · ".join(writer.line(words.content(cell)) for cell in heads)
    if len(heads) == len(row):
        writer.say([name])
    for cell in row:
        if cell.tag == "td":
            with writer.place_of(cell), writer.within(writer.indent):
                _cell(writer, name, cell)
            name = ""


def _cell(writer: TextWriter, name: str, cell: Element) -> None:
    if dom.is_empty(cell):
        cell.text = words.BLANK_LINE
    writer.named(name, cell)


def _spanned(writer: TextWriter, cell: Element) -> list[str]:
    return [writer.line(words.content(cell))] * _span(cell)


def _span(cell: Element) -> int:
    """How many columns a cell takes (HTML, 4.9.11: at most 1,000)."""
    return min(max(dom.number(cell, "colspan"), 1), 1000)

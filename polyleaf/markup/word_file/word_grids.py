"""Tables, and boxes as tables of one cell, from right to left where the language is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from ..plain_text import dom
from .open_xml import add, element

if TYPE_CHECKING:
    from .word_flow import WordFlow

COLOURS = {"callout-urgent": "9C1420", "zone-red": "9C1420", "callout-caution": "8A5A00",
           "zone-amber": "8A5A00", "callout-amber": "8A5A00", "zone-green": "1C6B35",
           "callout-green": "1C6B35"}  # fmt: skip
GREY, TINT = "5B6A70", "F1F5F6"
BOXES = {"callout", "key-points", "notice", "zone", "ask-back"}
MOST_COLUMNS = 63  # of a table in Word
TO_WRITE = 560  # twentieths of a point: the height of an empty row


def is_box(block: Element) -> bool:
    return bool(dom.classes(block) & BOXES)


def box(flow: WordFlow, block: Element, place: Any) -> None:
    """A table of one cell with a frame around what is inside."""
    colour = next((COLOURS[name] for name in dom.classes(block) if name in COLOURS), GREY)
    table = _made(flow, place, 1, [1.0])
    _frame(table, colour, 12)
    cell = table.cell(0, 0)
    add(cell._tc.get_or_add_tcPr(), "shd", val="clear", color="auto", fill=TINT)
    _fill(flow, block, cell)
    flow.space(place)


def grid(flow: WordFlow, block: Element, place: Any) -> None:
    """A table; rows of names at its top are repeated on each page."""
    for caption in block.iter("caption"):
        flow.paragraph(caption, place, "Caption")
    rows = [list(row) for row in block.iter("tr")]
    columns = min(max((sum(map(_span, row)) for row in rows), default=0), MOST_COLUMNS)
    if not columns:
        return
    heads = len([row for head in block.iter("thead") for row in head])
    table = _made(flow, place, len(rows), _shares(rows, columns))
    _frame(table, GREY, 4)
    for number, row in enumerate(rows):
        made = table.rows[number]
        properties = made._tr.get_or_add_trPr()
        add(properties, "cantSplit")
        if all(map(dom.is_empty, row)):
            add(properties, "trHeight", val=str(TO_WRITE), hRule="atLeast")
        if number < heads:
            add(properties, "tblHeader")
        column = 0
        for cell in row:
            last = min(column + _span(cell), columns) - 1
            if last < column:
                break
            target = table.cell(number, column)
            if last > column:
                target = target.merge(table.cell(number, last))
            _fill(flow, cell, target)
            column = last + 1
    flow.space(place)


def _span(cell: Element) -> int:
    return max(dom.number(cell, "colspan"), 1)


def _made(flow: WordFlow, place: Any, rows: int, shares: list[float]) -> Any:
    from docx.shared import Mm

    width, columns = Mm(flow.width), len(shares)
    table = place.add_table(rows, columns)
    properties = table._tbl.tblPr
    if flow.language.direction == "rtl":
        style = properties.find("{*}tblStyle")
        made = element("bidiVisual")
        if style is None:
            properties.insert(0, made)
        else:
            style.addnext(made)
    table.autofit = False
    whole = sum(shares)
    for number, share in enumerate(shares):
        table.columns[number].width = round(width * share / whole)
        for cell in table.column_cells(number):
            cell.width = round(width * share / whole)
    return table


def _shares(rows: list[list[Element]], columns: int) -> list[float]:
    """How much of the width each column takes: more if it has more to say, at most four times."""
    longest = [1] * columns
    for row in rows:
        column = 0
        for cell in row:
            if _span(cell) == 1 and column < columns:
                longest[column] = max(longest[column], len(dom.words(cell)))
            column += _span(cell)
    return [min(max(length, 10), 160) ** 0.5 for length in longest]


def _frame(table: Any, colour: str, eighths: int) -> None:
    """A line around the table and between its cells, in eighths of a point."""
    borders = element("tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        add(borders, side, val="single", sz=str(eighths), space="0", color=colour)
    properties = table._tbl.tblPr
    before = properties.find("{*}tblLayout")
    before = properties.find("{*}tblLook") if before is None else before
    if before is None:
        properties.append(borders)
    else:
        before.addprevious(borders)


def _fill(flow: WordFlow, block: Element, cell: Any) -> None:
    """What is inside a block into a cell; one without words keeps its empty paragraph."""
    empty = cell.paragraphs[0]._p
    with flow.place_of(block):
        flow.children(block, cell)
        if len(cell._tc.xpath("./w:p|./w:tbl")) > 1:
            cell._tc.remove(empty)
        last = list(cell._tc)[-1]
        if not last.tag.endswith("}p"):  # ISO/IEC 29500-1, 17.4.66: a cell ends in a paragraph
            cell.add_paragraph()

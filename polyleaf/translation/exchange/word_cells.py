"""The cells of a Word table: their text after all tracked changes, and how they are merged.

WordprocessingML as in ISO/IEC 29500-1, whatever namespace a program writes it in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...files.safe_xml import Node

GONE = ("del", "moveFrom", "instrText", "delText", "txbxContent", "Fallback", "pict")
SIGNS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


@dataclass(frozen=True, slots=True)
class WordCell:
    """A cell: its text, the columns that it covers, and whether the one above goes on in it."""

    text: str
    wide: int
    continued: bool


def rows(root: Node) -> Iterator[list[WordCell]]:
    for row in root.below("tr"):
        own = [child for child in row if isinstance(child, Node)]
        marks = [mark.name for each in own if each.name == "trPr" for mark in each.below("del")]
        if not marks:  # else the row was deleted
            yield [_cell(cell) for cell in _cells(row)]


def _cells(row: Node) -> Iterator[Node]:
    """The cells of a row, also inside controls for content."""
    for child in row:
        assert isinstance(child, Node)
        if child.name == "tc":
            yield child
        elif child.name in ("sdt", "sdtContent", "ins", "moveTo", "customXml"):
            yield from _cells(child)


def _cell(cell: Node) -> WordCell:
    properties = next(cell.own("tcPr"), None)
    span = next(properties.own("gridSpan"), None) if properties is not None else None
    down = next(properties.own("vMerge"), None) if properties is not None else None
    wide = span.value("val") if span is not None else ""
    lines = list(_paragraphs(cell))
    return WordCell(
        "\n".join(lines).strip("\n"),
        int(wide) if wide.isdigit() and int(wide) < 100 else 1,
        down is not None and down.value("val", "continue") == "continue",
    )


def _paragraphs(cell: Node) -> Iterator[str]:
    """The lines of a cell; a paragraph whose end was deleted goes on in the next one."""
    before = ""
    for paragraph in cell.below("p"):
        before += "".join(_texts(paragraph))
        properties = next(paragraph.own("pPr"), None)
        marks = properties.below("rPr") if properties is not None else ()
        if not any(True for mark in marks for _ in mark.own("del")):
            yield before
            before = ""
    if before:
        yield before


def _texts(element: Node) -> Iterator[str]:
    for child in element:
        assert isinstance(child, Node)
        if child.name == "t":
            yield "".join(child.itertext())
        elif child.name in SIGNS:
            yield SIGNS[child.name]
        elif child.name == "sym":
            yield _symbol(child.value("char"))
        elif child.name not in GONE and not child.name.endswith("Pr"):
            yield from _texts(child)


def _symbol(digits: str) -> str:
    try:
        return chr(int(digits, 16))
    except (ValueError, OverflowError):
        return "\ufffd"

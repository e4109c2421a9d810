"""A table of HTML → a table, or what it stands for: a box, steps, or texts that it only places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from .blocks import DocumentBlock, DocumentItem
from .inline_text import BREAK, inline, one_line, run_on

Blocks = Callable[[Element], list[DocumentBlock]]
Grid = list[list[Element | None]]
LONGEST_HEAD = 60  # characters of the heading of a column
MOST_SPAN = 100  # columns or rows of one cell
MOST_CELLS = 20_000  # of a table, after which cells that are joined count as single ones
NUMBER = re.compile(r"\(?(\d{1,2})[.)]?")
EMPTY = "an empty table stood here: a form has rows to write in"
LEFT_OUT = "empty rows or columns of this table were left out: a form has rows to write in"


def table(element: Element, blocks_of: Blocks) -> list[DocumentBlock]:
    """The blocks of a table; `blocks_of` gives those of a cell."""
    whole = _grid(element)
    grid = _without_empty(whole)
    caption = element.find("caption")
    about = one_line(caption) if caption is not None else ""
    if not grid:
        return [DocumentBlock("note", about, notes=[EMPTY])]
    if len(grid) == 1 and len(grid[0]) == 1:  # as Word has no boxes of its own
        return [*_line(about), DocumentBlock("box", inside=_inside(grid, blocks_of))]
    if len(grid[0]) == 1 or len(grid) == 1 or _places(grid):
        found = _joined(_inside(grid, blocks_of))
        found[0].notes.append("a table placed this text and what follows it")
        return [*_line(about), *found]
    rows = [
        [run_on(inline(cell).split(BREAK)) if cell is not None else "" for cell in row]
        for row in grid
    ]
    if len(rows[0]) == 2 and _numbered([row[0] for row in rows]):
        items = [DocumentItem(row[1]) for row in rows]
        return [*_line(about), DocumentBlock("steps", items=items)]
    if not _is_head(grid[0], rows[0]):
        rows.insert(0, ["[add what stands in this column]"] * len(rows[0]))
    made = DocumentBlock("table", about, rows=rows)
    if (len(whole), len(whole[0])) != (len(grid), len(grid[0])):
        made.notes.append(LEFT_OUT)
    if any(cell.get("colspan") or cell.get("rowspan") for row in grid for cell in row if cell):
        made.notes.append("cells of this table were joined: see that each stands in its column")
    return [made, *(block for block in _inside(grid, blocks_of) if block.kind == "figure")]


def _line(text: str) -> list[DocumentBlock]:
    return [DocumentBlock("paragraph", text)] if text else []


def _inside(grid: Grid, blocks_of: Blocks) -> list[DocumentBlock]:
    return [block for row in grid for cell in row if cell is not None for block in blocks_of(cell)]


def _joined(blocks: list[DocumentBlock]) -> list[DocumentBlock]:
    """Bullets of one list that a table has in a cell each."""
    made: list[DocumentBlock] = []
    for block in blocks:
        if made and block.kind == made[-1].kind == "list":
            made[-1].items += block.items
        else:
            made.append(block)
    return made


def _grid(element: Element) -> Grid:
    """Cells where they begin; nothing where another one reaches to (HTML, 4.9.12)."""
    cells: dict[tuple[int, int], Element | None] = {}
    rows = list(_rows(element))
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while (y, x) in cells:
                x += 1
            if len(cells) < MOST_CELLS:
                for down in range(min(_span(cell, "rowspan"), len(rows) - y)):
                    for right in range(_span(cell, "colspan")):
                        cells.setdefault((y + down, x + right), None)
            cells[y, x] = cell
            x += 1
    width = 1 + max((x for _, x in cells), default=-1)
    return [[cells.get((y, x)) for x in range(width)] for y in range(len(rows))]


def _rows(element: Element) -> Iterator[list[Element]]:
    """Its own rows, none of a table in a cell."""
    for child in element:
        if child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child)
        elif child.tag == "tr":
            yield [cell for cell in child if cell.tag in ("td", "th")]


def _span(cell: Element, key: str) -> int:
    value = cell.get(key, "").strip()
    return min(max(int(value), 1), MOST_SPAN) if value.isdecimal() else 1


def _without_empty(grid: Grid) -> Grid:
    def has_any(cells: list[Element | None]) -> bool:
        return any(cell is not None and _holds(cell) for cell in cells)

    rows = [row for row in grid if has_any(row)]
    columns = [x for x in range(len(rows[0]) if rows else 0) if has_any([row[x] for row in rows])]
    return [[row[x] for x in columns] for row in rows]


def _holds(cell: Element) -> bool:
    return bool(one_line(cell)) or cell.find(".//img") is not None


def _places(grid: Grid) -> bool:
    """Whether it is a page of columns: a cell has headings, or a table of its own."""
    tags = ("h1", "h2", "h3", "h4", "h5", "h6", "table")
    return any(
        cell.find(f".//{tag}") is not None for row in grid for cell in row if cell for tag in tags
    )


def _numbered(column: list[str]) -> bool:
    found = [NUMBER.fullmatch(text) for text in column]
    return all(each and int(each[1]) == number for number, each in enumerate(found, 1))


def _is_head(cells: list[Element | None], texts: list[str]) -> bool:
    """Whether the first row says what the columns are; its first cell may be empty."""
    if any(cell is not None and cell.tag == "th" for cell in cells):
        return True
    return all(
        text and len(text) <= LONGEST_HEAD and not NUMBER.fullmatch(text) for text in texts[1:]
    ) and not NUMBER.fullmatch(texts[0])

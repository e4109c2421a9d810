"""The tag tree of a PDF (ISO 32000-1, 14.7, 14.8), and what in it is wrong for who hears it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from .reading import marked_texts

HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
BLOCKS = (*HEADINGS, "P", "L", "Table", "Figure", "Sect", "Div")
NOT_IN_HEADINGS = tuple(kind for kind in BLOCKS if kind != "Figure")  # a sign, said with its words
# Cells to write in; what is there for the layout alone; a space between two elements.
MAY_BE_EMPTY = ("TD", "NonStruct", "Span")


@dataclass
class Tag:
    kind: str
    own: str = ""  # the text that is marked as its own
    kids: list[Tag] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)
    headers: tuple[str, ...] = ()  # the IDs of a cell's heads
    alternative: str = ""
    has_object: bool = False  # an annotation, such as that of a link

    @property
    def text(self) -> str:
        return self.own or "".join(kid.text for kid in self.kids)

    def all(self, *kinds: str) -> list[Tag]:
        """The tags of these kinds in it, in the order of the tree."""
        below = [tag for kid in self.kids for tag in kid.all(*kinds)]
        return [self, *below] if self.kind in kinds else below


def tree(data: bytes) -> Tag:
    with pikepdf.open(io.BytesIO(data)) as opened:
        said = {page.obj.objgen: marked_texts(page) for page in opened.pages}
        return _tag(opened.Root.StructTreeRoot.K[0], said)


def _tag(element: Any, said: dict[tuple[int, int], dict[int, str]]) -> Tag:
    tag = Tag(str(element.S)[1:], alternative=str(element.get("/Alt", "")))
    tag.attributes = dict(_attributes(element.get("/A")))
    if isinstance(element.get("/A"), pikepdf.Dictionary):
        tag.headers = tuple(map(str, element.A.get("/Headers", ())))
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            tag.own += said[element.Pg.objgen].get(kid, "")
            tag.has_object = tag.has_object or kid in said[element.Pg.objgen]
        elif "/S" in kid:
            tag.kids.append(_tag(kid, said))
        else:
            tag.has_object = True
    tag.own = str(element.get("/ActualText", tag.own))
    return tag


def _attributes(found: Any) -> Iterator[tuple[str, str]]:
    if isinstance(found, pikepdf.Array):
        for each in found:
            yield from _attributes(each)
    elif isinstance(found, pikepdf.Dictionary):
        yield from ((name[1:], str(value)) for name, value in found.items())


def faults(data: bytes) -> list[str]:
    return list(_faults(tree(data)))


def _faults(tag: Tag) -> Iterator[str]:
    shown = f'{tag.kind} "{tag.text.strip()[:40]}"'
    kinds = [kid.kind for kid in tag.kids]
    if tag.kind in HEADINGS and any(kid.all(*NOT_IN_HEADINGS) for kid in tag.kids):
        yield f"{shown} holds a block"
    if tag.kind == "L" and (not kinds or set(kinds) - {"LI", "Caption"}):
        yield f"{shown} holds {kinds}"
    if tag.kind == "LI" and (set(kinds) - {"Lbl", "LBody"} or "LBody" not in kinds):
        yield f"{shown} holds {kinds}"
    if tag.kind == "Table":
        yield from _of_table(tag, shown)
    if tag.kind == "Link" and not any(map(str.isalnum, tag.text)):
        yield f"{shown} says nothing"
    if tag.kind == "Figure" and not tag.alternative.strip():
        yield f"{shown} has no alternative text"
    kids = any(kid.kind != "Span" or kid.kids or kid.text.strip() for kid in tag.kids)
    nothing = not (kids or tag.own.strip() or tag.alternative or tag.has_object)
    if nothing and tag.kind not in MAY_BE_EMPTY:
        yield f"{shown} is empty"
    for kid in tag.kids:
        yield from _faults(kid)


def _of_table(table: Tag, shown: str) -> Iterator[str]:
    rows = table.all("TR")
    if not rows:
        yield f"{shown} has no row"
    cells = table.all("TD")
    if table.all("TH") and not cells:
        yield f"{shown} has heads alone"
    for cell in cells if table.all("TH") else ():
        if not cell.headers and "Scope" not in table.all("TH")[0].attributes:
            yield f'{shown}: the cell "{cell.text}" has no head'
    for row in rows:
        if {kid.kind for kid in row.kids} - {"TH", "TD"}:
            yield f"{shown}: a row holds something else than cells"
    widths = {sum(int(cell.attributes.get("ColSpan", 1)) for cell in row.kids) for row in rows}
    if len(widths) > 1 and not any("RowSpan" in cell.attributes for cell in table.all("TH", "TD")):
        yield f"{shown}: rows of {sorted(widths)} cells"

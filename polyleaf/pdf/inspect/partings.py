"""What the end of a page or column parts: a heading from its text, one item from its list.

A stretch is what stands on one page without columns, or in one column, in the order of reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from weasyprint.formatting_structure import boxes

from ...model.sheet import Parting
from ..text.clusters import LAYOUT
from .box_tree import EXCERPT, words

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LISTS = ("ul", "ol")
LOW = 1 / 3  # of the page: a row that is higher may break


@dataclass(frozen=True, slots=True)
class Leaf:
    """A line, a picture or an empty cell, with the boxes around it, the outermost first."""

    box: Any
    around: tuple[Any, ...]
    column: Any  # None outside of columns

    def within(self, *tags: str) -> Any:
        """The innermost box around it of these elements."""
        return next((box for box in reversed(self.around) if box.element_tag in tags), None)


@dataclass(frozen=True, slots=True)
class Stretch:
    page: int
    name: str  # of the page, in the style sheet
    height: float  # of the page's text, in pixels
    leaves: tuple[Leaf, ...]

    def boxes(self, *tags: str) -> dict[Any, Any]:
        """element → its box here, of those around the leaves."""
        found = (leaf.within(*tags) for leaf in self.leaves)
        return {box.element: box for box in found if box is not None}

    def extent(self, row: Any) -> float:
        """How high the text of a row is here; the row itself may reach down to the page's end."""
        inside = [leaf.box for leaf in self.leaves if _is_in(leaf, row)]
        bottoms = [box.position_y + box.margin_height() for box in inside]
        return float(max(bottoms) - min(box.position_y for box in inside))


def _is_in(leaf: Leaf, row: Any) -> bool:
    box = leaf.within("tr")
    return box is not None and box.element is row


def partings(pages: list[Any]) -> Iterator[Parting]:
    for one, other in pairwise(_stretches(pages)):
        if one.page == other.page and not (one.leaves[-1].column and other.leaves[0].column):
            continue  # columns begin or end there
        if one.name != other.name:
            continue  # the page was to end there
        yield from _at_the_end(one, other)
        yield from _lone_items(one, other)
        yield from _parted_rows(one, other)


def _at_the_end(one: Stretch, other: Stretch) -> Iterator[Parting]:
    """The last line is a heading or a caption: what it belongs to begins elsewhere."""
    last = one.leaves[-1]
    if (heading := last.within(*HEADINGS)) and heading.element not in other.boxes(*HEADINGS):
        yield _parting("heading", heading, one)
    elif (caption := last.within("caption")) and caption.element not in other.boxes("caption"):
        yield _parting("caption", caption, one)


def _lone_items(one: Stretch, other: Stretch) -> Iterator[Parting]:
    """One whole item before the break, or after it, of a list that has more."""
    before, after = one.boxes(*LISTS), other.boxes(*LISTS)
    for element in before.keys() & after.keys():
        first, second = (_items(each[element]) for each in (before, after))
        shared = {box.element for box in first} & {box.element for box in second}
        if not shared and len(first) + len(second) > 2:
            if len(first) == 1:
                yield _parting("item", first[0], one)
            if len(second) == 1:
                yield _parting("item", second[0], other)


def _parted_rows(one: Stretch, other: Stretch) -> Iterator[Parting]:
    """A row that is low enough to be whole."""
    before, after = one.boxes("tr"), other.boxes("tr")
    for element in before.keys() & after.keys():
        if one.extent(element) + other.extent(element) <= LOW * one.height:
            yield _parting("row", before[element], one)


def _items(box: Any) -> list[Any]:
    return [child for child in box.children if child.element_tag == "li"]


def _parting(kind: Any, box: Any, stretch: Stretch) -> Parting:
    text = words(box).translate(LAYOUT)
    return Parting(kind, text[:EXCERPT], text, stretch.page)


def _stretches(pages: list[Any]) -> Iterator[Stretch]:
    for number, page in enumerate(pages, start=1):
        (root,) = (box for box in page._page_box.children if box.is_for_root_element)
        for _, leaves in groupby(_leaves(root, (), None), key=lambda leaf: id(leaf.column)):
            name = page._page_box.page_type.name
            yield Stretch(number, name, page._page_box.height, tuple(leaves))


def _leaves(box: Any, around: tuple[Any, ...], column: Any) -> Iterator[Leaf]:
    children = [child for child in getattr(box, "children", ()) if child.is_in_normal_flow()]
    if isinstance(box, boxes.LineBox | boxes.ReplacedBox) or not children:
        if getattr(box, "height", 0):
            yield Leaf(box, around, column)
        return
    column = box if getattr(box, "is_column", False) else column
    for child in children:
        if getattr(child, "is_header", False):
            continue  # a table's head, which stands on each of its pages
        yield from _leaves(child, (*around, box), column)

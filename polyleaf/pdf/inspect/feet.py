"""How much of each page is left blank at its foot, and what stands on the next page instead."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from weasyprint.formatting_structure import boxes

from ...model.sheet import Foot
from ..text.clusters import LAYOUT
from .box_tree import EXCERPT, MILLIMETRE, flow, words

FORCED = ("always", "page", "left", "right", "recto", "verso")  # CSS Fragmentation 3, 3.1


def feet(pages: list[Any]) -> Iterator[Foot]:
    """One for each page but the last, and but blank ones."""
    for (number, page), (_, following) in pairwise(enumerate(pages, start=1)):
        box = page._page_box
        if not box.page_type.blank:
            blank = (box.content_box_y() + box.height - _end(page)) / MILLIMETRE
            yield Foot(number, max(0.0, blank), _beginning(following), _forced(page, following))


def _end(page: Any) -> float:
    """Where the last line, picture or frame ends: in columns, that of the longest."""
    return max(float(page._page_box.content_box_y()), *map(_bottom, flow(page)))


def _bottom(box: Any) -> float:
    if isinstance(box, boxes.LineBox | boxes.ReplacedBox):
        return float(box.position_y + box.margin_height())
    return float(box.border_box_y() + box.border_height()) if _is_frame(box) else 0.0


def _is_frame(box: Any) -> bool:
    """Whether its lower edge can be seen; the page's own background is the body's or the root's."""
    if not isinstance(box, boxes.BlockLevelBox | boxes.TableCellBox) or box.element_tag == "body":
        return False
    colour = box.style["background_color"]
    return bool(box.border_bottom_width) or (colour != "currentcolor" and colour.alpha > 0)


def _beginning(page: Any) -> str:
    """The first words on the page."""
    texts = (words(box).translate(LAYOUT) for box in flow(page) if isinstance(box, boxes.LineBox))
    return next((text for text in texts if text), "")[:EXCERPT]


def _forced(page: Any, following: Any) -> bool:
    """Whether the author had the next page begin there."""
    begins = (box for box in _edge(following, first=True) if box.style["break_before"] in FORCED)
    ends = (box for box in _edge(page, first=False) if box.style["break_after"] in FORCED)
    named = page._page_box.page_type.name != following._page_box.page_type.name
    return (
        named
        or following._page_box.page_type.blank
        or any(box.element not in _elements(page) for box in begins)
        or any(box.element not in _elements(following) for box in ends)
    )


def _elements(page: Any) -> set[Any]:
    return {box.element for box in flow(page)}


def _edge(page: Any, *, first: bool) -> Iterator[Any]:
    """The first box in the page's flow and the first ones inside it, or the last ones."""
    waiting = [child for child in page._page_box.children if child.is_for_root_element]
    while waiting:
        box = waiting[0 if first else -1]
        yield box
        children = getattr(box, "children", ())
        waiting = [child for child in children if child.is_in_normal_flow()]

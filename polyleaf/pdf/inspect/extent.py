"""How much of its pages a sheet takes, so that a check can say how much there is too much of it."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from typing import Any

from weasyprint.formatting_structure import boxes

from ...languages import scripts
from .box_tree import MILLIMETRE, flow, lines, text

OWN_PAGE = "own"  # the name (CSS Paged Media 3, 3.1) of forms that are a sheet of their own


def without_own_pages(pages: list[Any]) -> list[Any]:
    return [page for page in pages if page._page_box.page_type.name != OWN_PAGE]


def own_pages(pages: list[Any]) -> list[Any]:
    return [page for page in pages if page._page_box.page_type.name == OWN_PAGE]


def heights(pages: list[Any]) -> Iterator[float]:
    """Millimetres from the top of each page's text to the end of its last line or picture."""
    for page in pages:
        top = page._page_box.content_box_y()
        ends = (
            part.position_y + part.margin_height()
            for part in flow(page)
            if isinstance(part, boxes.LineBox | boxes.ReplacedBox)
        )
        yield max(0.0, max(ends, default=top) - top) / MILLIMETRE


def filled(page: Any) -> float:
    """The part of a page that its text and pictures take: 0 to 1."""
    (height,) = heights([page])
    return height * MILLIMETRE / float(page._page_box.height)


def full_line(pages: list[Any]) -> int:
    """How many columns a line holds, by the lines after which their text goes on; 0: none does."""
    lengths = [
        scripts.columns(text(line))
        for page in pages
        for block in flow(page)
        for line in lines(block)[:-1]
    ]
    return round(median(lengths)) if lengths else 0

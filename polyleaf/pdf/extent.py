"""How much of its pages a sheet takes, for telling how much there is too much of it."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from typing import Any

from weasyprint.formatting_structure import boxes

from .. import scripts

MILLIMETRE = 96 / 25.4  # pixels


def heights(pages: list[Any]) -> Iterator[float]:
    """Millimetres from the top of each page's text to the end of its last line or picture."""
    for page in pages:
        top = page._page_box.content_box_y()
        ends = (
            part.position_y + part.margin_height()
            for part in _text_of(page)
            if isinstance(part, boxes.LineBox | boxes.ReplacedBox)
        )
        yield max(0.0, max(ends, default=top) - top) / MILLIMETRE


def full_line(pages: list[Any]) -> int:
    """How many columns a line holds, by the lines after which their text goes on; 0: none does."""
    lengths = [
        sum(scripts.columns(part.text) for part in line.descendants() if _is_text(part))
        for page in pages
        for block in _text_of(page)
        for line in _lines(block)[:-1]
    ]
    return round(median(lengths)) if lengths else 0


def _text_of(page: Any) -> Iterator[Any]:
    """What is on the page, without its margins."""
    for child in page._page_box.children:
        if child.is_for_root_element:
            yield from child.descendants()


def _is_text(box: Any) -> bool:
    return isinstance(box, boxes.TextBox)


def _lines(box: Any) -> list[Any]:
    return [child for child in getattr(box, "children", ()) if isinstance(child, boxes.LineBox)]

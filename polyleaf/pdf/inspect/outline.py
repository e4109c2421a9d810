"""The headings of a drawn sheet, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from ...model.sheet import Heading
from .box_tree import text

HEADING = re.compile("h[1-6]")


def headings(pages: list[Any]) -> tuple[Heading, ...]:
    """One that goes over a page's end counts once, where it begins."""
    parts: dict[Any, list[str]] = {}
    begun: dict[Any, tuple[int, int]] = {}
    for number, page in enumerate(pages, start=1):
        for box in _headings(page._page_box):
            begun.setdefault(box.element, (int(box.element_tag[1]), number))
            parts.setdefault(box.element, []).extend(_lines(box))
    return tuple(Heading(*begun[element], " ".join(texts)) for element, texts in parts.items())


def _headings(box: Any) -> Iterator[Any]:
    if box.element_tag and HEADING.fullmatch(box.element_tag):
        yield box
    elif not isinstance(box, boxes.LineBox | boxes.MarginBox):
        for child in getattr(box, "children", ()):
            yield from _headings(child)


def _lines(box: Any) -> Iterator[str]:
    for line in box.descendants():
        if isinstance(line, boxes.LineBox):
            yield text(line)

"""How fine the pictures of a drawn sheet are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.images import RasterImage

from ...model.sheet import DrawnPicture
from .box_tree import flow

PIXELS_PER_INCH = 96  # of CSS


def drawn_pictures(pages: list[Any]) -> Iterator[DrawnPicture]:
    """The pictures of pixels on the pages; drawings of the templates have none."""
    for number, page in enumerate(pages, start=1):
        for box in flow(page):
            if isinstance(box, boxes.ReplacedBox) and isinstance(box.replacement, RasterImage):
                dots = box.replacement.width / (box.width / PIXELS_PER_INCH) if box.width else 0.0
                yield DrawnPicture(number, box.element.get("alt", ""), dots)

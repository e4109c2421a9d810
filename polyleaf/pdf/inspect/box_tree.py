"""What several questions to the engine's tree of boxes have in common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

MILLIMETRE = 96 / 25.4  # pixels
EXCERPT = 40  # characters


def lines(box: Any) -> list[Any]:
    """The lines that stand in the box itself."""
    return [child for child in getattr(box, "children", ()) if isinstance(child, boxes.LineBox)]


def text(box: Any) -> str:
    return "".join(part.text for part in box.descendants() if isinstance(part, boxes.TextBox))


def words(box: Any) -> str:
    """All its text that is on this page."""
    return " ".join(" ".join(map(text, [*_outermost_lines(box)] or [box])).split())


def _outermost_lines(box: Any) -> Iterator[Any]:
    """Its lines, but for those inside a line, such as that of a heading's number in its disc."""
    if isinstance(box, boxes.LineBox):
        yield box
        return
    for child in getattr(box, "children", ()):
        yield from _outermost_lines(child)


def flow(page: Any) -> Iterator[Any]:
    """All boxes on the page but those in its margins."""
    for child in page._page_box.children:
        if child.is_for_root_element:
            yield from child.descendants()

"""Where the passages of a page stand, by the numbers that `markup.passage_marks` has given them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from ...model.sheet import PassageBox

ATTRIBUTE = "data-m"
GAP = 1.0  # heights of a line between two boxes of one line: farther apart are columns


def passage_boxes(pages: list[Any]) -> Iterator[PassageBox]:
    """A box for each line of a passage, or for the part of it between two columns."""
    for number, page in enumerate(pages, start=1):
        wide, high = page.width, page.height
        for key, left, top, right, bottom in _joined(_texts(page._page_box, "")):
            yield PassageBox(
                int(key),
                number,
                *(left / wide, top / high, (right - left) / wide, (bottom - top) / high),
            )


Rectangle = tuple[str, float, float, float, float]  # key, left, top, right, bottom, in pixels


def _texts(box: Any, key: str) -> Iterator[Rectangle]:
    element = getattr(box, "element", None)
    if element is not None and element.get(ATTRIBUTE):
        key = element.get(ATTRIBUTE)
    if isinstance(box, boxes.TextBox):
        if key and box.text.strip():
            left, top = box.position_x, box.position_y
            yield key, left, top, left + box.width, top + box.height
        return
    for child in getattr(box, "children", ()):
        yield from _texts(child, key)


def _joined(texts: Iterator[Rectangle]) -> Iterator[Rectangle]:
    """Neighbours of one passage whose middles lie on one line are one."""
    last: Rectangle | None = None
    for text in texts:
        if last and _beside(last, text):
            last = (
                last[0],
                *(min(last[i], text[i]) for i in (1, 2)),
                *(max(last[i], text[i]) for i in (3, 4)),
            )  # type: ignore[assignment]
            continue
        if last:
            yield last
        last = text
    if last:
        yield last


def _beside(one: Rectangle, other: Rectangle) -> bool:
    if one[0] != other[0]:
        return False
    middle = (other[2] + other[4]) / 2
    gap = max(one[1], other[1]) - min(one[3], other[3])
    return one[2] <= middle <= one[4] and gap <= GAP * (one[4] - one[2])

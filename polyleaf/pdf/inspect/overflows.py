"""What leaves its box after layout: sideways, or below a box that has no more height for it.

The engine reports neither. A box's room is the content box of the block that holds it; for
boxes placed by hand (absolutely, or with a negative margin) it is the page. Geometry is in CSS
pixels (96 to the inch) from the page's upper left corner.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from weasyprint.formatting_structure import boxes

from ...model.sheet import Overflow
from .box_tree import EXCERPT, MILLIMETRE, lines, words

TOLERANCE = 0.5  # pixels
CONTAINERS = (boxes.BlockContainerBox, boxes.FlexContainerBox, boxes.GridContainerBox)


@dataclass(frozen=True, slots=True)
class Room:
    left: float
    right: float
    bottom: float
    block: Any  # whose lines stand in it


def overflows(pages: list[Any]) -> Iterator[Overflow]:
    """In page order; what stands inside a box that leaves its own is not reported again."""
    for number, page in enumerate(pages, 1):
        box = page._page_box
        edges = Room(0, box.margin_width(), box.margin_height(), box)
        found = (each for child in box.children for each in _of_box(child, edges, edges, number))
        for (way, _), several in groupby(found, lambda each: (each.way, each.around)):
            if way == "down":  # line after line of one text
                first, *others = several
                yield replace(first, millimetres=[first, *others][-1].millimetres)
            else:
                yield from several


def _of_box(box: Any, room: Room, edges: Room, page: int) -> Iterator[Overflow]:
    box = getattr(box, "_box", box)  # absolutely positioned boxes are behind a placeholder
    style = box.style
    if box.is_outside_marker or style["transform"]:
        return
    if box.is_absolutely_positioned() or style["position"] == "relative":
        room = edges
    elif box.is_floated():
        room = replace(room, bottom=edges.bottom)  # a float may hang out of its block
    room = _widened(box, room)
    if (beyond := _sideways(box, room)) > TOLERANCE:
        widest, block = _widest(box, room.block)
        yield Overflow("sideways", _excerpt(widest), words(block), page, beyond / MILLIMETRE)
    elif (below := _below(box, room)) > TOLERANCE:
        yield Overflow("down", _excerpt(box), words(room.block), page, below / MILLIMETRE)
    else:
        inner = _inside(box, room)
        for child in getattr(box, "children", ()):
            yield from _of_box(child, inner, edges, page)


def _widened(box: Any, room: Room) -> Room:
    """A negative margin is there on purpose: it gives the box as much more room."""
    if isinstance(box, boxes.LineBox | boxes.TextBox):
        return room
    left, right, bottom = (
        max(0, -margin) for margin in (box.margin_left, box.margin_right, box.margin_bottom)
    )
    return replace(
        room, left=room.left - left, right=room.right + right, bottom=room.bottom + bottom
    )


def _sideways(box: Any, room: Room) -> float:
    """How far the box stands out of its room, to the left or to the right."""
    if isinstance(box, boxes.LineBox | boxes.PageBox):
        return 0
    if isinstance(box, boxes.TextBox):
        left, right = box.position_x, box.position_x + box.width
        if not box.text.strip():
            return 0
    elif isinstance(box, boxes.InlineLevelBox | boxes.BlockLevelBox):
        left, right = box.border_box_x(), box.border_box_x() + box.border_width()
    else:
        return 0
    return float(max(room.left - left, right - room.right))


def _widest(box: Any, block: Any) -> tuple[Any, Any]:
    """What makes the box so wide, and the block that it is in; in a table, the widest cell."""
    if isinstance(box, boxes.InlineLevelBox):
        return box, block
    holders = [part for part in box.descendants() if lines(part)]
    widest = max(holders, key=_unbroken, default=box)
    return widest, widest


def _unbroken(box: Any) -> float:
    """How wide the widest word in its lines is, or the widest line where none may break."""
    widths = [0.0]
    for part in (part for line in lines(box) for part in line.descendants()):
        if isinstance(part, boxes.TextBox) and part.text.strip():
            longest = max(map(len, part.text.split()))
            whole = part.style["white_space"] in ("nowrap", "pre")
            widths.append(part.width if whole else part.width * longest / len(part.text))
        elif isinstance(part, boxes.ReplacedBox):
            widths.append(part.width)
    return max(widths)


def _below(box: Any, room: Room) -> float:
    """How far the line that letters stand on is below the room."""
    if not isinstance(box, boxes.TextBox) or not box.text.strip():
        return 0
    return float(box.position_y + box.baseline - room.bottom)


def _inside(box: Any, room: Room) -> Room:
    """The room that a box gives its children."""
    if not isinstance(box, CONTAINERS):
        return room
    left = box.content_box_x()
    indent = box.style["text_indent"]
    hanging = max(0, -indent.value) if getattr(indent, "unit", "") == "px" else 0
    bottom = box.content_box_y() + box.height + box.padding_bottom
    return Room(
        left - hanging,
        left + box.width + hanging,
        min(room.bottom, bottom),
        box if lines(box) else room.block,
    )


def _excerpt(box: Any) -> str:
    """The beginning of its text; for a picture, of its alternative text."""
    shown = words(box)
    if not shown and box.element is not None:
        shown = box.element.get("alt", "") or box.element_tag
    return shown if len(shown) <= EXCERPT else f"{shown[: EXCERPT - 1]}…"

"""Widths of boxes, and where lines stand that nothing floats beside."""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure.boxes import Box
from weasyprint.layout import absolute, float, inline, preferred

from .stand_in import StandIn


class Empty(list[Any]):
    """No floating boxes, but true when first asked: the engine then finds how high a line must be
    before it sets it, and has no reason to set a right-to-left one twice.
    """

    asked = False

    def __bool__(self) -> bool:
        first, self.asked = not self.asked, True
        return first or len(self) > 0


def _shrink_to_fit(context: Any, box: Any, available: Any) -> Any:
    """min(max(narrowest, available), widest), as CSS 2.2 has it in 10.3.5.

    The narrowest is left out where the widest fits: to find it, every word is broken everywhere.
    """
    widest = preferred.max_content_width(context, box, outer=False)
    if widest <= available:
        return widest
    narrowest = preferred.min_content_width(context, box, outer=False)
    return min(max(narrowest, available), widest)


def _min_content_width(context: Any, box: Any, *arguments: Any, **named: Any) -> Any:
    """How wide the first word of a line is: of use only if something floats beside it."""
    if named.get("first_line") and not any(
        shape.position_y + shape.margin_height() >= box.position_y
        for shape in context.excluded_shapes
    ):
        return 0
    return NARROWEST.theirs(context, box, *arguments, **named)


def _is_in_normal_flow(box: Any) -> Any:
    """Most boxes are, and are asked again and again."""
    style = box.style
    plain = style["float"] == "none" and style["position"] == "static"
    return plain or FLOW.theirs(box)


def _next_linebox(context: Any, linebox: Any, *arguments: Any) -> Any:
    """A line of text. The engine sets each right-to-left one twice, to the same end: it compares
    the place of the line's right edge with that of a line of no width.
    """
    *_, containing_block, _, _, _, first_line_style = arguments
    shapes = context.excluded_shapes
    if shapes or first_line_style or containing_block.style["direction"] != "rtl":
        return LINE.theirs(context, linebox, *arguments)
    context.excluded_shapes = Empty()
    try:
        return LINE.theirs(context, linebox, *arguments)
    finally:
        shapes.extend(context.excluded_shapes)
        context.excluded_shapes = shapes


SHRINKING = (absolute, float, inline, preferred)
NARROWEST = StandIn(inline, "inline_min_content_width", _min_content_width)
FLOW = StandIn(Box, "is_in_normal_flow", _is_in_normal_flow)
LINE = StandIn(inline, "get_next_linebox", _next_linebox)
PARTS = (
    *(StandIn(module, "shrink_to_fit", _shrink_to_fit) for module in SHRINKING),
    NARROWEST,
    FLOW,
    LINE,
)

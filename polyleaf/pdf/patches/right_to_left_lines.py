"""A right-to-left line that nothing floats beside is set once, not twice.

Why: having set a line, the engine compares its place with the place it was meant for, and sets it
again if they differ. In right-to-left text it compares the line's right edge with that of a line of
no width, and so sets each line twice, to the same end.

What: the engine is shown an empty list of floats that is true when first asked. It then finds how
high the line must be before it sets it, and has no reason to set it again.

Upstream: docs/upstream/09-right-to-left-lines.md.
"""

from __future__ import annotations

from typing import Any

from .patch import Patch


class NoFloats(list[Any]):
    """An empty list that is true when first asked."""

    asked = False

    def __bool__(self) -> bool:
        first, self.asked = not self.asked, True
        return first or len(self) > 0


def _get_next_linebox(context: Any, linebox: Any, *arguments: Any) -> Any:
    *_, containing_block, _, _, _, first_line_style = arguments
    shapes = context.excluded_shapes
    if shapes or first_line_style or containing_block.style["direction"] != "rtl":
        return LINE.original(context, linebox, *arguments)
    context.excluded_shapes = NoFloats()
    try:
        return LINE.original(context, linebox, *arguments)
    finally:
        shapes.extend(context.excluded_shapes)
        context.excluded_shapes = shapes


LINE = Patch(
    "weasyprint.layout.inline:get_next_linebox",
    _get_next_linebox,
    verified={"70.0": "1e2d74a91a929bf8"},
    relies_on=(
        "weasyprint.layout.inline:inline_min_content_width",
        "weasyprint.layout.float:avoid_collisions",
    ),
)
PATCHES = (LINE,)

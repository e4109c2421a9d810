"""The first word of a line is measured only where something floats beside the line.

Why: the engine measures it as soon as anything floats on the page, though it is of use only to find
out whether the word fits beside a float.

What: where all floats end above the line, its first word counts as having no width.

Upstream: docs/upstream/08-first-word.md.
"""

from __future__ import annotations

from typing import Any

from .patch import Patch


def _inline_min_content_width(context: Any, box: Any, *arguments: Any, **named: Any) -> Any:
    if named.get("first_line") and not _floats_reach(context, box):
        return 0
    return WIDTH.original(context, box, *arguments, **named)


def _floats_reach(context: Any, box: Any) -> bool:
    """Whether something floats beside the box, or below it."""
    shapes = context.excluded_shapes
    return any(shape.position_y + shape.margin_height() >= box.position_y for shape in shapes)


WIDTH = Patch(
    "weasyprint.layout.inline:inline_min_content_width",
    _inline_min_content_width,
    verified={"70.0": "c992ac5a173edd6d"},
    relies_on=(
        "weasyprint.layout.inline:get_next_linebox",
        "weasyprint.layout.float:avoid_collisions",
    ),
)
PATCHES = (WIDTH,)

"""A line that is set again, as it was set before, is not shaped again.

Why: to balance columns the engine lays their content out five to ten times, a table cell is
measured before it is laid out, and what does not fit on a page is laid out again on the next. Each
time it has Pango break and shape the same text for the same width.

What: what `split_first_line` answered is remembered within one document, as long as it is laid out
and drawn. The answer holds a Pango layout, which is drawn as it is; a text that is cut short with
an ellipsis gets a layout of its own before, since the ellipsis is written into it.

Upstream: docs/upstream/18-repeated-lines.md.
"""

from __future__ import annotations

from copy import copy
from typing import Any

from .patch import Patch


def _split_first_line(
    text: str,
    style: Any,
    context: Any,
    max_width: Any,
    justification_spacing: Any,
    is_line_start: bool = True,
    minimum: bool = False,
) -> Any:
    """(layout, length, where the next line begins, width, height, baseline) of a line of text."""
    question = (max_width, justification_spacing, is_line_start, minimum)
    if context is None:  # inside a picture
        return SPLIT.original(text, style, context, *question)
    lines = vars(context).setdefault("repeated_lines", {})
    key = (text, id(style), *question)
    if key not in lines:  # the style is kept with it, so that no other one gets its id
        lines[key] = style, SPLIT.original(text, style, context, *question)
    return lines[key][1]


def _draw_text(stream: Any, box: Any, offset_x: Any, overflow: str, *ellipsis: Any) -> None:
    if overflow == "ellipsis" or ellipsis != ("none",):
        box.pango_layout = copy(box.pango_layout)
        box.pango_layout.setup(box.style)
        box.pango_layout.set_text(box.pango_layout.text)
    DRAW.original(stream, box, offset_x, overflow, *ellipsis)


SPLIT, MEASURE = (
    Patch(
        f"weasyprint.layout.{module}:split_first_line",
        _split_first_line,
        verified={"70.0": "44d81937ac121781"},
        relies_on=(
            "weasyprint.text.line_break:Layout",
            "weasyprint.text.line_break:first_line_metrics",
        ),
    )
    for module in ("inline", "preferred")
)
DRAW = Patch(
    "weasyprint.draw:draw_text",
    _draw_text,
    verified={"70.0": "e422cd880410e990"},
    relies_on=("weasyprint.draw.text:draw_first_line",),
)
PATCHES = (SPLIT, MEASURE, DRAW)

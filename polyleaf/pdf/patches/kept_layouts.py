"""What Pango has laid out is kept until it is drawn.

Why: the engine throws each line's layout away and has the line shaped again to draw it, since
spaces may be wider then. They are on justified lines only.

What: nothing is thrown away when a line is set; before it is drawn, only a justified line, or one
whose text goes on, is laid out again.

Upstream: docs/upstream/10-kept-layouts.md.
"""

from __future__ import annotations

from typing import Any

from .patch import Patch


def _deactivate(layout: Any) -> None:
    """Called when a line has been set, and when it has been drawn."""


def _reactivate(layout: Any, style: Any) -> None:
    """Called before a line is drawn."""
    _, second_line = layout.get_first_line()
    if layout.justification_spacing or second_line is not None:
        REACTIVATE.original(layout, style)


LAYOUT = "weasyprint.text.line_break:Layout"
DEACTIVATE = Patch(
    f"{LAYOUT}.deactivate", _deactivate, verified={"70.0": "33f9a499245aa27c"}, relies_on=(LAYOUT,)
)
REACTIVATE = Patch(
    f"{LAYOUT}.reactivate",
    _reactivate,
    verified={"70.0": "8203665664d9020f"},
    relies_on=(LAYOUT, "weasyprint.draw.text:draw_text"),
)
PATCHES = (DEACTIVATE, REACTIVATE)

"""What Pango has laid out, kept until it is drawn.

The engine throws each line's layout away and has it shaped again for the drawing, since spaces may
be wider there, on justified lines.
"""

from __future__ import annotations

from typing import Any

from weasyprint.text.line_break import Layout

from .stand_in import StandIn


def _deactivate(layout: Any) -> None:
    """A line is set, or drawn: nothing is thrown away yet."""


def _reactivate(layout: Any, style: Any) -> None:
    """Before it is drawn."""
    _, second_line = layout.get_first_line()
    if layout.justification_spacing or second_line is not None:
        REACTIVATE.theirs(layout, style)


DEACTIVATE = StandIn(Layout, "deactivate", _deactivate)
REACTIVATE = StandIn(Layout, "reactivate", _reactivate)
PARTS = (DEACTIVATE, REACTIVATE)

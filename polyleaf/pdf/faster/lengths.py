"""The lengths of boxes, most of which are pixels or to be found by layout."""

from __future__ import annotations

from typing import Any

from weasyprint import layout
from weasyprint.css.properties import Dimension
from weasyprint.layout import percent

from .stand_in import StandIn

SIDES = ("top", "right", "bottom", "left")
# (attribute of a box, what it is where its property is `auto`)
AUTO: tuple[tuple[str, float | str], ...] = (
    *((f"{kind}_{side}", "auto") for kind in ("margin", "padding") for side in SIDES),
    *((name, "auto") for name in ("width", "height", "max_width", "max_height")),
    *((name, 0) for name in ("min_width", "min_height")),
)
BORDERS = tuple(f"border_{side}_width" for side in SIDES)


def _resolve_percentages(box: Any, containing_block: Any) -> None:
    """Gives the box its lengths, if no percentage and nothing that must be worked out is in them.

    Nothing is remembered: flexible boxes change their styles while they are laid out.
    """
    style = box.style
    found: dict[str, Any] = {}
    for name, auto in AUTO:
        value = style[name]
        if type(value) is Dimension and value.unit == "px":
            found[name] = value.value
        elif value == "auto":
            found[name] = auto
        else:
            WHOLE.theirs(box, containing_block)
            return
    if style["border_collapse"] == "collapse":  # a table may have set the borders already
        WHOLE.theirs(box, containing_block)
        return
    for name in BORDERS:
        found[name] = style[name]
    box.__dict__.update(found)
    if style["box_sizing"] != "content-box":
        percent.adjust_box_sizing(box, "width")
        percent.adjust_box_sizing(box, "height")


def _resolve_one_percentage(box: Any, name: str, whole: Any) -> None:
    """Gives the box a length that is one already, or that is to be found by layout."""
    value = box.style[name]
    if type(value) is Dimension and value.unit == "px":
        setattr(box, name, value.value)
    elif value == "auto" and not name.startswith("min_"):
        setattr(box, name, value)
    else:
        ONE.theirs(box, name, whole)


ONE = StandIn(percent, "resolve_one_percentage", _resolve_one_percentage)
WHOLE = StandIn(percent, "resolve_percentages", _resolve_percentages)
CALLERS = ("absolute", "block", "column", "float", "grid", "inline", "page", "table")
PARTS = (
    ONE,
    WHOLE,
    *(
        StandIn(getattr(layout, name), "resolve_percentages", _resolve_percentages)
        for name in CALLERS
    ),
)

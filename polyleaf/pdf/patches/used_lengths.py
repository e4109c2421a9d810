"""Lengths of a box that are no percentages are taken from its style at once.

Why: whenever a box is laid out, the engine asks for its fourteen lengths one by one, and each time
whether it is a percentage, a calculation or `auto`. Nearly all styles have lengths in pixels alone.

What: such a style keeps them, and the box gets all at once.

Upstream: docs/upstream/23-used-lengths.md.
"""

from __future__ import annotations

from typing import Any

from weasyprint.layout.percent import adjust_box_sizing

from .patch import Patch

LENGTHS = (
    "margin_left",
    "margin_right",
    "margin_top",
    "margin_bottom",
    "padding_left",
    "padding_right",
    "padding_top",
    "padding_bottom",
    "width",
    "min_width",
    "max_width",
    "height",
    "min_height",
    "max_height",
)
BORDERS = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))


def _resolve_percentages(box: Any, containing_block: Any) -> None:
    style = box.style
    if (known := style.__dict__.get("used_lengths")) is None:
        known = style.used_lengths = _lengths(style)
    if not known:
        RESOLVE.original(box, containing_block)
        return
    used = box.__dict__
    used.update(known)
    collapse = style["border_collapse"] == "collapse"
    for name in BORDERS:
        if not (collapse and hasattr(box, name)):
            used[name] = style[name]
    if style["box_sizing"] != "content-box":
        adjust_box_sizing(box, "width")
        adjust_box_sizing(box, "height")


def _lengths(style: Any) -> dict[str, Any]:
    """Name → pixels or `auto`; empty if one of them depends on what is around the box."""
    found = {}
    for name in LENGTHS:
        value = style[name]
        if value == "auto":
            found[name] = 0 if name in ("min_width", "min_height") else value
        elif getattr(value, "unit", None) == "px":
            found[name] = value.value
        else:
            return {}
    return found


RESOLVE, *_ = PATCHES = tuple(
    Patch(
        f"weasyprint.layout.{module}:resolve_percentages",
        _resolve_percentages,
        verified={"70.0": "93f45cdb263095de"},
        relies_on=(
            "weasyprint.layout.percent:percentage",
            "weasyprint.layout.percent:resolve_one_percentage",
            "weasyprint.layout.percent:adjust_box_sizing",
        ),
    )
    for module in ("block", "inline")
)

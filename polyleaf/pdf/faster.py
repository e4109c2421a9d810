"""The same bytes in less time: what WeasyPrint and pydyf work out and then have no use for.

Every function here answers the plain cases itself, with what theirs would answer, and leaves the
others to theirs; tests draw the same sheets with and without it.

Deletable at any time; `install` is the only way in.
"""

from __future__ import annotations

from typing import Any

import pydyf
from weasyprint.css import ComputedStyle
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import (
    INHERITED,
    INITIAL_NOT_COMPUTED,
    INITIAL_VALUES,
    Dimension,
)
from weasyprint.layout import absolute, float, inline, percent, preferred

# What is worked out from other properties too, or from the parent's in a way of its own.
ODD = INITIAL_NOT_COMPUTED | {"display", "float", "page", "position"}
ODD |= {name for name in INITIAL_VALUES if name.startswith("text_decoration_")}
# (property, direction) → the logical property that may stand for it.
LOGICAL = {
    (name, direction): logical(block="ttb", inline=direction)
    for name, logical in PHYSICAL_FUNCTIONS.items()
    for direction in ("ltr", "rtl")
}


def install() -> None:
    for module in (absolute, float, inline, preferred):
        module.shrink_to_fit = _shrink_to_fit
    percent.resolve_one_percentage = _resolve_one_percentage
    ComputedStyle.__missing__ = _missing
    pydyf._to_bytes = _to_bytes


_missing_own = ComputedStyle.__missing__
_resolve_own = percent.resolve_one_percentage
_to_bytes_own = pydyf._to_bytes


def _shrink_to_fit(context: Any, box: Any, available: Any) -> Any:
    """min(max(narrowest, available), widest), as CSS 2.2 has it in 10.3.5.

    The narrowest is left out where the widest fits: to find it, every word is broken everywhere.
    """
    widest = preferred.max_content_width(context, box, outer=False)
    if widest <= available:
        return widest
    narrowest = preferred.min_content_width(context, box, outer=False)
    return min(max(narrowest, available), widest)


def _missing(style: Any, key: str) -> Any:
    """A property's computed value, which is asked for the first time; most are set by no rule."""
    cascaded, parent = style.cascaded, style.parent_style
    if key in cascaded or key in ODD or parent is None:
        return _missing_own(style, key)
    if key in PHYSICAL_FUNCTIONS and LOGICAL[key, style["direction"]] in cascaded:
        return _missing_own(style, key)
    inherited = key in INHERITED or key.startswith("__")
    value = style[key] = parent[key] if inherited else INITIAL_VALUES[key]
    return value


def _resolve_one_percentage(box: Any, name: str, whole: Any) -> None:
    """Gives the box a length that is one already, or that is to be found by layout."""
    value = box.style[name]
    if type(value) is Dimension and value.unit == "px":
        setattr(box, name, value.value)
    elif value == "auto" and not name.startswith("min_"):
        setattr(box, name, value)
    else:
        _resolve_own(box, name, whole)


def _to_bytes(item: Any) -> bytes:
    """A part of a PDF as it is written: most are text or bytes."""
    kind = type(item)
    if kind is bytes:
        return bytes(item)
    if kind is str:
        return bytes(item.encode("ascii"))
    return bytes(_to_bytes_own(item))

"""Computed values of properties, most of which no rule sets."""

from __future__ import annotations

from typing import Any

from weasyprint.css import AnonymousStyle, ComputedStyle
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

from .stand_in import StandIn

# What is worked out from other properties too, or from the parent's in a way of its own.
ODD = INITIAL_NOT_COMPUTED | {"display", "float", "page", "position"}
ODD |= {name for name in INITIAL_VALUES if name.startswith("text_decoration_")}
# (property, direction) → the logical property that may stand for it.
LOGICAL = {
    (name, direction): logical(block="ttb", inline=direction)
    for name, logical in PHYSICAL_FUNCTIONS.items()
    for direction in ("ltr", "rtl")
}
# Without a rule, the parent's value.
HANDED_DOWN = INHERITED - ODD - PHYSICAL_FUNCTIONS.keys()
# Initial values that are computed ones too, and that no parent changes. A border or an outline
# without a style has no width (CSS Backgrounds and Borders 3, 3.3).
PLAIN = {k: v for k, v in INITIAL_VALUES.items() if k not in INHERITED and k not in ODD}
EDGES = ("border_top", "border_right", "border_bottom", "border_left", "outline")
PLAIN |= {f"{edge}_width": 0 for edge in EDGES}
# A property that a rule may set → those that are not plain then.
TOUCHED: dict[str, set[str]] = {name: {name} for name in PLAIN}
for _edge in EDGES:
    TOUCHED[f"{_edge}_style"].add(f"{_edge}_width")
for (_name, _), _logical in LOGICAL.items():
    TOUCHED.setdefault(_logical, set()).update(TOUCHED.get(_name, ()))


def _computed(style: Any, parent_style: Any, cascaded: Any, *rest: Any) -> None:
    """An element's style, with what no rule sets filled in at once."""
    INIT.theirs(style, parent_style, cascaded, *rest)
    if parent_style is not None:
        style.update(PLAIN)
        for name in cascaded:
            for touched in TOUCHED.get(name, ()):
                style.pop(touched, None)


def _anonymous(style: Any, parent_style: Any) -> None:
    """The style of a box without an element: no rule sets anything in it."""
    style.update(PLAIN)
    ANONYMOUS.theirs(style, parent_style)


def _missing(style: Any, name: str) -> Any:
    """A property that is asked for the first time: most are inherited as they are."""
    parent_style = style.parent_style
    if name in HANDED_DOWN and parent_style is not None and name not in style.cascaded:
        value = style[name] = parent_style[name]
        return value
    return MISSING.theirs(style, name)


MISSING = StandIn(ComputedStyle, "__missing__", _missing)
INIT = StandIn(ComputedStyle, "__init__", _computed)
ANONYMOUS = StandIn(AnonymousStyle, "__init__", _anonymous)
PARTS = (MISSING, INIT, ANONYMOUS)

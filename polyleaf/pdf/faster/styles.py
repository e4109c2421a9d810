"""Computed values of properties, most of which no rule sets."""

from __future__ import annotations

from typing import Any

from weasyprint.css import AnonymousStyle, ComputedStyle, StyleFor
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES
from weasyprint.layout.page import PageType

from .stand_in import StandIn

# What is worked out from other properties too, or from the parent's in a way of its own.
ODD = INITIAL_NOT_COMPUTED | {"display", "float", "page", "position"}
ODD |= {name for name in INITIAL_VALUES if name.startswith("text_decoration_")}
HEIRLOOMS = INHERITED - ODD - PHYSICAL_FUNCTIONS.keys()
# (property, direction) → the logical property that may stand for it.
LOGICAL = {
    (name, direction): logical(block="ttb", inline=direction)
    for name, logical in PHYSICAL_FUNCTIONS.items()
    for direction in ("ltr", "rtl")
}
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


def _missing(style: Any, key: str) -> Any:
    """A property's computed value, which is asked for the first time."""
    if style.parent_style is None or key in style.cascaded:
        return MISSING.theirs(style, key)
    if key in HEIRLOOMS:
        return _inherited(style, key, style.cascaded)
    if key[:2] == "__":
        value = style[key] = style.parent_style[key]
        return value
    return MISSING.theirs(style, key)


def _missing_in_anonymous(style: Any, key: str) -> Any:
    if key in HEIRLOOMS:
        return _inherited(style, key, ())
    return MISSING_IN_ANONYMOUS.theirs(style, key)


def _inherited(style: Any, key: str, cascaded: Any) -> Any:
    """The parent's value, and with it what else the parent knows by now: it is asked for next."""
    parent = style.parent_style
    value = style[key] = parent[key]
    for name in HEIRLOOMS:
        if name in parent and name not in style and name not in cascaded:
            style[name] = parent[name]
    return value


def _set(
    styles: Any,
    element: Any,
    parent: Any,
    root: Any = None,
    pseudo_type: Any = None,
    **named: Any,
) -> None:
    """Leaves a pseudo-element's style until somebody asks for it: the engine's own style sheet
    gives each element six (markers, footnotes and notes), which nearly none has.
    """
    key = element, pseudo_type
    rules = None if isinstance(element, PageType) else styles._cascaded_styles.get(key)
    if pseudo_type is None or rules is None or "anchor" in rules:
        SET.theirs(styles, element, parent, root=root, pseudo_type=pseudo_type, **named)
    else:
        call = {"parent": parent, "root": root, "pseudo_type": pseudo_type, **named}
        styles.__dict__.setdefault("waiting", {})[key] = rules, call


def _asked(styles: Any, element: Any, pseudo_type: Any = None) -> Any:
    """The style of an element or a pseudo-element; nothing if it has none."""
    if pseudo_type is not None and (waiting := styles.__dict__.get("waiting")):
        rules, call = waiting.pop((element, pseudo_type), (None, None))
        if rules is not None:
            cascaded = styles._cascaded_styles
            styles._cascaded_styles = {(element, pseudo_type): rules}
            SET.theirs(styles, element, **call)
            styles._cascaded_styles = cascaded
    return ASKED.theirs(styles, element, pseudo_type)


INIT = StandIn(ComputedStyle, "__init__", _computed)
ANONYMOUS = StandIn(AnonymousStyle, "__init__", _anonymous)
MISSING = StandIn(ComputedStyle, "__missing__", _missing)
MISSING_IN_ANONYMOUS = StandIn(AnonymousStyle, "__missing__", _missing_in_anonymous)
SET = StandIn(StyleFor, "set_computed_styles", _set)
ASKED = StandIn(StyleFor, "__call__", _asked)
PARTS = (INIT, ANONYMOUS, MISSING, MISSING_IN_ANONYMOUS, SET, ASKED)

"""Properties that no rule sets get their values when a style is made, or straight from the parent.

Why: the engine computes each property when it is first asked for, in a long function; and five of
six of those that are asked for are set by no rule.

What: initial values that are computed ones too are filled in at once, except those that a rule
touches; and a property that is inherited as it is comes straight from the parent's style.

Upstream: WeasyPrint #2808 shares whole styles; docs/upstream/13-style-defaults.md.
"""

from __future__ import annotations

from typing import Any

from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

from .patch import Patch

# Properties that are computed from others too, or from the parent's in a way of their own.
SPECIAL = INITIAL_NOT_COMPUTED | {"display", "float", "page", "position"}
SPECIAL |= {name for name in INITIAL_VALUES if name.startswith("text_decoration_")}
# (property, direction) → the logical property that may stand for it.
LOGICAL = {
    (name, direction): logical(block="ttb", inline=direction)
    for name, logical in PHYSICAL_FUNCTIONS.items()
    for direction in ("ltr", "rtl")
}
# Without a rule, the parent's value.
FROM_PARENT = INHERITED - SPECIAL - PHYSICAL_FUNCTIONS.keys()
# Initial values that are computed ones too, and that no parent changes. A border or an outline
# without a style has no width (CSS Backgrounds and Borders 3, 3.3).
DEFAULTS = {k: v for k, v in INITIAL_VALUES.items() if k not in INHERITED and k not in SPECIAL}
EDGES = ("border_top", "border_right", "border_bottom", "border_left", "outline")
DEFAULTS |= {f"{edge}_width": 0 for edge in EDGES}
# A property that a rule may set → the properties whose defaults do not hold then.
TOUCHED: dict[str, set[str]] = {name: {name} for name in DEFAULTS}
for _edge in EDGES:
    TOUCHED[f"{_edge}_style"].add(f"{_edge}_width")
for (_name, _), _logical in LOGICAL.items():
    TOUCHED.setdefault(_logical, set()).update(TOUCHED.get(_name, ()))


def _init_computed(style: Any, parent_style: Any, cascaded: Any, *rest: Any) -> None:
    """The style of an element."""
    COMPUTED.original(style, parent_style, cascaded, *rest)
    if parent_style is not None:
        style.update(DEFAULTS)
        for name in cascaded:
            for touched in TOUCHED.get(name, ()):
                style.pop(touched, None)


def _init_anonymous(style: Any, parent_style: Any) -> None:
    """The style of a box without an element: no rule sets anything in it."""
    style.update(DEFAULTS)
    ANONYMOUS.original(style, parent_style)


def _missing(style: Any, name: str) -> Any:
    """A property that is asked for the first time."""
    parent_style = style.parent_style
    if name in FROM_PARENT and parent_style is not None and name not in style.cascaded:
        value = style[name] = parent_style[name]
        return value
    return MISSING.original(style, name)


MISSING = Patch(
    "weasyprint.css:ComputedStyle.__missing__", _missing, verified={"70.0": "b318d8efc8ac79d7"}
)
COMPUTED = Patch(
    "weasyprint.css:ComputedStyle.__init__", _init_computed, verified={"70.0": "ffbc48647d0d85e2"}
)
ANONYMOUS = Patch(
    "weasyprint.css:AnonymousStyle.__init__",
    _init_anonymous,
    verified={"70.0": "e84cfdea486c455f"},
    relies_on=("weasyprint.css:AnonymousStyle.__missing__",),
)
PATCHES = (MISSING, COMPUTED, ANONYMOUS)

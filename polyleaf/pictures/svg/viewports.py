"""Viewports inside a drawing: nested `<svg>`, `<symbol>` and others with their own view box."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

from . import frame
from .drawing_tree import HREF, SVG
from .elements import TRANSFORM
from .geometry import box_of
from .lengths import UnknownUnitError, number, written
from .styles import Context
from .transforms import Box, Matrix, times

AXES = {"x": 2, "width": 2, "y": 3, "height": 3}  # of a box
VIEWPORTS = {"svg", "symbol", "marker", "pattern"}


def turned(made: ElementTree.Element, name: str, matrix: str) -> ElementTree.Element:
    """An element with its transformation; a nested `<svg>` has none in SVG 1.1."""
    if name != "svg":
        made.set(TRANSFORM.get(name, "transform"), matrix)
        return made
    around = ElementTree.Element(f"{SVG}g", {"transform": matrix})
    around.append(made)
    return around


def viewport(made: ElementTree.Element, name: str, context: Context) -> Box | None:
    """What per cent are measured by inside an element: its view box, if it has one."""
    if context.top or name not in VIEWPORTS:
        return context.box
    if (box := box_of(made.get("viewBox", ""))) is not None:
        return box
    if name == "pattern":
        return context.box
    sides = [number(made.get(side, "")) for side in ("width", "height")]
    if name != "svg" or None in sides:
        return None
    return 0.0, 0.0, sides[0] or 0.0, sides[1] or 0.0


def of_viewport(key: str, value: str, context: Context) -> str:
    """A place or size of `<use>` in user units: the renderer takes per cent of what is used."""
    if key not in AXES or not value.endswith("%"):
        return value
    if context.box is None:
        raise UnknownUnitError("%")
    return in_units(key, value, context.box)


def in_units(key: str, value: str, box: Box) -> str:
    """A place or size in user units; `box` is what per cent are shares of."""
    return written(float(value[:-1]) / 100 * box[AXES[key]]) if value.endswith("%") else value


def place_uses(root: ElementTree.Element, box: Box) -> None:
    """Gives each `<use>` the place and the size of its symbol, as browsers do (SVG 2, 5.5).

    A size of its own counts more. Its place is a part of its transformation: clips and masks move
    with it. `box` is the drawing's view box, which per cent are shares of.
    """
    symbols = {each.get("id"): each for each in root.iter(f"{SVG}symbol")}
    for use in root.iter(f"{SVG}use"):
        symbol = symbols.get(use.get(HREF, "").removeprefix("#"))
        if symbol is None:
            continue
        if (moved := tuple(float(use.attrib.pop(key, "0")) for key in ("x", "y"))) != (0.0, 0.0):
            own = use.get("transform", "")
            use.set("transform", f"{own} translate({moved[0]:.7g} {moved[1]:.7g})".strip())
        for key in ("width", "height"):
            if key not in use.attrib and (value := symbol.get(key)):
                use.set(key, in_units(key, value, box))
        for key in ("x", "y"):
            if value := symbol.get(key):
                use.set(key, in_units(key, value, box))


def into(element: ElementTree.Element, by: Matrix) -> Matrix | None:
    """The matrix inside a nested `<svg>`; None if that is not known."""
    box = box_of(element.get("viewBox", ""))
    if box is None:
        return by
    sides = [number(element.get(side, "")) for side in ("width", "height")]
    if not sides[0] or not sides[1]:
        return None
    shown = frame.visible(sides[0], sides[1], box, element.get("preserveAspectRatio", ""))
    if not shown[2] or not shown[3]:
        return None
    return times(by, (sides[0] / shown[2], 0.0, 0.0, sides[1] / shown[3], 0.0, 0.0))

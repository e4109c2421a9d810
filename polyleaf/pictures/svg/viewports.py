"""Viewports inside a drawing: nested `<svg>`, `<symbol>` and others with their own view box."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

from .drawing_tree import SVG
from .elements import TRANSFORM
from .geometry import box_of
from .lengths import UnknownUnitError, number, written
from .styles import Context
from .transforms import Box

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
    axis = {"x": 2, "width": 2, "y": 3, "height": 3}.get(key)
    if axis is None or not value.endswith("%"):
        return value
    if context.box is None:
        raise UnknownUnitError("%")
    return written(float(value[:-1]) / 100 * context.box[axis])

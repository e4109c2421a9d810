"""The outermost `<svg>`: its size and view box made explicit, its background drawn as a shape."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable

from .css_colours import UnknownColourError, colour
from .drawing_tree import SVG, line_of
from .geometry import box_of
from .lengths import AbsurdError, Em, UnknownUnitError, length, written
from .refusals import Refused
from .transforms import Box

SMALLEST = 1e-3  # user units of a side
LONGEST = 100.0  # times as long as the other side
SHARES = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}


def size(
    source: ElementTree.Element, declared: Iterable[tuple[str, str]]
) -> tuple[float, float, Box]:
    """Width and height in user units, and the view box; raises Refused."""
    line = line_of(source)
    em = Em(16.0, 16.0)
    given = {side: source.get(side, "") for side in ("width", "height")}
    for key, value in declared:
        if key in given and _side(value, em):
            given[key] = value
    try:
        box = box_of(source.get("viewBox", ""))
        width, height = (_side(given[side], em) for side in ("width", "height"))
    except (AbsurdError, UnknownUnitError) as error:
        raise Refused(
            f"its size has a number that no drawing needs: {error}", line, "fit"
        ) from None
    if box and not (box[2] > 0 and box[3] > 0):
        raise Refused(f"its viewBox is {box[2]:g} wide and {box[3]:g} high", line, "fit")
    if box is None:
        if not width or not height:
            raise Refused("it has neither a viewBox nor a width and a height", line, "fit")
        box = (0.0, 0.0, width, height)
    ratio = box[2] / box[3]
    if not width and not height:
        width, height = box[2], box[3]
    elif not width or not height:
        width, height = width or height * ratio, height or width / ratio
    shorter, longer = sorted((width, height))
    if shorter < SMALLEST or longer > LONGEST * shorter or min(box[2:]) < SMALLEST:
        raise Refused(f"it is {width:g} wide and {height:g} high", line, "fit")
    return width, height, box


def _side(text: str, em: Em) -> float:
    """A side in user units; 0 if it is not given, or relative to what is around the picture."""
    found = length(text, em)
    return 0.0 if found is None or found.endswith("%") else max(0.0, float(found))


def visible(width: float, height: float, box: Box, fitted: str) -> Box:
    """The part of the plane that shows, in the units of the view box (SVG 1.1, 7.8)."""
    if fitted.strip().startswith("none"):
        return box
    scales = width / box[2], height / box[3]
    scale = max(scales) if "slice" in fitted else min(scales)
    shown = width / scale, height / scale
    places = re.search(r"x(Min|Mid|Max)Y(Min|Mid|Max)", fitted)
    shares = [SHARES[place] for place in (places.groups() if places else ("Mid", "Mid"))]
    x, y = (box[axis] + (box[2 + axis] - shown[axis]) * shares[axis] for axis in (0, 1))
    return x, y, *shown


def background(declared: Iterable[tuple[str, str]], area: Box) -> ElementTree.Element | None:
    """The colour behind the drawing, as browsers paint it, as a shape; None if it has none."""
    found: str | None = None
    for key, value in declared:
        if key in ("background", "background-color"):
            try:
                found = next(filter(None, map(colour, _words(value))), None)
            except UnknownColourError:
                found = None
    if found is None or found.endswith(",0)"):
        return None
    shape = ElementTree.Element(f"{SVG}rect", {"fill": found, "stroke": "none"})
    for key, number in zip(("x", "y", "width", "height"), area, strict=True):
        shape.set(key, written(number))
    return shape


def _words(value: str) -> list[str]:
    return re.findall(r"[\w-]+\([^()]*\)|[^\s()]+", value)

"""The outermost `<svg>`: its size and view box made explicit, its background drawn as a shape."""

from __future__ import annotations

import contextlib
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator

from .css_colours import UnknownColourError, colour
from .drawing_tree import SVG, place_of
from .geometry import box_of
from .lengths import NUMBERS, AbsurdError, Em, UnknownUnitError, length, written
from .placing import transformed
from .properties import font_size, lacks_unit
from .refusals import Refused
from .transforms import Box, as_text, times

USUAL = 16.0  # user units of a font whose size is not given
SMALLEST = 1e-3  # user units of a side
LONGEST = 100.0  # times as long as the other side
IMAGE = re.compile(r"(gradient|url|image|image-set|cross-fade|element)\(", re.IGNORECASE)
SIZED = re.compile(r"(url|blur|drop-shadow)\(")
SPOKEN = (f"{SVG}title", f"{SVG}desc")
SHARES = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}


def own_em(source: ElementTree.Element, declared: Iterable[tuple[str, str]]) -> Em:
    """What lengths of the outermost element, and `rem` everywhere, are measured by."""
    found = USUAL
    for key, value in (("font-size", source.get("font-size", "")), *declared):
        if key == "font-size":
            with contextlib.suppress(AbsurdError, UnknownUnitError):
                size = font_size(value, Em(USUAL, USUAL))
                found = size if isinstance(size, float) else found
    return Em(found, found)


def size(
    source: ElementTree.Element, declared: Iterable[tuple[str, str]], em: Em
) -> tuple[float, float, Box]:
    """Width and height in user units, and the view box; raises Refused."""
    place = place_of(source)
    given = {side: source.get(side, "") for side in ("width", "height")}
    for key, value in declared:
        if key in given and not lacks_unit(key, value) and _side(value, em):
            given[key] = value
    try:
        box = box_of(source.get("viewBox", ""))
        width, height = (_side(given[side], em) for side in ("width", "height"))
    except (AbsurdError, UnknownUnitError) as error:
        raise Refused(
            f"its size has a number that no drawing needs: {error}", place, "fit"
        ) from None
    if box and not (box[2] > 0 and box[3] > 0):
        raise Refused(f"its viewBox is {box[2]:g} wide and {box[3]:g} high", place, "fit")
    if box is None:
        if not width or not height:
            raise Refused("it has neither a viewBox nor a width and a height", place, "fit")
        box = (0.0, 0.0, width, height)
    ratio = box[2] / box[3]
    if not width and not height:
        width, height = box[2], box[3]
    elif not width or not height:
        width, height = width or height * ratio, height or width / ratio
    shorter, longer = sorted((width, height))
    if shorter < SMALLEST or longer > LONGEST * shorter or min(box[2:]) < SMALLEST:
        raise Refused(f"it is {width:g} wide and {height:g} high", place, "fit")
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


def turn(root: ElementTree.Element, transforms: dict[str, str], em: Em, area: Box) -> None:
    """Turns all of a plain drawing, as browsers do: about the middle, measured in its pixels.

    `area` is the part of the plane that shows. Raises UnknownTransformError.
    """
    width, height = (float(root.get(side, "1")) for side in ("width", "height"))
    pixels = (0.0, 0.0, width, height)
    found = {"transform-origin": "50% 50%", **transforms, "transform-box": "view-box"}
    if not (text := transformed(root, found, em, pixels)):
        return
    a, b, c, d, e, f = map(float, NUMBERS.findall(text))
    x, y = width / area[2], height / area[3]
    to_pixels = (x, 0.0, 0.0, y, -area[0] * x, -area[1] * y)
    back = (1 / x, 0.0, 0.0, 1 / y, area[0], area[1])
    whole = times(times(back, (a, b, c, d, e, f)), to_pixels)
    around = ElementTree.Element(f"{SVG}g", {"transform": as_text(whole)})
    around.extend(each for each in root if each.tag not in SPOKEN)
    root[:] = [*(each for each in root if each.tag in SPOKEN), around]


def surroundings(declared: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What a style sheet draws around the drawing or behind it, and is not drawn here."""
    for key, value in declared:
        if key.partition("-")[0] in ("border", "padding") and re.search(r"[1-9]", value):
            yield f"it has {key} around the drawing: {value[:40]}"
        elif key in ("background", "background-image") and IMAGE.search(value):
            yield f"it has {key}: {value[:40]}"


def effects(root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """What browsers measure in pixels of their page, as it is said of all of the drawing, and the
    way out: it looks different in each size.
    """
    for key, way_out in (("clip-path", "clip"), ("mask", "clip"), ("filter", "effects")):
        if SIZED.search(root.get(key, "")):
            yield f"its outermost <svg> has {key}, which differs with the picture's size", way_out


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

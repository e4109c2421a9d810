"""How long the filters of a plain drawing take: they are what a renderer spends its time on.

The unit is a blur of the whole picture, which takes 0.4 µs for each pixel.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

from .drawing_tree import local
from .geometry import box_of
from .lengths import NUMBERS
from .placing import outline_box

MOST = 20.0  # blurs of the whole picture
PIXELS = 15_000_000  # of blurs: some six seconds
COSTS = {"feGaussianBlur": 1.0, "feDropShadow": 1.5, "feTurbulence": 1.5}
USUAL = 0.5
UNKNOWN_SHARE = 0.5  # of the picture
COARSE = 2_000  # pixels of a picture, for which the radius of a morphology counts
NO_PRIMITIVES = ("feFunc", "feMergeNode")


def cost(root: ElementTree.Element) -> float:
    """The filters of a drawing, as often as they are used, in blurs of the whole picture."""
    box = box_of(root.get("viewBox", "")) or (0.0, 0.0, 1.0, 1.0)
    filters = {each.get("id"): each for each in root.iter() if local(each.tag) == "filter"}
    whole = 0.0
    for element in root.iter():
        value = element.get("filter", "none")
        if value.startswith("url(#"):
            used = filters.get(value[5:].partition(")")[0])
            if used is not None:
                primitives = sum(_primitive(each, max(box[2:])) for each in used)
                whole += primitives * _share(used, element, box[2] * box[3])
        elif value != "none":  # blur(…) and the like
            whole += value.count("(") * UNKNOWN_SHARE
    return whole


def _primitive(element: ElementTree.Element, side: float) -> float:
    name = local(element.tag)
    if name.startswith(NO_PRIMITIVES):
        return 0.0
    if name == "feMorphology":
        radius = max(map(float, NUMBERS.findall(element.get("radius", "0")) or [0.0]))
        return USUAL + (radius / side * COARSE) ** 2 / 100
    return COSTS.get(name, USUAL)


def _share(used: ElementTree.Element, element: ElementTree.Element, area: float) -> float:
    """The part of the picture that a filter works on, as far as that is known."""
    sides = [used.get(side, "") for side in ("width", "height")]
    if used.get("filterUnits") == "userSpaceOnUse" and all(map(NUMBERS.fullmatch, sides)):
        width, height = map(float, sides)
        return min(1.0, abs(width * height) / area)
    outline = outline_box(element)
    return min(1.0, 1.44 * outline[2] * outline[3] / area) if outline else UNKNOWN_SHARE

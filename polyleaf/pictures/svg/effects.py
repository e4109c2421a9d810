"""How long a renderer takes for the pixels of a plain drawing: its filters and its layers.

The unit is a blur of the whole picture, which takes 0.4 µs for each pixel. The other numbers are
shares of that, measured. What is drawn several times counts each time.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from base64 import b64decode
from collections.abc import Iterator

from .drawing_tree import HREF, local
from .extents import HIDDEN, Extents, matrix_of, placed
from .geometry import box_of
from .lengths import NUMBERS
from .transforms import IDENTITY, Box, Matrix, times
from .viewports import into

MOST = 20.0  # blurs of the whole picture
PIXELS = 15_000_000  # of blurs: some six seconds
COSTS = {"feGaussianBlur": 1.0, "feDropShadow": 1.5, "feTurbulence": 1.5}
OCTAVE = 0.3  # of a turbulence
USUAL = 0.5
UNKNOWN_SHARE = 0.5  # of the picture: what a filter works on
BEYOND = 5.0  # times the picture's side, to which the renderer cuts a filter
UNKNOWN_TEXT = 0.02  # and what text covers
COARSE = 2_000  # pixels of a picture, for which the radius of a morphology counts
NO_PRIMITIVES = ("feFunc", "feMergeNode")
OPAQUE, TRANSLUCENT, SERVER, IMAGE = 0.005, 0.05, 0.2, 0.7  # fills: colours, gradients, pictures
LAYERS = {"mask": 0.25, "clip-path": 0.2, "opacity": 0.12}
BLENDED, CLIPPED = 0.15, 0.2
SHAPES = {"path", "rect", "circle", "ellipse", "polygon", "polyline"}
ADDRESS = re.compile(r"url\(#([^)]+)\)")
INSIDE = "data:image/svg+xml;base64,"
PIECES = 4  # characters of a path for each corner


def cost(root: ElementTree.Element) -> float:
    """What a drawing asks for, in blurs of the whole picture."""
    return _Meter(root).of(root, IDENTITY)


class _Meter:
    def __init__(self, root: ElementTree.Element) -> None:
        self.box = box_of(root.get("viewBox", "")) or (0.0, 0.0, 1.0, 1.0)
        self.by_id = {each.get("id"): each for each in root.iter() if each.get("id")}
        self.extents = Extents()

    def of(self, element: ElementTree.Element, outside: Matrix) -> float:
        """An element with all that is drawn for it."""
        name = local(element.tag)
        by = times(outside, matrix_of(element))
        whole = sum(self._own(element, name, by))
        if name == "use":
            target = self.by_id.get(element.get(HREF, "")[1:])
            if target is not None:
                return whole + self._used(target, by)
        if name == "svg" and outside is not IDENTITY:
            by = into(element, by) or by
        for child in element:
            if local(child.tag) not in HIDDEN:
                whole += self.of(child, by)
        return whole

    def _used(self, target: ElementTree.Element, by: Matrix) -> float:
        if local(target.tag) != "symbol":
            return self.of(target, by)
        return CLIPPED * self._share(target, by) + sum(self.of(child, by) for child in target)

    def _own(self, element: ElementTree.Element, name: str, by: Matrix) -> Iterator[float]:
        share = self._share(element, by)
        for key, value in element.attrib.items():
            if key in LAYERS and value not in ("none", "1"):
                yield LAYERS[key] * share
            if key == "filter" and value != "none":
                yield self._filter(value, element, by)
            elif "url(#" in value:
                yield from self._named(element, key, value, by)
        if element.get("style"):  # a blend mode or a group for itself
            yield BLENDED * share
        if name == "svg" and by != IDENTITY:
            yield CLIPPED * share
        if name == "image":
            yield IMAGE * share
            if (address := element.get(HREF, "")).startswith(INSIDE):
                inside = ElementTree.fromstring(b64decode(address.removeprefix(INSIDE)))
                yield cost(inside) * share
        elif name in SHAPES:
            clear = "rgba" in element.get("fill", "") or element.get("fill-opacity", "1") != "1"
            yield (TRANSLUCENT if clear else OPAQUE) * share

    def _named(
        self, element: ElementTree.Element, key: str, value: str, by: Matrix
    ) -> Iterator[float]:
        """A gradient, a pattern, a mask or a marker, with what it draws itself."""
        for found in ADDRESS.findall(value):
            target = self.by_id.get(found)
            if target is None:
                continue
            if key in ("fill", "stroke"):
                yield SERVER * self._share(element, by)
            if local(target.tag) in ("mask", "pattern", "marker"):
                data = element.get("d", "") or element.get("points", "")
                often = 1 + len(data) // PIECES if key == "marker-mid" else 1
                yield often * sum(self.of(child, by) for child in target)

    def _share(self, element: ElementTree.Element, by: Matrix, unknown: float = 0.0) -> float:
        """The part of the picture that an element covers, about."""
        box = self.extents.of(element)
        if box is None:
            return unknown or (1.0 if _unknown(element) else UNKNOWN_TEXT)
        return _covered(placed(box, by), self.box)

    def _filter(self, value: str, element: ElementTree.Element, by: Matrix) -> float:
        used = self.by_id.get(value[5:].partition(")")[0])
        if used is None:
            return 0.0
        primitives = sum(_primitive(each, max(self.box[2:])) for each in used)
        return primitives * self._region(used, element, by)

    def _region(self, used: ElementTree.Element, element: ElementTree.Element, by: Matrix) -> float:
        """The part of the picture that a filter works on; it may be larger than the picture."""
        sides = [_sides(used.get(side, "120%")) for side in ("width", "height")]
        if used.get("filterUnits") == "userSpaceOnUse":
            relative = [used.get(side, "120%").endswith("%") for side in ("width", "height")]
            wide, high = (sides[at] * (self.box[2 + at] if relative[at] else 1.0) for at in (0, 1))
            box: Box | None = (0.0, 0.0, wide, high)
            sides = [1.0, 1.0]
        else:
            box = self.extents.of(element)
        if box is None:
            return UNKNOWN_SHARE * max(1.0, min(BEYOND**2, sides[0] * sides[1]))
        box = placed(box, by)
        axes = [min(BEYOND, abs(box[2 + at] / self.box[2 + at] * sides[at])) for at in (0, 1)]
        return axes[0] * axes[1]


def _sides(text: str) -> float:
    """A side of a filter, per cent as a share."""
    match = NUMBERS.match(text)
    return float(match[0]) / (100 if text.endswith("%") else 1) if match else 1.2


def _covered(box: Box, picture: Box) -> float:
    share = 1.0
    for axis in (0, 1):
        low = max(box[axis], picture[axis])
        high = min(box[axis] + box[axis + 2], picture[axis] + picture[axis + 2])
        share *= max(0.0, high - low) / picture[axis + 2]
    return share


def _unknown(element: ElementTree.Element) -> bool:
    """Whether something of an element may be large: all but text is."""
    return any(local(each.tag) in ("use", "image", "svg", "rect") for each in element.iter())


def _primitive(element: ElementTree.Element, side: float) -> float:
    name = local(element.tag)
    if name.startswith(NO_PRIMITIVES):
        return 0.0
    if name == "feMorphology":
        radius = max(map(float, NUMBERS.findall(element.get("radius", "0")) or [0.0]))
        return USUAL + (radius / side * COARSE) ** 2 / 100
    octaves = NUMBERS.findall(element.get("numOctaves", "1")) or ["1"]
    return max(COSTS.get(name, USUAL), OCTAVE * float(octaves[0]))

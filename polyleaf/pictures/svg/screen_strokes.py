"""Outlines that do not grow with their shape (`vector-effect: non-scaling-stroke`), as usual ones.

They are as wide as on a screen that shows the picture in its own size (SVG 2, 8.13).
"""

from __future__ import annotations

import math
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

from .drawing_tree import HREF, SVG, local, place_of
from .extents import HIDDEN, matrix_of
from .lengths import NUMBERS, written
from .refusals import Place
from .transforms import Box, Matrix, times
from .viewports import into

KEY = "vector-effect"
MEASURED = ("stroke-width", "stroke-dasharray", "stroke-dashoffset")
ALIKE = 0.01  # how far the scales of both directions may differ
MESSAGE = "it has vector-effect: non-scaling-stroke in a part that is stretched or repeated"
Inherited = dict[str, str]


def settle(root: ElementTree.Element, area: Box) -> Iterator[Place]:
    """Sets the widths of these outlines; yields where that cannot be known.

    `area` is the part of the plane that shows.
    """
    if any(KEY in each.attrib for each in root.iter()):
        repeated = {each.get(HREF, "")[1:] for each in root.iter(f"{SVG}use")}
        scale = float(root.get("width", "1")) / area[2]
        high = float(root.get("height", "1")) / area[3]
        by = (scale, 0.0, 0.0, high, 0.0, 0.0)
        for child in root:
            yield from _settle(child, by, {"stroke-width": "1"}, repeated)


def _settle(
    element: ElementTree.Element, outside: Matrix | None, inherited: Inherited, repeated: set[str]
) -> Iterator[Place]:
    values = inherited | {key: element.get(key, "") for key in MEASURED if key in element.attrib}
    name = local(element.tag)
    unknown = outside is None or name in HIDDEN or element.get("id") in repeated
    by = None if unknown or outside is None else times(outside, matrix_of(element))
    if element.attrib.pop(KEY, None) is not None and not _set_widths(element, by, values):
        yield place_of(element)
    if name == "svg" and by is not None:
        by = into(element, by)
    for child in element:
        yield from _settle(child, by, values, repeated)


def _set_widths(element: ElementTree.Element, by: Matrix | None, values: Inherited) -> bool:
    if by is None or any("%" in value for value in values.values()):
        return False
    across, down = math.hypot(by[0], by[1]), math.hypot(by[2], by[3])
    turned = abs(by[0] * by[2] + by[1] * by[3])
    if not across or abs(across - down) > ALIKE * across or turned > ALIKE * across * down:
        return False
    for key, value in values.items():
        if value != "none":
            each = (written(float(part) / across) for part in NUMBERS.findall(value))
            element.set(key, " ".join(each))
    return True

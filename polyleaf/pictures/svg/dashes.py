"""Dashes that are measured by `pathLength` → dashes in user units (SVG 2, 9.6.1)."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ElementTree

from .lengths import NUMBERS, number, written
from .placing import outline_box

MEASURED = ("stroke-dasharray", "stroke-dashoffset")


def measure(made: ElementTree.Element, name: str, given: str) -> bool:
    """Writes the dashes of a plain shape anew; False if its true length is not known."""
    length, shown = _length(made, name), number(given)
    parts = {key: NUMBERS.findall(made.get(key, "")) for key in MEASURED}
    if not length or not shown or shown < 0 or not parts["stroke-dasharray"]:
        return False
    if any("%" in made.get(key, "") for key in MEASURED):
        return False
    for key, found in parts.items():
        if found:
            made.set(key, " ".join(written(float(each) * length / shown) for each in found))
    return True


def _length(made: ElementTree.Element, name: str) -> float | None:
    box = outline_box(made)
    if box is None:
        return None
    if name == "circle":
        return math.pi * box[2]
    if name == "line":
        return math.hypot(box[2], box[3])
    if name == "rect" and not {"rx", "ry"} & {*made.keys()}:
        return 2 * (box[2] + box[3])
    return None

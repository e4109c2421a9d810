"""Where things are: affine transforms of SVG 2, chapter 8, (a, b, c, d, e, f).

They map (x, y) to (ax + cy + e, bx + dy + f).
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from ..svg.lengths import Em
from ..svg.transforms import IDENTITY, Matrix, matrix

NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")


def numbers(text: str) -> list[float]:
    return [float(number) for number in NUMBER.findall(text)]


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def translate(x: float, y: float) -> Matrix:
    return 1, 0, 0, 1, x, y


def transform(element: Element) -> Matrix:
    """What the element says; what cannot be read changes nothing."""
    try:
        return matrix(element.get("transform", ""), Em(16.0, 16.0), None, False) or IDENTITY
    except ValueError:
        return IDENTITY


def of_viewport(svg: Element) -> Matrix:
    """The transform of an <svg> within a drawing: its viewBox in the middle of its place."""
    sides = (numbers(svg.get(side, "")) for side in ("x", "y", "width", "height"))
    x, y, width, height = (side[0] if side else 0.0 for side in sides)
    box = numbers(svg.get("viewBox", ""))
    if len(box) != 4 or not (width > 0 and height > 0 and box[2] > 0 and box[3] > 0):
        return translate(x, y)
    scale = min(width / box[2], height / box[3])
    x += (width - box[2] * scale) / 2 - box[0] * scale
    y += (height - box[3] * scale) / 2 - box[1] * scale
    return scale, 0, 0, scale, x, y

"""How large what a plain drawing draws is, about: no smaller than it is, but for outlines."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator
from itertools import pairwise

from .drawing_tree import local
from .lengths import NUMBERS, Em
from .placing import outline_box
from .transforms import IDENTITY, Box, Matrix, matrix

COMMAND = re.compile(r"([a-zA-Z])([^a-zA-Z]*(?:[eE][+-]?[0-9][^a-zA-Z]*)*)")
ARGUMENTS = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7}
SMOOTH = {"s": "cs", "t": "qt"}  # command → those whose handle it reflects
HIDDEN = {"defs", "symbol", "clipPath", "mask", "pattern", "marker", "filter"}
Point = tuple[float, float]


def matrix_of(element: ElementTree.Element) -> Matrix:
    """The transformation of a plain element."""
    text = element.get("transform", "")
    return (matrix(text, Em(None, 16.0), None, False) or IDENTITY) if text else IDENTITY


def placed(box: Box, by: Matrix) -> Box:
    """The box around a box that is transformed."""
    x, y, width, height = box
    corners = ((x, y), (x + width, y), (x, y + height), (x + width, y + height))
    return _around((by[0] * u + by[2] * v + by[4], by[1] * u + by[3] * v + by[5])
                   for u, v in corners) or box  # fmt: skip


class Extents:
    """The boxes of elements in their own user space, each found once."""

    def __init__(self) -> None:
        self.known: dict[ElementTree.Element, Box | None] = {}

    def of(self, element: ElementTree.Element) -> Box | None:
        """The box without the element's own transformation; None if that is not known."""
        if element not in self.known:
            self.known[element] = self._of(element)
        return self.known[element]

    def _of(self, element: ElementTree.Element) -> Box | None:
        if local(element.tag) == "path":
            return _around(_corners(element.get("d", "")))
        if (box := outline_box(element)) is not None:
            return box
        boxes: list[Box] = []
        for child in element:
            name = local(child.tag)
            if name in HIDDEN or name in ("title", "desc"):
                continue
            if (box := self.of(child)) is None:
                return None
            boxes.append(placed(box, matrix_of(child)))
        return _around(
            point for x, y, width, height in boxes for point in ((x, y), (x + width, y + height))
        )


def outline_length(element: ElementTree.Element) -> float:
    """How long the outline of a shape is, about; 0 if that is not known."""
    if local(element.tag) == "path":
        points = list(_corners(element.get("d", "")))
        return sum(abs(x - u) + abs(y - v) for (x, y), (u, v) in pairwise(points))
    if local(element.tag) in ("polyline", "polygon"):
        numbers = [float(each) for each in NUMBERS.findall(element.get("points", ""))]
        return sum(abs(one - other) for one, other in zip(numbers, numbers[2:], strict=False))
    box = outline_box(element)
    return 2 * (abs(box[2]) + abs(box[3])) if box else 0.0


def _around(points: Iterable[Point]) -> Box | None:
    found = list(points)
    if not found:
        return None
    left, top = min(x for x, _ in found), min(y for _, y in found)
    return left, top, max(x for x, _ in found) - left, max(y for _, y in found) - top


def _corners(data: str) -> Iterator[Point]:
    """The points of a path and of its handles: its curves stay between them (SVG 1.1, 8.3)."""
    x = y = start_x = start_y = 0.0
    handle, before = (0.0, 0.0), "m"  # the last one, and the command that it belongs to
    for letter, rest in COMMAND.findall(data):
        kind, near = letter.lower(), letter.islower()
        if kind == "z":
            (x, y), before = (start_x, start_y), kind
            continue
        numbers, step = [float(each) for each in NUMBERS.findall(rest)], ARGUMENTS.get(kind, 2)
        for at in range(0, len(numbers) - step + 1, step):
            own = numbers[at : at + step]
            base = (x, y) if near else (0.0, 0.0)
            if kind == "h":
                points = [(own[0] + base[0], y)]
            elif kind == "v":
                points = [(x, own[0] + base[1])]
            elif kind == "a":  # its ellipse may be anywhere around both ends
                points = [(own[5] + base[0], own[6] + base[1])]
                reach = 2 * max(abs(own[0]), abs(own[1]))
                for u, v in ((x, y), points[0]):
                    yield from ((u - reach, v - reach), (u + reach, v + reach))
            else:
                pairs = zip(own[::2], own[1::2], strict=True)
                points = [(u + base[0], v + base[1]) for u, v in pairs]
            if before in SMOOTH.get(kind, ""):  # goes on as the last curve ended
                points.insert(0, (2 * x - handle[0], 2 * y - handle[1]))
            yield from points
            handle, before = points[-2] if len(points) > 1 else (x, y), kind
            x, y = points[-1]
            if kind == "m" and at == 0:
                start_x, start_y = x, y

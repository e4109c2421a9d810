"""Effects that go one way, as a shadow, on what is turned or mirrored.

The renderer draws them along the sides of the picture (SVG 1.1, 15.5: along those of the part).
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

from .drawing_tree import HREF, local, place_of
from .extents import HIDDEN, matrix_of
from .lengths import NUMBERS
from .refusals import Place
from .transforms import IDENTITY, Matrix, times

LITTLE = 0.01  # of a turn's sine: half a degree
DEEP = 16  # parts that draw other parts, one within another


def turned(root: ElementTree.Element) -> Iterator[Place]:
    """The places of parts that have such an effect and are turned."""
    by_id = {each.get("id"): each for each in root.iter() if each.get("id")}
    one_way = {key for key, each in by_id.items() if local(each.tag) == "filter" and _one_way(each)}

    def walk(element: ElementTree.Element, by: Matrix, depth: int) -> Iterator[Place]:
        by = times(by, matrix_of(element))
        used = element.get("filter", "")[5:].partition(")")[0]
        if used in one_way and _is_turned(by):
            yield place_of(element)
        target = by_id.get(element.get(HREF, "")[1:]) if local(element.tag) == "use" else None
        if target is not None and depth < DEEP:
            yield from walk(target, by, depth + 1)
        for child in element:
            if local(child.tag) not in HIDDEN:
                yield from walk(child, by, depth)

    if one_way:
        yield from walk(root, IDENTITY, 0)


def _one_way(effect: ElementTree.Element) -> bool:
    for each in effect:
        numbers = [float(found) for found in NUMBERS.findall(each.get("stdDeviation", ""))]
        if len(set(numbers)) > 1 or any(
            each.get(key, "0") not in ("0", "") for key in ("dx", "dy")
        ):
            return True
    return False


def _is_turned(by: Matrix) -> bool:
    a, b, c, d, _, _ = by
    return a < 0 or d < 0 or abs(b) > LITTLE * abs(a) or abs(c) > LITTLE * abs(d)

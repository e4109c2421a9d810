"""How much a drawing asks of who draws it, repeated parts included: no more than a page needs."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping

from . import effects
from .drawing_tree import HREF, MAX_DEPTH, local, place_of
from .extents import outline_length
from .lengths import NUMBERS
from .refusals import Refused

MAX_DRAWN = 50_000  # elements; of a long path each 100 characters count as one
PATH_UNIT = 100
DASHES = 10  # that count as an element
VERTEX, MARKER = 4, 3  # characters of a corner with a marker; elements that a marker counts for
MAX_LETTERS, MAX_ALL_LETTERS = 2_000, 20_000  # of one text, of all: shaping is not linear
SMALLEST_SHARE = 1e-4  # of the drawing's size: pattern tiles and dashes


def drawn(root: ElementTree.Element, inside: Mapping[str, int] | None = None) -> int:
    """How many elements are drawn, repeated ones included; raises Refused for a cycle.

    Of a plain drawing `inside` has how many elements each drawing in it has, by its address.
    """
    by_id: dict[str | None, ElementTree.Element] = {}
    for element in root.iter():
        by_id.setdefault(element.get("id"), element)
    sizes: dict[ElementTree.Element, int] = {}
    dashes = {} if inside is None else _dashes(root)
    open_elements: set[ElementTree.Element] = set()

    def size(element: ElementTree.Element) -> int:
        if element in open_elements:
            raise Refused("it draws a part of itself inside that part", place_of(element))
        if element not in sizes:
            open_elements.add(element)
            parts = (*element, *(by_id[name] for name in _named(element) if name in by_id))
            if len(open_elements) > 4 * MAX_DEPTH:
                raise Refused("its references lead too deep", place_of(element))
            data = len(element.get("d", "") or element.get("points", ""))
            sizes[element] = 1 + data // PATH_UNIT + sum(map(size, parts))
            sizes[element] += dashes.get(element, 0) // DASHES
            sizes[element] += inside.get(element.get(HREF, ""), 0) if inside else 0
            if element.get("marker-mid", "none") != "none":
                marker = by_id.get(element.get("marker-mid", "")[5:].partition(")")[0])
                each = MARKER if marker is None else max(MARKER, size(marker))
                sizes[element] += data // VERTEX * each
            open_elements.remove(element)
        return sizes[element]

    return size(root)


def _named(element: ElementTree.Element) -> Iterator[str]:
    """The ids that an element draws: by `use`, or as a pattern, a mask or a marker."""
    for name, value in element.attrib.items():
        if local(name) == "href" and local(element.tag).lower() != "a":
            yield value.strip().removeprefix("#")
        else:
            yield from re.findall(r"url\(\s*[\"']?#([^)\"'\s]+)", value)


def too_much(root: ElementTree.Element, width: float, height: float) -> Iterator[tuple[str, str]]:
    """What is wrong with a plain tree, and the way out; `width` and `height` of its view box."""
    texts = [sum(map(len, text.itertext())) for text in root.iter() if local(text.tag) == "text"]
    if texts and (max(texts) > MAX_LETTERS or sum(texts) > MAX_ALL_LETTERS):
        yield f"it has {max(texts):,} letters in one text, {sum(texts):,} in all", "simplify"
    if effects.cost(root) > effects.MOST:
        yield "its shadows, blurs and other effects take too long to draw", "effects"
    if sum(_dashes(root).values()) > MAX_DRAWN:
        yield "it has tiny dashes", "simplify"
    smallest = min(width, height) * SMALLEST_SHARE
    for each in root.iter():
        if local(each.tag) == "pattern" and _tiny_tile(each, smallest):
            yield "it has a pattern of tiny tiles", "simplify"


def _dashes(root: ElementTree.Element) -> dict[ElementTree.Element, int]:
    """How many dashes the outline of each element has, about."""
    found: dict[ElementTree.Element, int] = {}

    def walk(element: ElementTree.Element, inherited: str) -> None:
        value = element.get("stroke-dasharray", inherited)
        each = sum(map(float, NUMBERS.findall(value))) if "%" not in value else 0.0
        if each > 0:
            found[element] = int(min(outline_length(element) / each, 10 * MAX_DRAWN))
        for child in element:
            walk(child, value)

    walk(root, "")
    return found


def _tiny_tile(pattern: ElementTree.Element, smallest: float) -> bool:
    relative = pattern.get("patternUnits", "objectBoundingBox") == "objectBoundingBox"
    for side in ("width", "height"):
        text = pattern.get(side, "")
        match = NUMBERS.match(text)
        if match is None:
            continue
        tile = float(match[0]) / (100 if text.endswith("%") else 1)
        limit = SMALLEST_SHARE if relative or text.endswith("%") else smallest
        if 0 < tile < limit:
            return True
    return False

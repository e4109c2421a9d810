"""What parts of a plain drawing have from others, where the renderer takes it otherwise."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

from .drawing_tree import HREF, SVG, local, place_of
from .elements import TRANSFORM
from .refusals import Place

MARKERS = ("marker-start", "marker-mid", "marker-end")
WITHOUT_MARKERS = ("rect", "circle", "ellipse")
EFFECTS = ("filter", "clip-path", "mask", "opacity", "style")
BOX = "objectBoundingBox"
OUTLINES = ("stroke-width", "stroke-dasharray", "stroke-dashoffset")
VIEWPORTS = ("svg", "symbol", "marker", "pattern")


def drop_markers(root: ElementTree.Element) -> None:
    """Markers stand on lines, paths and polygons alone (SVG 1.1, 11.6.1), as in browsers."""
    if any(key in each.attrib for each in root.iter() for key in MARKERS):
        for element in root.iter():
            if local(element.tag) in WITHOUT_MARKERS:
                element.attrib.update(dict.fromkeys(MARKERS, "none"))


def outlines_in_shares(root: ElementTree.Element) -> Iterator[tuple[Place, str]]:
    """Outlines in per cent that are handed on into another view box, which they are shares of.

    Yields the place and the property.
    """
    if sum(local(each.tag) in VIEWPORTS for each in root.iter()) > 1:
        for element in root.iter():
            for key in OUTLINES:
                if "%" in element.get(key, "") and (len(element) or local(element.tag) == "use"):
                    yield place_of(element), key


def inherit_transforms(root: ElementTree.Element) -> None:
    """Gives each the transformation of the one that it goes on from, if it has none of its own.

    The renderer takes everything else from there, but not this.
    """
    servers = [each for each in root.iter() if local(each.tag) in TRANSFORM]
    named = {each.get("id"): each for each in servers if each.get("id")}
    for server in servers:
        key = TRANSFORM[local(server.tag)]
        current: ElementTree.Element | None = server
        for _ in servers:  # a circle of them ends too
            if current is None or current.get(key):
                break
            current = named.get(current.get(HREF, "").removeprefix("#"))
        if current is not None and (matrix := current.get(key)):
            server.set(key, matrix)


def clips_by_box(root: ElementTree.Element) -> Iterator[tuple[Place, str]]:
    """Clips and masks in shares of a drawing within the drawing, whose box may be larger than it.

    Yields the place and the property.
    """
    relative = {
        f"url(#{each.get('id')})"
        for each in root.iter()
        if BOX in (each.get("clipPathUnits"), each.get("maskContentUnits"))
    }
    for element in root.iter() if relative else ():
        if local(element.tag) == "svg" and element is not root:
            for key in ("clip-path", "mask"):
                if element.get(key) in relative:
                    yield place_of(element), key


def wrap_viewports(root: ElementTree.Element) -> None:
    """Puts a group with its effects around each viewport that has a filter.

    The renderer cuts what the filter draws to the viewport, such as the shadow of a symbol.
    """
    symbols = {f"#{each.get('id')}" for each in root.iter() if local(each.tag) in ("symbol", "svg")}
    for parent in list(root.iter()):
        for at, child in enumerate(parent):
            name = local(child.tag)
            drawn = name == "svg" or (name == "use" and child.get(HREF) in symbols)
            if drawn and child.get("filter", "none") != "none":
                group = ElementTree.Element(f"{SVG}g")
                for key in (*EFFECTS, "transform"):
                    if (value := child.attrib.pop(key, None)) is not None:
                        group.set(key, value)
                group.append(child)
                group.tail, child.tail = child.tail, None
                parent[at] = group

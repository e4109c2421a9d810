"""Lines that are stretched to a length by the space between their letters (`textLength`).

The renderer counts such a space behind the last letter too, so that a line that stands in the
middle or at its end would be drawn to the left of its place. How long it is, is known: so it gets
the place where it begins.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

from .lengths import NUMBERS

BEFORE = {"middle": 0.5, "end": 1.0}  # the share of a line that stands before its place


def begin_lines(text: ElementTree.Element) -> None:
    """Gives stretched lines of a plain `<text>` the place where they begin."""
    _begin(text, "start", alone=True)


def _begin(element: ElementTree.Element, anchor: str, *, alone: bool) -> None:
    """`alone`: no text of the same line follows the element."""
    anchor = element.get("text-anchor", anchor)
    stretched = _stretched(element)
    place = element.get("x", "")
    if stretched is not None and alone and anchor in BEFORE and NUMBERS.fullmatch(place):
        length = float(stretched.get("textLength", "0"))
        element.set("x", f"{float(place) - length * BEFORE[anchor]:.7g}")
        element.set("text-anchor", "start")
    for at, child in enumerate(element):
        following = element[at + 1] if at + 1 < len(element) else None
        last = alone if following is None else "x" in following.attrib
        _begin(child, anchor, alone=last and not (child.tail or "").strip())


def _stretched(element: ElementTree.Element) -> ElementTree.Element | None:
    """What is stretched of an element, if that is all of it."""
    while not element.get("textLength"):
        if len(element) != 1 or element.text or element[0].tail or "x" in element[0].attrib:
            return None
        element = element[0]
    spaced = element.get("lengthAdjust") != "spacingAndGlyphs"
    whole = not any({"x", "y"} & each.attrib.keys() for each in element.iter() if each != element)
    return (
        element if spaced and whole and NUMBERS.fullmatch(element.get("textLength", "")) else None
    )

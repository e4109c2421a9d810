"""Lines that are stretched to a length by the space between their letters (`textLength`).

The renderer counts such a space behind the last letter too, so that a line that stands in the
middle or at its end would be drawn to the left of its place. How long it is, is known: so it gets
the place where it begins. Of a line in several fonts the renderer would stretch the first run
alone: such a line gets the space that it needs.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from .drawing_tree import SVG
from .lengths import NUMBERS, number
from .letters import SILENT, clusters
from .run_widths import room

if TYPE_CHECKING:
    from . import Typeface

BOLD = 600  # CSS Fonts 4, 2.2: a font of two weights draws these in its bold one
Divided = Callable[[str], Iterable[tuple[str, str]]]

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


def spread_lines(
    text: ElementTree.Element, divided: Divided, faces: Sequence[Typeface], size: float = 16.0,
    weight: str = "400",
) -> None:  # fmt: skip
    """Gives each stretched part of a plain `<text>` in several fonts the space that it needs.

    `divided` gives the runs of a string, as (family, string).
    """
    size = number(text.get("font-size", "")) or size
    weight = text.get("font-weight", weight)
    runs = list(divided("".join(text.itertext()))) if text.get("textLength") else []
    spaced = any(number(each.get("letter-spacing", "")) for each in text.iter())
    if len({family for family, _ in runs}) > 1 or (runs and spaced):
        style = "Bold" if float(weight) >= BOLD else "Regular"
        _spread(text, size * _width(runs, faces, style))
    for child in text:
        spread_lines(child, divided, faces, size, weight)


def _width(runs: Iterable[tuple[str, str]], faces: Sequence[Typeface], style: str) -> float:
    """In em."""
    found = []
    for family, string in runs:
        own = {face.style: face for face in faces if face.family == family}
        face = own.get(style, next(iter(own.values())))
        bare = "".join(c for c in string if c not in SILENT)
        found.append((bare, str(face.file), face.index))
    return room(found, "ltr")[0]


def _spread(element: ElementTree.Element, width: float) -> None:
    """Replaces the length of a part by space between its letters, or by one transformation."""
    string = "".join(element.itertext())
    width += string.count(" ") * (number(element.get("word-spacing", "")) or 0.0)
    letters = sum(1 for letter in clusters(string) if not {*letter} <= SILENT)
    length = number(element.attrib.pop("textLength", ""))
    squeezed = element.attrib.pop("lengthAdjust", "") == "spacingAndGlyphs"
    place = number(element.get("x", "0"))
    if length is None or not width:
        return
    if squeezed and element.tag == f"{SVG}text" and place is not None:
        share = length / width
        moved = f"matrix({share:.7g} 0 0 1 {place * (1 - share):.7g} 0)"
        element.set("transform", f"{element.get('transform', '')} {moved}".strip())
    elif letters > 1:
        space = number(element.get("letter-spacing", "")) or 0.0
        space += (length - width - letters * space) / (letters - 1)
        element.set("letter-spacing", f"{space:.7g}")

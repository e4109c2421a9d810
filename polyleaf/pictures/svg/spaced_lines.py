"""Lines with space between their letters (`letter-spacing`), at the place where browsers have them.

Browsers count such a space behind the last letter too, so that a line in the middle or at its end
stands to the left of where it would stand without. The renderer counts it only if anything follows,
as a mark of direction does.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass

from . import shaping
from .drawing_tree import SVG
from .lengths import number
from .letters import DIRECTING
from .lines import begins
from .stretched import BEFORE


@dataclass(slots=True)
class _Line:
    first: ElementTree.Element  # begins it
    anchor: str
    behind: float = 0.0  # space behind its last letter
    stretched: bool = False


def move(text: ElementTree.Element) -> None:
    """Moves the lines of a plain `<text>` that end with a space."""
    for line in _lines(text):
        place = number(line.first.get("x", "0" if line.first is text else ""))
        share = BEFORE.get(line.anchor, 0.0)
        if place is not None and line.behind * share and not line.stretched:
            line.first.set("x", f"{place - line.behind * share:.7g}")


def _lines(text: ElementTree.Element) -> list[_Line]:
    found = [_Line(text, text.get("text-anchor", "start"))]

    def walk(element: ElementTree.Element, anchor: str, space: float) -> None:
        anchor = element.get("text-anchor", anchor)
        space = spacing(element, space)
        if element is not text and begins(element):
            found.append(_Line(element, anchor))
        found[-1].stretched |= "textLength" in element.attrib or element.tag == f"{SVG}textPath"
        if element.text:
            found[-1].behind = _behind(element.text, space)
        for child in element:
            walk(child, anchor, space)
            if child.tail:
                found[-1].behind = _behind(child.tail, space)

    walk(text, "start", 0.0)
    return found


def _behind(string: str, space: float) -> float:
    joined = any(shaping.script(character) in shaping.CURSIVE for character in string)
    return 0.0 if joined or DIRECTING.fullmatch(string[-1]) else space


def spacing(element: ElementTree.Element, inherited: float) -> float:
    """The space between letters of an element, in user units; 0 if it is not known."""
    given = element.get("letter-spacing")
    return inherited if given is None else number(given) or 0.0

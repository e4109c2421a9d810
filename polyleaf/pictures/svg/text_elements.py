"""Text of a plain tree: white space, capitals and anchors as they are drawn.

Afterwards `text-anchor` is physical (`start` is the left end), `direction` is on `<text>` alone and
moves nothing, and no property of text but those that the renderer knows is left.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable

from . import lengths, text_case, text_limits
from .drawing_tree import SPACE, SVG, SvgElement, local
from .refusals import Refusals

SWAPPED = {"start": "end", "end": "start"}
PRESERVED = ("pre", "pre-wrap", "break-spaces")
OURS = ("white-space", "text-transform", "direction", "unicode-bidi")
MEASURED = {"letter-spacing": "0", "word-spacing": "0", "font-size": "16", "font-weight": "400"}
OPACITIES = ("fill-opacity", "stroke-opacity")
INITIAL = MEASURED | dict.fromkeys(OPACITIES, "1") | {
    "text-anchor": "start", "direction": "ltr", "white-space": "normal", "text-transform": "none"
}  # fmt: skip
ISOLATED = {"ltr": "\N{LEFT-TO-RIGHT ISOLATE}", "rtl": "\N{RIGHT-TO-LEFT ISOLATE}"}
OVERRIDDEN = {"ltr": "\N{LEFT-TO-RIGHT OVERRIDE}", "rtl": "\N{RIGHT-TO-LEFT OVERRIDE}"}
FIRST_STRONG = "\N{FIRST STRONG ISOLATE}"
POP_ISOLATE, POP = "\N{POP DIRECTIONAL ISOLATE}", "\N{POP DIRECTIONAL FORMATTING}"
BREAKS = re.compile(r"[\t\n\r\f]")
Edit = Callable[[str], str]


def settle(root: ElementTree.Element, refusals: Refusals) -> None:
    """Brings every text of the tree into the form that is drawn."""
    _settle(root, INITIAL, refusals)


def _settle(element: ElementTree.Element, inherited: dict[str, str], refusals: Refusals) -> None:
    found = _inherited(element, inherited)
    name = local(element.tag)
    if name == "text":
        _text(element, found, refusals)
        return
    for key in OURS:
        element.attrib.pop(key, None)
    element.attrib.pop(SPACE, None)
    for child in element:
        _settle(child, found, refusals)


def _inherited(element: ElementTree.Element, inherited: dict[str, str]) -> dict[str, str]:
    found = {key: element.get(key, value) for key, value in inherited.items()}
    if element.get("white-space") is None and element.get(SPACE):
        found["white-space"] = "pre" if element.get(SPACE) == "preserve" else "normal"
    return found


def _text(text: ElementTree.Element, found: dict[str, str], refusals: Refusals) -> None:
    _drop_hidden(text)
    _fade(text, {key: found[key] for key in OPACITIES}, 1.0)
    _shift(text)
    text_case.settle(text, found["text-transform"])
    preserved = found["white-space"] in PRESERVED
    _spaces(text, preserved)
    direction = found["direction"]
    _anchors(text, found["text-anchor"], direction)
    _bidi(text, direction, top=True)
    for each in text.iter():
        for key in OURS:
            each.attrib.pop(key, None)
        each.attrib.pop(SPACE, None)
    if preserved:
        text.set(SPACE, "preserve")
    for key in MEASURED:
        if found[key] != INITIAL[key]:  # else what uses the text may set it
            text.set(key, found[key])
    if direction == "rtl":
        text.set("direction", "rtl")
    for place, message, way_out in text_limits.beyond(text, found, direction):
        refusals.add(place, message, way_out)


def _drop_hidden(text: ElementTree.Element) -> None:
    for parent in list(text.iter()):
        for child in list(parent):
            if child.get("display") == "none":
                _remove(parent, child)


def _remove(parent: ElementTree.Element, child: ElementTree.Element) -> None:
    index = list(parent).index(child)
    tail = child.tail or ""
    parent.remove(child)
    if index:
        parent[index - 1].tail = (parent[index - 1].tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail


def _fade(element: ElementTree.Element, paints: dict[str, str], by: float) -> None:
    """Hands the opacity of parts to their paints: the renderer knows it of whole texts alone."""
    for part in element:
        own = {key: part.get(key, value) for key, value in paints.items()}
        faded = by * float(part.attrib.pop("opacity", "1"))
        if faded != 1:
            part.attrib.update({key: lengths.written(float(own[key]) * faded) for key in own})
        _fade(part, own, faded)


def _shift(text: ElementTree.Element) -> None:
    """Hands the shift of a whole text to what is in it: the renderer looks for it there alone."""
    if (shift := text.attrib.pop("baseline-shift", None)) is not None:
        inner = SvgElement(f"{SVG}tspan", {"baseline-shift": shift})
        inner.language = getattr(text, "language", "")
        inner.text, text.text = text.text, None
        inner.extend(text)
        text[:] = [inner]


def _spaces(text: ElementTree.Element, preserved: bool) -> None:
    """White space as CSS Text 3, 4.1 collapses it, or each of it as a space."""
    if preserved:
        edit_all(text, lambda part: BREAKS.sub(" ", part))
        return
    before = " "  # what precedes; a space is not repeated, and none begins a text

    def collapse(part: str) -> str:
        nonlocal before
        part = re.sub(r"[ \t\n\r\f]+", " ", part)
        if before == " ":
            part = part.removeprefix(" ")
        before = part[-1:] or before
        return part

    edit_all(text, collapse)
    _strip_end(text)


def _strip_end(element: ElementTree.Element) -> bool:
    """Takes the space from the end of a text; whether its last letter was found."""
    for child in reversed(element):
        child.tail = (child.tail or "").rstrip(" ")
        if child.tail or _strip_end(child):
            return True
    element.text = (element.text or "").rstrip(" ")
    return bool(element.text)


def edit_all(element: ElementTree.Element, edit: Edit) -> None:
    """Replaces all strings of an element, in the order of reading."""
    element.text = edit(element.text or "")
    for child in element:
        edit_all(child, edit)
        child.tail = edit(child.tail or "")


def _anchors(element: ElementTree.Element, inherited: str, direction: str) -> None:
    """Sets the physical anchor wherever one is given, and on the text itself."""
    given = element.get("text-anchor", inherited)
    own = element.get("direction", direction)
    physical = SWAPPED.get(given, given) if own == "rtl" else given
    if (
        local(element.tag) == "text"
        or "text-anchor" in element.attrib
        or "direction" in element.attrib
    ):
        element.set("text-anchor", physical)
    for child in element:
        _anchors(child, given, own)


def _bidi(element: ElementTree.Element, inherited: str, *, top: bool) -> None:
    """Characters for the direction of parts, which the renderer does not know (UAX #9)."""
    own = element.get("direction", inherited)
    kind = element.get("unicode-bidi", "normal")
    for child in element:
        _bidi(child, own, top=False)
    if kind in ("bidi-override", "isolate-override"):
        _wrap(element, OVERRIDDEN[own], POP)
    elif kind == "plaintext":  # its first letter tells
        _wrap(element, FIRST_STRONG, POP_ISOLATE)
    elif not top and kind in ("embed", "isolate"):
        _wrap(element, ISOLATED[own], POP_ISOLATE)


def _wrap(element: ElementTree.Element, before: str, after: str) -> None:
    element.text = before + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + after
    else:
        element.text += after

"""A drawing → each <text> that can be seen, with its transform and what it inherits, and shapes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from ..svg.transforms import IDENTITY, Matrix, times
from .label_places import numbers, of_viewport, transform, translate

SVG = "{http://www.w3.org/2000/svg}"
HREF = ("href", "{http://www.w3.org/1999/xlink}href")
TEXT, TSPAN = f"{SVG}text", f"{SVG}tspan"
NOT_DRAWN = {f"{SVG}{name}" for name in ("defs", "symbol", "clipPath", "mask", "pattern", "marker")}
SHAPING = {f"{SVG}{name}" for name in ("clipPath", "mask", "pattern", "marker")}
URL = re.compile(r"url\(\s*[\"']?#([^\"')\s]+)")
SHAPES = {f"{SVG}{name}" for name in ("rect", "circle", "ellipse")}
# What a text takes from the elements around it, as far as it matters here (SVG 2, appendix F).
INHERITED = (
    "font-size", "font-weight", "text-anchor", "visibility", "fill", "fill-opacity", "stroke",
    "writing-mode", "dominant-baseline", "font-style", "stroke-width", "text-decoration",
    "font-stretch", "font-variant", "letter-spacing", "word-spacing", "stroke-opacity",
)  # fmt: skip
INITIAL = {
    "font-size": "16", "font-weight": "normal", "text-anchor": "start", "visibility": "visible",
    "fill": "#000000", "fill-opacity": "1", "stroke": "none", "font-style": "normal",
    "font-stretch": "normal", "font-variant": "normal", "text-decoration": "none",
    "letter-spacing": "normal", "word-spacing": "normal", "stroke-opacity": "1",
    "stroke-width": "1", "baseline-shift": "baseline", "writing-mode": "horizontal-tb",
}  # fmt: skip
LENGTH = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*([a-z%]*)")
UNITS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
MOST_USES = 50_000  # elements; `use` draws those it names again


@dataclass(frozen=True, slots=True)
class SeenText:
    element: Element
    matrix: Matrix | None  # to the picture's user space, if it has one place there
    style: Mapping[str, str]


@dataclass
class Seen:
    """What is drawn: texts in the order of the file, and shapes with their transforms."""

    texts: list[SeenText] = field(default_factory=list)
    shapes: list[tuple[Element, Matrix]] = field(default_factory=list)


def seen(root: Element) -> Seen:
    """Everything that `root` draws. An element that is drawn several times counts at its first."""
    found, known = Seen(), {e.get("id", ""): e for e in root.iter() if e.get("id")}
    drawn: set[int] = set()
    for element, matrix, style in _drawn(root, root, known):
        if element.tag in SHAPES and style["visibility"] == "visible":
            found.shapes.append((element, matrix))
        elif element.tag == TEXT and id(element) not in drawn:
            drawn.add(id(element))
            found.texts.append(SeenText(element, matrix, style))
    for text in _shaping(root):
        if id(text) not in drawn:
            found.texts.append(SeenText(text, None, inherited(text, INITIAL)))
    order = {id(element): number for number, element in enumerate(root.iter())}
    found.texts.sort(key=lambda text: order[id(text.element)])
    return found


def _shaping(root: Element) -> Iterator[Element]:
    """The texts of clip paths, masks and patterns that something is drawn with."""
    used = {name for e in root.iter() for value in e.attrib.values() for name in URL.findall(value)}
    for element in root.iter():
        if element.tag in SHAPING and element.get("id") in used:
            yield from (text for text in element.iter(TEXT) if not hidden(text))


def visible(style: Mapping[str, str]) -> bool:
    """Whether text of this style leaves any ink."""
    filled = style["fill"] != "none" and style["fill-opacity"] not in ("0", "0.0", "0%")
    return style["visibility"] == "visible" and (filled or style["stroke"] != "none")


def hidden(element: Element) -> bool:
    """Whether nothing in the element is seen, or it is said to be no contents.

    Nor are the words for one language messages, among which a `switch` chooses.
    """
    opacity = numbers(element.get("opacity", "1"))
    return (
        element.get("display") == "none"
        or "systemLanguage" in element.attrib
        or element.get("aria-hidden") == "true"
        or bool(opacity and opacity[0] == 0)
    )


def inherited(element: Element, around: Mapping[str, str]) -> dict[str, str]:
    """The style of an element within that of its parent."""
    own = {name: element.get(name, "inherit") for name in INHERITED}
    return {**around, **{name: value for name, value in own.items() if value != "inherit"}}


def _drawn(
    root: Element, top: Element, known: Mapping[str, Element]
) -> Iterator[tuple[Element, Matrix, Mapping[str, str]]]:
    """Each element that is drawn, by a stack: drawings may be nested deeper than Python allows."""
    stack: list[tuple[Element, Matrix, Mapping[str, str], tuple[int, ...]]]
    stack = [(root, IDENTITY, INITIAL, ())]
    count = 0
    while stack and count < MOST_USES:
        element, matrix, style, within = stack.pop()
        count += 1
        if hidden(element) or not isinstance(element.tag, str):
            continue
        matrix = times(matrix, transform(element))
        style = inherited(element, style)
        if element.tag == f"{SVG}svg" and element is not top:
            matrix = times(matrix, of_viewport(element))
        yield element, matrix, style
        if element.tag == f"{SVG}use":
            name = next((element.get(href, "") for href in HREF if element.get(href)), "")
            target = known.get(name.removeprefix("#"))
            if target is not None and id(target) not in within:
                x, y = ((numbers(element.get(side, "0")) or [0.0])[0] for side in ("x", "y"))
                moved = times(matrix, translate(x, y))
                if target.tag == f"{SVG}symbol":
                    stack += [(e, moved, style, (*within, id(target))) for e in reversed(target)]
                else:
                    stack.append((target, moved, style, (*within, id(target))))
        elif element.tag != TEXT:
            inner = [e for e in element if e.tag not in NOT_DRAWN]
            stack += [(child, matrix, style, within) for child in reversed(inner)]


def length(value: str, size: float) -> float:
    """A length in user units (CSS Values 4, 6); `size` is that of an em."""
    match = LENGTH.match(value)
    if match is None:
        return 0.0
    relative = {"em": size, "ex": size / 2, "%": size / 100}
    return float(match[1]) * (UNITS | relative).get(match[2], 1)

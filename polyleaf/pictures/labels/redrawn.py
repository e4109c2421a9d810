"""A drawing with the words of another language in the places of its own."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement

from ...model.inline import Foreign, Mark, Nodes, Parent, Run
from ...model.sheet import Direction
from ..svg.drawing_tree import written
from .find_labels import find
from .label import ISOLATES, POP, Label, LabelLine, Style, is_bold
from .seen_texts import SVG, TEXT, TSPAN, length

# What fits letters of the former words alone (SVG 2, 11.2.2), or a direction that is not drawn by.
DROPPED = ("dx", "dy", "rotate", "textLength", "lengthAdjust", "direction", "unicode-bidi")
SWAPPED = {"start": "end", "end": "start"}
Words = Mapping[int, tuple[Nodes, ...]]  # by the number of a label: its lines


def with_words(
    data: bytes, words: Words, direction: Direction, turned: Mapping[int, float] | None = None
) -> bytes:
    """The drawing with other words, in lines whose base direction is `direction`.

    A label keeps its place on the page and its anchor: what begins right of a pointer does so in
    Arabic too. Lines beyond those of the drawing are added to its last one. `turned` has the width
    of each label whose lines are to begin at the other side of their block.
    """
    root = ElementTree.fromstring(data)
    texts = list(root.iter(TEXT))
    for label in find(data):
        if label.number in words:
            text = texts[label.number]
            _fill(text, label, words[label.number], direction)
            _turn(text, (turned or {}).get(label.number, 0.0))
    return written(root)


def styled(label: Label, line: LabelLine, nodes: Nodes) -> Iterator[tuple[str, float, bool]]:
    """The words of a line as they are drawn in place of its own: (text, size, whether bold)."""
    for text, style in _merged(_pieces(nodes, line.base, label.marks)):
        own = dict(style)
        size = length(own["font-size"], line.size) if "font-size" in own else line.size
        bold = is_bold(own["font-weight"]) if "font-weight" in own else line.bold
        yield text, size, bold


def _fill(text: Element, label: Label, lines: tuple[Nodes, ...], direction: Direction) -> None:
    path = next((child for child in text if child.tag == f"{SVG}textPath"), None)
    _cleared(text)
    if direction == "rtl":
        text.set("direction", direction)
    holder = text
    if path is not None:
        path.tail = None
        _cleared(path)
        text.append(path)
        holder = path
    last = len(label.lines) - 1
    for number, place in enumerate(label.lines[: len(lines)]):
        nodes = lines[number]
        for more in lines[last + 1 :] if number == last else ():
            nodes = (*nodes, Run(" "), *more)
        _add_line(holder, label, place, nodes)


def _turn(text: Element, width: float) -> None:
    """Moves the anchor of all lines to the other end of their block."""
    anchor = text.get("text-anchor", "start")
    if not width or anchor == "middle":
        return
    by = width if anchor == "start" else -width
    text.set("text-anchor", SWAPPED[anchor])
    for element in text.iter():
        if element is text or "x" in element.attrib:
            element.set("x", f"{length(element.get('x', '0'), 16.0) + by:.7g}")
            if element is not text:
                element.attrib.pop("text-anchor", None)


def _cleared(element: Element) -> None:
    """Takes its contents and what places single letters; of lists of places the first stays."""
    for child in list(element):
        element.remove(child)
    element.text = None
    for name in DROPPED:
        if name not in ("dx", "dy") or len(element.get(name, "").replace(",", " ").split()) > 1:
            element.attrib.pop(name, None)
    for name in ("x", "y"):
        if (value := element.get(name)) is not None:
            element.set(name, value.replace(",", " ").split()[0] if value.strip() else "0")


def _add_line(holder: Element, label: Label, line: LabelLine, nodes: Nodes) -> None:
    line_span = SubElement(holder, TSPAN, dict(line.place)) if line.place else holder
    for text, style in _merged(_pieces(nodes, line.base, label.marks)):
        SubElement(line_span, TSPAN, dict(style)).text = text


def _pieces(nodes: Nodes, style: Style, marks: tuple[Style, ...]) -> Iterator[tuple[str, Style]]:
    for node in nodes:
        if isinstance(node, Run):
            yield node.text, style
        elif isinstance(node, Foreign):
            yield ISOLATES[node.direction], style
            yield from _pieces(node.children, style, marks)
            yield POP, style
        elif isinstance(node, Mark) and node.number <= len(marks):
            yield from _pieces(node.children, marks[node.number - 1], marks)
        elif isinstance(node, Parent):
            yield from _pieces(node.children, style, marks)


def _merged(pieces: Iterable[tuple[str, Style]]) -> Iterator[tuple[str, Style]]:
    """Neighbouring pieces of one style as one: shaping does not stop between them."""
    whole, current = "", None
    for text, style in pieces:
        if not text:
            continue
        if style != current and whole and current is not None:
            yield whole, current
            whole = ""
        whole, current = whole + text, style
    if whole and current is not None:
        yield whole, current

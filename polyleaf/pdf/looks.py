"""What a reader sees of the drawn sheet: its text's colours and sizes, and its headings.

Read from the boxes that the engine has laid out. Behind text are the background colours of the
boxes around it, laid over each other, on white paper; what floats or is positioned also stands on
what the engine painted there before it. Pictures, as text or behind text, are not looked into.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from ..model import Colour, Heading, Look

WHITE: Colour = (1.0, 1.0, 1.0)
POINTS = 0.75  # in a pixel
BOLD = 700  # CSS font-weight
EXCERPT = 40  # characters
HEADING = re.compile("h[1-6]")

Looks = dict[tuple[Colour, Colour, float, bool], Look]


def looks(document: Any) -> tuple[Look, ...]:
    """One for all text that looks alike, where it is first."""
    found: Looks = {}
    for number, page in enumerate(document.pages, start=1):
        _Page(number, found).look(page._page_box)
    return tuple(found.values())


def headings(document: Any) -> tuple[Heading, ...]:
    """In their order; one that goes over a page's end counts once, where it begins."""
    parts: dict[Any, list[str]] = {}
    begun: dict[Any, tuple[int, int]] = {}
    for number, page in enumerate(document.pages, start=1):
        for box in _headings(page._page_box):
            begun.setdefault(box.element, (int(box.element_tag[1]), number))
            parts.setdefault(box.element, []).extend(_lines(box))
    return tuple(Heading(*begun[element], " ".join(said)) for element, said in parts.items())


def _headings(box: Any) -> Iterator[Any]:
    if box.element_tag and HEADING.fullmatch(box.element_tag):
        yield box
    elif not isinstance(box, boxes.LineBox | boxes.MarginBox):
        for child in getattr(box, "children", ()):
            yield from _headings(child)


def _lines(box: Any) -> Iterator[str]:
    for line in box.descendants():
        if isinstance(line, boxes.LineBox):
            texts = (part.text for part in line.descendants() if isinstance(part, boxes.TextBox))
            yield "".join(texts)


class _Page:
    """One page, looked at in the order in which it is painted (CSS 2.2, appendix E)."""

    def __init__(self, number: int, found: Looks) -> None:
        self.number = number
        self.found = found
        self.painted: list[tuple[float, float, float, float, Colour]] = []
        self.later: list[tuple[Any, float]] = []

    def look(self, page_box: Any) -> None:
        self._box(page_box, WHITE, 1.0)
        for box, opacity in self.later:  # it grows meanwhile
            self._inside(box, None, opacity)

    def _box(self, box: Any, paper: Colour | None, opacity: float) -> None:
        if isinstance(box, boxes.TextBox):
            self._text(box, paper, opacity)
        elif box.is_floated() or box.is_absolutely_positioned():
            self.later.append((box, opacity))
        else:
            self._inside(box, paper, opacity)

    def _inside(self, box: Any, paper: Colour | None, opacity: float) -> None:
        """`paper` is None where only the place tells what was painted."""
        style = box.style
        opacity *= style["opacity"]
        colour = style["color"] if (own := style["background_color"]) == "currentcolor" else own
        if colour.alpha:
            paper = _over(colour, self._behind(box) if paper is None else paper, opacity)
            left, top = box.border_box_x(), box.border_box_y()
            right, bottom = left + box.border_width(), top + box.border_height()
            self.painted.append((left, top, right, bottom, paper))
        for child in getattr(box, "children", ()):
            self._box(child, paper, opacity)

    def _behind(self, box: Any) -> Colour:
        """What was painted last at the middle of the box."""
        x, y = box.position_x + box.margin_width() / 2, box.position_y + box.margin_height() / 2
        for left, top, right, bottom, colour in reversed(self.painted):
            if left <= x <= right and top <= y <= bottom:
                return colour
        return WHITE

    def _text(self, box: Any, paper: Colour | None, opacity: float) -> None:
        style = box.style
        if style["visibility"] != "visible" or not box.text.strip():
            return
        behind = self._behind(box) if paper is None else paper
        ink = _over(style["color"], behind, opacity * style["opacity"])
        size = round(style["font_size"] * POINTS, 2)
        key = (ink, behind, size, style["font_weight"] >= BOLD)
        if key not in self.found:
            self.found[key] = Look(*key, box.text.strip()[:EXCERPT], self.number)


def _over(colour: Any, behind: Colour, opacity: float) -> Colour:
    """A colour, which may be transparent in part, on what is behind it."""
    alpha = colour.alpha * opacity
    red, green, blue = (
        max(0.0, min(1.0, part)) * alpha + under * (1 - alpha)
        for part, under in zip(colour.to("srgb").coordinates, behind, strict=True)
    )
    return (red, green, blue)

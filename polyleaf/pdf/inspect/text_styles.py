"""The colours and sizes of a drawn sheet's text.

Behind text are the background colours of the boxes around it, laid over each other, on white paper.
Floats and positioned boxes also stand on what was painted there before them. Pictures, as text or
behind text, are not looked into.
"""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure import boxes

from ...model.sheet import Colour, TextStyle
from .box_tree import EXCERPT

WHITE: Colour = (1.0, 1.0, 1.0)
POINTS = 0.75  # in a pixel
BOLD = 700  # CSS font-weight

TextStyles = dict[tuple[Colour, Colour, float, bool], TextStyle]


def text_styles(pages: list[Any]) -> tuple[TextStyle, ...]:
    """One for all text of the same style, with the place where it is first."""
    found: TextStyles = {}
    for number, page in enumerate(pages, start=1):
        _Page(number, found).read(page._page_box)
    return tuple(found.values())


class _Page:
    """One page, read in the order in which it is painted (CSS 2.2, appendix E)."""

    def __init__(self, number: int, found: TextStyles) -> None:
        self.number = number
        self.found = found
        self.painted: list[tuple[float, float, float, float, Colour]] = []
        self.later: list[tuple[Any, float]] = []

    def read(self, page_box: Any) -> None:
        self._box(page_box, WHITE, 1.0)
        for box, opacity in self.later:  # it grows meanwhile
            self._inside(box, None, opacity)

    def _box(self, box: Any, background: Colour | None, opacity: float) -> None:
        if isinstance(box, boxes.TextBox):
            self._text(box, background, opacity)
        elif box.is_floated() or box.is_absolutely_positioned():
            self.later.append((box, opacity))
        else:
            self._inside(box, background, opacity)

    def _inside(self, box: Any, background: Colour | None, opacity: float) -> None:
        """`background` is None where it must be looked up by the place of the box."""
        style = box.style
        opacity *= style["opacity"]
        colour = style["color"] if (own := style["background_color"]) == "currentcolor" else own
        if colour.alpha:
            behind = self._behind(box) if background is None else background
            background = _over(colour, behind, opacity)
            left, top = box.border_box_x(), box.border_box_y()
            right, bottom = left + box.border_width(), top + box.border_height()
            self.painted.append((left, top, right, bottom, background))
        for child in getattr(box, "children", ()):
            self._box(child, background, opacity)

    def _behind(self, box: Any) -> Colour:
        """What was painted last at the middle of the box."""
        x, y = box.position_x + box.margin_width() / 2, box.position_y + box.margin_height() / 2
        for left, top, right, bottom, colour in reversed(self.painted):
            if left <= x <= right and top <= y <= bottom:
                return colour
        return WHITE

    def _text(self, box: Any, background: Colour | None, opacity: float) -> None:
        style = box.style
        if style["visibility"] != "visible" or not box.text.strip():
            return
        behind = self._behind(box) if background is None else background
        foreground = _over(style["color"], behind, opacity * style["opacity"])
        size = round(style["font_size"] * POINTS, 2)
        key = (foreground, behind, size, style["font_weight"] >= BOLD)
        if key not in self.found:
            self.found[key] = TextStyle(*key, box.text.strip()[:EXCERPT], self.number)


def _over(colour: Any, behind: Colour, opacity: float) -> Colour:
    """A colour, which may be partly transparent, on what is behind it."""
    alpha = colour.alpha * opacity
    red, green, blue = (
        max(0.0, min(1.0, part)) * alpha + under * (1 - alpha)
        for part, under in zip(colour.to("srgb").coordinates, behind, strict=True)
    )
    return (red, green, blue)

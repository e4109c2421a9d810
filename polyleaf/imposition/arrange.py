"""Which page comes to lie where on the two sides of each sheet. Nothing here knows of PDF.

A side is seen as it is printed, upright; lengths are in millimetres from its left edge. The back is
that of a sheet which is turned like a page of a book, about its short edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..model.folds import Imposition

# A sheet of 100 g/m² pushes those within it outwards by so much. Four sheets come to 0.4 mm, which
# no knife of an office meets; from five on the inner pages are moved to the spine.
CREEP = 0.13
SHIFTED_FROM = 20  # pages


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A panel of a side with the page that lies in it."""

    page: int  # from 0
    left: float
    width: float  # of the panel
    shift: float = 0.0  # of the page within it, to the right


Side = tuple[PagePlace, ...]


class PrintedSides(NamedTuple):
    front: Side
    back: Side


def sheets(
    imposition: Imposition, panels: Sequence[str], *, right_to_left: bool
) -> list[PrintedSides]:
    """The sheets for a document whose pages are on these `panels`, as the style sheet names them.

    What a fold has no panel for is left out: it was refused before, or it is a sheet of its own.
    """
    if imposition.fold == "booklet":
        return _booklet(imposition, len(panels), right_to_left=right_to_left)
    return [_trifold(imposition, panels, right_to_left=right_to_left)]


def creep(imposition: Imposition, pages: int) -> float:
    """How far the innermost pages of a booklet stand out before it is cut."""
    return CREEP * max(0, -(-pages // 4) - 1) if imposition.fold == "booklet" else 0.0


def _booklet(imposition: Imposition, pages: int, *, right_to_left: bool) -> list[PrintedSides]:
    """Sheets that lie in each other, the outermost first; blank pages are the last to be read."""
    width = imposition.sizes.width
    spine = imposition.sheet[0] / 2
    total = -(-pages // 4) * 4

    def side(left: int, right: int, shift: float) -> Side:
        if right_to_left:
            left, right = right, left
        both = (
            PagePlace(left, spine - width, width, shift),
            PagePlace(right, spine, width, -shift),
        )
        return tuple(place for place in both if place.page < pages)

    made = []
    for number in range(total // 4):
        first, last = 2 * number, total - 1 - 2 * number
        shift = CREEP * number if total >= SHIFTED_FROM else 0.0
        made.append(PrintedSides(side(last, first, shift), side(first + 1, last - 1, shift)))
    return made


def _trifold(imposition: Imposition, panels: Sequence[str], *, right_to_left: bool) -> PrintedSides:
    """A letter fold: outside flap, back, front; inside three panels, the last behind the flap."""
    wide, narrow, _ = imposition.sizes
    pages: dict[str, list[int]] = {}
    for number, panel in enumerate(panels):
        pages.setdefault(panel, []).append(number)

    def page(panel: str, number: int = 0) -> int | None:
        those = pages.get(panel, [])
        return those[number] if number < len(those) else None

    outside = [(page("flap"), narrow), (page("back"), wide), (page("front"), wide)]
    inside = [(page("inside", n), width) for n, width in enumerate((wide, wide, narrow))]
    if right_to_left:
        outside.reverse()
        inside.reverse()
    return PrintedSides(_row(outside), _row(inside))


def _row(panels: list[tuple[int | None, float]]) -> Side:
    left, places = 0.0, []
    for page, width in panels:
        if page is not None:
            places.append(PagePlace(page, left, width))
        left += width
    return tuple(places)


def folds(imposition: Imposition, *, right_to_left: bool) -> tuple[list[float], list[float]]:
    """Where the front and the back are folded."""
    width = imposition.sheet[0]
    if imposition.fold == "booklet":
        return [width / 2], [width / 2]
    wide, narrow, _ = imposition.sizes
    front = [wide, 2 * wide] if right_to_left else [narrow, narrow + wide]
    return front, sorted(width - fold for fold in front)

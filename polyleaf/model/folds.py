"""How printed sheets are folded: what pages are made for, checked against and imposed by.

Lengths are in millimetres. A sheet lies across: it is wider than it is high.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from .jobs import Duplex as Duplex

Fold = Literal["booklet", "trifold"]
FOLDS: tuple[Fold, ...] = get_args(Fold)
DUPLEX: tuple[Duplex, ...] = get_args(Duplex)
# The panels of a letter fold in the order of reading, and how many there are of each. The name of a
# panel is that of its page in the style sheet (CSS Paged Media 3, 3.1).
PANELS = {"front": 1, "flap": 1, "inside": 3, "back": 1}
FLOWING = "inside"  # what has no room elsewhere goes there
NARROWER, NARROWER_IN_INCHES = 3.0, 25.4 / 16  # the panel that is folded in, on A4 and on Letter
# What 12 pt needs: lines of 35 letters of Latin script in a panel, of 40 in a booklet.
NARROWEST: dict[Fold, float] = {"trifold": 90.0, "booklet": 100.0}
LOWEST = 120.0  # mm of its height: a head, a foot and a few lines


class PageSizes(NamedTuple):
    """Of the pages that a sheet is folded to. `narrow` is the width of the panel folded in."""

    width: float
    narrow: float
    height: float


@dataclass(frozen=True, slots=True)
class Imposition:
    """How the pages of a document are put on sheets that are printed on both sides and folded."""

    fold: Fold
    sheet: tuple[float, float]  # its width and height
    duplex: Duplex = "short-edge"  # about which edge the printer turns the sheet
    fold_marks: bool = False
    crop_marks: bool = False
    bleed: float = 0.0  # that a picture at the edge has beyond it, to be cut off

    @property
    def sizes(self) -> PageSizes:
        return page_sizes(self.fold, self.sheet)


def page_sizes(fold: Fold, sheet: tuple[float, float]) -> PageSizes:
    """Of the pages that such a sheet is folded to.

    A page of the A series is half of the next larger one, rounded down to a millimetre (ISO 216).
    """
    width, height = sheet
    metric = width == round(width)
    if fold == "booklet":
        half = float(width // 2) if metric else width / 2
        return PageSizes(half, half, height)
    less = NARROWER if metric else NARROWER_IN_INCHES
    wide = (width + less) / 3
    return PageSizes(wide, wide - less, height)

"""What a layout of a sheet is worth: its faults, and how much of its pages its text takes."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..model.sheet import Fitting
from .inspect import extent
from .inspect.feet import feet
from .inspect.panels import fills, surplus

OVERFULL = 200  # millimetres, about, of the text that fills a panel


class Laid(NamedTuple):
    """A layout with its faults; the least is the best."""

    pages: int  # beyond the limit
    blank: float  # millimetres of the greatest blank foot beyond its limit, or beyond panels
    number: int  # of its setting: the roomiest is 0
    length: float = 0.0  # in pages, the last by the part that it fills
    document: Any = None
    fills: tuple[tuple[str, float], ...] = ()  # how much of each panel its text takes: 1 is all


def judged(document: Any, number: int, fitting: Fitting) -> Laid:
    """The finished layout in the setting of this number."""
    pages = extent.without_own_pages(document.pages)
    length = len(pages) - 1 + extent.filled(pages[-1])
    taken = tuple(fills(pages, fitting.panels))
    if taken:
        length = fitting.pages * max(fill for _, fill in taken)
    return Laid(*faults(pages, number, fitting), length, document, taken)


def faults(pages: list[Any], number: int, fitting: Fitting) -> tuple[int, float, int]:
    """What is wrong with a layout of these pages, as far as `Laid` compares it."""
    pages = extent.without_own_pages(pages)
    beyond = max(0, len(pages) - fitting.pages) if fitting.pages else 0
    if fitting.panels:  # one that is full is not helped by one that has room
        beyond = sum(len(each) for each in surplus(pages, fitting.panels).values())
    blank = sum(max(0.0, fill - 1) for _, fill in fills(pages, fitting.panels)) * OVERFULL
    if fitting.blank_foot:
        greatest = max((foot.blank for foot in feet(pages) if not foot.forced), default=0.0)
        blank = greatest - fitting.blank_foot
    return beyond, round(max(0.0, blank)), number

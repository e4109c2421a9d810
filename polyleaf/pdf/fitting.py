"""The setting in which a sheet fits its pages best: it is laid out, and judged by what came out.

Tighter is not always better: where a page ends, and how much of it stays blank, depends on what
must not be divided. So the settings are compared by their pages beyond the limit, then by the
greatest blank foot, then by their room.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from ..model.sheet import FitSetting, Fitting
from .inspect import extent

NO_FITTING = Fitting((FitSetting(),), 0, 0)


class Laid(NamedTuple):
    """A layout with its faults; the least is the best."""

    pages: int  # beyond the limit
    blank: float  # millimetres of the greatest blank foot beyond its limit
    number: int  # of its setting: the roomiest is 0
    document: Any


def fit(
    fitting: Fitting | None, layout: Callable[[FitSetting], Any]
) -> tuple[Any, FitSetting, int]:
    """The document, the setting it is laid out in, and how many layouts that took."""
    fitting = fitting or NO_FITTING
    tried: list[Laid] = []
    for number in _order(fitting):
        laid = _judged(layout(fitting.settings[number]), number, fitting)
        tried.append(laid)
        if not laid.pages and not laid.blank:
            break
    best = min(tried, key=lambda laid: laid[:3])
    return best.document, fitting.settings[best.number], len(tried)


def _order(fitting: Fitting) -> list[int]:
    """The first guess, then the others from the roomiest on."""
    numbers = range(len(fitting.settings))
    return sorted(numbers, key=lambda number: (number != fitting.first, number))


def _judged(document: Any, number: int, fitting: Fitting) -> Laid:
    pages = extent.without_own_pages(document.pages)
    beyond = max(0, len(pages) - fitting.pages) if fitting.pages else 0
    blank = 0.0
    if fitting.blank_foot:
        blank = max(extent.blank_feet(pages), default=0.0) - fitting.blank_foot
    return Laid(beyond, round(max(0.0, blank)), number, document)

"""The setting in which a sheet fits its pages best: it is laid out, and judged by what came out.

Tighter is not always better: where a page ends, and how much of it stays blank, depends on what
must not be divided. So the settings are compared by their pages beyond the limit, then by the
greatest blank foot, then by their room. A layout takes most of a sheet's time, so that settings
which cannot fit, by what others came out at, are not tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from ..model.sheet import FitSetting, Fitting
from .inspect import extent
from .inspect.feet import feet

NO_FITTING = Fitting((FitSetting(),), 0, 0, lengths=(1.0,))
# By which a sheet may turn out shorter than is expected; before narrow faces are used, more.
MARGIN, LAST_MARGIN = 1.05, 1.2


class Laid(NamedTuple):
    """A layout with its faults; the least is the best."""

    pages: int  # beyond the limit
    blank: float  # millimetres of the greatest blank foot beyond its limit
    number: int  # of its setting: the roomiest is 0
    length: float  # in pages, the last by the part that it fills
    document: Any


def fit(
    fitting: Fitting | None, layout: Callable[[FitSetting], Any]
) -> tuple[Any, FitSetting, int]:
    """The document, the setting it is laid out in, and how many layouts that took."""
    fitting = fitting or NO_FITTING
    tried: list[Laid] = []
    number: int | None = fitting.first
    while number is not None:
        tried.append(_judged(layout(fitting.settings[number]), number, fitting))
        number = _next(fitting, tried) if any(tried[-1][:2]) else None
    best = min(tried, key=lambda laid: laid[:3])
    return best.document, fitting.settings[best.number], len(tried)


def _next(fitting: Fitting, tried: Sequence[Laid]) -> int | None:
    """The setting to try now; none if no other can be better than the best that was tried."""
    fits = next((laid for laid in tried if not laid.pages), None)
    for group in _groups(fitting.settings):
        left = [number for number in group if _may_fit(number, group, fitting, tried)]
        if fits and fits.number in group:  # what is left is about the blank foot
            return next(iter(left), None)
        if left and not fits:  # of those with missing parts the first, else the tightest
            expected = (each for each in left if _length(each, fitting, tried) <= fitting.pages)
            return next(expected, left[0 if fitting.settings[left[0]].dropped else -1])
    return None


def _groups(settings: Sequence[FitSetting]) -> Iterator[list[int]]:
    """The numbers of settings that differ by their room alone, those that are used first first."""
    for _, group in groupby(enumerate(settings), lambda pair: (pair[1].condensed, pair[1].dropped)):
        yield [number for number, _ in group]


def _may_fit(number: int, group: list[int], fitting: Fitting, tried: Sequence[Laid]) -> bool:
    """Whether a setting is worth a layout: not if a tighter one was too long."""
    if any(laid.number == number for laid in tried):
        return False
    if not fitting.pages or fitting.settings[number].dropped:
        return True
    too_long = (laid.number for laid in tried if laid.pages and laid.number in group)
    if any(number < tighter for tighter in too_long):
        return False
    margin = LAST_MARGIN if number == group[-1] else MARGIN
    return _length(number, fitting, tried) <= fitting.pages * margin


def _length(number: int, fitting: Fitting, tried: Sequence[Laid]) -> float:
    """The pages that a setting may take, by what the one nearest to it took."""
    nearest = min(tried, key=lambda laid: abs(laid.number - number))
    return nearest.length * fitting.lengths[number] / fitting.lengths[nearest.number]


def _judged(document: Any, number: int, fitting: Fitting) -> Laid:
    pages = extent.without_own_pages(document.pages)
    beyond = max(0, len(pages) - fitting.pages) if fitting.pages else 0
    blank = 0.0
    if fitting.blank_foot:
        greatest = max((foot.blank for foot in feet(pages) if not foot.forced), default=0.0)
        blank = greatest - fitting.blank_foot
    length = len(pages) - 1 + extent.filled(pages[-1])
    return Laid(beyond, round(max(0.0, blank)), number, length, document)

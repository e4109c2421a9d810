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
from .patches.watched_pages import Hopeless

Layout = Callable[[FitSetting, Hopeless], Any]
NO_FITTING = Fitting((FitSetting(),), 0, 0, lengths=(1.0,))
# By which a sheet may turn out shorter than is expected; before narrow faces are used, more.
MARGIN, LAST_MARGIN = 1.05, 1.25


class Laid(NamedTuple):
    """A layout with its faults; the least is the best."""

    pages: int  # beyond the limit
    blank: float  # millimetres of the greatest blank foot beyond its limit
    number: int  # of its setting: the roomiest is 0
    length: float = 0.0  # in pages, the last by the part that it fills
    document: Any = None


def fit(fitting: Fitting | None, layout: Layout) -> tuple[Any, FitSetting, int]:
    """The document, the setting it is laid out in, and how many layouts that took.

    A layout is asked for with a question about its pages so far: whether it can still become the
    best. If not, it need not be finished, and is None.
    """
    fitting = fitting or NO_FITTING
    tried: list[Laid] = []
    best: Laid | None = None
    number: int | None = fitting.first
    while number is not None:
        is_worse = _is_worse(best, number, fitting)
        document = layout(fitting.settings[number], is_worse)
        if best is None or not (document is None or is_worse(document.pages)):
            best = _judged(document, number, fitting)
            tried.append(best)
        else:  # how long it is, is not known
            tried.append(Laid(best.pages, best.blank, number, _length(number, fitting, tried)))
        number = _next(fitting, tried) if any(best[:2]) else None
    assert best
    return best.document, fitting.settings[best.number], len(tried)


def _is_worse(best: Laid | None, number: int, fitting: Fitting) -> Hopeless:
    """Whether what is laid out is worse than the best already, by its first pages."""
    return lambda pages: best is not None and _faults(pages, number, fitting) >= best[:3]


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
    length = len(pages) - 1 + extent.filled(pages[-1])
    return Laid(*_faults(pages, number, fitting), length, document)


def _faults(pages: list[Any], number: int, fitting: Fitting) -> tuple[int, float, int]:
    """What is wrong with a layout of these pages, as far as `Laid` compares it."""
    pages = extent.without_own_pages(pages)
    beyond = max(0, len(pages) - fitting.pages) if fitting.pages else 0
    blank = 0.0
    if fitting.blank_foot:
        greatest = max((foot.blank for foot in feet(pages) if not foot.forced), default=0.0)
        blank = greatest - fitting.blank_foot
    return beyond, round(max(0.0, blank)), number

"""The setting in which a sheet fits its pages best: it is laid out, and judged by what came out.

Tighter is not always better: where a page ends, and how much of it stays blank, depends on what
must not be divided. So the settings are compared by their pages beyond the limit, then by the
greatest blank foot, then by their room. A layout takes most of a sheet's time, so that settings
which cannot fit, by what others came out at, are not tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from ..model.folds import FLOWING
from ..model.sheet import FitSetting, Fitting
from .judged_layout import Laid, faults, judged
from .patches.watched_pages import Hopeless

Layout = Callable[[FitSetting, Hopeless], Any]
NO_FITTING = Fitting((FitSetting(),), 0, 0, lengths=(1.0,))
# By which a sheet may turn out shorter than is expected; before narrow faces are used, more.
MARGIN, LAST_MARGIN = 1.05, 1.25


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
        # Of a folded sheet each layout tells which panels are full, though it may be worse.
        document = layout(fitting.settings[number], _never if fitting.panels else is_worse)
        if document is not None and (
            fitting.panels or best is None or not is_worse(document.pages)
        ):
            made = judged(document, number, fitting)
            tried.append(made)
            best = made if best is None else min(best, made, key=lambda laid: laid[:3])
        else:  # how long it is, is not known
            assert best
            tried.append(Laid(best.pages, best.blank, number, _length(number, fitting, tried)))
        number = _next(fitting, tried) if any(best[:2]) else None
    assert best
    return best.document, fitting.settings[best.number], len(tried)


def _never(pages: list[Any]) -> bool:
    return False


def _is_worse(best: Laid | None, number: int, fitting: Fitting) -> Hopeless:
    """Whether what is laid out is worse than the best already, by its first pages."""
    return lambda pages: best is not None and faults(pages, number, fitting) >= best[:3]


def _next(fitting: Fitting, tried: Sequence[Laid]) -> int | None:
    """The setting to try now; none if no other can be better than the best that was tried."""
    fits = next((laid for laid in tried if not laid.pages), None)
    for group in _groups(fitting.settings):
        left = [number for number in group if _may_fit(number, group, fitting, tried)]
        if fits and fits.number in group:  # what is left is about the blank foot
            return next(iter(left), None)
        if left and not fits:  # of those with parts in other places the first, else the tightest
            if not _of_its_kind(left[0], fitting, tried):
                return left[0]
            expected = (each for each in left if _length(each, fitting, tried) <= fitting.pages)
            return next(expected, left[-1])
    return None


def _groups(settings: Sequence[FitSetting]) -> Iterator[list[int]]:
    """The numbers of settings that differ by their room alone, those that are used first first."""
    for _, group in groupby(enumerate(settings), lambda pair: (pair[1].condensed, _kind(pair[1]))):
        yield [number for number, _ in group]


def _kind(setting: FitSetting) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What it has on its page: how long that is, others tell as far as they have the same."""
    return setting.dropped, setting.moved


def _of_its_kind(number: int, fitting: Fitting, tried: Sequence[Laid]) -> list[Laid]:
    kind = _kind(fitting.settings[number])
    return [laid for laid in tried if _kind(fitting.settings[laid.number]) == kind]


def _may_fit(number: int, group: list[int], fitting: Fitting, tried: Sequence[Laid]) -> bool:
    """Whether a setting is worth a layout: not if a tighter one was too long."""
    if any(laid.number == number for laid in tried):
        return False
    if _is_pointless(fitting.settings[number].moved, fitting, tried):
        return False
    if not fitting.pages or not _of_its_kind(number, fitting, tried):
        return True
    too_long = (laid.number for laid in tried if laid.pages and laid.number in group)
    if any(number < tighter for tighter in too_long):
        return False
    margin = LAST_MARGIN if number == group[-1] else MARGIN
    return _length(number, fitting, tried) <= fitting.pages * margin


def _is_pointless(moved: tuple[str, ...], fitting: Fitting, tried: Sequence[Laid]) -> bool:
    """Whether those panels that no dropped part relieves surely are full, or need no relief.

    What is moved fills the panels inside; what is dropped stood in these alone.
    """
    tightest = min(fitting.lengths)
    for laid in tried:
        others = max((fill for name, fill in laid.fills if name != FLOWING), default=0.0)
        before = fitting.settings[laid.number].moved
        shorter = tightest / fitting.lengths[laid.number]
        if before == moved and others * shorter > (LAST_MARGIN if shorter < 1 else 1):
            return True
        if laid.fills and len(before) < len(moved) and others <= 1:
            return True
    return False


def _length(number: int, fitting: Fitting, tried: Sequence[Laid]) -> float:
    """The pages that a setting may take, by what the one nearest to it took."""
    known = _of_its_kind(number, fitting, tried) or tried
    nearest = min(known, key=lambda laid: abs(laid.number - number))
    return nearest.length * fitting.lengths[number] / fitting.lengths[nearest.number]

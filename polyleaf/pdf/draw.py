"""Html → Pdf. The engine is loaded by the first sheet, or before it by `prepare`."""

from __future__ import annotations

from collections.abc import Callable

from ..model.sheet import FitSetting, Html, Pdf
from .loading import load


def prepare() -> None:
    """Loads the engine, so that the first sheet need not; raises PolyleafError for what it lacks.

    `fonts.show_only` has been called: the engine sees the fonts that were visible when it loads.
    """
    _drawing()


def draw(html: Html) -> Pdf:
    """The document as PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3), in one file.

    The same input gives the same bytes.
    """
    return _drawing()(html)


def setting(html: Html) -> FitSetting:
    """The setting in which the document fits its pages best; it is laid out, and not drawn."""
    load()
    from .document import fitted

    return fitted(html)


def _drawing() -> Callable[[Html], Pdf]:
    load()
    from .document import drawn  # imports the engine

    return drawn

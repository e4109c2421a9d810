"""What a sheet must keep to. One module a check, each a function that yields findings.

A check is added by writing its module and naming it here; its docstring is its documentation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..model import Clinic, Leaflet, LocalizedLeaflet, Pdf, Written
from ..problems import Finding
from . import (
    contrast,
    engine,
    glyphs,
    headings,
    kept,
    markup,
    pages,
    placeholders,
    review,
    smallest,
    sources,
)

LEAFLET: tuple[Callable[[Leaflet, Clinic], Iterator[Finding]], ...] = (
    markup.check,
    placeholders.check,
    sources.check,
    review.check_due,
)
LOCALIZED: tuple[Callable[[LocalizedLeaflet], Iterator[Finding]], ...] = (
    kept.check,
    review.check_reviewed,
)
WRITTEN: tuple[Callable[[Written], Iterator[Finding]], ...] = (glyphs.check_written,)
DRAWN: tuple[Callable[[Written, Pdf], Iterator[Finding]], ...] = (
    engine.check,
    glyphs.check_drawn,
    pages.check,
    contrast.check,
    smallest.check,
    headings.check,
)


def leaflet(subject: Leaflet, clinic: Clinic) -> list[Finding]:
    """Everything found in a leaflet in its source language."""
    return [finding for check in LEAFLET for finding in check(subject, clinic)]


def localized(subject: LocalizedLeaflet) -> list[Finding]:
    """Everything found in a translated leaflet."""
    return [finding for check in LOCALIZED for finding in check(subject)]


def written(subject: Written) -> list[Finding]:
    """Everything found in the page as it is written, before it is drawn."""
    return [finding for check in WRITTEN for finding in check(subject)]


def drawn(subject: Written, pdf: Pdf) -> list[Finding]:
    """Everything found in the drawn sheet."""
    return [finding for check in DRAWN for finding in check(subject, pdf)]

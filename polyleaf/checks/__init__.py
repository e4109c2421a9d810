"""What a sheet must keep to. One module a check, each a function that yields findings.

A check is added by writing its module and naming it here; its docstring is its documentation.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache

from ..model import (
    Clinic,
    Copy,
    Leaflet,
    LocalizedLeaflet,
    Pdf,
    Task,
    Translation,
    Written,
)
from ..problems import Finding, Severity
from . import (
    bidi,
    contrast,
    engine,
    glyphs,
    hardcoded,
    headings,
    lookalikes,
    markup,
    overflow,
    pages,
    personal,
    placeholders,
    review,
    script,
    smallest,
    sources,
    strings,
    units,
    untranslated,
)

LEAFLET: tuple[Callable[[Leaflet, Clinic], Iterator[Finding]], ...] = (
    markup.check,
    strings.check,
    lookalikes.check,
    script.check,
    placeholders.check,
    bidi.check,
    sources.check,
)
DATED: tuple[Callable[[Leaflet, Clinic], Iterator[Finding]], ...] = (review.check_due,)
LOCALIZED: tuple[Callable[[LocalizedLeaflet], Iterator[Finding]], ...] = (
    strings.check_reviewer,
    untranslated.check,
    review.check_reviewed,
)
COPY: tuple[Callable[[Task], Iterator[Finding]], ...] = (personal.check,)
RELEASE: tuple[Callable[[Task], Iterator[Finding]], ...] = (review.check_release,)
PAGE: tuple[Callable[[Written], Iterator[Finding]], ...] = (hardcoded.check,)
WRITTEN: tuple[Callable[[Written], Iterator[Finding]], ...] = (glyphs.check_written,)
DRAWN: tuple[Callable[[Written, Pdf], Iterator[Finding]], ...] = (
    engine.check,
    glyphs.check_drawn,
    overflow.check,
    pages.check,
    contrast.check,
    smallest.check,
    headings.check,
)
RELEASE_ERRORS = frozenset(  # codes of findings that a draft only warns of
    {
        "machine-only",
        "review-due",
        "review-outdated",
        "review-unproved",
        "safety-missing",
        "unreviewed",
        "untranslated-copied",
    }
)


def leaflet(subject: Leaflet, clinic: Clinic) -> tuple[Finding, ...]:
    """Everything found in a leaflet in its source language, today."""
    dated = (finding for check in DATED for finding in check(subject, clinic))
    return (*_lasting(subject, clinic), *dated)


@lru_cache(maxsize=64)  # it is the same for every language and edition
def _lasting(subject: Leaflet, clinic: Clinic) -> tuple[Finding, ...]:
    """What is found in it on any day: a process may see several."""
    return tuple(finding for check in LEAFLET for finding in check(subject, clinic))


@lru_cache(maxsize=4)  # it is the same for every edition
def localized(subject: LocalizedLeaflet) -> tuple[Finding, ...]:
    """Everything found in a translated leaflet; a pseudo-locale's is a translation of nothing."""
    if subject.language.pseudo:
        return ()
    return tuple(finding for check in LOCALIZED for finding in check(subject))


@lru_cache(maxsize=4)  # it is the same for every edition
def translation(subject: Translation) -> tuple[Finding, ...]:
    """Everything found in a leaflet's catalog that nobody has waived."""
    return _of_catalog(subject)


@lru_cache(maxsize=64)  # it is the same for every leaflet in its language
def interface(subject: Translation) -> tuple[Finding, ...]:
    """Everything found in the words of the templates that nobody has waived."""
    return _of_catalog(subject)


def _of_catalog(subject: Translation) -> tuple[Finding, ...]:
    return () if subject.language.pseudo else tuple(units.check(subject))


def copy(subject: Task) -> tuple[Finding, ...]:
    """Everything found in what stands on a personal copy alone."""
    return tuple(finding for check in COPY for finding in check(subject))


def discreet(
    found: Iterable[Finding], harmless: Collection[Finding], of: Copy
) -> Iterator[Finding]:
    """What was found on a personal copy, without what stands on it alone."""
    return personal.discreet(found, harmless, of)


def release(subject: Task) -> tuple[Finding, ...]:
    """What keeps a sheet from being given to patients, though a draft of it may be printed."""
    return tuple(finding for check in RELEASE for finding in check(subject))


def weighed(subject: Task, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """What was found, as gravely as a release takes it if this is for one."""
    return tuple(
        finding._replace(severity=Severity.ERROR)
        if subject.release and finding.code in RELEASE_ERRORS
        else finding
        for finding in found
    )


def page(subject: Written) -> list[Finding]:
    """Everything found in the page of a sheet, on paper or not."""
    return [finding for check in PAGE for finding in check(subject)]


def written(subject: Written) -> list[Finding]:
    """Everything found in the page as it is written, before it is drawn."""
    return [finding for check in WRITTEN for finding in check(subject)]


def drawn(subject: Written, pdf: Pdf) -> list[Finding]:
    """Everything found in the drawn sheet."""
    return [finding for check in DRAWN for finding in check(subject, pdf)]

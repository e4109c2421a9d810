"""What a sheet must keep to: one module a check, in the folder of what it looks at.

    text/         a text in whatever language, of the source and of its translations alike
    source/       a leaflet in its source language
    project/      the leaflets of a project against each other
    translation/  a message against its source, and the messages of a catalog among each other
    page/         the page of a sheet as it is written
    drawn/        the drawn PDF
    shared/       what several checks use; nothing is reported from there

To add a check, write its module and name it, with its codes, in `registry.CHECKS`. The module has
one or more of the functions below (`check_leaflet`, `check_message` …), and its docstring is its
documentation: it begins with the codes, and `check --explain CODE` prints it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache
from importlib import import_module
from itertools import chain
from typing import Any

from ..model.catalog import Messages
from ..model.clinic import Clinic
from ..model.copy import Copy
from ..model.findings import Finding, Severity
from ..model.leaflet import Leaflet, Text
from ..model.sheet import Language, LocalizedLeaflet, Pdf, RenderedPage
from ..model.task import Task
from ..model.unit import Translation, Unit
from . import waived
from .privacy import redact as redact  # of a personal copy's findings
from .registry import CHECKS, refuses
from .shared import strings
from .shared.source_texts import source_texts
from .source.review import today

Findings = Iterator[Finding]


def _named(function: str) -> tuple[Any, ...]:
    """This function of every check that has it, in the order of the register."""
    modules = (import_module(f".{name}", __name__) for name in CHECKS)
    return tuple(getattr(module, function) for module in modules if hasattr(module, function))


# A test holds each function to the parameters that it is called with here.
STRING: tuple[Callable[[Text, Language], Findings], ...] = _named("check_string")
TEXT: tuple[Callable[[Text, Clinic], Findings], ...] = _named("check_text")
LEAFLET: tuple[Callable[[Leaflet, Clinic], Findings], ...] = _named("check_leaflet")
PROJECT: tuple[Callable[[tuple[Leaflet, ...]], Findings], ...] = _named("check_project")
MESSAGE: tuple[Callable[[Unit], Findings], ...] = _named("check_message")
CATALOG: tuple[Callable[[Translation], Findings], ...] = _named("check_catalog")
SHEET: tuple[Callable[[LocalizedLeaflet], Findings], ...] = _named("check_sheet")
COPY: tuple[Callable[[Copy], Findings], ...] = _named("check_copy")
RELEASE: tuple[Callable[[Task], Findings], ...] = _named("check_release")
DRAWABLE: tuple[
    Callable[[LocalizedLeaflet, Messages | None, Clinic, Copy | None], Findings], ...
] = _named("check_drawable")
PAGE: tuple[Callable[[RenderedPage], Findings], ...] = _named("check_page")
PAPER: tuple[Callable[[RenderedPage], Findings], ...] = _named("check_paper")
DRAWN: tuple[Callable[[RenderedPage, Pdf], Findings], ...] = _named("check_drawn")


def leaflet(subject: Leaflet, clinic: Clinic) -> tuple[Finding, ...]:
    """Everything found in a leaflet in its source language, today."""
    return _leaflet(subject, clinic, today())


@lru_cache(maxsize=64)  # the same for every language and edition
def _leaflet(subject: Leaflet, clinic: Clinic, day: date) -> tuple[Finding, ...]:
    found = [finding for check in LEAFLET for finding in check(subject, clinic)]
    found += _texts(source_texts(subject, clinic), clinic)
    found += _strings(strings.of_source(subject, clinic))
    return tuple(waived.in_source(found, subject))


def texts(those: Iterable[Text], clinic: Clinic, language: Language) -> tuple[Finding, ...]:
    """Everything found in texts by themselves, of a leaflet that has more wrong."""
    every = tuple(those)
    return (*_texts(every, clinic), *_strings((text, language) for text in every))


def _texts(those: Iterable[Text], clinic: Clinic) -> Findings:
    return (f for text in those for check in TEXT for f in check(text, clinic))


def project(subjects: Iterable[Leaflet], *, release: bool = False) -> tuple[Finding, ...]:
    """Everything found in the leaflets of a project against each other, but for what is waived."""
    leaflets = tuple({leaflet.name: leaflet for leaflet in subjects}.values())
    found = tuple(finding for check in PROJECT for finding in check(leaflets))
    kept = (
        finding
        for leaflet in leaflets
        for finding in waived.in_source(
            (f for f in found if f.where.path == leaflet.where.path), leaflet, of_project=True
        )
    )
    return _escalated(kept) if release else tuple(kept)


def message(subject: Unit) -> tuple[Finding, ...]:
    """Everything found in one message, waived or not."""
    found = (check(subject) for check in MESSAGE)
    return (*chain.from_iterable(found), *_strings([strings.of_message(subject)]))


@lru_cache(maxsize=4)  # the same for every edition
def localized(subject: LocalizedLeaflet) -> tuple[Finding, ...]:
    """Everything found in a translated leaflet; a pseudo-locale translates nothing."""
    if subject.language.pseudo:
        return ()
    found = (check(subject) for check in SHEET)
    return (*chain.from_iterable(found), *_strings([strings.of_reviewer(subject)]))


@lru_cache(maxsize=4)  # the same for every edition
def translation(subject: Translation) -> tuple[Finding, ...]:
    """Everything found in a leaflet's catalog, but for what is waived."""
    return _catalog(subject)


@lru_cache(maxsize=64)  # the same for every leaflet in its language
def interface(subject: Translation) -> tuple[Finding, ...]:
    """Everything found in the words of the templates, but for what is waived."""
    return _catalog(subject)


def _catalog(subject: Translation) -> tuple[Finding, ...]:
    if subject.language.pseudo:
        return ()
    found = [finding for unit in subject.units for finding in message(unit)]
    found += (finding for check in CATALOG for finding in check(subject))
    return tuple(waived.apply(found, subject.units))


def _strings(those: Iterable[tuple[Text, Language]]) -> Findings:
    return (f for text, language in those for check in STRING for f in check(text, language))


def copy(subject: Task) -> tuple[Finding, ...]:
    """Everything found in the values that only a personal copy prints."""
    if subject.copy is None:
        return ()
    return tuple(finding for check in COPY for finding in check(subject.copy))


def release(subject: Task) -> tuple[Finding, ...]:
    """What keeps a sheet from patients, though a draft of it may be printed."""
    return tuple(finding for check in RELEASE for finding in check(subject))


def escalate_for_release(subject: Task, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings; in a release those that the register refuses there are errors."""
    return _escalated(found) if subject.release else tuple(found)


def _escalated(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(
        finding._replace(severity=Severity.ERROR) if refuses(finding.code) else finding
        for finding in found
    )


def drawable(subject: LocalizedLeaflet, task: Task) -> tuple[Finding, ...]:
    """What of its texts a sheet on paper cannot show."""
    found = (check(subject, task.words, task.clinic, task.copy) for check in DRAWABLE)
    return tuple(chain.from_iterable(found)) if task.fonts else ()


def page(subject: RenderedPage) -> list[Finding]:
    """Everything found in the page of a sheet, on paper or not."""
    return [finding for check in PAGE for finding in check(subject)]


def written(subject: RenderedPage) -> list[Finding]:
    """Everything found in a page on paper before it is drawn."""
    return [finding for check in PAPER for finding in check(subject)]


def drawn(subject: RenderedPage, pdf: Pdf) -> list[Finding]:
    """Everything found in the drawn sheet."""
    return [finding for check in DRAWN for finding in check(subject, pdf)]

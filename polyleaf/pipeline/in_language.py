"""A task → its sheet in its language, or in both, and what is wrong with the texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from .. import checks
from ..model.findings import Finding, PolyleafError, raise_if_errors
from ..model.sheet import LocalizedLeaflet
from ..model.task import Task
from ..model.unit import Translation
from ..translation import both, localize
from ..translation.lacking_words import lacking_words
from . import formats

# Raises PolyleafError if what was found is reason enough.
Stop = Callable[[Iterable[Finding]], None]


def localized(
    task: Task, stop: Stop = raise_if_errors
) -> tuple[LocalizedLeaflet, tuple[Finding, ...]]:
    """The sheet in its language, checked as far as that goes without drawing it, and the findings.

    A sheet in two languages has the other one beside it, and what was found in both.
    Raises PolyleafError, with all that was found, if a text is missing or `stop` does.
    """
    each = task.in_each_language()
    found = tuple(dict.fromkeys(finding for alone in each for finding in _in_texts(alone)))
    try:
        sheets, left = each_localized(task, each)
    except PolyleafError as error:
        raise PolyleafError((*checks.escalate_for_release(task, found), *error.findings)) from None
    found = (*found, *left)
    found += tuple(finding for sheet in sheets for finding in checks.localized(sheet))
    found = tuple(dict.fromkeys(checks.escalate_for_release(task, found)))
    made = whole(task, sheets)
    for sheet, alone in zip((made, made.beside), each, strict=False):
        found += checks.drawable(sheet, alone) if sheet else ()
    stop(found)
    return made, found


def whole(task: Task, sheets: tuple[LocalizedLeaflet, ...]) -> LocalizedLeaflet:
    """The sheet with the other one beside it, cut for paper if it is printed."""
    if formats.of(task.edition).needs_fonts:
        sheets = tuple(map(localize.on_paper, sheets))
    first, *beside = sheets
    return replace(first, beside=beside[0]) if beside else first


def _in_texts(task: Task) -> Iterator[Finding]:
    """What is wrong with a leaflet and its messages in one language."""
    yield from checks.leaflet(task.leaflet, task.clinic)
    yield from of_catalogs(task)
    yield from checks.copy(task)
    yield from checks.release(task) if task.release else ()
    yield from _without_words(task)


def each_localized(
    task: Task, each: tuple[Task, ...]
) -> tuple[tuple[LocalizedLeaflet, ...], tuple[Finding, ...]]:
    """The sheet in each of its languages; raises PolyleafError with what any of them lacks.

    A release in two languages leaves out what one of them lacks.
    """
    pair_of_release = task.release and len(each) > 1
    sheets, missing = list[LocalizedLeaflet](), list[Finding]()
    for alone in each:
        try:
            sheet = localize.localize(
                alone.leaflet,
                alone.messages,
                alone.language,
                alone.clinic.country,
                allow_untranslated=alone.allow_untranslated or pair_of_release,
            )
        except PolyleafError as error:
            missing += error.findings
            continue
        own, lacking = localize.own(alone.clinic, alone.language)
        missing_here = () if pair_of_release else sheet.missing
        sheets.append(replace(sheet, own=own, missing=(*missing_here, *lacking)))
    if missing:
        raise PolyleafError(sorted(set(missing)))
    if not pair_of_release:
        return tuple(sheets), ()
    common, left = both.complete(sheets)
    if not common[0].leaflet.sections:
        message, hint = "no section is in both languages", "translate one, or build a draft"
        raise PolyleafError([*left, Finding(task.where, "nothing-left", message, hint)])
    return common, left


def of_catalogs(task: Task) -> Iterator[Finding]:
    """What is wrong with messages that have a translation, whether or not all have one."""
    yield from task.notes
    if task.messages is not None:
        units = localize.units(task.leaflet, task.messages, task.language)
        yield from checks.translation(Translation(task.language, units, task.glossary))
    if task.words is not None:
        units = localize.words(task.words, task.language)
        yield from checks.interface(Translation(task.language, units, task.glossary))


def _without_words(task: Task) -> Iterator[Finding]:
    """A language without any words of pages: whatever the page prints, it lacks some."""
    if task.words is not None and not any(each.usable for each in task.words.found.values()):
        allowed = task.allow_untranslated
        yield from lacking_words(task.words, task.words.found, task.language, allowed=allowed)

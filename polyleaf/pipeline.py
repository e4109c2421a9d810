"""The recipe of one sheet. Whatever goes wrong with it is in its outcome.

    Task → LocalizedLeaflet → Html → Pdf → Outcome

`make`, `fit` and `read` go this way to the end, to the drawn page, or to the text in its language.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from . import checks, languages, markup, packs, pdf, translate, typography
from .inputs import SOURCE_LANGUAGE
from .model import LocalizedLeaflet, Outcome, Task, Translation, Written
from .problems import Finding, PolyleafError, Severity, raise_any

# Raises PolyleafError if what was found is reason enough.
Stop = Callable[[Iterable[Finding]], None]


def make(task: Task) -> Outcome:
    """The sheet's file. Nothing but MemoryError is raised, after which a process is of no use."""
    return _made(task, raise_any)


def fit(task: Task) -> Outcome:
    """The sheet drawn and thrown away. No error in a message hides how the others fit."""
    made = _made(task, _go_on)
    wrong = any(finding.severity is Severity.ERROR for finding in made.findings)
    return replace(made, data=None if wrong else b"")


def read(task: Task) -> Outcome:
    """The sheet as far as it goes without drawing it: what is found there."""
    return _tried(task, lambda: Outcome(task, b"", 0, localize(task)[1]))


def _made(task: Task, stop: Stop) -> Outcome:
    recipe = _pack if task.edition.shows == "messages" else functools.partial(_sheet, stop=stop)
    try:
        return _tried(task, lambda: recipe(task))
    except MemoryError:
        raise
    except Exception as error:  # the other sheets must still be built
        said = "" if task.copy else f": {error}"  # it may say what stands on the copy
        message = f"{type(error).__name__}{said}"
        hint = "this is a fault of Polyleaf; please report it with the leaflet"
        return Outcome(task, None, 0, (Finding(task.leaflet.where, "bug", message, hint),))


def _tried(task: Task, recipe: Callable[[], Outcome]) -> Outcome:
    try:
        return recipe()
    except PolyleafError as error:
        return Outcome(task, None, 0, error.findings)


def _pack(task: Task) -> Outcome:
    """The review pack of a task; it shows what is wrong with the messages."""
    found = (*checks.leaflet(task.leaflet, task.clinic), *_of_catalogs(task))
    return replace(packs.make(task, found), drawn=True)


def _sheet(task: Task, stop: Stop) -> Outcome:
    """Raises PolyleafError for what is wrong before there is a page."""
    sheet, found = localize(task, stop)
    if task.copy is None:
        return _drawn(task, sheet, found, stop)
    outcome = _tried(task, lambda: _drawn(task, sheet, found, stop))
    redacted = checks.redact(outcome.findings, found, task.copy)  # quotes nothing of the copy
    return replace(outcome, findings=tuple(redacted))


def localize(task: Task, stop: Stop = raise_any) -> tuple[LocalizedLeaflet, tuple[Finding, ...]]:
    """The sheet in its language, checked as far as that goes without drawing it, and the findings.

    Raises PolyleafError, with all that was found, if a text is missing or `stop` does.
    """
    found = checks.leaflet(task.leaflet, task.clinic) + tuple(_of_catalogs(task))
    found += checks.copy(task)
    found += checks.release(task) if task.release else ()
    try:
        sheet = translate.localize(
            task.leaflet,
            task.messages,
            task.language,
            task.clinic.country,
            allow_untranslated=task.allow_untranslated,
        )
    except PolyleafError as error:
        raise PolyleafError((*checks.escalate_for_release(task, found), *error.findings)) from None
    found = checks.escalate_for_release(task, (*found, *checks.localized(sheet)))
    stop(found)
    return sheet, found


def _of_catalogs(task: Task) -> Iterator[Finding]:
    """What is wrong with messages that have a translation, whether or not all have one."""
    if task.messages is not None:
        units = translate.units(task.leaflet, task.messages, task.language)
        yield from checks.translation(Translation(task.language, units, task.glossary))
    if task.words is not None:
        units = translate.words(task.words, task.language)
        yield from checks.interface(Translation(task.language, units, task.glossary))


def write(task: Task, sheet: LocalizedLeaflet) -> Written:
    """The page of a sheet, not drawn yet; raises PolyleafError."""
    paper = task.edition.suffix == ".pdf"
    source = languages.find(SOURCE_LANGUAGE)
    html = markup.render(
        sheet,
        task.edition,
        task.clinic,
        word=functools.partial(translate.lookup, task.words),
        typeset=typography.setter(task.language, paper=paper),
        phrase=typography.phrase(task.language, paper=paper),
        source=markup.Tongue(source, typography.setter(source, paper=paper)),
        long_date=functools.partial(languages.long_date, language=task.language),
        copy=task.copy,
    )
    return Written(sheet, task.words, task.edition, html, task.clinic, task.copy)


def _drawn(task: Task, sheet: LocalizedLeaflet, found: tuple[Finding, ...], stop: Stop) -> Outcome:
    """The sheet's file, with what was `found` in its text and on its page; raises PolyleafError."""
    page, early = write(task, sheet), len(found)
    found = (*found, *checks.page(page))
    if task.edition.suffix == ".html":
        data, more = page.html.text.encode(), len(found) > early
        return Outcome(task, data, 0, found, sheet.untranslated, more)
    found = (*found, *checks.written(page))
    stop(found)
    drawn = pdf.draw(page.html)
    found = checks.escalate_for_release(task, (*found, *checks.drawn(page, drawn)))
    stop(found)
    more = len(found) > early
    return Outcome(task, drawn.data, drawn.pages, found, sheet.untranslated, more)


def _go_on(findings: Iterable[Finding]) -> None:
    """Nothing is written, so nothing has to be stopped."""

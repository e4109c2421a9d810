"""The recipe of one sheet, from its task to its outcome, which holds all that goes wrong.

    Task → LocalizedLeaflet → RenderedPage → Rendered → Outcome

`make`, `fit` and `read` go this way to the end, to the drawn page, or to the text in its language.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from .. import checks, markup
from ..model.findings import Finding, PolyleafError, Severity, raise_if_errors
from ..model.sheet import Html, LocalizedLeaflet, RenderedPage
from ..model.task import Outcome, OutputFile, Task
from ..translation import localize
from ..translation.lacking_words import lacking_words
from . import formats, in_language, review_pack, shared_fit
from .formats import Format, Rendered
from .in_language import Stop


def make(task: Task) -> Outcome:
    """The sheet's files. Nothing but MemoryError is raised, after which a process is of no use."""
    return _made(task, raise_if_errors)


def fit(task: Task) -> Outcome:
    """The sheet drawn and thrown away. No error in a message hides how the others fit."""
    made = _made(task, _go_on)
    wrong = any(finding.severity is Severity.ERROR for finding in made.findings)
    return replace(made, data=None if wrong else b"", others=())


def read(task: Task) -> Outcome:
    """Localizes and checks the sheet, without a page."""
    try:
        return Outcome(task, b"", 0, in_language.localized(task)[1])
    except PolyleafError as error:
        return Outcome(task, None, 0, error.findings)


def _made(task: Task, stop: Stop) -> Outcome:
    try:
        sheet, found = _in_its_language(task, stop)
        try:
            made = page(task, sheet, found)
            found = (*found, *made.missing)
            return _redacted(_same(task, made, found) or _drawn(task, made, found, stop), found)
        except PolyleafError as error:
            return _redacted(Outcome(task, None, 0, error.findings), found)
    except PolyleafError as error:
        return Outcome(task, None, 0, error.findings)
    except MemoryError:
        raise
    except Exception as error:  # the other sheets must still be built
        return bug(task, error)


def bug(task: Task, error: Exception) -> Outcome:
    """The outcome of a sheet that we failed to make."""
    detail = "" if task.copy else f": {error}"  # it may quote what stands on the copy
    message = f"{type(error).__name__}{detail}"
    hint = "this is a bug in Polyleaf; please report it with the leaflet"
    return Outcome(task, None, 0, (Finding(task.where, "bug", message, hint),))


def _redacted(outcome: Outcome, early: tuple[Finding, ...]) -> Outcome:
    """The outcome; of a personal copy, without findings that quote what stands on it alone.

    Findings of the leaflet and its catalogs (`early`) cannot quote it.
    """
    if outcome.task.copy is None:
        return outcome
    return replace(
        outcome, findings=tuple(checks.redact(outcome.findings, early, outcome.task.copy))
    )


def compare(task: Task) -> Outcome:
    """Whether the page of a sheet is the one that its file was drawn from; nothing is drawn."""
    try:
        made, found = rendered_page(task)
    except PolyleafError as error:
        return Outcome(task, None, 0, error.findings)
    return _same(task, made, found) or Outcome(task, b"", 0, found)


def _same(task: Task, page: RenderedPage, found: tuple[Finding, ...]) -> Outcome | None:
    """The outcome of a sheet whose page is the one that its file was drawn from."""
    if page_hash(page.html) != task.drawn_page:
        return None
    pack = task.edition.shows == "messages"
    findings, lacking = ((), 0) if pack else (found, page.untranslated)
    return Outcome(task, None, 0, findings, lacking, page=task.drawn_page, same=True)


def rendered_page(task: Task) -> tuple[RenderedPage, tuple[Finding, ...]]:
    """The page of a sheet, not drawn yet, and what was found in its text; raises PolyleafError."""
    sheet, found = _in_its_language(task, raise_if_errors)
    made = page(task, sheet, found)
    return made, (*found, *made.missing)


def unchecked(task: Task) -> RenderedPage:
    """The page of a sheet with numbers for its passages; raises PolyleafError if there is none.

    A review pack shows what was found, so that its texts are checked nevertheless.
    """
    if task.edition.shows == "messages":
        return page(task, *_in_its_language(task, _go_on))
    sheets, _ = in_language.each_localized(task, task.in_each_language())
    return numbered(task, page(task, in_language.whole(task, sheets), ()))


def in_texts(task: Task) -> tuple[Finding, ...]:
    """What is wrong with the texts of a sheet; of a review pack nothing, for its pages show it."""
    try:
        return () if task.edition.shows == "messages" else in_language.localized(task, _go_on)[1]
    except PolyleafError as error:
        return error.findings


def _in_its_language(task: Task, stop: Stop) -> tuple[LocalizedLeaflet | None, tuple[Finding, ...]]:
    """The sheet in its language, unless it is a review pack, and what was found in its texts."""
    if task.edition.shows == "messages":
        return None, (*checks.leaflet(task.leaflet, task.clinic), *in_language.of_catalogs(task))
    return in_language.localized(task, stop)


def page(task: Task, sheet: LocalizedLeaflet | None, found: tuple[Finding, ...]) -> RenderedPage:
    """The page of a sheet in its language; raises PolyleafError.

    Without a sheet it is a review pack: it shows what was found in its messages.
    """
    if sheet is None:
        return review_pack.render(task, found)
    html = shared_fit.shared(task, _html(task, sheet), _page_alone)
    lacking: tuple[Finding, ...] = ()
    printed = (html.untranslated, html.untranslated_beside)
    for target, keys in zip(task.languages, printed, strict=False):
        if target.words is not None:
            allowed = task.allow_untranslated
            lacking += tuple(lacking_words(target.words, keys, target.language, allowed=allowed))
    raise_if_errors(lacking)
    words_beside = task.languages[-1].words if sheet.beside else None
    return RenderedPage(
        sheet, task.words, task.edition, html, task.clinic, task.copy, lacking, words_beside
    )


def numbered(task: Task, made: RenderedPage) -> RenderedPage:
    """The page with numbers for its passages, to be looked at; what is printed is the same.

    If a template measures its texts with the numbers in them, so that the page would differ, it
    stays without.
    """
    if task.edition.shows == "messages":
        return made
    html = _html(task, made.sheet, numbered=True)
    if markup.unkeyed(html.text) != made.html.text:
        return made
    return replace(made, html=replace(made.html, text=html.text, places=html.places))


def _html(task: Task, sheet: LocalizedLeaflet, *, numbered: bool = False) -> Html:
    return markup.render(
        sheet,
        task.edition,
        task.clinic,
        lookup=functools.partial(localize.lookup, task.words),
        lookup_beside=functools.partial(localize.lookup, task.languages[-1].words),
        paper=formats.of(task.edition).needs_fonts,
        copy=task.copy,
        siblings=task.siblings,
        file=task.file,
        numbered=numbered,
    )


def _page_alone(task: Task) -> Html:
    """The page of another sheet; raises PolyleafError."""
    return _html(task, in_language.localized(task)[0])


def _drawn(task: Task, page: RenderedPage, found: tuple[Finding, ...], stop: Stop) -> Outcome:
    """The sheet's file, with what was `found` in its text and on its page; raises PolyleafError."""
    format_ = formats.of(task.edition)
    pack = task.edition.shows == "messages"
    if pack:  # they stand in the pack
        found = ()
    early = (*(() if pack else checks.page(page)), *_before_drawing(page, format_))
    stop((*found, *early))
    rendered = format_.render(page)
    late = checks.drawn(page, rendered.pdf) if rendered.pdf else ()
    found = checks.escalate_for_release(task, (*found, *early, *late))
    stop(found)
    return Outcome(
        task,
        rendered.data,
        rendered.pages,
        found,
        untranslated=0 if pack else page.untranslated,
        drawn=bool(early or late),
        page=page_hash(page.html),
        others=tuple(_others(task, rendered)),
    )


def _others(task: Task, rendered: Rendered) -> Iterator[OutputFile]:
    """The further files of a sheet, and the picture that the page to choose from shows."""
    for other in rendered.others:
        yield replace(other, name=task.named(other.name))
    if rendered.picture:
        yield OutputFile(task.picture, rendered.picture, 0, listed=False)


def _before_drawing(page: RenderedPage, format_: Format) -> Iterable[Finding]:
    return checks.written(page) if format_.needs_fonts else ()


def page_hash(html: Html) -> str:
    """SHA-256 of a page, its style sheet and its fonts: pages that are alike make the same file."""
    whole = hashlib.sha256()
    fitting = repr(html.fitting) if html.fitting else ""
    folded = [repr(html.imposition)] if html.imposition else []
    for part in (html.text, html.css, *html.families, fitting, *folded):
        data = part.encode()
        whole.update(b"%d " % len(data) + data)
    return whole.hexdigest()


def _go_on(findings: Iterable[Finding]) -> None:
    """Nothing is written, so nothing has to be stopped."""

"""The recipe: one sheet from its leaflet to its bytes, and all of them into the output folder.

Task → LocalizedLeaflet → Html → Pdf → Outcome → Report
"""

from __future__ import annotations

import errno
import functools
import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from . import (
    checks,
    editions,
    files,
    fonts,
    languages,
    manifest,
    markup,
    packs,
    pdf,
    translate,
    typography,
)
from .executors import Make, Mapper
from .model import Built, Copy, LocalizedLeaflet, Outcome, Report, Task, Translation, Written
from .plan import SOURCE_LANGUAGE, Plan
from .problems import Finding, PolyleafError, Severity, Where, raise_any
from .project import Project

CATALOGUE = "index.html"
RELEASE_ERRORS = {  # a draft only warns of these
    "machine-only",
    "review-due",
    "review-outdated",
    "review-unproved",
    "safety-missing",
    "unreviewed",
    "untranslated-copied",
}


def make(task: Task) -> Outcome:
    """One sheet. Whatever goes wrong with it is in the outcome; nothing but MemoryError is raised,
    after which a process is of no use.
    """
    return _made(task, raise_any)


def fit(task: Task) -> Outcome:
    """The sheet drawn and thrown away. No error in a message hides how the others fit."""
    made = _made(task, _go_on)
    wrong = any(finding.severity is Severity.ERROR for finding in made.findings)
    return replace(made, data=None if wrong else b"")


def _made(task: Task, stop: Callable[[Iterable[Finding]], None]) -> Outcome:
    """`stop` raises PolyleafError if what was found so far is reason enough."""
    try:
        if task.edition.shows == "messages":
            found = checks.leaflet(task.leaflet, task.clinic)
            return replace(packs.make(task, (*found, *_of_catalogs(task))), drawn=True)
        sheet, found = localize(task, stop)
        if task.copy is not None:
            return _discreet(task, task.copy, sheet, found, stop)
        return _drawn(task, sheet, found, stop)
    except PolyleafError as error:
        return Outcome(task, None, 0, error.findings)
    except MemoryError:
        raise
    except Exception as error:  # the other sheets must still be built
        said = "" if task.copy else f": {error}"  # it may say what stands on the copy
        message = f"{type(error).__name__}{said}"
        hint = "this is a fault of Polyleaf; please report it with the leaflet"
        return Outcome(task, None, 0, (Finding(task.leaflet.where, "bug", message, hint),))


def _drawn(
    task: Task,
    sheet: LocalizedLeaflet,
    found: tuple[Finding, ...],
    stop: Callable[[Iterable[Finding]], None],
) -> Outcome:
    """The sheet's file, with what was found in its text and on its page; raises PolyleafError."""
    page, early = write(task, sheet), len(found)
    found = (*found, *checks.page(page))
    if task.edition.suffix == ".html":
        data, more = page.html.text.encode(), len(found) > early
        return Outcome(task, data, 0, found, sheet.untranslated, more)
    found = (*found, *checks.written(page))
    stop(found)
    drawn = pdf.draw(page.html)
    found = _weighed((*found, *checks.drawn(page, drawn)), task.release)
    stop(found)
    more = len(found) > early
    return Outcome(task, drawn.data, drawn.pages, found, sheet.untranslated, more)


def _discreet(
    task: Task,
    copy: Copy,
    sheet: LocalizedLeaflet,
    found: tuple[Finding, ...],
    stop: Callable[[Iterable[Finding]], None],
) -> Outcome:
    """The same for a personal copy: no finding of its page quotes what stands on it alone."""
    try:
        outcome = _drawn(task, sheet, found, stop)
    except PolyleafError as error:
        outcome = Outcome(task, None, 0, error.findings)
    return replace(outcome, findings=tuple(checks.discreet(outcome.findings, found, copy)))


def _go_on(findings: Iterable[Finding]) -> None:
    """Nothing is written, so nothing has to be stopped."""


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


def localize(
    task: Task, stop: Callable[[Iterable[Finding]], None] = raise_any
) -> tuple[LocalizedLeaflet, tuple[Finding, ...]]:
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
        raise PolyleafError((*_weighed(found, task.release), *error.findings)) from None
    found += checks.localized(sheet)
    weighed = _weighed(found, task.release)
    stop(weighed)
    return sheet, weighed


def _of_catalogs(task: Task) -> Iterator[Finding]:
    """What is wrong with messages that have a translation, whether or not all have one."""
    if task.messages is not None:
        units = translate.units(task.leaflet, task.messages, task.language)
        yield from checks.translation(Translation(task.language, units, task.glossary))
    if task.words is not None:
        units = translate.words(task.words, task.language)
        yield from checks.translation(Translation(task.language, units, task.glossary))


def prepared(project: Project, plan: Plan) -> Plan:
    """The plan without what this machine cannot draw, and with the reasons why."""
    drawn = [task for task in plan.tasks if task.edition.suffix == ".pdf"]
    if not drawn:
        return plan
    wanted = frozenset(family for task in drawn for family in task.language.families)
    lacking: frozenset[str] = frozenset()
    try:
        findings = tuple(_fonts(project, wanted))
        lacking = frozenset(finding.where.path for finding in findings)
        pdf.prepare()
    except PolyleafError as error:
        findings, lacking = error.findings, wanted
    lost = {t.job: t for t in drawn if lacking.intersection(t.language.families)}
    return replace(
        plan,
        tasks=tuple(task for task in plan.tasks if task.job not in lost),
        failed=(*plan.failed, *(Outcome(task, None, 0, ()).file for task in lost.values())),
        findings=(*plan.findings, *findings),
    )


def families(project: Project) -> list[str]:
    """The font families of the project's languages; raises PolyleafError if one is missing."""
    found = [languages.find(tag, where) for tag, where in project.languages]
    wanted = frozenset(family for language in found for family in language.families)
    fonts.show_only(languages.font_packages())
    raise_any(fonts.missing(languages.font_packages(wanted)))
    return sorted(wanted)


def _fonts(project: Project, wanted: frozenset[str]) -> Iterator[Finding]:
    """What is wrong with the fonts of this machine; `show_only` comes before the engine."""
    fonts.show_only(languages.font_packages())
    yield from fonts.missing(languages.font_packages(wanted))
    yield from fonts.differences(project.root / fonts.LOCK, wanted)


def font_files(families: Iterable[str]) -> list[Path]:
    """The files of some families; raises PolyleafError if fontconfig is missing."""
    fonts.show_only(languages.font_packages())
    known = fonts.faces()
    return [face.file for family in families for face in known.get(family, ())]


def read(task: Task) -> Outcome:
    """The sheet as far as it goes without drawing it: what is found there."""
    try:
        return Outcome(task, b"", 0, localize(task)[1])
    except PolyleafError as error:
        return Outcome(task, None, 0, error.findings)


def check(plan: Plan, examine: Make = read, mapper: Mapper = map) -> Report:
    """Everything that `examine` finds in the sheets of the plan; nothing is written."""
    findings = list(plan.findings)
    failed = list(plan.failed)
    for outcome in mapper(examine, plan.tasks):
        if isinstance(outcome, Finding):
            findings.append(outcome)
            continue
        findings += outcome.findings
        if outcome.data is None:
            failed.append(outcome.file)
    return Report((), tuple(failed), tuple(sorted(set(findings))))


def _weighed(findings: Iterable[Finding], release: bool) -> tuple[Finding, ...]:
    return tuple(
        replace(finding, severity=Severity.ERROR)
        if release and finding.code in RELEASE_ERRORS
        else finding
        for finding in findings
    )


def written(project: Project, outcome: Outcome) -> Outcome:
    """The outcome, its file written; what cannot be written has failed, and the old file stays."""
    if outcome.data is None:
        return outcome
    path = project.output / outcome.file
    if not files.stays(project.output, path):
        message, where = "its folder leads outside the output folder", Where(project.shown(path))
        finding = Finding(where, "outside-project", message)
        return replace(outcome, data=None, findings=(*outcome.findings, finding))
    mode = 0o600 if outcome.task.copy else 0o644  # a personal copy is for whoever prints it
    try:
        files.write_atomically(path, outcome.data, mode)
    except OSError as error:
        finding = unwritable(project, outcome.file, error)
        return replace(outcome, data=None, findings=(*outcome.findings, finding))
    return outcome


def listed(project: Project, rows: Iterable[Built]) -> Iterator[Finding]:
    """Writes the manifest and the page to choose from; yields what went wrong."""
    file = manifest.NAME
    try:
        standing = manifest.update(project.output, rows)
        file = CATALOGUE
        templates = editions.catalogue(project.template_roots, project.root)
        # Neither a pack nor a pseudo-locale is for patients.
        shown = tuple(r for r in standing if r.shows == "sheet" and r.translation != "pseudo")
        page = markup.catalogue(shown, project.clinic, templates)
        files.write_atomically(project.output / file, page.encode())
    except OSError as error:
        yield unwritable(project, file, error)
    except PolyleafError as error:
        yield from error.findings


def unwritable(project: Project, file: str, error: OSError) -> Finding:
    where = Where(project.shown(project.output / file))
    message = f"cannot be written: {error.strerror or error}"
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    hint = f"{'make room, or ' if full else ''}name another folder with --output"
    return Finding(where, "output-unwritable", message, hint)


def row(outcome: Outcome, data: bytes, key: str) -> Built:
    """What the manifest says of a file that was written."""
    task, leaflet = outcome.task, outcome.task.leaflet
    provenance = None if task.messages is None else task.messages.provenance
    title = translate.lookup(task.messages, "leaflet/title", leaflet.title.value)
    return Built(
        file=outcome.file,
        sha256=hashlib.sha256(data).hexdigest(),
        pages=outcome.pages,
        leaflet=leaflet.name,
        title=leaflet.title.value,
        local_title=title if isinstance(title, str) else leaflet.title.value,
        language=task.language.tag,
        own_name=task.language.own_name,
        english_name=task.language.english_name,
        direction=task.language.direction,
        edition=task.edition.name,
        version=leaflet.version,
        published=str(leaflet.published),
        review_by=str(leaflet.review_by),
        translation="source" if provenance is None else provenance.method,
        reviewed_by="" if provenance is None else provenance.reviewed_by,
        reviewed_on=str(provenance.reviewed_on or "") if provenance else "",
        key=key,
        findings=tuple(sorted(map(str, set(outcome.findings)))),
        untranslated=outcome.untranslated,
        shows=task.edition.shows,
    )

"""A reviewer signs a catalog: its header says who and when, and a copy keeps what was signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from ... import checks, languages
from ...content.project import Project, select
from ...languages import pseudo_messages
from ...model.findings import ExitStatus, Finding, PolyleafError, Severity, Where, raise_if_errors
from ...model.jobs import INTERFACE
from ...model.leaflet import Leaflet
from ...model.sheet import Language
from ...model.unit import Translation
from .. import catalog, localize
from ..catalog import Catalog
from ..reader import find_catalog, read_leaflet
from .catalog_files import Updated, read, unwritable, write

CALL = Where("command line")


def sign(
    project: Project, names: Sequence[str], tags: Iterable[str], by: str, on: date, method: str = ""
) -> Updated:
    """Signs the catalogs of `names` (leaflets, or "interface") in each language.

    `method` says how the translation was made, if the review changed that. A catalog with a
    missing message or an error is not signed; the others are. Raises PolyleafError if the call
    is wrong.
    """
    found = (languages.find(tag, CALL, ExitStatus.CALL) for tag in tags)
    targets = [pseudo_messages.refuse(language, CALL, ExitStatus.CALL) for language in found]
    if not names or not targets or not by.strip():
        message = "name what was reviewed, its language and who reviewed it"
        hint = "`polyleaf sign rosacea -l hi --by 'Dr A. Rao'`"
        raise PolyleafError(
            [Finding(CALL, "sign-nothing", message, hint, exit_status=ExitStatus.CALL)]
        )
    if on > date.today():
        raise PolyleafError(
            [Finding(CALL, "sign-date", f"{on} is yet to come", exit_status=ExitStatus.CALL)]
        )
    domains = select(names, [*project.leaflet_names(), INTERFACE], "leaflet")
    written: list[str] = []
    findings: list[Finding] = []
    for language in targets:
        for domain in domains:
            try:
                leaflet = None if domain == INTERFACE else read_leaflet(project, domain)
                old = _whole(project, domain, leaflet, language)
                version = f"{leaflet.published} · {leaflet.version}" if leaflet else ""
                new = catalog.sign(old, by.strip(), on, version, method)
                written += write(project, _files(project, domain, language, new))
            except PolyleafError as error:
                findings += error.findings
            except OSError as error:
                findings.append(unwritable(project, error))
    return Updated(tuple(written), 0, tuple(sorted(set(findings))))


def _files(
    project: Project, domain: str, language: Language, signed: Catalog
) -> Iterator[tuple[Path, bytes]]:
    """The copy first: a header that says more than its copy proves nothing."""
    path = project.catalog_path(domain, language.locale)
    data = catalog.write(signed)
    yield project.signed_path(path), data
    yield path, data


def _whole(project: Project, domain: str, leaflet: Leaflet | None, language: Language) -> Catalog:
    """The catalog, fit to be signed; raises PolyleafError with all that keeps it from that."""
    path = find_catalog(project, domain, language.locale)
    found = read(project, path) if path else None
    if found is None:
        where = Where(project.shown(project.catalog_path(domain, language.locale)))
        hint = f"`polyleaf catalogs -l {language.tag}` starts one"
        message = f"there is no {language.english_name} catalog"
        raise PolyleafError([Finding(where, "catalog-missing", message, hint)])
    messages = catalog.messages(found)
    if leaflet is None:
        units = localize.words(messages, language)
    else:
        units = localize.units(leaflet, messages, language)
    findings = [*_lacking(found, leaflet), *checks.translation(Translation(language, units))]
    raise_if_errors(finding for finding in findings if finding.severity is Severity.ERROR)
    return found


def _lacking(found: Catalog, leaflet: Leaflet | None) -> Iterator[Finding]:
    known = found.index()
    for entry in catalog.of_leaflet(leaflet) if leaflet else ():
        if entry.key not in known:
            message = f'no message for "{entry.msgid[:50]}"'
            hint = "`polyleaf catalogs` adds it to the catalog"
            yield Finding(Where(found.path), "untranslated", message, hint)
    for entry in known.values():
        if not entry.translated:
            state = "fuzzy" if entry.fuzzy else "not translated"
            message = f'"{entry.msgid[:50]}" is {state}'
            hint = "nobody can sign what is not printed"
            yield Finding(entry.translated_where, "untranslated", message, hint)

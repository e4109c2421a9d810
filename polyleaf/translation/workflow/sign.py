"""A reviewer signs a catalog: its header names the reviewer, and a copy keeps the signed texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from ... import checks, files
from ...content.project import CALL, CONTENT, Project, select, wrong_call
from ...model.catalog import Messages
from ...model.findings import ExitStatus, Finding, PolyleafError, Severity, Where, raise_if_errors
from ...model.jobs import INTERFACE
from ...model.leaflet import Leaflet
from ...model.sheet import Language
from ...model.unit import Translation
from .. import catalog, interface, localize
from ..catalog import Catalog
from ..interface import catalog_in
from ..reader import Reader, catalog_file, find_language, read_leaflet
from .catalog_files import FileChange, Updated, apply
from .one_line import one_line


def sign(
    project: Project, names: Sequence[str], tags: Iterable[str], by: str, on: date, method: str = ""
) -> Updated:
    """Signs the catalogs of `names` (leaflets, or "interface") in each language.

    `method` says how the translation was made, if the review has changed that. A catalog that
    lacks a message or has an error is not signed; the others are. Raises PolyleafError if the call
    is wrong.
    """
    targets = [find_language(tag, CALL, ExitStatus.CALL) for tag in tags]
    by = one_line(by, "the name")
    if not names or not targets or not by:
        message = "name what was reviewed, its language and who reviewed it"
        raise wrong_call("sign-nothing", message, "`polyleaf sign rosacea -l hi --by 'Dr A. Rao'`")
    if on > date.today():
        raise wrong_call("sign-date", f"{on} is in the future")
    domains = select(names, [*project.leaflet_names(), INTERFACE], "leaflet")
    return apply(
        project,
        (
            partial(_changes, project, domain, language, by, on, method)
            for language in targets
            for domain in domains
        ),
    )


def _changes(
    project: Project, domain: str, language: Language, by: str, on: date, method: str
) -> Iterator[FileChange]:
    leaflet = None if domain == INTERFACE else read_leaflet(project, domain)
    path = project.catalog_path(domain, language)
    if Reader(project).is_source(domain, language) and not files.exists(path):
        message = f"{domain} is written in {language.english_name}: it has no translation to sign"
        hint = f"{CONTENT}/{domain}.yaml names its reviewers (reviewed_by)" if leaflet else ""
        raise PolyleafError([Finding(CALL, "sign-source", message, hint)])
    old = _complete(project, domain, leaflet, language)
    if not method and catalog.provenance(old, None).method == "untold":
        message = "the header does not say how the translation was made"
        hint = "sign with --method human, machine or machine-edited"
        raise PolyleafError([Finding(Where(old.path, 1), "sign-method", message, hint)])
    version = f"{leaflet.published} · {leaflet.version}" if leaflet else ""
    data = catalog.write(catalog.sign(old, by, on, version, method))
    copy = project.signed_path(path)
    if all(files.exists(each) and project.catalog(each) == data for each in (copy, path)):
        message, hint = f"{by} has signed these texts before", "nothing was changed"
        where = Where(project.shown(path))
        finding = Finding(where, "sign-same", message, hint, Severity.WARNING)
        yield from (FileChange(copy, None, (finding,)), FileChange(path, None))
        return
    # The copy comes first: a signature without its copy proves nothing.
    yield FileChange(copy, data)
    yield FileChange(path, data)


def _complete(
    project: Project, domain: str, leaflet: Leaflet | None, language: Language
) -> Catalog:
    """The catalog, if it is fit to be signed; raises PolyleafError with everything it lacks."""
    if domain == INTERFACE:
        found = interface.whole(project, language)
    else:
        found = catalog_in(project, catalog_file(project, domain, language))
    messages = catalog.messages(found)
    units = localize.units(leaflet, messages, language)
    findings = [*_lacking(leaflet, messages), *checks.translation(Translation(language, units))]
    raise_if_errors(finding for finding in findings if finding.severity is Severity.ERROR)
    return found


def _lacking(leaflet: Leaflet | None, messages: Messages) -> Iterator[Finding]:
    wanted = (entry.key for entry in catalog.of_leaflet(leaflet)) if leaflet else ()
    for key in dict.fromkeys((*wanted, *messages.found)):
        message = messages.found.get(key)
        if message is None or not message.usable:
            yield localize.untranslated(key[1], message, Where(messages.path))

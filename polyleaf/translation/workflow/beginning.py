"""Which languages get catalogs, and the texts that a new catalog begins with."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ... import files, languages
from ...content import catalog_folders
from ...content.project import CALL, Project
from ...model.findings import ExitStatus, Finding, PolyleafError, Where
from ...model.jobs import GLOSSARY, INTERFACE
from ...model.sheet import Language
from .. import catalog, interface
from ..catalog import Catalog, Key
from ..reader import find_language, folder_notes

OF_NO_LEAFLET = (f"{INTERFACE}.po", f"{GLOSSARY}.po")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A language whose catalogs are updated, and whether those that it lacks are started."""

    language: Language
    starts: bool
    asked: bool = False  # on the command line


def wanted(project: Project, asked: Iterable[str]) -> tuple[tuple[Wanted, ...], list[Finding]]:
    """The languages of the command line, of clinic.yaml and of the folders, and what is wrong.

    A folder with nothing but words of templates is that of a language without leaflets, as most of
    Polyleaf's own are: none is started there. Raises PolyleafError if the call is wrong.
    """
    findings: list[Finding] = []
    found: dict[str, Wanted] = {}
    for tag in asked:
        language = find_language(tag, CALL, ExitStatus.CALL)
        _add(found, project, Wanted(language, starts=True, asked=True), findings, (tag, CALL))
    for tag, where in (*project.languages, *_folders(project)):
        try:
            language = find_language(tag, where, ExitStatus.INPUT)
        except PolyleafError as error:
            findings += error.findings
            continue
        starts = where.path == project.clinic_file or _has_leaflets(project, tag)
        _add(found, project, Wanted(language, starts=starts), findings, (tag, where))
    return tuple(found.values()), sorted(set(findings))


def parents(project: Project, domain: str, language: Language) -> Iterator[Catalog]:
    """The project's catalogs of a domain in the languages that this one comes from."""
    for each in languages.lineage(language)[1:]:
        path = project.catalog_path(domain, each)
        if files.exists(path):
            yield interface.catalog_in(project, path)


def with_texts(new: Catalog, sources: Iterable[Catalog], known: Container[Key] = ()) -> Catalog:
    """The catalog with what others have of the messages that it lacks, but for those `known`."""
    for source in sources:
        filled = catalog.borrowed(new, source.index(), _name(source.path), known)
        if filled != new:
            new = catalog.with_method(filled, source.field(catalog.METHOD))
    return new


def _add(
    found: dict[str, Wanted],
    project: Project,
    wanted: Wanted,
    findings: list[Finding],
    written: tuple[str, Where],
) -> None:
    """Adds a language, unless it is there; a folder that is there for two is a finding."""
    try:
        folder = project.folder(wanted.language)
        notes = folder_notes(project, wanted.language)
    except PolyleafError as error:
        findings += error.findings
        return
    if folder not in found:
        found[folder] = wanted
        note = languages.read_as(written[0], wanted.language, written[1])
        findings += dict.fromkeys([*notes, *([note] if note else [])])


def _folders(project: Project) -> Iterator[tuple[str, Where]]:
    for name in catalog_folders.names(project.root / "locales"):
        yield name, Where(f"locales/{name}")


def _has_leaflets(project: Project, folder: str) -> bool:
    inside = files.names(project.root / "locales" / folder / catalog_folders.MESSAGES)
    return any(name.endswith(".po") and name not in OF_NO_LEAFLET for name in inside)


def _name(path: str) -> str:
    """A catalog as a comment names it: of Polyleaf's own the path is that of one machine."""
    if not Path(path).is_absolute():
        return path
    return f"Polyleaf’s {'/'.join(Path(path).parts[-4:])}"

"""A catalog as `catalogs` would write it now, without writing it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ... import languages
from ...content.project import Project
from ...model.findings import Finding, PolyleafError, Where
from ...model.jobs import GLOSSARY, INTERFACE
from ...model.leaflet import Leaflet, Text
from ...model.sheet import Language
from .. import catalog, interface, localize
from ..catalog import Catalog, Entry, Key
from ..reader import read_leaflet
from .beginning import parents, with_texts
from .catalog_files import read


@dataclass(frozen=True, slots=True)
class UpToDate:
    """A catalog with the messages of today, the file that is there, and its signed copy."""

    domain: str
    language: Language
    path: Path
    catalog: Catalog
    old: Catalog | None
    signed: Catalog | None
    leaflet: Leaflet | None
    signed_texts: Mapping[Key, tuple[str, ...]]

    def texts(self) -> Mapping[Key, Text]:
        """The leaflet's texts, each once, by the key of its message."""
        found = localize.translatable(self.leaflet) if self.leaflet else ()
        return {(text.context, text.value): text for text in reversed(list(found))}

    def is_signed(self, entry: Entry) -> bool:
        """Whether somebody has signed this very translation."""
        return entry.translated and self.signed_texts.get(entry.key) == entry.msgstr


def up_to_date(project: Project, domain: str, language: Language) -> UpToDate:
    """The catalog of a leaflet, of the interface or of the glossary.

    Raises PolyleafError if the leaflet or the catalog is broken, or if there is no glossary.
    """
    leaflet = None if domain in (INTERFACE, GLOSSARY) else read_leaflet(project, domain)
    path = project.catalog_path(domain, language)
    old = read(project, path)
    signed = read(project, project.signed_path(path))
    made = _of_interface(project, language) if domain == INTERFACE else None
    if made is None:
        template = _template(project, domain, leaflet)
        made = _merged(project, domain, language, template, old)
    made = catalog.restored(made, signed)
    texts = {entry.key: entry.msgstr for entry in signed.active} if signed else {}
    return UpToDate(domain, language, path, made, old, signed, leaflet, texts)


def sources(project: Project, domain: str) -> Iterable[str]:
    """The source texts of a domain; none if it cannot be read."""
    try:
        leaflet = None if domain in (INTERFACE, GLOSSARY) else read_leaflet(project, domain)
        return [entry.msgid for entry in _template(project, domain, leaflet).entries]
    except PolyleafError:
        return ()


def _of_interface(project: Project, language: Language) -> Catalog | None:
    """All words of pages, from the project's catalog and Polyleaf's; None if there is neither."""
    there = next(interface.paths(project, language), None)
    return interface.whole(project, language) if there else None


def _template(project: Project, domain: str, leaflet: Leaflet | None) -> Catalog:
    path = project.template_path(domain)
    shown = project.shown(path)
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M+0000")
    if leaflet is not None:
        return catalog.template(shown, domain, catalog.of_leaflet(leaflet), now)
    if domain == INTERFACE:
        return catalog.template(shown, domain, interface.wanted(project), now)
    found = read(project, path)
    if found is None:
        message, hint = "there is no glossary", f"write its terms into {shown}"
        raise PolyleafError([Finding(Where(shown), "glossary-missing", message, hint)])
    return found


def _merged(
    project: Project, domain: str, language: Language, template: Catalog, old: Catalog | None
) -> Catalog:
    if old is not None:
        return catalog.merge(old, template)[0]
    forms = languages.plural_forms(language)
    shown = project.shown(project.catalog_path(domain, language))
    new = catalog.new_catalog(shown, template, language.locale, forms)
    return with_texts(new, parents(project, domain, language))

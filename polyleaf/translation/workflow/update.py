"""Content and templates → a project's .pot and .po files; unchanged files are not rewritten."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from ... import languages, markup
from ...content import editions
from ...content.project import CALL, Project, select
from ...model.findings import ExitStatus, Finding, Severity, Where
from ...model.jobs import GLOSSARY, INTERFACE
from ...model.sheet import Language
from .. import catalog
from ..catalog import Catalog, Entry
from ..reader import find_catalog, find_language, read_leaflet
from .catalog_files import FileChange, Updated, apply, read


def update(
    project: Project, names: Iterable[str], new_languages: Iterable[str], correction: str = ""
) -> Updated:
    """Extracts each domain and merges it into the catalog of every language.

    These are the languages that have a folder below locales/, and `new_languages`. An error in a
    file leaves all files of its domain as they are. The glossary's template is written by people,
    so it is only merged. `correction` is the reason why source texts that changed a little keep
    their translations and their review.
    """
    changes = CatalogUpdate(project, tuple(_languages(project, new_languages)), correction)
    leaflets = select(names, project.leaflet_names(), "leaflet")
    steps: list[Callable[[], Iterator[FileChange]]] = [
        # A file called as the interface is read as a leaflet too, which says that it may not be.
        *(
            partial(changes.of_domain, name, partial(_of_leaflet, project, name))
            for name in leaflets
        ),
        partial(changes.of_domain, INTERFACE, partial(_of_templates, project)),
        changes.of_glossary,
    ]
    return apply(project, steps)


@dataclass(frozen=True, slots=True)
class CatalogUpdate:
    """A project, the languages to update, and the reason to accept corrections of sources."""

    project: Project
    languages: tuple[Language, ...]
    correction: str

    def of_domain(
        self, domain: str, extract: Callable[[], Iterator[Entry]]
    ) -> Iterator[FileChange]:
        """Each file of an extracted domain; raises PolyleafError for a broken input."""
        path = self.project.template_path(domain)
        now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M+0000")
        messages = extract()
        template = catalog.template(self.project.shown(path), domain, messages, now)
        old = read(self.project, path)
        if old is not None and catalog.same(old, template):
            template = old
        # Without templates of its own a project has no strings beyond the shipped ones.
        own = domain != INTERFACE or (self.project.root / "templates").is_dir()
        if own:
            yield FileChange(path, _bytes(template, old))
        for language in self._others(domain):
            if own or not find_catalog(self.project, domain, language.locale):
                yield from self._merged(domain, template, language)

    def of_glossary(self) -> Iterator[FileChange]:
        """Each language's glossary, if the project has a template of one."""
        template = read(self.project, self.project.template_path(GLOSSARY))
        if template is not None:
            for language in self._others(GLOSSARY):
                yield from self._merged(GLOSSARY, template, language)

    def _merged(self, domain: str, template: Catalog, language: Language) -> Iterator[FileChange]:
        """A language's catalog and, if sources were corrected, its signed copy."""
        path = self.project.catalog_path(domain, language.locale)
        old = read(self.project, path)
        if old is None:
            forms = languages.plural_forms(language)
            shown = self.project.shown(path)
            new = catalog.new_catalog(shown, template, language.locale, forms)
            yield FileChange(path, _bytes(new, old))
            return
        new, changed = catalog.merge(old, template, self.correction)
        kept = tuple(f'"{was}" → "{now.msgid}"' for was, now in changed)
        refused = tuple(_refused(new)) if self.correction else ()
        yield FileChange(path, _bytes(new, old), refused, kept)
        copy = self.project.signed_path(path)
        if changed and (signed := read(self.project, copy)):
            yield FileChange(copy, _bytes(catalog.corrected(signed, changed), signed))

    def _others(self, domain: str) -> Iterator[Language]:
        """The languages except the one that a domain is written in."""
        own = self.project.source_tag(domain)
        return (language for language in self.languages if language.tag != own)


def _of_leaflet(project: Project, name: str) -> Iterator[Entry]:
    yield from catalog.of_leaflet(read_leaflet(project, name))


def _of_templates(project: Project) -> Iterator[Entry]:
    roots = project.template_roots
    seen: set[str] = set()
    for name in editions.names(roots):
        found = editions.templates(name, roots, project.root)
        new = tuple(file for file in found if file.path not in seen)
        seen |= {file.path for file in new}
        yield from catalog.of_templates(markup.strings(new))


def _refused(merged: Catalog) -> Iterator[Finding]:
    """Changed texts that are not accepted as corrections."""
    for entry in merged.active:
        if entry.fuzzy and entry.previous and entry.previous.msgctxt == entry.msgctxt:
            message = f'"{entry.msgid[:50]}" is more than a correction and stays fuzzy'
            hint = f'it was "{entry.previous.msgid[:50]}"'
            where = Where(merged.path)
            yield Finding(where, "correction-refused", message, hint, severity=Severity.WARNING)


def _bytes(new: Catalog, old: Catalog | None) -> bytes | None:
    return None if old is not None and catalog.same(new, old) else catalog.write(new)


def _languages(project: Project, new: Iterable[str]) -> list[Language]:
    here = sorted(path.parent.name for path in (project.root / "locales").glob("*/LC_MESSAGES"))
    found = [find_language(name, Where(f"locales/{name}"), ExitStatus.INPUT) for name in here]
    found += [find_language(tag, CALL, ExitStatus.CALL) for tag in new]
    return list({language.locale: language for language in found}.values())

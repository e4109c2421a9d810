"""A domain's messages → what becomes of its template and of each language's catalog."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ... import languages
from ...content.project import Project
from ...model.findings import Finding, Severity, Where
from ...model.jobs import GLOSSARY, INTERFACE
from ...model.sheet import Language
from .. import catalog
from ..catalog import Catalog, Entry
from ..reader import find_catalog
from .catalog_files import read


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file and its new bytes, or none if they are the old ones."""

    path: Path
    data: bytes | None
    findings: tuple[Finding, ...] = ()
    corrected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CatalogUpdate:
    """A project, the languages to bring up to date, and why changed sources are corrections."""

    project: Project
    languages: tuple[Language, ...]
    correction: str

    def changes(self, domain: str, messages: Iterable[Entry]) -> Iterator[FileChange]:
        """Each file of a domain that is extracted. Raises PolyleafError for a broken one."""
        path = self.project.template_path(domain)
        now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M+0000")
        template = catalog.template(self.project.shown(path), domain, messages, now)
        old = read(self.project, path)
        if old is not None and catalog.same(old, template):
            template = old
        own = domain != INTERFACE or self._own_words()
        if own:
            yield FileChange(path, _bytes(template, old))
        for language in self._others(domain):
            if own or not find_catalog(self.project, domain, language.locale):
                yield from self._merged(domain, template, language)

    def of_glossary(self) -> Iterator[FileChange]:
        """Each language's glossary, if a person has written a template of one."""
        template = read(self.project, self.project.template_path(GLOSSARY))
        if template is not None:
            for language in self._others(GLOSSARY):
                yield from self._merged(GLOSSARY, template, language)

    def _merged(self, domain: str, template: Catalog, language: Language) -> Iterator[FileChange]:
        """A language's catalog and, where sources were corrected only, its signed copy."""
        path = self.project.catalog_path(domain, language.locale)
        old = read(self.project, path)
        if old is None:
            forms = languages.plural_forms(language)
            shown = self.project.shown(path)
            new = catalog.new_catalog(shown, template, language.locale, forms)
            yield FileChange(path, _bytes(new, old))
            return
        new, changed = catalog.correct(old, template, self.correction)
        kept = tuple(f'"{was}" → "{now.msgid}"' for was, now in changed)
        refused = tuple(_refused(new)) if self.correction else ()
        yield FileChange(path, _bytes(new, old), refused, kept)
        copy = self.project.signed_path(path)
        if changed and (signed := read(self.project, copy)):
            yield FileChange(copy, _bytes(catalog.corrected(signed, changed), signed))

    def _others(self, domain: str) -> Iterator[Language]:
        """The languages but for the one that a domain is written in."""
        own = languages.ENGLISH if domain == INTERFACE else self.project.source.tag
        return (language for language in self.languages if language.tag != own)

    def _own_words(self) -> bool:
        """Whether the project has templates of its own, and so words of its own."""
        return (self.project.root / "templates").is_dir()


def _refused(merged: Catalog) -> Iterator[Finding]:
    """Texts that no person may call corrected only."""
    for entry in merged.active:
        if entry.fuzzy and entry.previous and entry.previous.msgctxt == entry.msgctxt:
            message = f'"{entry.msgid[:50]}" is more than a correction and stays fuzzy'
            hint = f'it was "{entry.previous.msgid[:50]}"'
            where = Where(merged.path)
            yield Finding(where, "correction-refused", message, hint, severity=Severity.WARNING)


def _bytes(new: Catalog, old: Catalog | None) -> bytes | None:
    return None if old is not None and catalog.same(new, old) else catalog.write(new)

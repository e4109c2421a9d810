"""A template × the catalog of a language in the project → the changes of its files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ... import languages
from ...content.project import Project
from ...model.findings import Finding, PolyleafError, Severity, Where
from .. import catalog
from ..catalog import Catalog, Correction
from .beginning import Wanted, parents, with_texts
from .catalog_files import FileChange, read
from .renamed_leaflets import RenamedLeaflets, is_blank


@dataclass(frozen=True, slots=True)
class CatalogMerge:
    """A template, a language, and the reason to accept corrections of sources."""

    project: Project
    template: Catalog
    wanted: Wanted
    correction: str

    def of(
        self, domain: str, renamed: RenamedLeaflets | None, others: Sequence[Catalog] = ()
    ) -> tuple[Catalog | None, list[FileChange]]:
        """The new catalog, if there is to be one, and the changes of its files.

        A new one goes on with the catalog of the leaflet's former name, or begins with the texts of
        its parent language; new words of the interface with those of `others`, the further catalogs
        that they are looked up in. Raises PolyleafError if the catalog lies in another place.
        """
        language = self.wanted.language
        path = self.project.catalog_path(domain, language)
        there = old = read(self.project, path)
        begins = self.wanted.starts if old is None else is_blank(old)
        if renamed is not None and begins:
            former = renamed.former(self.template, language)
            if former is None and (stray := self.project.stray_catalog(domain, language)):
                raise PolyleafError([stray])  # there would be an empty twin beside it
            old = former or old
        if old is not None:
            return self._continued(path, old, there, others)
        if not begins:
            return None, []
        forms = languages.plural_forms(language)
        new = catalog.new_catalog(self.project.shown(path), self.template, language.locale, forms)
        new = with_texts(new, others or parents(self.project, domain, language))
        return new, [FileChange(path, changed_bytes(new, None))]

    def _continued(
        self, path: Path, old: Catalog, there: Catalog | None, others: Sequence[Catalog]
    ) -> tuple[Catalog, list[FileChange]]:
        """The catalog, and the changes of its file and, if sources were corrected, of its signed
        copy. `there` is what is in the file; `old` may be of the leaflet's former name.
        """
        new, changed = catalog.merge(old, self.template, self.correction)
        new = with_texts(new, others, old.index())
        in_use = new.index() if changed else {}
        kept = tuple(_kept(each) for each in changed if each[1].key in in_use)
        refused = tuple(_refused(new)) if self.correction else ()
        copy = self.project.signed_path(path)
        signed = of_path = read(self.project, copy)
        if old is not there:
            kept = (f"{old.path}, which goes on as {self.project.shown(path)}", *kept)
            former = self.project.signed_path(self.project.root / old.path)
            signed = signed or read(self.project, former)
        new = catalog.restored(new, signed)
        changes = [FileChange(path, changed_bytes(new, there), refused, kept)]
        if signed and (changed or signed is not of_path):
            changes.append(FileChange(copy, catalog.write(catalog.corrected(signed, changed))))
        return new, changes


def changed_bytes(new: Catalog, old: Catalog | None) -> bytes | None:
    """The bytes of a catalog; None if it is the one that is there."""
    return None if old is not None and catalog.same(new, old) else catalog.write(new)


def _kept(correction: Correction) -> str:
    was, now = correction
    if was.msgid == now.msgid:
        return f'"{was.msgid}", from {was.msgctxt} to {now.msgctxt}'
    return f'"{was.msgid}" → "{now.msgid}"'


def _refused(merged: Catalog) -> Iterator[Finding]:
    """Changed texts that are not accepted as corrections, and why."""
    known = catalog.translations(merged)
    for entry in merged.active:
        if entry.fuzzy and entry.previous and (why := catalog.why_not(entry, known)):
            message = f'"{entry.msgid[:50]}" is more than a correction and stays fuzzy: {why}'
            hint = f'it was "{entry.previous.msgid[:50]}"'
            where = Where(merged.path)
            yield Finding(where, "correction-refused", message, hint, severity=Severity.WARNING)

"""Content and templates → a project's .pot and .po files; unchanged files are not rewritten."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from ... import languages, markup
from ...content import editions
from ...content.project import CALL, Project, select
from ...model.findings import Finding, Severity, Where
from ...model.jobs import GLOSSARY, INTERFACE
from ...model.sheet import Language
from .. import catalog, interface
from ..catalog import Catalog, Correction, Entry
from ..memory import MemoryReader, Offers, lacks
from ..reader import read_leaflet
from .beginning import Wanted, parents, wanted, with_texts
from .catalog_files import FileChange, Updated, apply, joined, read
from .one_line import one_line
from .renamed_leaflets import RenamedLeaflets, is_blank


def update(
    project: Project, names: Iterable[str], new_languages: Iterable[str], correction: str = ""
) -> Updated:
    """Extracts each domain and merges it into the catalog of every language.

    `names` are leaflets; `interface` alone means the words of templates and nothing else. The
    languages are those that clinic.yaml names, those that have catalogs of leaflets, and
    `new_languages`. An error in a file leaves all files of its domain as they are. The glossary's
    template is written by people, so it is only merged. `correction` is the reason why source texts
    that changed a little keep their translations and their review.
    """
    correction = one_line(correction, "the reason")
    those, findings = wanted(project, new_languages)
    memories = MemoryReader(project)
    changes = CatalogUpdate(project, those, correction, RenamedLeaflets(memories))
    known = project.leaflet_names()
    chosen = select(names, dict.fromkeys([*known, INTERFACE]), "leaflet")
    leaflets = [name for name in chosen if name in known]
    steps: list[Callable[[], Iterator[FileChange]]] = [
        # A file called as the interface is read as a leaflet too, which says that it may not be.
        *(
            partial(changes.of_domain, name, partial(_of_leaflet, project, name))
            for name in leaflets
        ),
        partial(changes.of_interface, partial(_of_templates, project)),
        *([changes.of_glossary] if leaflets else []),
    ]
    done = apply(project, steps)
    lacking = sorted(changes.lacking.items())
    done = joined(done, apply(project, (partial(changes.of_memory, *each) for each in lacking)))
    findings += memories.findings
    if correction and not done.corrected and not done.findings:
        message = "there is nothing to accept: no source text has changed"
        hint = "change the text first; its translations are kept then, if only words are corrected"
        findings.append(Finding(CALL, "correction-nothing", message, hint, Severity.WARNING))
    return replace(done, findings=tuple(sorted({*done.findings, *findings})))


@dataclass(frozen=True, slots=True)
class CatalogUpdate:
    """A project, the languages to update, and the reason to accept corrections of sources.

    `lacking` gets the leaflets that lack a translation, by language: `of_memory` has offers for
    them, when all catalogs are what their leaflets say now.
    """

    project: Project
    languages: tuple[Wanted, ...]
    correction: str
    renamed: RenamedLeaflets
    lacking: dict[str, list[tuple[str, Language]]] = field(default_factory=dict)

    def of_domain(
        self, domain: str, extract: Callable[[], Iterator[Entry]]
    ) -> Iterator[FileChange]:
        """Each file of an extracted domain; raises PolyleafError for a broken input."""
        template, old = self._extracted(domain, extract)
        yield FileChange(self.project.template_path(domain), _bytes(template, old))
        lacking: list[Language] = []
        for each in self._others(domain):
            yield from self._merged(domain, template, each, lacking=lacking)
        for language in lacking:
            self.lacking.setdefault(language.tag, []).append((domain, language))

    def of_memory(self, _tag: str, lacking: Sequence[tuple[str, Language]]) -> Iterator[FileChange]:
        """Catalogs of one language, with what the translation memory offers."""
        language = lacking[0][1]
        memory = self.renamed.memories.of(language)
        offers = Offers(memory, language, self.project.source)
        for domain, _ in lacking:
            path = self.project.catalog_path(domain, language)
            if (old := read(self.project, path)) and (new := offers.to(old)) != old:
                yield FileChange(path, catalog.write(new))

    def of_interface(self, extract: Callable[[], Iterator[Entry]]) -> Iterator[FileChange]:
        """The words of templates: a catalog where there is one, or where words are in none yet.

        Without templates of its own a project has no strings beyond Polyleaf's.
        """
        template, old = self._extracted(INTERFACE, extract)
        if (self.project.root / "templates").is_dir():
            yield FileChange(self.project.template_path(INTERFACE), _bytes(template, old))
        for each in self._others(INTERFACE):
            path = self.project.catalog_path(INTERFACE, each.language)
            every = interface.layers(self.project, each.language, template.entries)
            words = interface.choose(every, template.entries)
            served = all(words[entry.key][0].translated for entry in template.entries)
            # In Polyleaf's own checkout a language may get words that its parent could serve.
            ours = each.asked and path == self.project.shipped_path(INTERFACE, each.language)
            if ours or not served or any(layer.path == path for layer in every):
                others = [layer.catalog for layer in every if layer.path != path]
                yield from self._merged(INTERFACE, template, each, others)

    def of_glossary(self) -> Iterator[FileChange]:
        """Each language's glossary, if the project has a template of one."""
        template = read(self.project, self.project.template_path(GLOSSARY))
        if template is not None:
            for each in self._others(GLOSSARY):
                yield from self._merged(GLOSSARY, template, each)

    def _extracted(
        self, domain: str, extract: Callable[[], Iterator[Entry]]
    ) -> tuple[Catalog, Catalog | None]:
        """The template of a domain, and the one that is there; the same if it has not changed."""
        path = self.project.template_path(domain)
        now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M+0000")
        template = catalog.template(self.project.shown(path), domain, extract(), now)
        old = read(self.project, path)
        return (old if old is not None and catalog.same(old, template) else template), old

    def _merged(
        self,
        domain: str,
        template: Catalog,
        each: Wanted,
        others: Sequence[Catalog] = (),
        lacking: list[Language] | None = None,
    ) -> Iterator[FileChange]:
        """A language's catalog and, if sources were corrected, its signed copy.

        A new one goes on with the catalog of the leaflet's former name, or begins with the texts of
        its parent language; new words of the interface with those of `others`, the further catalogs
        that they are looked up in. If it lacks a translation, its language goes to `lacking`.
        """
        path = self.project.catalog_path(domain, each.language)
        there = old = read(self.project, path)
        if lacking is not None and (each.starts or old) and (old is None or is_blank(old)):
            old = self.renamed.former(template, each.language) or old
        if old is None:
            if not each.starts:
                return
            forms = languages.plural_forms(each.language)
            shown = self.project.shown(path)
            new = catalog.new_catalog(shown, template, each.language.locale, forms)
            near = others or parents(self.project, domain, each.language)
            new = with_texts(new, near)
            yield FileChange(path, _bytes(new, old))
        else:
            new, changes = self._brought_up_to_date(path, old, there, template, others)
            yield from changes
        if lacking is not None and any(map(lacks, new.entries)):
            lacking.append(each.language)

    def _brought_up_to_date(
        self,
        path: Path,
        old: Catalog,
        there: Catalog | None,
        template: Catalog,
        others: Sequence[Catalog],
    ) -> tuple[Catalog, list[FileChange]]:
        """The catalog, and the changes of its file and of its signed copy.

        `there` is what is in the file; `old` may be of the leaflet's former name.
        """
        new, changed = catalog.merge(old, template, self.correction)
        new = with_texts(new, others, old.index())
        there_now = new.index() if changed else {}
        kept = tuple(_kept(each) for each in changed if each[1].key in there_now)
        refused = tuple(_refused(new)) if self.correction else ()
        copy = self.project.signed_path(path)
        signed = of_path = read(self.project, copy)
        if old is not there:
            kept = (f"{old.path}, which goes on as {self.project.shown(path)}", *kept)
            former = self.project.signed_path(self.project.root / old.path)
            signed = signed or read(self.project, former)
        new = catalog.restored(new, signed)
        changes = [FileChange(path, _bytes(new, there), refused, kept)]
        if signed and (changed or signed is not of_path):
            changes.append(FileChange(copy, catalog.write(catalog.corrected(signed, changed))))
        return new, changes

    def _others(self, domain: str) -> Iterator[Wanted]:
        """The languages except the one that a domain is written in.

        English as a country writes it is English: it has catalogs if somebody asks for them.
        """
        source = languages.find(self.project.source_tag(domain))
        for each in self.languages:
            if each.language.tag != source.tag:
                same = languages.same_words(each.language, source)
                yield replace(each, starts=each.starts and (each.asked or not same))


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


def _bytes(new: Catalog, old: Catalog | None) -> bytes | None:
    return None if old is not None and catalog.same(new, old) else catalog.write(new)

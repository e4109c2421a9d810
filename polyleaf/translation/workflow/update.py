"""Content and templates → a project's .pot and .po files; unchanged files are not rewritten."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial

from ... import languages, markup
from ...content import editions, leaflet_languages
from ...content.project import CALL, Project, select, wrong_call
from ...model.findings import Finding, Severity
from ...model.jobs import GLOSSARY, INTERFACE
from ...model.sheet import Language
from .. import catalog, interface
from ..catalog import Catalog, Entry
from ..memory import MemoryReader, Offers, lacks
from ..reader import read_leaflet
from .beginning import Wanted, wanted
from .catalog_files import FileChange, Updated, apply, joined, read
from .catalog_merge import CatalogMerge, changed_bytes
from .one_line import one_line
from .renamed_leaflets import RenamedLeaflets


def update(
    project: Project,
    names: Iterable[str],
    new_languages: Iterable[str],
    accepted: str | None = None,
) -> Updated:
    """Extracts each domain and merges it into the catalog of every language.

    `names` are leaflets; `interface` alone means the words of templates and nothing else. The
    languages are those that clinic.yaml names, those that have catalogs of leaflets, and
    `new_languages`. An error in a file leaves all files of its domain as they are. The glossary's
    template is written by people, so it is only merged. `accepted` is the reason why source texts
    that changed a little keep their translations and their review.
    """
    correction = one_line(accepted or "", "the reason")
    if accepted is not None and not correction:
        hint = "`polyleaf catalogs --accept-unchanged 'typo in \"tretament\"'`"
        raise wrong_call("correction-call", "--accept-unchanged needs a reason", hint)
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
        yield FileChange(self.project.template_path(domain), changed_bytes(template, old))
        lacking = []
        for each in self._others(domain):
            merge = CatalogMerge(self.project, template, each, self.correction)
            new, changes = merge.of(domain, self.renamed)
            yield from changes
            if new and any(map(lacks, new.entries)):
                lacking.append(each.language)
        for language in lacking:  # not before all has gone well
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
            yield FileChange(self.project.template_path(INTERFACE), changed_bytes(template, old))
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
        self, domain: str, template: Catalog, each: Wanted, others: Sequence[Catalog] = ()
    ) -> Iterator[FileChange]:
        merge = CatalogMerge(self.project, template, each, self.correction)
        yield from merge.of(domain, None, others)[1]

    def _others(self, domain: str) -> Iterator[Wanted]:
        """The languages except the one that a domain is written in.

        English as a country writes it is English: it has catalogs if somebody asks for them.
        """
        source = languages.find(self.project.source_tag(domain))
        for each in self.languages:
            if each.language.tag != source.tag:
                same = languages.same_words(each.language, source)
                offered = leaflet_languages.offers(self.project, domain, each.language)
                begun = each.asked or (offered and not same)
                yield replace(each, starts=each.starts and begun)


def _of_leaflet(project: Project, name: str) -> Iterator[Entry]:
    yield from catalog.of_leaflet(read_leaflet(project, name))


def _of_templates(project: Project) -> Iterator[Entry]:
    roots = project.template_roots
    seen: set[str] = set()
    for name in (*editions.names(roots), editions.CATALOGUE):
        found = editions.templates(name, roots, project.root)
        new = tuple(file for file in found if file.path not in seen)
        seen |= {file.path for file in new}
        yield from catalog.of_templates(markup.strings(new))

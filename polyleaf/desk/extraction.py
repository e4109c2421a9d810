"""Content and templates → a project's .pot and .po files, each rewritten only if it changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from .. import catalog, content, editions, languages, markup, pseudo
from ..catalog import Catalog, Entry
from ..model import Language
from ..plan import INTERFACE, SOURCE_LANGUAGE, find_catalog
from ..problems import Blame, Finding, PolyleafError, Severity, Where
from ..project import CONTENT, Project, select
from .updated import Updated, read, unwritable, write


@dataclass(frozen=True, slots=True)
class Change:
    """A file and its new bytes, or none if they are the old ones."""

    path: Path
    data: bytes | None
    findings: tuple[Finding, ...] = ()
    corrected: tuple[str, ...] = ()


def update(
    project: Project, names: Iterable[str], new_languages: Iterable[str], correction: str = ""
) -> Updated:
    """Extracts each domain and merges it into every language's catalog.

    A language is any that has a folder below locales/, or is asked for. A file with an error is
    left as it is, and so are the others of its domain. `correction` is a person's reason why source
    texts that changed a little keep their translations, and their review.
    """
    findings: list[Finding] = []
    written: list[str] = []
    corrected: list[str] = []
    unchanged = 0
    targets = _languages(project, new_languages)
    domains = [
        (name, partial(_of_leaflet, project, name))
        for name in select(names, project.leaflet_names(), "leaflet")
    ]
    for domain, extract in (*domains, (INTERFACE, partial(_of_templates, project))):
        try:
            messages = list(extract())
            changes = list(_changes(project, domain, messages, targets, correction))
            written += write(project, [(c.path, c.data) for c in changes if c.data is not None])
            unchanged += sum(change.data is None for change in changes)
            findings += (finding for change in changes for finding in change.findings)
            corrected += (line for change in changes for line in change.corrected)
        except PolyleafError as error:
            findings += error.findings
        except OSError as error:
            findings.append(unwritable(project, error))
    found = tuple(sorted(set(findings)))
    return Updated(tuple(written), unchanged, found, tuple(dict.fromkeys(corrected)))


def _languages(project: Project, new: Iterable[str]) -> list[Language]:
    here = sorted(path.parent.name for path in (project.root / "locales").glob("*/LC_MESSAGES"))
    asked = [(tag, Where("command line"), Blame.CALL) for tag in new]
    there = [(name, Where(f"locales/{name}"), Blame.INPUT) for name in here]
    found = {}
    for tag, where, blame in (*there, *asked):
        language = pseudo.refuse(languages.find(tag, where, blame), where, blame)
        if language.tag != SOURCE_LANGUAGE:
            found[language.locale] = language
    return list(found.values())


def _of_leaflet(project: Project, name: str) -> Iterator[Entry]:
    path = f"{CONTENT}/{name}.yaml"
    yield from catalog.of_leaflet(content.parse(project.content(name), path, project.picture))


def _of_templates(project: Project) -> Iterator[Entry]:
    here, roots = Where("templates"), project.template_roots
    seen: set[str] = set()
    for name in editions.names(roots):
        edition = editions.read(name, roots, project.root, here, Blame.INPUT)
        new = tuple(file for file in edition.files if file.path not in seen)
        seen |= {file.path for file in new}
        yield from catalog.of_templates(markup.strings(new))


def _changes(
    project: Project,
    domain: str,
    messages: list[Entry],
    targets: list[Language],
    correction: str,
) -> Iterator[Change]:
    """Each file of a domain with what becomes of it."""
    path = project.root / "locales" / f"{domain}.pot"
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M+0000")
    template = catalog.template(project.shown(path), domain, messages, now)
    old = read(project, path)
    if old is not None and catalog.same(old, template):
        template = old
    if domain != INTERFACE or _own_words(project):
        yield Change(path, _bytes(template, old))
    for language in targets:
        if (
            domain == INTERFACE
            and not _own_words(project)
            and find_catalog(project, domain, language.locale)
        ):
            continue
        yield from _merged(project, domain, template, language, correction)


def _merged(
    project: Project, domain: str, template: Catalog, language: Language, correction: str
) -> Iterator[Change]:
    """A language's catalog and, where source texts were corrected only, its signed copy."""
    path = project.catalog_path(domain, language.locale)
    old = read(project, path)
    if old is None:
        forms = languages.plural_forms(language)
        new = catalog.new_catalog(project.shown(path), template, language.locale, forms)
        yield Change(path, _bytes(new, old))
        return
    new, changed = catalog.correct(old, template, correction)
    kept = tuple(f'"{was}" → "{now.msgid}"' for was, now in changed)
    yield Change(path, _bytes(new, old), tuple(_refused(new) if correction else ()), kept)
    copy = project.signed_path(path)
    if changed and (signed := read(project, copy)):
        yield Change(copy, _bytes(catalog.corrected(signed, changed), signed))


def _refused(merged: Catalog) -> Iterator[Finding]:
    """Texts that no person may call corrected only."""
    for entry in merged.active:
        if entry.fuzzy and entry.previous and entry.previous.msgctxt == entry.msgctxt:
            message = f'"{entry.msgid[:50]}" is more than a correction and stays fuzzy'
            hint = f'it was "{entry.previous.msgid[:50]}"'
            where = Where(merged.path)
            yield Finding(where, "correction-refused", message, hint, severity=Severity.WARNING)


def _own_words(project: Project) -> bool:
    """Whether the project has templates of its own, and so words of its own."""
    return (project.root / "templates").is_dir()


def _bytes(new: Catalog, old: Catalog | None) -> bytes | None:
    return None if old is not None and catalog.same(new, old) else catalog.write(new)

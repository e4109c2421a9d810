"""Content and templates → a project's .pot and .po files, each rewritten only if it changed.

The glossary's template is the one that a person writes: it is merged like the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from . import catalog, content, editions, files, languages, markup
from .catalog import Catalog, Entry
from .model import Language
from .plan import GLOSSARY, INTERFACE, SOURCE_LANGUAGE, find_catalog
from .problems import Blame, Finding, PolyleafError, Where
from .project import CONTENT, Project, select

Change = tuple[Path, bytes | None]  # a file with its new bytes; none: it stays as it is


@dataclass(frozen=True, slots=True)
class Updated:
    """What a run did to the catalogs."""

    written: tuple[str, ...]
    unchanged: int
    findings: tuple[Finding, ...]


def update(project: Project, names: Iterable[str], new_languages: Iterable[str]) -> Updated:
    """Extracts each domain and merges it into every language's catalog.

    A language is any that has a folder below locales/, or is asked for. A file with an error is
    left as it is, and so are the others of its domain.
    """
    findings: list[Finding] = []
    written: list[str] = []
    unchanged = 0
    targets = _languages(project, new_languages)
    domains = [
        (name, partial(_of_leaflet, project, name))
        for name in select(names, project.leaflet_names(), "leaflet")
    ]
    domains.append((INTERFACE, partial(_of_templates, project)))
    changes = [partial(_changes, project, *domain, targets) for domain in domains]
    for changed in (*changes, partial(_of_glossary, project, targets)):
        try:
            for path, data in list(changed()):
                if data is None:
                    unchanged += 1
                else:
                    files.write_atomically(path, data)
                    written.append(project.shown(path))
        except PolyleafError as error:
            findings += error.findings
        except OSError as error:
            where = Where(project.shown(Path(error.filename or project.root)))
            message = f"cannot be written: {error.strerror}"
            findings.append(Finding(where, "output-unwritable", message))
    return Updated(tuple(written), unchanged, tuple(sorted(set(findings))))


def _languages(project: Project, new: Iterable[str]) -> list[Language]:
    here = sorted(path.parent.name for path in (project.root / "locales").glob("*/LC_MESSAGES"))
    asked = [(tag, Where("command line"), Blame.CALL) for tag in new]
    there = [(name, Where(f"locales/{name}"), Blame.INPUT) for name in here]
    found = {}
    for tag, where, blame in (*there, *asked):
        language = languages.find(tag, where, blame)
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
    extract: Callable[[], Iterator[Entry]],
    targets: Iterable[Language],
) -> Iterator[Change]:
    """Each file of a domain with its new bytes, or none where nothing changed."""
    path = project.template_path(domain)
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M+0000")
    template = catalog.template(project.shown(path), domain, extract(), now)
    old = _read(project, path)
    if old is not None and catalog.same(old, template):
        template = old
    if domain != INTERFACE or _own_words(project):
        yield path, _bytes(template, old)
    for language in targets:
        if (
            domain == INTERFACE
            and not _own_words(project)
            and find_catalog(project, domain, language.locale)
        ):
            continue
        yield _merged(project, domain, template, language)


def _of_glossary(project: Project, targets: Iterable[Language]) -> Iterator[Change]:
    """Each language's glossary, if a person has written a template of one."""
    template = _read(project, project.template_path(GLOSSARY))
    if template is not None:
        yield from (_merged(project, GLOSSARY, template, language) for language in targets)


def _merged(project: Project, domain: str, template: Catalog, language: Language) -> Change:
    path = project.catalog_path(domain, language.locale)
    old = _read(project, path)
    if old is None:
        forms = languages.plural_forms(language)
        new = catalog.new_catalog(project.shown(path), template, language.locale, forms)
    else:
        new = catalog.merge(old, template)
    return path, _bytes(new, old)


def _own_words(project: Project) -> bool:
    """Whether the project has templates of its own, and so words of its own."""
    return (project.root / "templates").is_dir()


def _read(project: Project, path: Path) -> Catalog | None:
    return catalog.read(path.read_bytes(), project.shown(path)) if path.is_file() else None


def _bytes(new: Catalog, old: Catalog | None) -> bytes | None:
    return None if old is not None and catalog.same(new, old) else catalog.write(new)

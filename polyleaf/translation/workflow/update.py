"""Content and templates → a project's .pot and .po files, each rewritten only if it changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from ... import languages, markup
from ...content import editions
from ...content.project import Project, select
from ...languages import pseudo_messages
from ...model.findings import ExitStatus, Finding, PolyleafError, Where
from ...model.jobs import INTERFACE
from ...model.sheet import Language
from .. import catalog
from ..catalog import Entry
from ..reader import read_leaflet
from .catalog_files import Updated, unwritable, write
from .file_changes import CatalogUpdate, FileChange


def update(
    project: Project, names: Iterable[str], new_languages: Iterable[str], correction: str = ""
) -> Updated:
    """Extracts each domain and merges it into every language's catalog.

    A language is any that has a folder below locales/, or is asked for. A file with an error is
    left as it is, and so are the others of its domain. The glossary's template is written by a
    person; it is merged only. `correction` is a person's reason why source texts that changed a
    little keep their translations, and their review.
    """
    desk = CatalogUpdate(project, tuple(_languages(project, new_languages)), correction)
    extracts = [
        (name, partial(_of_leaflet, project, name))
        for name in select(names, project.leaflet_names(), "leaflet")
    ]
    extracts.append((INTERFACE, partial(_of_templates, project)))
    steps: list[Callable[[], Iterator[FileChange]]] = [desk.of_glossary]
    steps[:0] = [partial(_changes, desk, *extract) for extract in extracts]
    findings: list[Finding] = []
    done: list[FileChange] = []
    written: list[str] = []
    for step in steps:
        try:
            changes = list(step())
            written += write(project, [(c.path, c.data) for c in changes if c.data is not None])
            done += changes
        except PolyleafError as error:
            findings += error.findings
        except OSError as error:
            findings.append(unwritable(project, error))
    findings += (finding for change in done for finding in change.findings)
    return Updated(
        written=tuple(written),
        unchanged=sum(change.data is None for change in done),
        findings=tuple(sorted(set(findings))),
        corrected=tuple(dict.fromkeys(line for change in done for line in change.corrected)),
    )


def _changes(
    desk: CatalogUpdate, domain: str, extract: Callable[[], Iterator[Entry]]
) -> Iterator[FileChange]:
    yield from desk.changes(domain, list(extract()))


def _languages(project: Project, new: Iterable[str]) -> list[Language]:
    here = sorted(path.parent.name for path in (project.root / "locales").glob("*/LC_MESSAGES"))
    asked = [(tag, Where("command line"), ExitStatus.CALL) for tag in new]
    there = [(name, Where(f"locales/{name}"), ExitStatus.INPUT) for name in here]
    found = {}
    for tag, where, exit_status in (*there, *asked):
        language = pseudo_messages.refuse(
            languages.find(tag, where, exit_status), where, exit_status
        )
        found[language.locale] = language
    return list(found.values())


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

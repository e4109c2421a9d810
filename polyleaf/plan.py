"""What is asked for → tasks: every input is read once, and what is wrong with it is told once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from pathlib import Path
from typing import TypeVar

from . import catalog, content, editions, languages, markup, project, pseudo
from .jobs import Job, expand
from .jobs import Selection as Selection
from .model import Edition, GlossaryTerm, Language, Leaflet, Messages, Task
from .problems import Blame, Finding, PolyleafError, Where, raise_any
from .project import CONTENT, Project
from .shipped import shipped

INTERFACE = "interface"
GLOSSARY = "glossary"
SOURCE_LANGUAGE = "en"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Plan:
    tasks: tuple[Task, ...]
    failed: tuple[str, ...]  # sheets that cannot even be tried
    findings: tuple[Finding, ...]
    tags: dict[str, str] = field(default_factory=dict)  # language as asked for → its BCP 47 tag
    suffixes: dict[str, str] = field(default_factory=dict)  # edition → .pdf or .html


# A job, its language as it was asked for, its file in the output folder.
Wanted = Callable[[Job, str, str], bool]


def everything(job: Job, asked: str, file: str) -> bool:
    """Every sheet that is asked for is wanted."""
    return True


@dataclass
class Reader:
    """Reads the inputs of one project and collects what is wrong with them."""

    project: Project
    findings: list[Finding] = field(default_factory=list)

    def attempt(self, read: Callable[[], T]) -> T | None:
        """What `read` returns; none, and its findings kept, if the input is wrong."""
        try:
            return read()
        except PolyleafError as error:
            self.findings += error.findings
            return None

    def leaflet(self, name: str) -> Leaflet | None:
        return self.attempt(lambda: read_leaflet(self.project, name))

    def language(
        self, tag: str, where: Where, blame: Blame, *, draft: bool = False
    ) -> Language | None:
        """A pseudo-locale is for a draft that the command line asks for, and nothing else."""
        language = self.attempt(lambda: languages.find(tag, where, blame))
        if language is None or (draft and blame is Blame.CALL):
            return language
        return self.attempt(lambda: pseudo.refuse(language, where, blame))

    def edition(self, name: str, where: Where, blame: Blame) -> Edition | None:
        roots, root = self.project.template_roots, self.project.root
        return self.attempt(lambda: editions.read(name, roots, root, where, blame))

    def has_catalog(self, domain: str, language: Language) -> bool:
        return find_catalog(self.project, domain, language.locale) is not None

    def messages(self, domain: str, language: Language) -> Messages | None:
        return self.attempt(lambda: read_messages(self.project, domain, language))

    def glossary(self, language: Language) -> tuple[GlossaryTerm, ...] | None:
        return self.attempt(lambda: read_glossary(self.project, language))


def plan(
    project_: Project,
    selection: Selection,
    *,
    release: bool = False,
    allow_untranslated: bool = False,
    wanted: Wanted = everything,
) -> Plan:
    """The tasks of `selection`; raises PolyleafError if the call or the folder is wrong.

    Of leaflets and catalogs, only those of wanted sheets are read.
    """
    reader = Reader(project_)
    names = project.select(selection.leaflets, project_.leaflet_names(), "leaflet")
    # By tag and name: what is named twice is built once.
    found_languages = {
        language.tag: (tag, language)
        for tag, where, blame in asked(selection.languages, project_.languages)
        if (language := reader.language(tag, where, blame, draft=not release))
    }
    found_editions = {
        edition.name: edition
        for name, where, blame in asked(selection.editions, project_.editions)
        if (edition := reader.edition(name, where, blame))
    }
    leaflets, glossaries = cache(reader.leaflet), cache(reader.glossary)
    messages_of = cache(reader.messages)
    tasks: list[Task] = []
    failed: list[str] = []
    for (tag, language), name in product(found_languages.values(), names):
        for edition in found_editions.values():
            job = Job(name, language.tag, edition.name)
            file = job.filename(edition.suffix)
            if not wanted(job, tag, file):
                continue
            leaflet, glossary = leaflets(name), glossaries(language)
            if language.pseudo:
                words, messages = _pseudo(reader, leaflet, language, found_editions.values())
            else:
                words, messages = _catalogs(messages_of, name, language)
            translated = language.tag == SOURCE_LANGUAGE or (words and messages)
            if leaflet is None or not translated or glossary is None:
                failed.append(file)
            else:
                inputs = (leaflet, messages, words, language, edition, project_.clinic)
                tasks.append(Task(job, *inputs, release, glossary, allow_untranslated))
    return Plan(
        tuple(tasks),
        tuple(failed),
        tuple(sorted(set(reader.findings))),
        {tag: lang.tag for tag, lang in found_languages.values() if not lang.pseudo},
        {edition.name: edition.suffix for edition in found_editions.values()},
    )


def read_leaflet(project_: Project, name: str) -> Leaflet:
    """A leaflet in its source language; raises PolyleafError with every problem of its file."""
    path = f"{CONTENT}/{name}.yaml"
    return content.parse(project_.content(name), path, project_.picture)


def read_messages(project_: Project, domain: str, language: Language) -> Messages:
    """A catalog for looking up; raises PolyleafError if it is missing or broken."""
    path = find_catalog(project_, domain, language.locale)
    if path is None:
        where = Where(project_.shown(project_.catalog_path(domain, language.locale)))
        message = f"there is no {language.english_name} catalog"
        hint = f"`python build.py catalogs -l {language.tag}` starts one"
        raise PolyleafError([Finding(where, "catalog-missing", message, hint)])
    found, signed = _read(project_, path), project_.signed_path(path)
    raise_any(catalog.misplaced(found, language.locale))
    return catalog.messages(found, _read(project_, signed) if signed.is_file() else None)


def read_glossary(project_: Project, language: Language) -> tuple[GlossaryTerm, ...]:
    """What the project calls its terms, if it says so; raises PolyleafError if that is broken."""
    path = find_catalog(project_, GLOSSARY, language.locale)
    return catalog.glossary(_read(project_, path)) if path else ()


def _read(project_: Project, path: Path) -> catalog.Catalog:
    return catalog.read(project_.catalog(path), project_.shown(path))


def find_catalog(project_: Project, domain: str, locale: str) -> Path | None:
    """The project's catalog; for the interface's words, else the shipped one."""
    path = project_.catalog_path(domain, locale)
    if domain == INTERFACE and not path.is_file():
        path = shipped("locales") / path.relative_to(project_.root / "locales")
    return path if path.is_file() else None


def _catalogs(
    messages: Callable[[str, Language], Messages | None], name: str, language: Language
) -> tuple[Messages | None, Messages | None]:
    if language.tag == SOURCE_LANGUAGE:
        return None, None
    return messages(INTERFACE, language), messages(name, language)


def _pseudo(
    reader: Reader, leaflet: Leaflet | None, language: Language, found: Iterable[Edition]
) -> tuple[Messages | None, Messages | None]:
    """Made from the source, and from the words of the editions' templates."""
    files = tuple(dict.fromkeys(file for edition in found for file in edition.files))
    words = reader.attempt(lambda: pseudo.words(markup.strings(files), language))
    return words, pseudo.messages(leaflet, language) if leaflet else None


def asked(
    named: tuple[str, ...], configured: tuple[tuple[str, Where], ...]
) -> list[tuple[str, Where, Blame]]:
    """What the command line names, or else clinic.yaml, with where and who is to blame."""
    if named:
        names = expand(named, dict(configured))
        return [(name, Where("command line"), Blame.CALL) for name in names]
    return [(name, where, Blame.INPUT) for name, where in configured]

"""What is asked for → tasks: every input is read once, and what is wrong with it is told once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import TypeVar

from . import catalog, content, editions, languages, markup, project, pseudo
from .model import Edition, Job, Language, Leaflet, Messages, Task
from .problems import Blame, Finding, PolyleafError, Where
from .project import CONTENT, Project

INTERFACE = "interface"
SOURCE_LANGUAGE = "en"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Selection:
    """What the command line names; empty is everything that clinic.yaml names."""

    leaflets: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    tasks: tuple[Task, ...]
    failed: tuple[str, ...]  # sheets that cannot even be tried
    findings: tuple[Finding, ...]


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
        path = f"{CONTENT}/{name}.yaml"
        return self.attempt(
            lambda: content.parse(self.project.content(name), path, self.project.picture)
        )

    def language(self, tag: str, where: Where, blame: Blame, release: bool) -> Language | None:
        """Patients get what clinic.yaml names, or what is made for a release."""
        language = self.attempt(lambda: languages.find(tag, where, blame))
        if language and (release or blame is Blame.INPUT):
            return self.attempt(lambda: pseudo.refuse(language, where, blame))
        return language

    def edition(self, name: str, where: Where, blame: Blame) -> Edition | None:
        roots, root = self.project.template_roots, self.project.root
        return self.attempt(lambda: editions.read(name, roots, root, where, blame))

    def messages(self, domain: str, language: Language) -> Messages | None:
        return self.attempt(lambda: read_messages(self.project, domain, language))


def plan(project_: Project, selection: Selection, *, release: bool = False) -> Plan:
    """The tasks of `selection`; raises PolyleafError if the call or the folder is wrong."""
    reader = Reader(project_)
    names = project.select(selection.leaflets, project_.leaflet_names(), "leaflet")
    leaflets = {name: reader.leaflet(name) for name in names}
    # By tag and name: what is named twice is built once.
    found_languages = {
        language.tag: language
        for tag, where, blame in _asked(selection.languages, project_.languages)
        if (language := reader.language(tag, where, blame, release))
    }
    found_editions = {
        edition.name: edition
        for name, where, blame in _asked(selection.editions, project_.editions)
        if (edition := reader.edition(name, where, blame))
    }
    tasks: list[Task] = []
    failed: list[str] = []
    for language, name in product(found_languages.values(), names):
        leaflet = leaflets[name]
        if language.pseudo:
            words, messages = _pseudo(reader, leaflet, language, found_editions.values())
        else:
            words, messages = _catalogs(reader, name, language)
        for edition in found_editions.values():
            job = Job(name, language.tag, edition.name)
            translated = language.tag == SOURCE_LANGUAGE or (words and messages)
            if leaflet is None or not translated:
                failed.append(job.filename(edition.suffix))
            else:
                clinic = project_.clinic
                tasks.append(
                    Task(job, leaflet, messages, words, language, edition, clinic, release)
                )
    return Plan(tuple(tasks), tuple(failed), tuple(sorted(set(reader.findings))))


def read_messages(project_: Project, domain: str, language: Language) -> Messages:
    """A catalog for looking up; raises PolyleafError if it is missing or broken."""
    path = find_catalog(project_, domain, language.locale)
    if path is None:
        where = Where(project_.shown(project_.catalog_path(domain, language.locale)))
        message = f"there is no {language.english_name} catalog"
        hint = f"`python build.py catalogs -l {language.tag}` starts one"
        raise PolyleafError([Finding(where, "catalog-missing", message, hint)])
    signed = project_.signed_path(path)
    return catalog.messages(
        _read(project_, path), _read(project_, signed) if signed.is_file() else None
    )


def _read(project_: Project, path: Path) -> catalog.Catalog:
    return catalog.read(path.read_bytes(), project_.shown(path))


def find_catalog(project_: Project, domain: str, locale: str) -> Path | None:
    """The project's catalog; for the interface's words, else the shipped one."""
    path = project_.catalog_path(domain, locale)
    if domain == INTERFACE and not path.is_file():
        path = project.shipped("locales") / path.relative_to(project_.root / "locales")
    return path if path.is_file() else None


def _catalogs(
    reader: Reader, name: str, language: Language
) -> tuple[Messages | None, Messages | None]:
    if language.tag == SOURCE_LANGUAGE:
        return None, None
    return reader.messages(INTERFACE, language), reader.messages(name, language)


def _pseudo(
    reader: Reader, leaflet: Leaflet | None, language: Language, found: Iterable[Edition]
) -> tuple[Messages | None, Messages | None]:
    """Made from the source, and from the words of the editions' templates."""
    files = tuple(dict.fromkeys(file for edition in found for file in edition.files))
    words = reader.attempt(lambda: pseudo.words(markup.strings(files), language))
    return words, pseudo.messages(leaflet, language) if leaflet else None


def _asked(
    asked: tuple[str, ...], configured: tuple[tuple[str, Where], ...]
) -> list[tuple[str, Where, Blame]]:
    """What the command line names, or else clinic.yaml, with where and who is to blame."""
    if asked:
        return [(name, Where("command line"), Blame.CALL) for name in dict.fromkeys(asked)]
    return [(name, where, Blame.INPUT) for name, where in configured]

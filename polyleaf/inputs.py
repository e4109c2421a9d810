"""The inputs of a project: each is read by one function, which raises all that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from . import catalog, content, editions, languages, pseudo
from .jobs import GLOSSARY, INTERFACE, expand
from .model import Edition, GlossaryTerm, Language, Leaflet, Messages
from .problems import Blame, Finding, PolyleafError, Where, raise_any
from .project import CONTENT, Project
from .shipped import shipped

SOURCE_LANGUAGE = "en"
T = TypeVar("T")


def read_leaflet(project: Project, name: str) -> Leaflet:
    """A leaflet in its source language; raises PolyleafError with every problem of its file."""
    path = f"{CONTENT}/{name}.yaml"
    return content.parse(project.content(name), path, project.picture)


def read_messages(project: Project, domain: str, language: Language) -> Messages:
    """A catalog for looking up; raises PolyleafError if it is missing or broken."""
    path = find_catalog(project, domain, language.locale)
    if path is None:
        where = Where(project.shown(project.catalog_path(domain, language.locale)))
        message = f"there is no {language.english_name} catalog"
        hint = f"`polyleaf catalogs -l {language.tag}` starts one"
        raise PolyleafError([Finding(where, "catalog-missing", message, hint)])
    found, signed = _read(project, path), project.signed_path(path)
    raise_any(catalog.misplaced(found, language.locale))
    return catalog.messages(found, _read(project, signed) if signed.is_file() else None)


def read_glossary(project: Project, language: Language) -> tuple[GlossaryTerm, ...]:
    """What the project calls its terms, if it says so; raises PolyleafError if that is broken."""
    path = find_catalog(project, GLOSSARY, language.locale)
    return catalog.glossary(_read(project, path)) if path else ()


def find_catalog(project: Project, domain: str, locale: str) -> Path | None:
    """The project's catalog; for the interface's words, else the shipped one."""
    path = project.catalog_path(domain, locale)
    if domain == INTERFACE and not path.is_file():
        path = Path(shipped("locales")) / path.relative_to(project.root / "locales")
    return path if path.is_file() else None


def _read(project: Project, path: Path) -> catalog.Catalog:
    return catalog.read(project.catalog(path), project.shown(path))


@dataclass
class Reader:
    """Reads the inputs of one project and collects what is wrong with them.

    No names mean all: the languages and editions of clinic.yaml.
    """

    project: Project
    findings: list[Finding] = field(default_factory=list)

    def attempt(self, read: Callable[[], T]) -> T | None:
        """What `read` returns; none, and its findings kept, if the input is wrong."""
        try:
            return read()
        except PolyleafError as error:
            self.findings += error.findings
            return None

    def languages(
        self, named: tuple[str, ...], *, draft: bool = False
    ) -> list[tuple[str, Language]]:
        """(tag as it is asked for, language); of two tags of one language, the last."""
        found: dict[str, tuple[str, Language]] = {}
        for tag, where, blame in _asked(named, self.project.languages):
            if language := self.attempt(partial(_language, tag, where, blame, draft=draft)):
                found[language.tag] = tag, language
        return list(found.values())

    def editions(self, named: tuple[str, ...]) -> list[Edition]:
        roots, root = self.project.template_roots, self.project.root
        found: dict[str, Edition] = {}
        for name, where, blame in _asked(named, self.project.editions):
            if edition := self.attempt(partial(editions.read, name, roots, root, where, blame)):
                found[edition.name] = edition
        return list(found.values())

    def leaflet(self, name: str) -> Leaflet | None:
        return self.attempt(lambda: read_leaflet(self.project, name))

    def has_catalog(self, domain: str, language: Language) -> bool:
        return find_catalog(self.project, domain, language.locale) is not None

    def messages(self, domain: str, language: Language) -> Messages | None:
        return self.attempt(lambda: read_messages(self.project, domain, language))

    def glossary(self, language: Language) -> tuple[GlossaryTerm, ...] | None:
        return self.attempt(lambda: read_glossary(self.project, language))


def _language(tag: str, where: Where, blame: Blame, *, draft: bool) -> Language:
    """A pseudo-locale is for a draft that the command line asks for, and nothing else."""
    language = languages.find(tag, where, blame)
    if draft and blame is Blame.CALL:
        return language
    return pseudo.refuse(language, where, blame)


def _asked(
    named: tuple[str, ...], configured: tuple[tuple[str, Where], ...]
) -> Iterator[tuple[str, Where, Blame]]:
    """What the command line names, or else clinic.yaml, with where and who is to blame."""
    if named:
        for name in expand(named, dict(configured)):
            yield name, Where("command line"), Blame.CALL
    else:
        for name, where in configured:
            yield name, where, Blame.INPUT

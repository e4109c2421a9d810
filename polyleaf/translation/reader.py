"""The inputs of a project. Each has a function that reads it and reports all of its problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from .. import checks, files, languages
from ..content import catalog_folders, editions, leaflets, stray_catalogs
from ..content.project import CONTENT, Project
from ..model.catalog import Messages
from ..model.findings import (
    ExitStatus,
    Finding,
    PolyleafError,
    Where,
    did_you_mean,
    first_findings,
    raise_if_errors,
)
from ..model.jobs import GLOSSARY, INTERFACE, expand
from ..model.leaflet import AvoidedWord, Leaflet
from ..model.sheet import Edition, Language
from ..model.unit import GlossaryTerm
from . import asked_languages, catalog, interface
from .asked_languages import AskedLanguages
from .asked_languages import find_language as find_language
from .interface import catalog_in

T = TypeVar("T")


def read_leaflet(project: Project, name: str) -> Leaflet:
    """A leaflet in its source language; raises PolyleafError with every problem of its file."""
    path, data = f"{CONTENT}/{name}.yaml", project.content(name)
    try:
        read = leaflets.parse(data, path, project.picture, project.source.tag)
        raise_if_errors(_unknown_editions(project, read))
    except PolyleafError as error:
        found = checks.texts(leaflets.texts(data, path), project.clinic, project.source)
        raise PolyleafError(first_findings({*error.findings, *found})) from None
    return replace(read, avoided=read_avoided(project))


def _unknown_editions(project: Project, leaflet: Leaflet) -> Iterator[Finding]:
    """Editions for which a leaflet names sections, and that there are none of."""
    # Which editions there are does not matter to a leaflet that names none.
    known = editions.names(project.template_roots) if leaflet.named else []
    for named in leaflet.named:
        if named.edition not in known:
            message, hint = (
                f'no edition is called "{named.edition}"',
                did_you_mean(named.edition, known),
            )
            yield Finding(named.where, "edition-unknown", message, hint)


def read_messages(project: Project, domain: str, language: Language) -> Messages:
    """A catalog's messages; raises PolyleafError if it is missing or broken."""
    if domain == INTERFACE:
        return interface.messages(project, language)
    path = catalog_file(project, domain, language)
    found, signed = catalog_in(project, path), project.signed_path(path)
    raise_if_errors(catalog.misplaced(found, language))
    return catalog.messages(found, catalog_in(project, signed) if files.exists(signed) else None)


def read_glossary(project: Project, language: Language) -> tuple[GlossaryTerm, ...]:
    """The project's glossary, empty without one; raises PolyleafError if it is broken."""
    path = find_catalog(project, GLOSSARY, language)
    return catalog.glossary(catalog_in(project, path)) if path else ()


def read_avoided(project: Project) -> tuple[AvoidedWord, ...]:
    """The words that the source glossary has others for; raises PolyleafError if it is broken."""
    path = project.template_path(GLOSSARY)
    return catalog.avoided(catalog_in(project, path)) if files.exists(path) else ()


def find_catalog(project: Project, domain: str, language: Language) -> Path | None:
    """The project's catalog; for the interface the first that words are looked up in."""
    if domain == INTERFACE:
        return next((path for path, _ in interface.paths(project, language)), None)
    path = project.catalog_path(domain, language)
    return path if files.exists(path) else None


def catalog_file(project: Project, domain: str, language: Language) -> Path:
    """As `find_catalog`; raises PolyleafError if there is none."""
    if path := find_catalog(project, domain, language):
        return path
    raise PolyleafError([interface.none_there(project, domain, language)])


def folder_notes(project: Project, language: Language) -> tuple[Finding, ...]:
    """Warnings of a folder that is not spelled as its tag, and of files in it that are not read."""
    if language.pseudo:
        return ()
    folder = project.folder(language)
    there = files.exists(project.root / "locales" / folder)
    if not there:
        return ()
    # What else lies there does not make sheets stale.
    unread = files.noted(
        lambda: [*stray_catalogs.beside(project.root, folder, project.leaflet_names())]
    )
    return (*catalog_folders.read_as(folder, language), *unread.value)


@dataclass
class Reader:
    """Reads each input of a project once, and collects the findings.

    Every reading is noted (see `files.noted`), also that of an input which was read before. Without
    names it reads the languages and editions of clinic.yaml.
    """

    project: Project
    findings: list[Finding] = field(default_factory=list)
    suffixes: Mapping[str, str] = field(default_factory=dict)  # of file names, by format
    _read: dict[tuple[str, ...], files.Noted[Any]] = field(default_factory=dict)

    def attempt(self, read: Callable[[], T]) -> T | None:
        """The result of `read`; None if the input is wrong, whose findings are collected."""
        try:
            return read()
        except PolyleafError as error:
            self.findings += error.findings
            return None

    def asked_languages(
        self, named: tuple[str, ...], *, draft: bool = False
    ) -> list[AskedLanguages]:
        """The languages and pairs that are asked for; of several tags for one, the last.

        A tag that is not spelled as it is read is a warning.
        """
        found: dict[str, AskedLanguages] = {}
        for asked, where, exit_status in _asked(named, self.project.asked_languages):
            if read := self.attempt(
                partial(asked_languages.read, asked, where, exit_status, draft=draft)
            ):
                spoken, notes = read
                found[spoken.tag] = spoken
                self.findings += notes
        return list(found.values())

    def languages(self, named: tuple[str, ...]) -> list[Language]:
        """The languages that are asked for, alone or in a pair, once each."""
        those = (each for spoken in self.asked_languages(named) for each in spoken.languages)
        return list({language.tag: language for language in those}.values())

    def editions(self, named: tuple[str, ...]) -> list[Edition]:
        roots, root = self.project.template_roots, self.project.root
        found: dict[str, Edition] = {}
        for name, where, exit_status in _asked(named, self.project.editions):
            look = self.project.look
            read = partial(
                editions.read, name, roots, root, where, exit_status, self.suffixes, look
            )
            if edition := self._once("edition", name, read=read):
                found[edition.name] = edition
        return list(found.values())

    def recall(self, edition: Edition) -> None:
        """Notes the inputs of an edition and of clinic.yaml."""
        self._once("edition", edition.name, read=lambda: edition)
        files.recall(files.Noted(self.project, self.project.inputs))

    def leaflet(self, name: str) -> Leaflet | None:
        return self._once("leaflet", name, read=lambda: read_leaflet(self.project, name))

    def has_catalog(self, domain: str, language: Language) -> bool:
        return find_catalog(self.project, domain, language) is not None

    def is_source(self, domain: str, language: Language) -> bool:
        """Whether a domain is written in the language.

        English as a country writes it is English: it needs no catalog, and may have one.
        """
        source = languages.find(self.project.source_tag(domain))
        if language.tag == source.tag:
            return True
        return languages.same_words(language, source) and not self.has_catalog(domain, language)

    def messages(self, domain: str, language: Language) -> Messages | None:
        read = partial(read_messages, self.project, domain, language)
        return self._once("messages", domain, language.locale, read=read)

    def notes(self, language: Language) -> tuple[Finding, ...] | None:
        """What to tell of the folder that a language's catalogs are in."""
        read = partial(folder_notes, self.project, language)
        return self._once("notes", language.locale, read=read)

    def glossary(self, language: Language) -> tuple[GlossaryTerm, ...] | None:
        read = partial(read_glossary, self.project, language)
        return self._once("glossary", language.locale, read=read)

    def _once(self, *key: str, read: Callable[[], T]) -> T | None:
        """The result of `read`, which is called once; its inputs are noted for each caller."""
        if key not in self._read:
            self._read[key] = files.noted(lambda: self.attempt(read))
        kept: files.Noted[T | None] = self._read[key]
        return files.recall(kept)


def _asked(
    named: tuple[str, ...], configured: tuple[tuple[str, Where], ...]
) -> Iterator[tuple[str, Where, ExitStatus]]:
    """The names on the command line, else those in clinic.yaml, with place and exit status."""
    if named:
        for name in expand(named, dict(configured)):
            yield name, Where("command line"), ExitStatus.CALL
    else:
        for name, where in configured:
            yield name, where, ExitStatus.INPUT

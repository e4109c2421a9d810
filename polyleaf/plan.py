"""What is asked for → tasks: every input is read once, and what is wrong with it is told once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import NamedTuple

from . import markup, pseudo
from .inputs import SOURCE_LANGUAGE, Reader
from .jobs import INTERFACE, Job
from .jobs import Selection as Selection
from .model import Edition, Language, Leaflet, Messages, Task
from .problems import Finding
from .project import Project, select


@dataclass(frozen=True, slots=True)
class Plan:
    tasks: tuple[Task, ...]
    failed: tuple[str, ...]  # sheets that cannot even be tried
    findings: tuple[Finding, ...]
    tags: dict[str, str] = field(default_factory=dict)  # language as asked for → its BCP 47 tag
    suffixes: dict[str, str] = field(default_factory=dict)  # edition → .pdf or .html


class Wish(NamedTuple):
    """A sheet that is wanted, of which nothing is read yet."""

    job: Job
    language: Language
    edition: Edition
    file: str


# A job, its language as it was asked for, its file in the output folder.
Wanted = Callable[[Job, str, str], bool]


def everything(job: Job, asked: str, file: str) -> bool:
    """Every sheet that is asked for is wanted."""
    return True


def plan(
    project: Project,
    selection: Selection,
    *,
    release: bool = False,
    allow_untranslated: bool = False,
    wanted: Wanted = everything,
) -> Plan:
    """The tasks of `selection`; raises PolyleafError if the call or the folder is wrong.

    Of leaflets and catalogs, only those of wanted sheets are read.
    """
    reader = Reader(project)
    names = select(selection.leaflets, project.leaflet_names(), "leaflet")
    languages = reader.languages(selection.languages, draft=not release)
    editions = reader.editions(selection.editions)
    maker = _Maker(reader, editions, release=release, allow_untranslated=allow_untranslated)
    wishes: list[Wish] = []
    for (asked, language), name, edition in product(languages, names, editions):
        job = Job(name, language.tag, edition.name)
        file = job.filename(edition.suffix)
        if wanted(job, asked, file):
            wishes.append(Wish(job, language, edition, file))
    tasks, failed = maker.read(wishes)
    return Plan(
        tasks,
        failed,
        tuple(sorted(set(reader.findings))),
        {asked: language.tag for asked, language in languages if not language.pseudo},
        {edition.name: edition.suffix for edition in editions},
    )


class _Maker:
    """Makes the tasks of one plan. Inputs that several have are read for the first of them."""

    def __init__(
        self, reader: Reader, editions: list[Edition], *, release: bool, allow_untranslated: bool
    ) -> None:
        self.reader = reader
        self.templates = tuple(dict.fromkeys(f for e in editions for f in e.files))
        self.release, self.allow_untranslated = release, allow_untranslated
        self.leaflet, self.glossary = cache(reader.leaflet), cache(reader.glossary)
        self.messages = cache(reader.messages)

    def read(self, wishes: list[Wish]) -> tuple[tuple[Task, ...], tuple[str, ...]]:
        """The tasks of all wishes, and the files of those whose inputs are wrong."""
        tasks, failed = list[Task](), list[str]()
        for job, language, edition, file in wishes:
            if task := self.task(job, language, edition):
                tasks.append(task)
            else:
                failed.append(file)
        return tuple(tasks), tuple(failed)

    def task(self, job: Job, language: Language, edition: Edition) -> Task | None:
        """None if one of its inputs is wrong: what is, the reader has found."""
        leaflet, glossary = self.leaflet(job.leaflet), self.glossary(language)
        words, messages = self._catalogs(job.leaflet, leaflet, language)
        translated = language.tag == SOURCE_LANGUAGE or (words and messages)
        if leaflet is None or glossary is None or not translated:
            return None
        inputs = (leaflet, messages, words, language, edition, self.reader.project.clinic)
        return Task(job, *inputs, self.release, glossary, self.allow_untranslated)

    def _catalogs(
        self, name: str, leaflet: Leaflet | None, language: Language
    ) -> tuple[Messages | None, Messages | None]:
        """The messages of the interface and of the leaflet; the source language needs none."""
        if language.pseudo:  # made from the source, and from the words of the templates
            strings = markup.strings(self.templates)
            words = self.reader.attempt(lambda: pseudo.words(strings, language))
            return words, pseudo.messages(leaflet, language) if leaflet else None
        if language.tag == SOURCE_LANGUAGE:
            return None, None
        return self.messages(INTERFACE, language), self.messages(name, language)

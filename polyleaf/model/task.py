"""A job with everything it needs, and its outcome."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from .catalog import Messages
from .clinic import Clinic
from .copy import Copy
from .findings import Finding, Where
from .jobs import Built, Job, Part
from .leaflet import Leaflet
from .sheet import Edition, Language
from .unit import GlossaryTerm

INDEX = Job("", "", "catalogue")
OF_CATALOGUE = re.compile(
    r"index\.[\w.-]+|catalogue/[\w-]+\.(?:html|js)|find/index\.html"
    r"|sitemap\.xml|opds\.json|service-worker\.js"
)


@dataclass(frozen=True, slots=True)
class Target:
    """A language of a sheet, with its messages."""

    language: Language
    messages: Messages | None = None  # None: the leaflet's text is in this language
    words: Messages | None = None  # the interface's; None: they are in this language
    glossary: tuple[GlossaryTerm, ...] = ()
    notes: tuple[Finding, ...] = ()  # on the folder of its catalogs


def picture(file: str) -> str:
    """The path of the picture of the first page of a file."""
    return f"catalogue/pages/{file.rpartition('/')[2].rpartition('.')[0]}.webp"


class Sibling(NamedTuple):
    """Another sheet of the same leaflet, which a page may lead to."""

    file: str  # its path in the output folder
    language: Language
    edition: str
    beside: Language | None = None  # that of a sheet in two languages which is not the reader's

    @property
    def picture(self) -> str:
        """The path of the picture of its first page, if it is drawn."""
        return picture(self.file)


@dataclass(frozen=True, slots=True)
class Task:
    """A job with everything it needs, so that any process on any machine can do it."""

    job: Job
    leaflet: Leaflet
    languages: tuple[Target, ...]  # one, or a pair
    edition: Edition
    clinic: Clinic
    release: bool = False  # makes errors of what a draft only warns about
    allow_untranslated: bool = False  # parts of the sheet may be in the source language
    copy: Copy | None = None  # the values of a personal copy
    drawn_page: str = ""  # the hash of the page that the existing file was drawn from
    siblings: tuple[Sibling, ...] = ()  # that its page leads to
    weight: float = 1.0  # roughly the time it takes, in any unit
    fonts: tuple[str, ...] = ()  # the families it is drawn with, if it is drawn here
    together: tuple[Target, ...] = ()  # other languages, with which it is set equally tight

    @property
    def file(self) -> str:
        """Its path in the output folder, which identifies it within a run."""
        return self.job.filename(self.edition.suffix)

    def named(self, tail: str) -> str:
        """The path of a further file of the sheet, whose name ends in `tail`."""
        return f"{self.file.removesuffix(self.edition.suffix)}{tail}"

    def owns(self, name: str) -> bool:
        """Whether a path in the output folder may be that of a further file of the sheet."""
        stem = self.file.rpartition(".")[0]
        beside = name.startswith(stem) and "/" not in name[len(stem) :]
        return beside or name == self.picture

    @property
    def picture(self) -> str:
        """The path of the picture of its first page."""
        return picture(self.file)

    @property
    def title(self) -> str:
        """Its name in words: rosacea in hi as a4."""
        return f"{self.job.leaflet} in {self.job.language} as {self.job.edition}"

    @property
    def where(self) -> Where:
        """The place for findings about the task as a whole."""
        return self.leaflet.where

    @property
    def command(self) -> str:
        """The command that builds only this task."""
        return f"`polyleaf {self.job.leaflet} -l {self.job.language} -e {self.job.edition}`"

    def in_each_language(self) -> tuple[Task, ...]:
        """The task in each of its languages alone."""
        return tuple(replace(self, languages=(target,)) for target in self.languages)

    @property
    def language(self) -> Language:
        """The reader's language: the first."""
        return self.languages[0].language

    @property
    def messages(self) -> Messages | None:
        return self.languages[0].messages

    @property
    def words(self) -> Messages | None:
        return self.languages[0].words

    @property
    def notes(self) -> tuple[Finding, ...]:
        return self.languages[0].notes

    @property
    def glossary(self) -> tuple[GlossaryTerm, ...]:
        return self.languages[0].glossary


@dataclass(frozen=True, slots=True)
class IndexTask:
    """The pages to choose a sheet from. Templates fill it, so it has the same limits as a sheet."""

    file: str
    rows: tuple[Built, ...]  # of the manifest
    clinic: Clinic
    templates: Edition
    source: Language  # what the leaflets are written in
    languages: tuple[Target, ...] = ()  # that sheets and the pages may be in, with their words
    job: Job = INDEX
    copy: None = None
    weight: float = 0.0
    fonts: tuple[str, ...] = ()

    def owns(self, name: str) -> bool:
        """Whether a path in the output folder may be that of one of the pages or of its lists."""
        return OF_CATALOGUE.fullmatch(name) is not None

    @property
    def title(self) -> str:
        return "the page to choose a sheet from"

    @property
    def where(self) -> Where:
        return Where(self.templates.files[0].path)

    @property
    def command(self) -> str:
        return "`polyleaf`"


Work = Task | IndexTask


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A further file of a sheet, such as one that is imposed for the printer."""

    name: str  # its path in the output folder
    data: bytes
    pages: int
    listed: bool = True  # in the manifest, in a row of its own
    part: Part = "sheet"
    duplex: str = ""  # of one for the printer: short-edge, long-edge, fronts or backs
    creep: float = 0.0  # millimetres by which its innermost pages stand out


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a task: a file's bytes, or findings that say why there are none.

    With `same` the existing file was drawn from the same page, and there are no bytes.
    """

    task: Work
    data: bytes | None
    pages: int  # 0 for a web page
    findings: tuple[Finding, ...]
    untranslated: int = 0  # messages printed in the source language
    drawn: bool = False  # findings come from the page or the drawn pages, not only from texts
    page: str = ""  # the hash of the page it was made from
    same: bool = False
    others: tuple[OutputFile, ...] = ()  # further files of the same sheet

    @property
    def file(self) -> str:
        return self.task.file

    @property
    def failed(self) -> bool:
        return self.data is None and not self.same

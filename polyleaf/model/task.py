"""A job with all that it needs, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from .catalog import Messages
from .copy import Copy
from .findings import Finding, Where
from .jobs import Built, Job
from .leaflet import Leaflet
from .sheet import Clinic, Edition, Language
from .unit import GlossaryTerm

INDEX = Job("", "", "catalogue")


class Work(Protocol):
    """Something that an executor has made: all that it asks of a task."""

    @property
    def job(self) -> Job:
        """What was asked for."""

    @property
    def file(self) -> str:
        """Its path in the output folder, which names it among all that are made together."""

    @property
    def title(self) -> str:
        """What it is, in words: rosacea in hi as a4."""

    @property
    def where(self) -> Where:
        """Where problems with the whole of it stand."""

    @property
    def command(self) -> str:
        """The command that makes it alone."""

    @property
    def weight(self) -> float:
        """About the time that it takes, in any unit."""

    @property
    def fonts(self) -> tuple[str, ...]:
        """The font families that it is drawn with; none if its reader's browser draws it."""

    @property
    def copy(self) -> Copy | None:
        """Whom it is for, if it is for one person."""


@dataclass(frozen=True, slots=True)
class Target:
    """A language of a sheet, with what its catalogs say."""

    language: Language
    messages: Messages | None = None  # none: the leaflet's text is in this language
    words: Messages | None = None  # the interface's; none: they are in this language
    glossary: tuple[GlossaryTerm, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """A job with all that it needs, so that any process on any machine can do it."""

    job: Job
    leaflet: Leaflet
    languages: tuple[Target, ...]  # one, or a pair
    edition: Edition
    clinic: Clinic
    release: bool = False  # what a draft only warns of is an error
    allow_untranslated: bool = False  # a sheet may have parts in its source language
    copy: Copy | None = None  # whom the sheet is for, if it is for one person
    drawn_page: str = ""  # the hash of the page that its file was drawn from: another is drawn
    weight: float = 1.0  # about the time that it takes, in any unit
    fonts: tuple[str, ...] = ()  # the families that it is drawn with, if it is drawn here

    @property
    def file(self) -> str:
        """Its sheet's path in the output folder."""
        return self.job.filename(self.edition.suffix)

    @property
    def title(self) -> str:
        return f"{self.job.leaflet} in {self.job.language} as {self.job.edition}"

    @property
    def where(self) -> Where:
        return self.leaflet.where

    @property
    def command(self) -> str:
        return f"`polyleaf {self.job.leaflet} -l {self.job.language} -e {self.job.edition}`"

    @property
    def language(self) -> Language:
        """The language of its reader: the first."""
        return self.languages[0].language

    @property
    def messages(self) -> Messages | None:
        return self.languages[0].messages

    @property
    def words(self) -> Messages | None:
        return self.languages[0].words

    @property
    def glossary(self) -> tuple[GlossaryTerm, ...]:
        return self.languages[0].glossary


@dataclass(frozen=True, slots=True)
class IndexTask:
    """The page to choose a sheet from. Templates make it, so it has the limits of a sheet."""

    file: str
    rows: tuple[Built, ...]  # of the manifest
    clinic: Clinic
    templates: Edition
    job: Job = INDEX
    copy: None = None
    weight: float = 0.0
    fonts: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return "the page to choose a sheet from"

    @property
    def where(self) -> Where:
        return Where(self.templates.files[0].path)

    @property
    def command(self) -> str:
        return "`polyleaf`"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task: a file's bytes, or findings that say why not.

    With `same` its page is the one that its file was drawn from, and there are no bytes.
    """

    task: Work
    data: bytes | None
    pages: int  # 0 for a web page
    findings: tuple[Finding, ...]
    untranslated: int = 0  # messages that it prints in the source language
    drawn: bool = False  # something was found on its pages alone
    page: str = ""  # the hash of the page that it was made from
    same: bool = False

    @property
    def file(self) -> str:
        return self.task.file

    @property
    def failed(self) -> bool:
        return self.data is None and not self.same

"""What is asked for and what became of it: from a job to the report of a run."""

from __future__ import annotations

from dataclasses import dataclass

from ..problems import Finding, Severity
from .catalog import Messages
from .copy import Copy
from .leaflet import Leaflet
from .sheet import Clinic, Edition, Language
from .unit import GlossaryTerm

STOPPED = 130


@dataclass(frozen=True, slots=True)
class Job:
    """What is asked for: one leaflet in one language in one edition."""

    leaflet: str
    language: str
    edition: str
    copy: str = ""  # the id of a personal copy

    def filename(self, suffix: str) -> str:
        copy = f"_{self.copy}" if self.copy else ""
        return f"{self.language}/{self.leaflet}_{self.language}_{self.edition}{copy}{suffix}"


@dataclass(frozen=True, slots=True)
class Task:
    """A job with all that it needs, so that any process on any machine can do it."""

    job: Job
    leaflet: Leaflet
    messages: Messages | None  # none: the sheet is in its source language
    words: Messages | None  # the interface's
    language: Language
    edition: Edition
    clinic: Clinic
    release: bool  # what a draft only warns of is an error
    glossary: tuple[GlossaryTerm, ...] = ()
    allow_untranslated: bool = False  # a sheet may have parts in its source language
    copy: Copy | None = None  # whom the sheet is for, if it is for one person


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task: a file's bytes, or findings that say why not."""

    task: Task
    data: bytes | None
    pages: int  # 0 for a web page
    findings: tuple[Finding, ...]
    untranslated: int = 0  # messages that it prints in the source language

    @property
    def file(self) -> str:
        """Its path in the output folder."""
        return self.task.job.filename(self.task.edition.suffix)


@dataclass(frozen=True, slots=True)
class Built:
    """A file that was written: a row of the manifest."""

    file: str
    sha256: str
    pages: int
    leaflet: str
    title: str  # in the source language
    local_title: str
    language: str
    own_name: str
    english_name: str
    direction: str
    edition: str
    version: str
    published: str
    review_by: str
    translation: str  # source, human, machine or machine-edited
    reviewed_by: str
    reviewed_on: str
    key: str  # a hash of everything that went into it
    findings: tuple[str, ...]
    untranslated: int = 0  # messages that it prints in the source language
    shows: str = "sheet"  # or messages: not for patients


@dataclass(frozen=True, slots=True)
class Report:
    """How a whole run went."""

    built: tuple[Built, ...]
    failed: tuple[str, ...]  # files that were asked for and not written
    findings: tuple[Finding, ...]
    left: tuple[str, ...] = ()  # files that were not tried, because somebody stopped the run
    copies: tuple[str, ...] = ()  # files of personal copies, which no manifest lists

    @property
    def exit_code(self) -> int:
        """The gravest blame: 0 is only for a run without any error, 130 for one that was stopped.

        130 is what shells say of a process that SIGINT ended.
        """
        if self.left:
            return STOPPED
        errors = (f.blame for f in self.findings if f.severity is Severity.ERROR)
        return max((int(blame) for blame in errors), default=int(bool(self.failed)))

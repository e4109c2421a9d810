"""A job with all that it needs, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from ..jobs import Job
from ..problems import Finding
from .catalog import Messages
from .copy import Copy
from .leaflet import Leaflet
from .sheet import Clinic, Edition, Language
from .unit import GlossaryTerm


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

    @property
    def file(self) -> str:
        """Its sheet's path in the output folder."""
        return self.job.filename(self.edition.suffix)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task: a file's bytes, or findings that say why not."""

    task: Task
    data: bytes | None
    pages: int  # 0 for a web page
    findings: tuple[Finding, ...]
    untranslated: int = 0  # messages that it prints in the source language
    drawn: bool = False  # something was found on its pages alone
    page: str = ""  # the hash of the page that it was made from

    @property
    def file(self) -> str:
        return self.task.file

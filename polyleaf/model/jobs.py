"""What is asked for and what became of it, known by name alone: loads nothing that reads or draws.

A build with nothing to do is over before the types of content and sheets would have been loaded.
"""

from collections.abc import Iterable
from fnmatch import fnmatchcase
from os import PathLike
from typing import NamedTuple

from .findings import Finding, Severity

STOPPED = 130
Folder = str | PathLike[str]
# Catalogs that are no leaflet's: the words that templates print, and the project's own terms.
INTERFACE = "interface"
GLOSSARY = "glossary"


class Selection(NamedTuple):
    """What the command line names; empty is everything that clinic.yaml names."""

    leaflets: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()


def expand(asked: Iterable[str], known: Iterable[str]) -> list[str]:
    """The names asked for, once each; a pattern (`zh-*`) stands for the known names it fits."""
    names = list(known)
    return list(
        dict.fromkeys(
            name
            for pattern in asked
            for name in [known for known in names if fnmatchcase(known, pattern)] or [pattern]
        )
    )


class Job(NamedTuple):
    """What is asked for: one leaflet in one language in one edition."""

    leaflet: str
    language: str
    edition: str
    copy: str = ""  # the id of a personal copy

    def __str__(self) -> str:
        return f"{self.leaflet} {self.language} {self.edition}"

    def filename(self, suffix: str) -> str:
        copy = f"_{self.copy}" if self.copy else ""
        return f"{self.language}/{self.leaflet}_{self.language}_{self.edition}{copy}{suffix}"


class Decision(NamedTuple):
    """Whether a sheet is to be made, and why."""

    job: Job
    file: str  # its path in the output folder
    stale: bool
    why: str
    pages: int = 0  # of the file that is kept
    findings: tuple[Finding, ...] = ()  # what was found when it was made, to be reported again


class Built(NamedTuple):
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


class Report(NamedTuple):
    """How a whole run went."""

    built: tuple[Built, ...]
    failed: tuple[str, ...]  # files that were asked for and not written
    findings: tuple[Finding, ...]
    left: tuple[str, ...] = ()  # files that were not tried, because somebody stopped the run
    up_to_date: tuple[str, ...] = ()  # files that were asked for and stand as they are
    stale: tuple[str, ...] = ()  # files that a dry run would have made
    removed: tuple[str, ...] = ()  # files whose source is gone
    copies: tuple[str, ...] = ()  # files of personal copies, which no manifest lists
    stopped: bool = False  # somebody asked for it, be it only with the last sheet

    @property
    def exit_code(self) -> int:
        """The gravest blame: 0 is only for a run without any error, 130 for one that was stopped.

        130 is what shells say of a process that SIGINT ended.
        """
        if self.stopped:
            return STOPPED
        errors = (f.exit_status for f in self.findings if f.severity is Severity.ERROR)
        return max((int(exit_status) for exit_status in errors), default=int(bool(self.failed)))

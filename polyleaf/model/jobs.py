"""Requested sheets and the result of a run, by name only.

Nothing here loads the types of content and sheets: a build with nothing to do never needs them.
"""

from collections.abc import Iterable
from fnmatch import fnmatchcase
from os import PathLike
from typing import Literal, NamedTuple

from .findings import Finding, Severity

STOPPED = 130  # what shells report of a process that SIGINT ended
Folder = str | PathLike[str]
# Catalogs that belong to no leaflet: the words of templates, and the project's own terms.
INTERFACE = "interface"
GLOSSARY = "glossary"
# What a file of a sheet is: the sheet itself, a form of it that is handed out alone, or, of a sheet
# that is folded, its pages in the order of reading or as the printer gets them.
# How a printer turns sheets: about an edge, or one side at a time by hand.
Duplex = Literal["short-edge", "long-edge", "manual"]
Part = Literal["sheet", "form", "screen", "print"]
PAIR = "+"  # between the two languages of a sheet: ur+en


class Selection(NamedTuple):
    """The names on the command line; empty means all that clinic.yaml names."""

    leaflets: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()


def expand(asked: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return the requested names, once each; a pattern (`zh-*`) means all matching names."""
    names = list(known)
    return list(
        dict.fromkeys(
            name
            for pattern in asked
            for name in [known for known in names if fnmatchcase(known, pattern)] or [pattern]
        )
    )


class Job(NamedTuple):
    """A requested sheet: one leaflet in one edition, in a language or in two beside each other."""

    leaflet: str
    language: str  # the tag; of a pair both, that of the reader first: ur+en
    edition: str
    copy: str = ""  # the id of a personal copy

    def __str__(self) -> str:
        return f"{self.leaflet} {self.language} {self.edition}"

    @property
    def tags(self) -> tuple[str, ...]:
        """Its languages, the reader's first."""
        return tuple(self.language.split(PAIR))

    def filename(self, suffix: str) -> str:
        """Its path in the output folder; a pair lies with the sheets of its reader's language."""
        copy = f"_{self.copy}" if self.copy else ""
        return f"{self.tags[0]}/{self.leaflet}_{self.language}_{self.edition}{copy}{suffix}"


class Decision(NamedTuple):
    """Whether a sheet must be built, and why."""

    job: Job
    file: str  # its path in the output folder
    stale: bool
    why: str
    pages: int = 0  # of the existing file
    findings: tuple[Finding, ...] = ()  # found when it was built, to be reported again


class Built(NamedTuple):
    """A written file: a row of the manifest."""

    file: str
    sha256: str
    pages: int
    leaflet: str
    title: str  # in the source language
    local_title: str
    language: str  # the tag; of a sheet in two languages both: ur+en
    own_name: str
    english_name: str
    direction: str  # of the reader's language
    edition: str
    version: str
    published: str
    review_by: str
    translation: str  # source, human, machine or machine-edited
    reviewed_by: str
    reviewed_on: str
    key: str  # a hash of everything it was made from
    findings: tuple[str, ...]
    untranslated: int = 0  # messages printed in the source language
    shows: str = "sheet"  # or "messages": a review pack, not for patients
    about: str = ""  # subtitle and headings, in the source language
    keywords: tuple[str, ...] = ()  # in the source language
    local_keywords: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()  # system and code: "icd-10 L71"
    picture: str = ""  # the file of a picture of its first page
    part: str = "sheet"  # a Part
    duplex: str = ""  # of one for the printer: short-edge, long-edge, fronts or backs
    creep: float = 0.0  # millimetres by which the innermost pages of a booklet stand out
    languages: tuple[str, ...] = ()  # their tags, the reader's first
    bytes: int = 0  # of the file


class Report(NamedTuple):
    """The result of a whole run."""

    built: tuple[Built, ...]
    failed: tuple[str, ...]  # requested files that were not written
    findings: tuple[Finding, ...]
    left: tuple[str, ...] = ()  # files that were not tried because the run was stopped
    up_to_date: tuple[str, ...] = ()  # requested files that did not change
    stale: tuple[str, ...] = ()  # files that a dry run would have built
    removed: tuple[str, ...] = ()  # files whose source is gone
    copies: tuple[str, ...] = ()  # files of personal copies, which the manifest does not list
    stopped: bool = False  # by a signal, even if only during the last sheet

    @property
    def exit_code(self) -> int:
        """Return the highest exit status of all errors: 0 only without any, 130 if stopped."""
        if self.stopped:
            return STOPPED
        errors = (f.exit_status for f in self.findings if f.severity is Severity.ERROR)
        return max((int(exit_status) for exit_status in errors), default=int(bool(self.failed)))

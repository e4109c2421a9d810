"""The nouns that the stages hand to each other: frozen, whole at birth, no dicts.

Every translatable string is a `Text` that knows its file, line and column, so that whatever
happens to it later can be told to the person who wrote it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar, Literal, TypeVar

from .problems import Finding, Severity, Where

T = TypeVar("T")
Direction = Literal["ltr", "rtl"]


class Evidence(StrEnum):
    """How sure we are of a statement, strongest first."""

    STRONG = "strong"
    MODERATE = "moderate"
    WEAK = "weak"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Text:
    """A string for the reader. `context` is its msgctxt: section id, slash, role."""

    value: str
    where: Where
    context: str
    comment: str = ""
    max_length: int | None = None  # characters
    safety: bool = False

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Asset:
    """A picture, carried as bytes so that no later step opens a file."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What every block may say: how sure we are, and for which countries alone it is meant."""

    kind: ClassVar[str]
    evidence: Evidence | None = None
    countries: tuple[str, ...] = ()  # ISO 3166 alpha-2; empty is everywhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Block):
    kind: ClassVar[str] = "paragraph"
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets(Block):
    kind: ClassVar[str] = "list"
    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps(Block):
    kind: ClassVar[str] = "steps"
    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Term:
    term: Text
    text: Text
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms(Block):
    kind: ClassVar[str] = "terms"
    items: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Block):
    kind: ClassVar[str] = "table"
    caption: Text
    columns: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Block):
    """An empty table for the reader's pen."""

    kind: ClassVar[str] = "form"
    heading: Text
    columns: tuple[Text, ...]
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout(Block):
    kind: ClassVar[str] = "callout"
    tone: Literal["info", "caution", "urgent"]
    heading: Text
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Block):
    """A picture without words; `labels` explain the letters A, B, C … drawn in it."""

    kind: ClassVar[str] = "figure"
    image: Asset
    alt: Text
    caption: Text
    labels: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Option:
    name: Text
    benefits: tuple[Text, ...]
    risks: tuple[Text, ...]
    unknown: tuple[Text, ...]
    evidence: Evidence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(Block):
    kind: ClassVar[str] = "options"
    items: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a leaflet, or a question of a FAQ sheet with its answer."""

    id: str
    heading: Text
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A work that is cited. It stays in the language it was written in."""

    id: str
    cite: str
    url: str
    year: int
    level: str
    where: Where


@dataclass(frozen=True, slots=True)
class Review:
    name: str
    role: Text
    on: date


@dataclass(frozen=True, slots=True)
class Leaflet:
    """One sheet in its source language. `version` changes with every byte of its file."""

    name: str
    where: Where
    kind: Literal["leaflet", "faq"]
    title: Text
    subtitle: Text | None
    summary: tuple[Text, ...]
    published: date
    review_by: date
    review_by_where: Where
    written_by: Text
    reviewed_by: tuple[Review, ...]
    funding: Text
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    version: str


@dataclass(frozen=True, slots=True)
class Clinic:
    """Who hands the sheet out. `values` are what placeholders such as {clinic.phone} print."""

    name: str
    address: tuple[str, ...]
    values: tuple[tuple[str, str], ...]
    web: str  # address with {language} and {leaflet}; printed as a QR code
    logo: Asset | None
    country: str  # ISO 3166 alpha-2


@dataclass(frozen=True, slots=True)
class Language:
    """A language as data: from CLDR, and the fonts its script is set in."""

    tag: str  # BCP 47, as in lang="…" and file names
    locale: str  # the same as gettext and Babel spell it, as in locales/<locale>/
    own_name: str
    english_name: str
    script: str  # ISO 15924
    direction: Direction
    digits: str  # ten characters, or empty for 0–9
    families: tuple[str, ...]
    line_height: float


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a translation comes from, as its PO header states it."""

    method: Literal["source", "human", "machine", "machine-edited"]
    reviewed_by: str = ""
    reviewed_on: date | None = None

    @property
    def reviewed(self) -> bool:
        return self.method == "source" or bool(self.reviewed_by and self.reviewed_on)


@dataclass(frozen=True, slots=True)
class Message:
    """A translation and where it stands; `usable` is false for fuzzy and empty ones."""

    text: str
    usable: bool
    fuzzy: bool
    where: Where


@dataclass(frozen=True, slots=True)
class Messages:
    """What a catalog says, by (msgctxt, msgid)."""

    path: str
    provenance: Provenance
    found: dict[tuple[str | None, str], Message]


@dataclass(frozen=True, slots=True)
class LocalizedLeaflet:
    """A leaflet whose every Text is in `language`; `source` is the same in its own language."""

    leaflet: Leaflet
    source: Leaflet
    language: Language
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class TemplateFile:
    name: str  # as templates name it: a4/leaflet.html
    path: str  # as problems name it
    text: str


@dataclass(frozen=True, slots=True)
class Edition:
    """A templates folder: what a sheet is drawn with and what it must keep to."""

    name: str
    suffix: Literal[".pdf", ".html"]
    max_pages: int
    files: tuple[TemplateFile, ...]

    def text(self, name: str) -> str | None:
        return next((file.text for file in self.files if file.name == name), None)


@dataclass(frozen=True, slots=True)
class Html:
    """A whole document that refers to nothing outside itself."""

    text: str
    css: str
    families: tuple[str, ...]  # the only font families it may be drawn with
    where: Where


@dataclass(frozen=True, slots=True)
class Pdf:
    data: bytes
    pages: int
    missing: tuple[tuple[str, str], ...]  # font family, characters it has no glyph for
    families: tuple[str, ...]  # drawn with
    complaints: tuple[str, ...]  # what the engine logged as an error


@dataclass(frozen=True, slots=True)
class Job:
    """What is asked for: one leaflet in one language in one edition."""

    leaflet: str
    language: str
    edition: str

    def filename(self, suffix: str) -> str:
        return f"{self.language}/{self.leaflet}_{self.language}_{self.edition}{suffix}"


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


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task: a file's bytes, or findings that say why not."""

    task: Task
    data: bytes | None
    pages: int  # 0 for a web page
    findings: tuple[Finding, ...]

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
    title: str
    language: str
    edition: str
    version: str
    published: str
    review_by: str
    translation: str  # source, human, machine or machine-edited
    reviewed_by: str
    reviewed_on: str
    key: str  # a hash of everything that went into it
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """How a whole run went."""

    built: tuple[Built, ...]
    failed: tuple[str, ...]  # files that were asked for and not written
    findings: tuple[Finding, ...]

    @property
    def exit_code(self) -> int:
        """The gravest blame: 0 is only for a run without any error."""
        errors = (f.blame for f in self.findings if f.severity is Severity.ERROR)
        return max((int(blame) for blame in errors), default=int(bool(self.failed)))


def texts(node: object) -> Iterator[Text]:
    """Every Text in `node`, in the order of the page."""
    if isinstance(node, Text):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from texts(part)
    elif dataclasses.is_dataclass(node):
        for field in dataclasses.fields(node):
            yield from texts(getattr(node, field.name))


def map_texts(node: T, function: Callable[[Text], Text]) -> T:
    """The same structure with every Text replaced; parts without any are kept as they are."""
    return _map_texts(node, function)  # type: ignore[no-any-return]


def _map_texts(node: Any, function: Callable[[Text], Text]) -> Any:
    if isinstance(node, Text):
        return function(node)
    if isinstance(node, tuple):
        return tuple(_map_texts(part, function) for part in node)
    if dataclasses.is_dataclass(node) and not isinstance(node, type):
        changed = {
            field.name: new
            for field in dataclasses.fields(node)
            if (new := _map_texts(old := getattr(node, field.name), function)) is not old
        }
        return dataclasses.replace(node, **changed) if changed else node
    return node

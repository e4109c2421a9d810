"""What is asked for → tasks: every input is read once, and what is wrong with it reported once.

`outline` says which sheets there are to be, by name; `read` makes tasks of those that are wanted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

from .. import files, markup, pseudo
from ..files import Inputs
from ..inputs import SOURCE_LANGUAGE, Reader
from ..jobs import INTERFACE, Job
from ..jobs import Selection as Selection
from ..model import Edition, Language, Leaflet, Messages, Task
from ..problems import Finding
from ..project import Project, select
from . import formats


class PlannedSheet(NamedTuple):
    """A sheet that is asked for, of which neither leaflet nor catalog is read yet."""

    job: Job
    asked: str  # its language as it was asked for
    language: Language
    edition: Edition

    @property
    def file(self) -> str:
        """Its path in the output folder."""
        return self.job.filename(self.edition.suffix)


@dataclass(frozen=True, slots=True)
class Plan:
    tasks: tuple[Task, ...]
    failed: tuple[str, ...]  # sheets that cannot even be tried
    findings: tuple[Finding, ...]
    inputs: dict[str, Inputs] = field(default_factory=dict)  # what was read for a sheet, by file


def outline(reader: Reader, selection: Selection, *, release: bool) -> list[PlannedSheet]:
    """The sheets of `selection`; raises PolyleafError if the call or the folder is wrong."""
    names = select(selection.leaflets, reader.project.leaflet_names(), "leaflet")
    languages = reader.languages(selection.languages, draft=not release)
    editions = reader.editions(selection.editions)
    return [
        PlannedSheet(Job(name, language.tag, edition.name), asked, language, edition)
        for (asked, language), name, edition in product(languages, names, editions)
    ]


def read(
    reader: Reader, sheets: Iterable[PlannedSheet], *, release: bool, allow_untranslated: bool
) -> Plan:
    """The tasks of some sheets. Inputs that several of them have are read for the first."""
    sheets = list(sheets)
    maker = _Maker(reader, sheets, release=release, allow_untranslated=allow_untranslated)
    tasks, failed, inputs = list[Task](), list[str](), dict[str, Inputs]()
    for sheet in sheets:
        made = files.noted(lambda sheet=sheet: maker.task(sheet))  # type: ignore[misc]
        if made.value is None:
            failed.append(sheet.file)
        else:
            tasks.append(made.value)
            inputs[sheet.file] = made.inputs
    findings = tuple(sorted(set(reader.findings)))
    return Plan(tuple(tasks), tuple(failed), findings, inputs)


def plan(
    project: Project,
    selection: Selection,
    *,
    release: bool = False,
    allow_untranslated: bool = False,
) -> Plan:
    """The tasks of `selection`; raises PolyleafError if the call or the folder is wrong."""
    reader = Reader(project, suffixes=formats.suffixes())
    sheets = outline(reader, selection, release=release)
    return read(reader, sheets, release=release, allow_untranslated=allow_untranslated)


class _Maker:
    """Makes the tasks of one plan."""

    def __init__(
        self,
        reader: Reader,
        sheets: list[PlannedSheet],
        *,
        release: bool,
        allow_untranslated: bool,
    ) -> None:
        self.reader = reader
        self.templates = tuple(dict.fromkeys(f for s in sheets for f in s.edition.files))
        self.release, self.allow_untranslated = release, allow_untranslated

    def task(self, sheet: PlannedSheet) -> Task | None:
        """None if one of its inputs is wrong: what is, the reader has found."""
        job, language, reader = sheet.job, sheet.language, self.reader
        reader.recall(sheet.edition)
        leaflet, glossary = reader.leaflet(job.leaflet), reader.glossary(language)
        words, messages = self._catalogs(job.leaflet, leaflet, language)
        translated = language.tag == SOURCE_LANGUAGE or (words and messages)
        if leaflet is None or glossary is None or not translated:
            return None
        inputs = (leaflet, messages, words, language, sheet.edition, reader.project.clinic)
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
        return self.reader.messages(INTERFACE, language), self.reader.messages(name, language)

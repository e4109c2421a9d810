"""A selection → tasks. Every input is read once, and its problems are reported once.

`outline` says which sheets there are to be, by name; `read` makes tasks of those that are wanted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import product
from typing import NamedTuple

from .. import files, languages, markup
from ..content import leaflet_languages
from ..content.project import Project, select
from ..files import Inputs
from ..languages import pseudo_messages
from ..model.findings import Finding
from ..model.jobs import INTERFACE, Job
from ..model.jobs import Selection as Selection
from ..model.leaflet import Leaflet
from ..model.sheet import Edition, Language
from ..model.task import Target, Task
from ..model.walk import texts
from ..translation.reader import Reader
from ..typography import fonts
from . import clinic_font, formats, pairing, shared_fit

HAN = {"Hans", "Hant", "Jpan", "Kore"}
SUBSETTING = 1000  # characters that are laid out in the time in which a Han font is cut down


class PlannedSheet(NamedTuple):
    """A sheet that is asked for, of which neither leaflet nor catalog is read yet."""

    job: Job
    asked: str  # its language, or its pair, as it was asked for
    languages: tuple[Language, ...]  # one, or two beside each other
    edition: Edition

    @property
    def language(self) -> Language:
        """The reader's language: the first."""
        return self.languages[0]

    @property
    def file(self) -> str:
        """Its path in the output folder."""
        return self.job.filename(self.edition.suffix)


@dataclass(frozen=True, slots=True)
class Plan:
    tasks: tuple[Task, ...]
    failed: tuple[str, ...]  # sheets whose inputs cannot be read
    findings: tuple[Finding, ...]
    inputs: dict[str, Inputs] = field(default_factory=dict)  # what was read for a sheet, by file


def outline(reader: Reader, selection: Selection, *, release: bool) -> list[PlannedSheet]:
    """The sheets of `selection`; raises PolyleafError if the call or the folder is wrong.

    What a call names, leaflet and language, is asked for even if clinic.yaml has it not.
    """
    if font := reader.project.clinic.font:
        fonts.add(font.family)  # before any process starts that draws
    names = select(selection.leaflets, reader.project.leaflet_names(), "leaflet")
    reader.findings += reader.project.strays()
    reader.findings += leaflet_languages.findings(reader.project)
    asked_languages = reader.asked_languages(selection.languages, draft=not release)
    editions = reader.editions(selection.editions)
    reader.findings += pairing.misfits(reader.project, asked_languages, editions, selection)
    pairs = list(product(asked_languages, names))
    offered = [
        (asked, name)
        for asked, name in pairs
        if all(leaflet_languages.offers(reader.project, name, each) for each in asked.languages)
    ]
    named = bool(selection.languages and (selection.leaflets or not offered))
    sheets: dict[Job, PlannedSheet] = {}
    for (asked, name), edition in product(pairs if named else offered, editions):
        if spoken := pairing.of_sheet(reader, asked, name, edition):
            job = Job(name, spoken.tag, edition.name)
            sheets[job] = PlannedSheet(job, spoken.asked, spoken.languages, edition)
    return list(sheets.values())


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
        self.lengths: dict[str, int] = {}  # of leaflets, in characters

    def task(self, sheet: PlannedSheet) -> Task | None:
        """The task of a sheet; none if one of its inputs is wrong, which the reader reports."""
        self.reader.recall(sheet.edition)
        leaflet = self.reader.leaflet(sheet.job.leaflet)
        found = [self._target(sheet, leaflet, language) for language in sheet.languages]
        targets = tuple(target for target in found if target is not None)
        if leaflet is None or len(targets) < len(found):
            return None
        format_ = formats.of(sheet.edition)
        together = tuple(self._others(sheet, leaflet))
        drawn = (*targets, *together)
        families = (name for each in drawn for name in sheet.edition.families(each.language))
        return Task(
            sheet.job,
            leaflet,
            targets,
            sheet.edition,
            self.reader.project.clinic,
            self.release,
            self.allow_untranslated,
            weight=self._weight(leaflet, sheet),
            fonts=tuple(dict.fromkeys(families)) if format_.needs_fonts else (),
            together=together,
        )

    def _others(self, sheet: PlannedSheet, leaflet: Leaflet) -> Iterator[Target]:
        """The other languages of clinic.yaml that its leaflet is in and is to be set like."""
        if not shared_fit.concerns(sheet, leaflet):
            return
        reader, name = self.reader, sheet.job.leaflet
        alone = (each for each in reader.asked_languages(()) if len(each.languages) == 1)
        for language in (language for each in alone for language in each.languages):
            there = reader.is_source(name, language) or reader.has_catalog(name, language)
            if language.tag != sheet.language.tag and there:
                target = self._target(sheet, leaflet, language)
                if target is not None:
                    yield target

    def _target(
        self, sheet: PlannedSheet, leaflet: Leaflet | None, language: Language
    ) -> Target | None:
        """A language with what its catalogs say; none if one of them is wrong."""
        name, reader, read = sheet.job.leaflet, self.reader, list[object]()
        messages, words = None, None
        read += (glossary := reader.glossary(language), notes := reader.notes(language))
        language = languages.in_country(language, reader.project.clinic.country)
        language = _with_fonts_of(language, reader.project.source)
        if language.pseudo:  # made from the source, and from the words of the templates
            strings = markup.strings(self.templates)
            read.append(words := reader.attempt(lambda: pseudo_messages.words(strings, language)))
            messages = pseudo_messages.messages(leaflet, language) if leaflet else None
        else:
            if not reader.is_source(INTERFACE, language):
                read.append(words := reader.messages(INTERFACE, language))
            if not reader.is_source(name, language):
                read.append(messages := reader.messages(name, language))
        if None in read:
            return None
        if (set_in := self._in_clinic_font(sheet, language)) is None:
            return None
        return Target(set_in, messages, words, glossary or (), notes or ())

    def _in_clinic_font(self, sheet: PlannedSheet, language: Language) -> Language | None:
        """The language in the font of clinic.yaml; none if that does not fit it."""
        font = self.reader.project.clinic.font
        if not font or sheet.edition.shows != "sheet":
            return language
        paper = formats.of(sheet.edition).needs_fonts
        set_in = clinic_font.on_paper if paper else clinic_font.on_screen
        return self.reader.attempt(partial(set_in, language, font))

    def _weight(self, leaflet: Leaflet, sheet: PlannedSheet) -> float:
        """About the time that the sheet takes, in characters that are laid out."""
        if leaflet.name not in self.lengths:
            self.lengths[leaflet.name] = sum(len(text.value) for text in texts(leaflet))
        letters = sum(
            self.lengths[leaflet.name] + (SUBSETTING if language.script in HAN else 0)
            for language in sheet.languages
        )
        return letters * formats.of(sheet.edition).weight


def _with_fonts_of(language: Language, source: Language) -> Language:
    """The language with the fonts of the source, whose title stands on each translated sheet."""
    if source.families[0] in language.families:
        return language
    return replace(language, families=tuple(dict.fromkeys((*language.families, *source.families))))

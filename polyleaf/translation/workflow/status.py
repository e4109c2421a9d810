"""What is translated, reviewed and due for review: one row for each leaflet and language."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import product

from ... import languages
from ...checks import waived
from ...checks.translation import copied
from ...content.project import Project, select
from ...model.catalog import Messages, Provenance, TranslationStatus
from ...model.findings import Finding, Severity, Where
from ...model.jobs import INTERFACE, Selection
from ...model.leaflet import Leaflet, Text
from ...model.sheet import Language
from ...model.unit import Unit
from .. import interface, localize
from ..memory import MemoryReader, WordCounter, words
from ..reader import Reader

Key = tuple[str, str]  # context, source text
NOT_STARTED = Provenance("untold")


@dataclass(frozen=True, slots=True)
class Status:
    rows: tuple[TranslationStatus, ...]
    findings: tuple[Finding, ...]

    @property
    def exit_code(self) -> int:
        """Missing translations are not errors: the command is there to report them."""
        errors = (each for each in self.findings if each.severity is Severity.ERROR)
        return max((int(each.exit_status) for each in errors), default=0)


def status(project: Project, selection: Selection) -> Status:
    """The status of each leaflet, and of the interface, in each language.

    A broken catalog is a finding; a missing one is a row with nothing translated.
    Raises PolyleafError if the call is wrong.
    """
    reader, memories = Reader(project), MemoryReader(project)
    names = select(selection.leaflets, [*project.leaflet_names(), INTERFACE], "leaflet")
    leaflets = {name: reader.leaflet(name) for name in names if name != INTERFACE}
    wanted = reader.languages(selection.languages)
    found = {}
    for language in wanted:  # one after the other: a memory may be large
        counter = cache(partial(_counter, memories, language))
        for name in names:
            found[name, language.tag] = _row(reader, name, leaflets.get(name), language, counter)
        reader.findings += reader.notes(language) or ()
    rows = (found[name, language.tag] for name, language in product(names, wanted))
    findings = sorted({*reader.findings, *memories.findings})
    return Status(tuple(filter(None, rows)), tuple(findings))


def _counter(memories: MemoryReader, language: Language) -> WordCounter:
    return WordCounter(memories.of(language), memories.project.source)


def _row(
    reader: Reader,
    name: str,
    leaflet: Leaflet | None,
    language: Language,
    counter: Callable[[], WordCounter],
) -> TranslationStatus | None:
    """None if the leaflet cannot be read, and for the interface in its own language."""
    source = reader.is_source(name, language)
    if leaflet is None and (name != INTERFACE or source):
        return None
    messages = None
    written = languages.find(reader.project.source_tag(name))
    if not source and (leaflet is None or reader.has_catalog(name, language)):
        messages = reader.messages(name, language)
        if messages is None:
            row, _ = _status(name, leaflet, language, None, written, source=False)
            return replace(row, state="unreadable")
    row, done = _status(name, leaflet, language, messages, written, source=source)
    if row.missing:
        texts, found = _texts(leaflet, messages), messages.found if messages else {}
        row = replace(row, to_translate=counter().count(texts.values(), done, found))
    return row


def _status(
    name: str,
    leaflet: Leaflet | None,
    language: Language,
    messages: Messages | None,
    written: Language,
    *,
    source: bool,
) -> tuple[TranslationStatus, Collection[Key]]:
    """The row, and the messages that are translated; `written` is the source's language."""
    texts = _texts(leaflet, messages)
    origin = messages.provenance if messages else NOT_STARTED
    if messages is not None and origin == interface.NO_WORDS:
        origin = NOT_STARTED
    done: Collection[Key] = ()
    units: tuple[Unit, ...] = ()
    if source:
        origin, done = Provenance("source"), texts.keys()
    elif messages is not None:
        units = localize.units(leaflet, messages, language)
        done = {(unit.context, unit.source) for unit in units if not _is_copy(unit)}
    found = messages.found if messages else {}
    fuzzy = {(c or "", text) for (c, text), message in found.items() if message.fuzzy}
    row = TranslationStatus(
        leaflet=name,
        language=language.tag,
        messages=len(texts),
        translated=len(done),
        fuzzy=len(fuzzy & texts.keys()),
        copied=sum(map(_is_copy, units)),
        words=sum(words(text, written) for _, text in texts),
        translated_words=sum(words(text, written) for _, text in done),
        safety_missing=sum(text.safety for key, text in texts.items() if key not in done),
        provenance=origin,
        version=f"{leaflet.published} · {leaflet.version}" if leaflet else "",
        source_reviewed=leaflet is None or bool(leaflet.reviewed_by),
        review_by=leaflet.review_by if leaflet else None,
        notes=tuple(_notes(messages, texts)),
        state="begun" if source or origin is not NOT_STARTED else "not begun",
    )
    return row, done


def _notes(messages: Messages | None, texts: Collection[Key]) -> Iterator[tuple[Where, str]]:
    """What translators ask in the messages that are in use, and has no answer."""
    for (context, source), message in (messages.found if messages else {}).items():
        if (context or "", source) in texts:
            yield from ((message.where, note.text) for note in message.notes if not note.answer)


def _texts(leaflet: Leaflet | None, messages: Messages | None) -> dict[Key, Text]:
    """Each text to translate once, by context and source text."""
    if leaflet is not None:
        return {(text.context, text.value): text for text in localize.translatable(leaflet)}
    found = messages.found if messages else {}
    return {(c or "", source): Text(source, Where(""), c or "") for c, source in found}


def _is_copy(unit: Unit) -> bool:
    """Whether the translation equals its source, and no waiver says that this is intended."""
    return copied.is_copied(unit) and not waived.holds(unit, copied.CODE)

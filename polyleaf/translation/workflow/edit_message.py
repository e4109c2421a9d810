"""One message, written in the preview: judged as anything that comes back, and saved alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ... import checks
from ...content.project import Project, wrong_call
from ...languages import normalised
from ...model.catalog import Messages
from ...model.findings import Finding, PolyleafError, Severity, Where
from ...model.leaflet import Leaflet
from ...model.sheet import Language
from ...model.unit import GlossaryTerm, Translation, fingerprint
from .. import catalog, localize
from ..catalog import Catalog, Entry, Key
from ..catalog.notes import edited
from .catalog_files import FileChange, Updated, apply, read
from .judging import BROKEN_LINE
from .one_line import one_line


@dataclass(frozen=True, slots=True)
class Edit:
    """A new text for a message, and the seal of what its writer had before the eyes."""

    leaflet: str
    key: Key
    text: str
    seal: str
    by: str
    fuzzy: bool = False  # it is not finished


class ChangedMeanwhileError(Exception):
    """Somebody else has saved the message since it was read."""

    def __init__(self, text: str, seal: str) -> None:
        super().__init__(text)
        self.text, self.seal = text, seal


def seal(key: Key, target: str, *, fuzzy: bool) -> str:
    """What changes when a message's text or its state does."""
    return fingerprint(*key, target) + ("~" if fuzzy else "")


def save(project: Project, language: Language, edit: Edit, day: date) -> Updated:
    """Writes the text into its entry and leaves every other line of the file as it is.

    Raises ChangedMeanwhileError, and PolyleafError if the catalog lacks the message or is broken.
    """
    name = one_line(edit.by, "the name")
    if not name:
        raise wrong_call("edit-name", "say who writes", "the name is written next to the message")
    path = project.catalog_path(edit.leaflet, language)
    found = read(project, path)
    entry = found.index().get(edit.key) if found else None
    if found is None or entry is None:
        where = Where(project.shown(path))
        raise PolyleafError([localize.untranslated(edit.key[1], None, where)])
    now = seal(edit.key, entry.msgstr[0], fuzzy=entry.fuzzy)
    if now != edit.seal:
        raise ChangedMeanwhileError(entry.msgstr[0], now)
    made = _with(entry, edit, name, day)
    if made == entry:
        return Updated((), 1, ())
    entries = tuple(made if each is entry else each for each in found.entries)
    data = _written(project.catalog(path), found, replace(found, entries=entries), made)
    return apply(project, [lambda: iter((FileChange(path, data),))])


def findings(
    key: Key,
    text: str,
    leaflet: Leaflet,
    messages: Messages,
    language: Language,
    glossary: tuple[GlossaryTerm, ...],
) -> tuple[Finding, ...]:
    """What `check` would report of a message if it had this text."""
    old = messages.found.get(key)
    if old is None or not text.strip():
        return ()
    new = replace(old, text=tidy(key[1], text), usable=True, fuzzy=False)
    made = replace(messages, found={**messages.found, key: new})
    units = localize.units(leaflet, made, language)
    found = checks.translation(Translation(language, units, glossary))
    return tuple(finding for finding in found if finding.where == old.where)


def errors(found: tuple[Finding, ...]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in found)


def tidy(source: str, text: str) -> str:
    """The text in the form NFC; only a source of several lines has several lines."""
    words = normalised(text).strip()
    if "\n" in source:
        return "\n".join(line.strip() for line in words.splitlines())
    return BROKEN_LINE.sub(" ", words)


def _with(entry: Entry, edit: Edit, name: str, day: date) -> Entry:
    words = tidy(entry.msgid, edit.text)
    fuzzy = edit.fuzzy and bool(words)
    if words == entry.msgstr[0] and fuzzy == entry.fuzzy:
        return entry
    others = tuple(flag for flag in entry.flags if flag != "fuzzy")
    made = replace(
        entry,
        msgstr=(words,),
        flags=("fuzzy", *others) if fuzzy else others,
        previous=entry.previous if fuzzy else None,
        comments=edited(entry.comments, name, day.isoformat()),
    )
    return made if fuzzy else catalog.offered.accepted(made)


def _written(data: bytes, old: Catalog, new: Catalog, entry: Entry) -> bytes:
    """The file with the lines of one entry replaced by those that the writer makes of it.

    A file whose entries do not stand apart, or that is not in UTF-8, is written anew as a whole.
    """
    try:
        lines = data.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return catalog.write(new)
    end = "\r" if lines[0].endswith("\r") else ""
    first = last = entry.where.line - 1
    while first > 0 and lines[first - 1].strip():
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].strip():
        last += 1
    alone = catalog.write(replace(new, entries=(entry,), trailing=()))
    block = alone.decode().rstrip("\n").rpartition("\n\n")[2].split("\n")
    made = [*lines[:first], *(line + end for line in block), *lines[last + 1 :]]
    whole = "\n".join(made).encode()
    try:
        same = catalog.same(catalog.read(whole, old.path), new)
    except PolyleafError:
        same = False
    return whole if same else catalog.write(new)

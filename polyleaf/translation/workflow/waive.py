"""A person waives a finding for one message: a comment of the message says so, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ... import checks, languages
from ...content.project import Project
from ...model.catalog import Waiver
from ...model.findings import ExitStatus, Finding, PolyleafError, Where
from ...model.jobs import INTERFACE
from ...model.sheet import Language
from ...model.unit import Translation, Unit, fingerprint
from .. import catalog, localize
from ..catalog import Catalog, Entry
from ..reader import read_leaflet
from .catalog_files import Updated, read, unwritable, write

PLACE = re.compile(r"(?P<path>.+?):(?P<line>[0-9]+)(?::[0-9]+)?")
CALL = Where("command line")


def waive(project: Project, words: Sequence[str]) -> Updated:
    """Waives for `words`: FILE:LINE as the finding tells it, its code, and the reason.

    Raises PolyleafError if the call is wrong or the message has no such finding.
    """
    match [PLACE.fullmatch(words[0]) if words else None, *words[1:]]:
        case [re.Match() as place, str(code), str(reason)] if reason.strip():
            pass
        case _:
            hint = "`polyleaf waive locales/hi/LC_MESSAGES/rosacea.po:41 number-changed 'why'`"
            raise _wrong("waive-call", "name the place, the code and the reason", hint)
    path = project.root / place["path"]
    inside = path.suffix == ".po" and path.parent.parent.parent == project.root / "locales"
    found = read(project, path) if inside else None
    if found is None:
        hint = "it counts from the project's folder: locales/hi/LC_MESSAGES/rosacea.po:41"
        raise _wrong("waive-place", f"{place['path']} is no catalog of the project", hint)
    entry = _at(found, int(place["line"]))
    told = _findings(project, path, found, entry)
    if code not in told:
        known = f"there are: {', '.join(sorted(told))}" if told else "there is no finding at all"
        where = entry.translated_where
        raise PolyleafError([Finding(where, "waive-nothing", f"no finding {code} here", known)])
    waiver = Waiver(code, fingerprint(entry.msgctxt, entry.msgid, entry.msgstr[0]), reason.strip())
    entries = tuple(catalog.waived(e, waiver) if e is entry else e for e in found.entries)
    try:
        data = catalog.write(replace(found, entries=entries))
        return Updated(tuple(write(project, [(path, data)])), 0, ())
    except OSError as error:
        return Updated((), 0, (unwritable(project, error),))


def _at(found: Catalog, line: int) -> Entry:
    """The message that a line is part of."""
    before = [entry for entry in found.active if entry.where.line <= line]
    if not before:
        raise _wrong("waive-place", f"{found.path} has no message at line {line}", "")
    return before[-1]


def _findings(project: Project, path: Path, found: Catalog, entry: Entry) -> set[str]:
    """Codes of what is told of a message."""
    language = languages.find(path.parent.parent.name, Where(found.path))
    units = tuple(_units(project, path.stem, found, language))
    told = checks.translation(Translation(language, units))
    return {finding.code for finding in told if finding.where == entry.translated_where}


def _units(project: Project, domain: str, found: Catalog, language: Language) -> Iterator[Unit]:
    messages = catalog.messages(found)
    if domain == INTERFACE:
        yield from localize.words(messages, language)
    else:
        yield from localize.units(read_leaflet(project, domain), messages, language)


def _wrong(code: str, message: str, hint: str) -> PolyleafError:
    return PolyleafError([Finding(CALL, code, message, hint, exit_status=ExitStatus.CALL)])

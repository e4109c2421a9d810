"""Waives a finding for one message: a comment of the message gives the reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ... import checks, languages
from ...checks.registry import RULES
from ...content.project import Project, wrong_call
from ...model.catalog import Waiver
from ...model.findings import Finding, PolyleafError, Where
from ...model.jobs import INTERFACE
from ...model.unit import Translation, fingerprint
from .. import catalog, localize
from ..catalog import Catalog, Entry
from ..reader import read_leaflet
from .catalog_files import FileChange, Updated, apply, read
from .one_line import one_line

PLACE = re.compile(r"(?P<path>.+?):(?P<line>[0-9]+)(?::[0-9]+)?")


def waive(project: Project, words: Sequence[str]) -> Updated:
    """Waives the finding in `words`: its FILE:LINE as it is reported, its code, and the reason.

    Raises PolyleafError if the call is wrong or the message has no such finding.
    """
    match [PLACE.fullmatch(words[0]) if words else None, *words[1:]]:
        case [re.Match() as place, str(code), str(reason)] if reason.strip():
            pass
        case _:
            hint = "`polyleaf waive locales/hi/LC_MESSAGES/rosacea.po:41 number-changed 'why'`"
            raise wrong_call("waive-call", "name the place, the code and the reason", hint)
    reason = one_line(reason, "the reason")
    path = project.root / place["path"]
    inside = path.suffix == ".po" and path.parent.parent.parent == project.root / "locales"
    found = read(project, path) if inside else None
    if found is None:
        hint = "it starts at the project's folder: locales/hi/LC_MESSAGES/rosacea.po:41"
        raise wrong_call("waive-place", f"{place['path']} is not a catalog of the project", hint)
    entry = _at(found, int(place["line"]))
    codes = _codes(project, path, found, entry)
    if code not in codes:
        raise PolyleafError([_nothing(entry, code, codes)])
    waiver = Waiver(code, fingerprint(entry.msgctxt, entry.msgid, entry.msgstr[0]), reason)
    entries = tuple(catalog.waived(e, waiver) if e is entry else e for e in found.entries)
    change = FileChange(path, catalog.write(replace(found, entries=entries)))
    return apply(project, [lambda: iter((change,))])


def _nothing(entry: Entry, code: str, codes: set[str]) -> Finding:
    """Why there is nothing to waive."""
    known = f"there are: {', '.join(sorted(codes))}" if codes else "there is no finding at all"
    now = fingerprint(entry.msgctxt, entry.msgid, entry.msgstr[0])
    if any(w.code == code and w.fingerprint == now for w in catalog.waivers(entry)):
        known = "it is waived already: a comment of the message says so"
    elif not entry.translated:
        known = "the message is fuzzy" if entry.fuzzy else "the message is not translated"
        known += ": it is not checked yet"
    elif code not in RULES:
        known = f"there is no such code; {known}"
    where = entry.translated_where
    return Finding(where, "waive-nothing", f"no finding {code} here, nothing was changed", known)


def _at(found: Catalog, line: int) -> Entry:
    """The message that a line belongs to."""
    before = [entry for entry in found.active if entry.where.line <= line]
    if not before:
        raise wrong_call("waive-place", f"{found.path} has no message at line {line}")
    return before[-1]


def _codes(project: Project, path: Path, found: Catalog, entry: Entry) -> set[str]:
    """The codes of the findings in a message."""
    language = languages.find(path.parent.parent.name, Where(found.path))
    leaflet = None if path.stem == INTERFACE else read_leaflet(project, path.stem)
    units = localize.units(leaflet, catalog.messages(found), language)
    findings = checks.translation(Translation(language, units))
    return {finding.code for finding in findings if finding.where == entry.translated_where}

"""Sections that got another id: their messages are the same ones in a new place.

The first part of a context is a section's id. It was renamed if it is in no context any more, and
at least half of the texts of a section that is new were in it, each in the same role.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from ...model.unit import fingerprint
from .corrections import Correction
from .lookup import waived, waivers
from .messages import Catalog, Entry, Previous

Texts = set[tuple[str, str]]  # role, source text


def followed(catalog: Catalog, template: Catalog) -> tuple[Catalog, list[Correction]]:
    """The catalog with the new contexts, and of each translation that moved its former source."""
    names = _new_names(catalog, template)
    known = {entry.key for entry in catalog.entries}
    moved: list[Correction] = []
    entries: list[Entry] = []
    for old in catalog.entries:
        name, _, role = (old.msgctxt or "").partition("/")
        context = f"{names[name]}/{role}" if name in names else ""
        if not context or (context, old.msgid) in known:
            entries.append(old)
            continue
        entries.append(_moved(old, context))
        if entries[-1].translated:
            moved.append((Previous(old.msgctxt, old.msgid, None), entries[-1]))
    return replace(catalog, entries=tuple(entries)), moved


def _new_names(catalog: Catalog, template: Catalog) -> dict[str, str]:
    """The ids of sections that are in the catalog → those that they have in the template."""
    now, then = _sections(template.entries), _sections(catalog.entries)
    known = _sections(catalog.active)
    gone = {name: texts for name, texts in then.items() if name not in now}
    new = {name: texts for name, texts in now.items() if name not in known}
    was = {name: found for name, texts in new.items() if (found := _former(texts, gone))}
    taken = list(was.values())
    return {old: name for name, old in was.items() if taken.count(old) == 1}


def _former(texts: Texts, gone: dict[str, Texts]) -> str:
    """The only one of the sections that had at least half of the texts; empty if there is none."""
    found = [name for name, those in gone.items() if 2 * len(texts & those) >= len(texts)]
    return found[0] if len(found) == 1 else ""


def _sections(entries: Iterable[Entry]) -> dict[str, Texts]:
    found: defaultdict[str, Texts] = defaultdict(set)
    for entry in entries:
        name, slash, role = (entry.msgctxt or "").partition("/")
        if slash and entry.msgid_plural is None:
            found[name].add((role, entry.msgid))
    return found


def _moved(old: Entry, context: str) -> Entry:
    """The message in its new place, with the waivers that held for it."""
    entry = replace(old, msgctxt=context)
    for waiver in waivers(old):
        if waiver.fingerprint == fingerprint(old.msgctxt, old.msgid, old.msgstr[0]):
            now = fingerprint(context, old.msgid, old.msgstr[0])
            entry = waived(entry, replace(waiver, fingerprint=now))
    return entry

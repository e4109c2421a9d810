"""A catalog and its signed copy → Messages, for looking up, with the waivers in its comments.

A waiver is a comment such as `waive number-changed [3f2a91bc]: the day is a name here`. It is a
translator's comment, so that editors and gettext's tools keep it. Without the fingerprint of the
texts, or with another one, it waives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ... import languages
from ...model.catalog import Message, Messages, Waiver
from ...model.findings import Finding
from ...model.sheet import Language
from .messages import Catalog, Entry, Key
from .notes import edited_by, notes
from .signed import former, provenance

WAIVER = re.compile(
    r"\s*waive\s+(?P<code>[a-z][a-z-]*)\s*(?:\[(?P<fingerprint>\w*)\])?\s*:\s*(?P<reason>.*)"
)


def messages(catalog: Catalog, signed: Catalog | None = None) -> Messages:
    """The catalog's messages; raises PolyleafError as `provenance` does."""
    return Messages(catalog.path, provenance(catalog, signed), found(catalog, signed))


def found(catalog: Catalog, signed: Catalog | None = None) -> dict[Key, Message]:
    """The catalog's messages by their key."""
    then = former(signed)
    return {
        entry.key: Message(
            text=entry.msgstr[0],
            usable=entry.translated,
            fuzzy=entry.fuzzy,
            where=entry.translated_where,
            waivers=waivers(entry),
            signed=then(entry),
            notes=notes(entry.comments),
            edited_by=edited_by(entry.comments),
            former=entry.previous.msgid if entry.previous else None,
        )
        for entry in catalog.active
    }


def misplaced(catalog: Catalog, language: Language) -> Iterator[Finding]:
    """The header names another language than the folder. Editors may add a country to it."""
    declared = catalog.field("Language")
    if declared and not languages.akin(declared, language):
        message = f'the header says Language: {declared}, the folder is "{language.locale}"'
        hint = f"write Language: {language.locale} if that is right, else move the file"
        yield Finding(catalog.header.translated_where, "po-language", message, hint)


def waived(entry: Entry, waiver: Waiver) -> Entry:
    """The entry with the waiver, which replaces an older one of the same code."""
    others = [c for c in entry.comments if waiver.code not in {w.code for w in _of([c])}]
    line = f"waive {waiver.code} [{waiver.fingerprint}]: {waiver.reason}"
    return replace(entry, comments=(*others, line))


def waivers(entry: Entry) -> tuple[Waiver, ...]:
    return tuple(_of(entry.comments))


def _of(comments: Iterable[str]) -> Iterator[Waiver]:
    for comment in comments:
        if match := WAIVER.fullmatch(comment):
            yield Waiver(match["code"], match["fingerprint"] or "", match["reason"])

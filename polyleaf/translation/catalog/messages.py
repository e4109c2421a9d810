"""A catalog as values: every entry with its comments, flags, former source text and place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...model.catalog import Provenance
from ...model.findings import Finding, PolyleafError, Where

NOWHERE = Where("")  # of a message that has not been in a file yet
Key = tuple[str | None, str]  # msgctxt, msgid
METHODS = ("human", "machine", "machine-edited")


def _visible(text: str) -> bool:
    """Whether a reader would see anything: not only spaces and characters without a shape."""
    return any(unicodedata.category(c) not in ("Cf", "Cc") and not c.isspace() for c in text)


@dataclass(frozen=True, slots=True)
class Previous:
    """The source text that a fuzzy translation was made from (`#|`)."""

    msgctxt: str | None
    msgid: str
    msgid_plural: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One message. `where` is its first line, `translated_where` that of its msgstr."""

    msgid: str
    msgstr: tuple[str, ...]  # one for each plural form
    msgctxt: str | None = None
    msgid_plural: str | None = None
    comments: tuple[str, ...] = ()  # "# ": the translator's
    extracted: tuple[str, ...] = ()  # "#.": the author's and the program's
    references: tuple[str, ...] = ()  # "#:": file:line
    flags: tuple[str, ...] = ()  # "#,"
    previous: Previous | None = None
    obsolete: bool = False
    where: Where = NOWHERE
    translated_where: Where = NOWHERE

    @property
    def key(self) -> Key:
        return self.msgctxt, self.msgid

    @property
    def fuzzy(self) -> bool:
        return "fuzzy" in self.flags

    @property
    def translated(self) -> bool:
        """Fuzzy and empty never print."""
        return not self.obsolete and not self.fuzzy and all(map(_visible, self.msgstr))


@dataclass(frozen=True, slots=True)
class Catalog:
    """A PO or POT file: its header entry and its messages in order."""

    path: str
    header: Entry
    entries: tuple[Entry, ...]
    trailing: tuple[str, ...] = ()  # lines of comments after the last message

    @property
    def active(self) -> Iterator[Entry]:
        return (entry for entry in self.entries if not entry.obsolete)

    def index(self) -> dict[Key, Entry]:
        """Active messages by what gettext looks them up with."""
        return {entry.key: entry for entry in self.active}

    def field(self, name: str) -> str:
        """A header field's value, or nothing."""
        for line in self.header.msgstr[0].split("\n"):
            field, _, value = line.partition(":")
            if field.strip().lower() == name.lower():
                return value.strip()
        return ""


def provenance(catalog: Catalog) -> Provenance:
    """Where the catalog's translation comes from; raises PolyleafError if it does not say."""
    where = catalog.header.where
    method = catalog.field("X-Polyleaf-Method")
    if method not in METHODS:
        said = f'says "{method}"' if method else "does not say"
        message = f"the header {said} how the translation was made (X-Polyleaf-Method)"
        hint = f"one of: {', '.join(METHODS)}"
        raise PolyleafError([Finding(where, "po-method", message, hint)])
    on = catalog.field("X-Polyleaf-Reviewed-On")
    try:
        day = date.fromisoformat(on) if on else None
    except ValueError:
        message = f'X-Polyleaf-Reviewed-On is "{on}"'
        hint = "write a date such as 2026-11-22"
        raise PolyleafError([Finding(where, "po-reviewed-on", message, hint)]) from None
    return Provenance(method, catalog.field("X-Polyleaf-Reviewed-By"), day)  # type: ignore[arg-type]

"""A catalog as values: each entry with its comments, flags, former source text and place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from ...model.findings import Where

NOWHERE = Where("")  # for a message that has not been in a file yet
Key = tuple[str | None, str]  # msgctxt, msgid
METHOD, REVIEWED_BY = "X-Polyleaf-Method", "X-Polyleaf-Reviewed-By"
REVIEWED_ON, REVIEWED_VERSION = "X-Polyleaf-Reviewed-On", "X-Polyleaf-Reviewed-Version"
SAME_PLACE = 50.0  # per cent similar, for texts in the same context


def _visible(text: str) -> bool:
    """Whether the text has anything but spaces and invisible characters."""
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
    sticky: tuple[str, ...] = ()  # "#=": flags as gettext 0.25 and later may write them
    previous: Previous | None = None
    obsolete: bool = False
    where: Where = NOWHERE
    translated_where: Where = NOWHERE

    @property
    def key(self) -> Key:
        return self.msgctxt, self.msgid

    @property
    def is_header(self) -> bool:
        return self.key == (None, "") and not self.obsolete

    @property
    def fuzzy(self) -> bool:
        return "fuzzy" in self.flags

    @property
    def translated(self) -> bool:
        """Whether the translation may be printed: neither fuzzy nor empty."""
        return not self.obsolete and not self.fuzzy and all(map(_visible, self.msgstr))


@dataclass(frozen=True, slots=True)
class Catalog:
    """A PO or POT file: its header entry and its messages in order."""

    path: str
    header: Entry
    entries: tuple[Entry, ...]
    trailing: tuple[str, ...] = ()  # lines of comments after the last message
    wide: bool = False  # its tool does not break long lines

    @property
    def active(self) -> Iterator[Entry]:
        return (entry for entry in self.entries if not entry.obsolete)

    def index(self) -> dict[Key, Entry]:
        """The active messages by their key."""
        return {entry.key: entry for entry in self.active}

    def field(self, name: str) -> str:
        """The value of a header field; empty if it has none."""
        for line in self.header.msgstr[0].split("\n"):
            field, _, value = line.partition(":")
            if field.strip().lower() == name.lower():
                return value.strip()
        return ""

    def with_fields(self, fields: Mapping[str, str]) -> Catalog:
        """The catalog with these fields at the end of its header, in place of former ones."""
        former = (line for line in self.header.msgstr[0].split("\n") if line)
        lines = [line for line in former if line.partition(":")[0] not in fields]
        lines += [f"{name}: {value}" for name, value in fields.items()]
        return replace(self, header=replace(self.header, msgstr=("\n".join(lines) + "\n",)))


def most_similar(message: Entry, candidates: Sequence[Entry], cutoff: float) -> Entry | None:
    """The candidate whose source text is most similar, if by at least `cutoff` per cent."""
    texts = [entry.msgid for entry in candidates]
    best = process.extractOne(message.msgid, texts, scorer=fuzz.ratio, score_cutoff=cutoff)
    return candidates[best[2]] if best else None

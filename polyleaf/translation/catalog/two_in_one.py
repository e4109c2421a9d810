"""What two files leave that were put together: two headers, two messages, msgcat's marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model.findings import Finding
from .messages import Entry, Key

MARK = "#-#-#-#-#"  # between the texts of two files, as msgcat writes it
CODE = "po-merged"
UNIQUE = "`msguniq --use-first -o FILE FILE` keeps the first of each message"


def of_entries(entries: Sequence[Entry]) -> Iterator[Finding]:
    yield from _twice(entries)
    for entry in entries:
        if MARK in "".join(entry.msgstr) and not entry.obsolete:
            what = "the header" if entry.is_header else f'"{entry.msgid[:40]}"'
            message = f"{what} has the texts of two files, with a line of {MARK} before each"
            hint = "keep one of them; `msgcat --use-first` would have taken the first"
            if entry.is_header or not entry.fuzzy:  # else it is reported as fuzzy
                yield Finding(entry.translated_where, CODE, message, hint)


def _twice(entries: Sequence[Entry]) -> Iterator[Finding]:
    seen: dict[Key, Entry] = {}
    for entry in entries:
        first = seen.setdefault(entry.key, entry)
        if first is entry:
            continue
        if entry.is_header and first.is_header:
            message = "a second header: two files were put together"
            hint = 'delete this one, from msgid "" to the next empty line'
            yield Finding(entry.where, CODE, message, hint)
        else:
            message = f'the message "{entry.msgid[:40]}" is in the file twice'
            hint = f"first on line {first.where.line}; keep one: {UNIQUE}"
            yield Finding(entry.where, "po-duplicate", message, hint)

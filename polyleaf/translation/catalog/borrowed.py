"""A catalog that takes its first texts from another one: es-419 from es.

A text that comes from elsewhere is fuzzy until somebody has read it, and a comment says where from.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace

from .messages import METHOD, Catalog, Entry, Key


def borrowed(
    catalog: Catalog, source: Mapping[Key, Entry], name: str, known: Container[Key] = ()
) -> Catalog:
    """The catalog with what `source` has in the place of missing texts, but for those `known`.

    `name` says what the source is, as the comment has it.
    """
    entries = (
        entry if entry.key in known else _borrowed(entry, source.get(entry.key), name)
        for entry in catalog.entries
    )
    return replace(catalog, entries=tuple(entries))


def with_method(catalog: Catalog, method: str) -> Catalog:
    """The catalog with the method of the texts that it begins with."""
    return catalog if catalog.field(METHOD) else catalog.with_fields({METHOD: method})


def _borrowed(entry: Entry, found: Entry | None, name: str) -> Entry:
    if found is None or any(entry.msgstr) or not found.translated or entry.msgid_plural is not None:
        return entry
    return replace(
        entry,
        msgstr=found.msgstr,
        comments=(*entry.comments, f"from {name}"),
        flags=("fuzzy", *entry.flags),
    )

"""Leaflets whose file got another name: their catalogs go on under it.

A catalog whose leaflet is not there any more is that of a new leaflet if at least half of the new
one's messages are translated in it, in the same contexts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ...model.sheet import Language
from ..catalog import Catalog, Key
from ..memory import MemoryReader

ID = "Project-Id-Version"


@dataclass(frozen=True, slots=True)
class RenamedLeaflets:
    """Finds the catalogs of leaflets that are gone; they are read once for each language."""

    memories: MemoryReader
    _gone: dict[str, tuple[Catalog, ...]] = field(default_factory=dict)
    _used: dict[str, set[Key]] = field(default_factory=dict)  # translated in other leaflets

    def former(self, template: Catalog, language: Language) -> Catalog | None:
        """The catalog of the leaflet that is now the template's, with the new name in its header.

        One that has gone on under another name already is not found again.
        """
        gone = self._catalogs_gone(language)
        wanted = {entry.key for entry in template.entries}
        shared = [(len(wanted & self._free(each, language)), each) for each in gone]
        most, found = max(shared, key=lambda two: two[0], default=(0, None))
        if found is None or not most or 2 * most < len(wanted):
            return None
        self._used[language.tag] |= _translated(found)
        return _named(found, template)

    def _catalogs_gone(self, language: Language) -> tuple[Catalog, ...]:
        if language.tag not in self._gone:
            self._gone[language.tag] = tuple(self.memories.catalogs(language, gone=True))
        return self._gone[language.tag]

    def _free(self, catalog: Catalog, language: Language) -> set[Key]:
        """The messages that are translated in a catalog, and in none of a leaflet that is there."""
        if language.tag not in self._used:
            there = self.memories.catalogs(language, gone=False)
            self._used[language.tag] = set[Key]().union(*map(_translated, there))
        return _translated(catalog) - self._used[language.tag]


def is_blank(catalog: Catalog) -> bool:
    """Whether a catalog has no translation."""
    return not any(any(entry.msgstr) for entry in catalog.entries)


def _translated(catalog: Catalog) -> set[Key]:
    return {entry.key for entry in catalog.entries if any(entry.msgstr)}


def _named(catalog: Catalog, template: Catalog) -> Catalog:
    """The catalog with the name of the new leaflet in its header."""
    name = template.field(ID)
    lines = _replaced(catalog.header.msgstr[0].split("\n"), f"{ID}: {name}")
    return replace(catalog, header=replace(catalog.header, msgstr=("\n".join(lines),)))


def _replaced(lines: Iterable[str], field_line: str) -> list[str]:
    name = field_line.partition(":")[0]
    return [field_line if line.partition(":")[0] == name else line for line in lines]

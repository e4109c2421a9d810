"""edition.toml as it is written: its table, and where each key stands, for findings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from .. import files
from ..model.findings import Where

# TOML 1.0: a table's head, and a key before its value; both may be dotted and quoted.
NAMES = r"""((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)"""
TABLE = re.compile(rf"\s*\[\s*{NAMES}\s*\]")
KEY = re.compile(rf"\s*{NAMES}\s*=")
NAME = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
CODE = "edition-syntax"
Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EditionFile:
    """`places` has line and column by the path of a key: ("fit", "pages")."""

    edition: str
    path: str
    table: dict[str, Any]
    places: dict[Keys, tuple[int, int]]

    def at(self, *keys: str) -> Where:
        """The place of a key, else of what holds it, such as an inline table."""
        known = (keys[:end] for end in range(len(keys), 0, -1) if keys[:end] in self.places)
        return Where(self.path, *self.places[found]) if (found := next(known, ())) else self.where

    @property
    def where(self) -> Where:
        return Where(self.path)


def read(edition: str, path: str, data: bytes) -> EditionFile:
    """Raises PolyleafError at the line of what is no TOML."""
    table = files.toml(data, Where(path), CODE)
    return EditionFile(edition, path, table, _places(data.decode("utf-8-sig")))


def _places(text: str) -> dict[Keys, tuple[int, int]]:
    found: dict[Keys, tuple[int, int]] = {}
    table: Keys = ()
    for number, line in enumerate(text.split("\n"), start=1):
        if head := TABLE.match(line):
            table = _names(head[1])
            found.setdefault(table, (number, head.start(1) + 1))
        elif key := KEY.match(line):
            path = (*table, *_names(key[1]))
            for end in range(len(table) + 1, len(path) + 1):
                found.setdefault(path[:end], (number, key.start(1) + 1))
    return found


def _names(dotted: str) -> Keys:
    return tuple(name.strip("\"'") for name in NAME.findall(dotted))

"""An input → the digest of its content now, computed once in a run.

In the record, a path below the project is relative to it and one of Polyleaf's own templates and
catalogs begins with `shipped:`, so that a project or an installation may move.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping

from ...files import ABSENT, Input, file_digest, folder_digest, inside_digest
from ...files.shipped import shipped
from ...model.jobs import Folder
from .font_digests import folders_digest, font_digest

SHIPPED = "shipped:"
FOLDERS = ("templates", "locales")  # that Polyleaf brings


class Digests:
    """The digests that inputs have in this run; each is computed once."""

    def __init__(self, root: Folder, facts: Mapping[str, str]) -> None:
        self.root = os.fspath(root)
        self.shipped = {name: shipped(name) for name in FOLDERS}
        self.facts = facts
        self.siblings: Mapping[str, str] = {}  # by leaflet
        self.today = today()
        self._known: dict[Input, str] = {}
        self._kinds: dict[str, Callable[[str], str]] = {
            "file": lambda name: file_digest(self.path(name)),
            "folder": lambda name: folder_digest(self.path(name)),
            "inside": lambda name: inside_digest(self.path(name)),
            "font": font_digest,
            "fonts": folders_digest,
            "fact": lambda name: self.facts.get(name, ABSENT),
            "siblings": lambda name: self.siblings.get(name, ABSENT),
            "due": lambda name: "passed" if name < self.today else "to come",
        }

    def of(self, source: Input) -> str:
        found = self._known.get(source)
        if found is None:
            found = self._known[source] = self._kinds[source.kind](source.name)
        return found

    def learn(self, siblings: Mapping[str, str]) -> None:
        """From now on these are the sheets of each leaflet."""
        self.siblings = siblings
        self._known = {s: known for s, known in self._known.items() if s.kind != "siblings"}

    def path(self, name: str) -> str:
        """Where the record's name of a file or folder leads."""
        if not name.startswith(SHIPPED):
            return os.path.join(self.root, name)
        folder, slash, inside = name.removeprefix(SHIPPED).partition("/")
        return f"{self.shipped.get(folder, self.root)}{slash}{inside}"

    def recorded(self, source: Input) -> Input:
        """An input as the record names it."""
        if source.kind not in ("file", "folder", "inside"):
            return source
        name = source.name
        if name.startswith(f"{self.root}{os.sep}"):
            return Input(source.kind, name[len(self.root) + 1 :])
        for folder, path in self.shipped.items():
            if name == path or name.startswith(f"{path}{os.sep}"):
                return Input(source.kind, f"{SHIPPED}{folder}{name[len(path) :]}")
        return source


def today() -> str:
    """In ISO 8601, without the time that `datetime` takes to load."""
    return time.strftime("%Y-%m-%d")

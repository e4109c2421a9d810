"""A source → the digest of its content, computed once in a run."""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from ..jobs import Folder
from .fontfiles import folders_digest, font_digest
from .hashing import ABSENT, file_digest, text_digest
from .opened import Opened


class Source(NamedTuple):
    """Something that a sheet depends on.

    file: a path, relative to the project or absolute; folder: the names below a folder of
    templates; font: a font's file; fonts: what is in the folders of fonts, parted by `:`;
    fact: what the run knows of itself; due: a day that may have passed.
    """

    kind: str
    name: str


class Digests:
    """The digests that sources have in this run; each is looked at once."""

    def __init__(
        self, root: Folder, template_roots: tuple[Folder, ...], facts: Mapping[str, str]
    ) -> None:
        self.root = os.fspath(root)
        self._opened = Opened(root)
        self.template_roots = tuple(os.fspath(folder) for folder in template_roots)
        self.facts = facts
        self.today = today()
        self._known: dict[Source, str] = {}
        self._folders: dict[str, bool] = {}  # whether they are there
        self._listed: dict[str, list[tuple[int, str]]] = {}
        self._kinds: dict[str, Callable[[str], str]] = {
            "file": self._file,
            "folder": self._names,
            "font": font_digest,
            "fonts": folders_digest,
            "fact": lambda name: self.facts.get(name, ABSENT),
            "due": lambda name: "passed" if name < self.today else "to come",
        }

    def of(self, source: Source) -> str:
        found = self._known.get(source)
        if found is None:
            found = self._known[source] = self._kinds[source.kind](source.name)
        return found

    def again(self) -> "Digests":
        """The same, with nothing looked at yet."""
        return Digests(self.root, self.template_roots, self.facts)

    def _file(self, name: str) -> str:
        """Many a catalog may come and is not there, nor is its folder."""
        folder = name.rpartition("/")[0]
        there = self._folders.get(folder)
        if there is None:
            there = self._folders[folder] = os.path.isdir(os.path.join(self.root, folder))
        return file_digest(name, self._opened) if there else ABSENT

    def _names(self, folder: str) -> str:
        """The names of the files of one template folder, in every root."""
        named = (f"{root} {name}" for root, name in self.template_files(folder))
        return text_digest("\n".join(named))

    def template_files(self, folder: str) -> list[tuple[int, str]]:
        """(number of the root, path below it) of every file in a folder of templates."""
        found = self._listed.get(folder)
        if found is None:
            found = self._listed[folder] = list(self._walked(folder))
        return found

    def _walked(self, folder: str) -> Iterator[tuple[int, str]]:
        for number, root in enumerate(self.template_roots):
            for where, folders, names in os.walk(os.path.join(root, folder)):
                folders.sort()
                for name in sorted(names):
                    yield number, os.path.relpath(os.path.join(where, name), root)


def today() -> str:
    """In ISO 8601, without the time that `datetime` takes to load."""
    return time.strftime("%Y-%m-%d")

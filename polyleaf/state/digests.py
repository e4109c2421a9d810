"""A source → the digest of its content, computed once in a run."""

import hashlib
import os
import time
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO, NamedTuple

from ..jobs import Folder
from .opened import Opened

ABSENT = ""
UNREADABLE = "unreadable"
COLLECTION = b"ttcf"
OUTLINES = (b"\0\1\0\0", b"OTTO", b"true")
TABLE = 16  # bytes of a row of a font's table directory: tag, checksum, offset, length (OpenType)
LARGEST = 100_000_000  # bytes
PART = 65_536  # bytes read at a time; room for many more takes longer to get than to fill
MOST_FONTS = 256  # in a collection


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
            "fonts": _fonts,
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


def text_digest(text: str) -> str:
    """SHA-256 of a text, which may hold what is no UTF-8 in a file's name."""
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def file_digest(path: str, folder: Opened | None = None) -> str:
    """SHA-256 of the bytes of a file, below `folder` if there is one; empty if there is no file.

    No input may have more than `LARGEST`: such a file is refused when it is read.
    """
    try:
        # No file object: a build with nothing to do opens a thousand.
        file = folder.open(path) if folder else os.open(path, os.O_RDONLY)
    except (FileNotFoundError, NotADirectoryError):
        return ABSENT
    except (OSError, ValueError):
        return UNREADABLE
    try:
        part = os.read(file, PART)
        if len(part) < PART:  # all of it
            return hashlib.sha256(part).hexdigest()
        if (size := os.fstat(file).st_size) > LARGEST:
            return f"{size} bytes"
        digest = hashlib.sha256(part)
        while part := os.read(file, PART):
            digest.update(part)
        return digest.hexdigest()
    except OSError:
        return UNREADABLE
    finally:
        os.close(file)


def font_digest(path: str) -> str:
    """SHA-256 of a font's table directories, which hold the checksum of each table, and its size.

    A Chinese font has 20 MB, and reading all of it would take longer than everything else.
    """
    try:
        with open(path, "rb") as file:
            heads = _directories(file)
            if heads is None:
                return file_digest(path)
            return text_digest(f"{os.fstat(file.fileno()).st_size} {heads.hex()}")
    except (FileNotFoundError, NotADirectoryError):
        return ABSENT
    except OSError:
        return UNREADABLE


def _directories(file: BinaryIO) -> bytes | None:
    """The table directories of all fonts in the file; none if it is not OpenType."""
    head = file.read(12)
    if head[:4] in OUTLINES:
        return head + file.read(TABLE * int.from_bytes(head[4:6], "big"))
    if head[:4] != COLLECTION:
        return None
    count = min(int.from_bytes(head[8:12], "big"), MOST_FONTS)
    offsets = file.read(4 * count)
    parts = [head, offsets]
    for at in range(0, len(offsets) - 3, 4):
        file.seek(int.from_bytes(offsets[at : at + 4], "big"))
        start = file.read(12)
        parts += [start, file.read(TABLE * int.from_bytes(start[4:6], "big"))]
    return b"".join(parts)


def _fonts(folders: str) -> str:
    """The names and sizes of all files in the folders of fonts."""
    found: list[str] = []
    pending = [os.path.expanduser(folder) for folder in folders.split(":")]
    while pending:
        try:
            with os.scandir(pending.pop()) as entries:
                for entry in entries:
                    if entry.is_dir():
                        pending.append(entry.path)
                    else:
                        found.append(f"{entry.path} {entry.stat().st_size}")
        except OSError:
            continue
    return text_digest("\n".join(sorted(found)))

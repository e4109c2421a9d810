"""Folders → what was saved in them, as it is saved. The only module that knows watchfiles.

Editors save in several steps: they write another file and rename it, or empty the file first. What
happens within a tenth of a second is one save, and files that are an editor's own are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from watchfiles import Change, watch

from ..files.shipped import shipped

QUIET = 100  # milliseconds without a change end a save
LONGEST = 1_500  # milliseconds: a save that goes on is reported in parts
WAIT = 150  # milliseconds for each kind of folder in turn
FOLDERS = ("content", "locales", "templates")
FILES = (".yaml", ".lock", ".svg", ".png", ".jpg", ".jpeg")  # of the project's folder itself
# What editors and systems put next to the files that they save.
NOT_SAVED = re.compile(r"\..*|.*~|#.*#|.*\.sw.|.*\.tmp|.*\.bak|4913|.*___jb_\w+___")


def folders(root: Path) -> list[Path]:
    """The folders that sheets of the project in `root` are made from."""
    return [*(root / name for name in FOLDERS), Path(shipped("templates"))]


def named(root: Path, saved: Iterable[Path]) -> list[str]:
    """What of the saved files a build may depend on, as problems name it."""
    found = []
    for file in saved:
        inside = file.relative_to(root) if file.is_relative_to(root) else file
        if inside.parts[0] != file.name or file.name in FOLDERS or file.suffix in FILES:
            found.append(inside.as_posix())
    return sorted(found)


def saves(root: Path, below: Iterable[Path]) -> Iterator[frozenset[Path]]:
    """What was saved in `root` itself and anywhere in the folders `below`, a save at a time.

    The first set is empty: from then on nothing is missed, whatever the caller does meanwhile.
    Folders may come, go and be replaced.
    """
    below = tuple(dict.fromkeys(below))
    here = _there(below)
    moved: set[Path] = set()
    while True:
        shallow = _changes([root], recursive=False)
        deep = _changes(list(here), recursive=True)
        yield frozenset(next(shallow) | next(deep) | moved)
        while here == (now := _there(below)):
            if saved := (next(deep) | next(shallow)).difference(below):
                yield frozenset(saved)
        moved = {folder for folder in below if here.get(folder) != now.get(folder)}
        here = now


def _there(folders: Iterable[Path]) -> dict[Path, int]:
    """The folders that exist, by what distinguishes one from another of its name."""
    return {folder: folder.stat().st_ino for folder in folders if folder.is_dir()}


def _changes(folders: list[Path], *, recursive: bool) -> Iterator[set[Path]]:
    """What was saved since it was last asked, again and again; watching begins when first asked."""
    if not folders:
        while True:
            yield set()
    for found in watch(
        *folders,
        watch_filter=_is_save,
        debounce=LONGEST,
        step=QUIET,
        rust_timeout=WAIT,
        yield_on_timeout=True,
        recursive=recursive,
        debug=False,
    ):
        made = {file for change, file in found if change is Change.added}
        # What an editor made and took away again was on its way to another name.
        yield {path for _, file in found if (path := Path(file)).exists() or file not in made}


def _is_save(change: Change, file: str) -> bool:
    return NOT_SAVED.fullmatch(Path(file).name) is None

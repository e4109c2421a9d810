"""Outputs whose source is gone: told in every build, and removed if that is asked for.

Several projects may build into one folder. Nothing is removed that this one, as its folder's path
names it, is not known to have built.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Iterable, Set

from ..problems import Finding, Severity, Where
from ..state import Digests, Opened, Record, Sheet
from ..state.hashing import ABSENT

DOUBTFUL = "another project may have built it, and it stays"
BY_HAND = "remove it if nobody needs it"


def orphans(
    record: Record, asked: Set[str], clinic: Set[tuple[str, str]], digests: Digests
) -> dict[str, str]:
    """File → why, for every recorded sheet whose source is gone, or that nobody asks for."""
    return {
        file: why
        for file, sheet in record.sheets.items()
        if file not in asked and (why := _why(sheet, clinic, digests))
    }


def told(file: str, why: str, shown: str, doubtful: Collection[str]) -> Finding:
    """`shown` is the output folder as problems name it."""
    if file in doubtful:
        return _finding(f"{shown}/{file}", f"no source here: {why}", f"{DOUBTFUL}; {BY_HAND}")
    return _finding(f"{shown}/{file}", f"its source is gone: {why}", "--prune removes it")


def place(root: str, output: str) -> str:
    """Where the output folder is below the project's; empty if it is elsewhere.

    With a project that is moved or copied goes what it has built below its own folder.
    """
    inside = os.path.commonpath((root, output)) == root
    return os.path.relpath(output, root) if inside else ""


def shown(root: str, output: str) -> str:
    """The output folder as problems name it."""
    return place(root, output) or output


def prune(
    output: str, gone: Iterable[str], record: Record, shown: str
) -> tuple[list[str], list[Finding]]:
    """Removes files that are as they were built, and the folders that this leaves empty.

    Returns the files that are gone, and what is told of those that stay.
    """
    removed, left, opened = list[str](), list[Finding](), Opened(output)
    for file in gone:
        path, stamp = os.path.join(output, file), record.sheets[file].stamp
        if file in record.doubtful and os.path.exists(path):
            left.append(_finding(f"{shown}/{file}", f"it has no source here; {DOUBTFUL}", BY_HAND))
            continue
        if not _inside(output, file) or (os.path.exists(path) and not stamp.now(opened, file)):
            message = "its source is gone, but it is not what was built, and stays"
            left.append(_finding(f"{shown}/{file}", message, BY_HAND))
            continue
        with contextlib.suppress(FileNotFoundError):
            os.unlink(path)
        with contextlib.suppress(OSError):  # not empty
            os.rmdir(os.path.dirname(path))
        _drop(record, file)
        removed.append(file)
    return removed, left


def forget(record: Record, output: str, clinic: Set[tuple[str, str]], digests: Digests) -> None:
    """Those that somebody has removed by hand."""
    for file in orphans(record, frozenset(), clinic, digests):
        if not os.path.lexists(os.path.join(output, file)):
            _drop(record, file)


def _drop(record: Record, file: str) -> None:
    del record.sheets[file]
    record.doubtful = [other for other in record.doubtful if other != file]


def _finding(path: str, message: str, hint: str) -> Finding:
    return Finding(Where(path), "orphaned", message, hint, Severity.WARNING)


def _inside(output: str, file: str) -> bool:
    """Whether a file is where sheets are: in a folder of the output that is no link elsewhere."""
    parts = file.split("/")
    return (
        len(parts) == 2
        and not {"", ".", ".."} & set(parts)
        and os.path.realpath(os.path.join(output, parts[0]))
        == os.path.join(os.path.realpath(output), parts[0])
    )


def _why(sheet: Sheet, clinic: Set[tuple[str, str]], digests: Digests) -> str:
    if not os.path.lexists(os.path.join(digests.root, "content", f"{sheet.leaflet}.yaml")):
        return f"there is no content/{sheet.leaflet}.yaml"
    catalog = f"locales/{sheet.language.replace('-', '_')}/LC_MESSAGES/{sheet.leaflet}.po"
    had = any(source.name == catalog and then != ABSENT for source, then in sheet.inputs)
    if had and not os.path.lexists(os.path.join(digests.root, catalog)):
        return f"there is no {catalog}"
    settings = (os.path.join(r, sheet.edition, "edition.toml") for r in digests.template_roots)
    if not any(map(os.path.lexists, settings)):
        return f"there is no edition {sheet.edition}"
    if sheet.named and (sheet.language, sheet.edition) not in clinic:
        return f"clinic.yaml no longer names {sheet.language} in {sheet.edition}"
    return ""

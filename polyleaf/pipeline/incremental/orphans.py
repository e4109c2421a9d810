"""Outputs whose source is gone: reported in every build, and removed if that is asked for.

Nothing is removed that this project, as its folder's path names it, is not known to have built.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Iterable, Set

from ...model.findings import Finding, Severity, Where
from .digests import Digests
from .record import BuildRecord, Sheet

UNOWNED = "the record of who built it is lost, and it stays"
BY_HAND = "remove it if it is not needed"


def orphans(
    record: BuildRecord, asked: Set[str], named: Collection[tuple[str, str]], digests: Digests
) -> dict[str, str]:
    """File → why, for every recorded sheet that is not asked for and whose source is gone.

    `named` are language and edition of all that clinic.yaml names.
    """
    pairs = frozenset(named)
    return {
        file: why
        for file, sheet in record.sheets.items()
        if file not in asked and (why := _why(record, sheet, pairs, digests))
    }


def finding(file: str, why: str, shown: str, unowned: Collection[str]) -> Finding:
    """What is reported of an orphan. `shown` is the output folder as problems name it."""
    if file in unowned:
        return _finding(f"{shown}/{file}", f"no source here: {why}", f"{UNOWNED}; {BY_HAND}")
    return _finding(f"{shown}/{file}", f"its source is gone: {why}", "--prune removes it")


def relative_output(root: str, output: str) -> str:
    """Where the output folder is below the project's; empty if it is elsewhere.

    With a project that is moved or copied goes what it has built below its own folder.
    """
    inside = os.path.commonpath((root, output)) == root
    return os.path.relpath(output, root) if inside else ""


def shown(root: str, output: str) -> str:
    """The output folder as problems name it."""
    return relative_output(root, output) or output


def prune(
    output: str, gone: Iterable[str], record: BuildRecord, shown: str
) -> tuple[list[str], list[Finding]]:
    """Removes files that are as they were built, and the folders that this leaves empty.

    Returns the sheets that are gone, and what is reported of those that stay.
    """
    removed, left = list[str](), list[Finding]()
    for file in gone:
        paths = [(os.path.join(output, name), stamp) for name, stamp in record.sheets[file].stamps]
        there = [(path, stamp) for path, stamp in paths if os.path.lexists(path)]
        if file in record.unowned and there:
            message = f"it has no source here; {UNOWNED}"
            left.append(_finding(f"{shown}/{file}", message, BY_HAND))
            continue
        if not _is_inside(output, file) or not all(stamp.now(path) for path, stamp in there):
            message = "its source is gone, but it is not what was built, and stays"
            left.append(_finding(f"{shown}/{file}", message, BY_HAND))
            continue
        for path, _ in there:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(path)
        with contextlib.suppress(OSError):  # not empty
            os.rmdir(os.path.dirname(os.path.join(output, file)))
        _drop(record, file)
        removed.append(file)
    return removed, left


def forget(
    record: BuildRecord, output: str, named: Collection[tuple[str, str]], digests: Digests
) -> None:
    """Drops those from the record that somebody has removed by hand."""
    for file in orphans(record, frozenset(), named, digests):
        if not os.path.lexists(os.path.join(output, file)):
            _drop(record, file)


def _drop(record: BuildRecord, file: str) -> None:
    del record.sheets[file]
    record.unowned.discard(file)


def _finding(path: str, message: str, hint: str) -> Finding:
    return Finding(Where(path), "orphaned", message, hint, Severity.WARNING)


def _is_inside(output: str, file: str) -> bool:
    """Whether a file is where sheets are: in a folder of the output that is no link elsewhere."""
    parts = file.split("/")
    return (
        len(parts) == 2
        and not {"", ".", ".."} & set(parts)
        and os.path.realpath(os.path.join(output, parts[0]))
        == os.path.join(os.path.realpath(output), parts[0])
    )


def _why(
    record: BuildRecord, sheet: Sheet, named: frozenset[tuple[str, str]], digests: Digests
) -> str:
    """What of a sheet's own sources is gone, in words: leaflet, catalog, edition or language."""
    content = f"content/{sheet.leaflet}.yaml"
    if not os.path.lexists(digests.path(content)):
        return f"there is no {content}"
    gone = (n for n in record.was_there(sheet) if not os.path.lexists(digests.path(n)))
    for name in gone:
        if name.endswith(f"/LC_MESSAGES/{sheet.leaflet}.po"):
            return f"there is no {name}"
        if name.endswith(f"/{sheet.edition}/edition.toml"):
            return f"there is no edition {sheet.edition}"
    if sheet.named and (sheet.language, sheet.edition) not in named:
        return f"clinic.yaml no longer names {sheet.language} in {sheet.edition}"
    return ""

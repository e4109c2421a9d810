"""output/manifest.json: a row for each file that stands in the output folder."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterable
from pathlib import Path

from . import files
from .model import Built

NAME = "manifest.json"
FILE = re.compile(r"[\w-]+/[\w.-]+\.(?:pdf|html)")
TYPES: dict[str, type] = {"str": str, "int": int}


def update(output: Path, built: Iterable[Built]) -> tuple[Built, ...]:
    """Adds or replaces the rows of what was built; drops rows whose file is gone.

    Returns all rows, by file name; raises OSError.
    """
    rows = {row.file: row for row in (*read(output / NAME), *built)}
    standing = tuple(rows[file] for file in sorted(rows) if (output / file).is_file())
    names = [field.name for field in dataclasses.fields(Built)]
    listed = [{name: getattr(row, name) for name in names} for row in standing]
    text = json.dumps({"files": listed}, ensure_ascii=False, indent=1, sort_keys=True)
    files.write_atomically(output / NAME, f"{text}\n".encode())
    return standing


def read(file: Path) -> tuple[Built, ...]:
    """The rows of the last build; none if the file is missing, damaged or of another version."""
    try:
        rows = json.loads(file.read_text("utf-8"))["files"]
        found = (Built(**{**row, "findings": tuple(row["findings"])}) for row in rows)
        return tuple(row for row in found if _is_ours(row))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ()


def _is_ours(row: Built) -> bool:
    """Whether we would write such a row: the folder may hold what somebody else put there."""
    typed = (
        isinstance(getattr(row, field.name), TYPES.get(str(field.type), object))
        for field in dataclasses.fields(row)
    )
    return all(typed) and FILE.fullmatch(row.file) is not None

"""output/manifest.json: a row for each file that stands in the output folder."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from pathlib import Path

from . import files
from .model import Built

NAME = "manifest.json"


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
        return tuple(Built(**{**row, "findings": tuple(row["findings"])}) for row in rows)
    except (OSError, ValueError, KeyError, TypeError):
        return ()

"""output/manifest.json: a row for each file that stands in the output folder."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from . import files
from .model import Built

NAME = "manifest.json"


def update(output: Path, built: Iterable[Built]) -> None:
    """Adds or replaces the rows of what was built; drops rows whose file is gone.

    Raises OSError.
    """
    rows = {row["file"]: row for row in _read(output / NAME)}
    rows |= {row.file: dataclasses.asdict(row) for row in built}
    standing = [rows[file] for file in sorted(rows) if (output / file).is_file()]
    text = json.dumps({"files": standing}, ensure_ascii=False, indent=1, sort_keys=True)
    files.write_atomically(output / NAME, f"{text}\n".encode())


def _read(file: Path) -> list[dict[str, Any]]:
    """The rows of the last build; none if the file is missing or damaged."""
    try:
        rows = json.loads(file.read_text("utf-8"))["files"]
        return [row for row in rows if isinstance(row, dict) and isinstance(row.get("file"), str)]
    except (OSError, ValueError, KeyError, TypeError):
        return []

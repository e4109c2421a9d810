"""output/manifest.json: a row for each file that stands in the output folder."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path

from . import files, translate
from .model import Built, Outcome

NAME = "manifest.json"
FILE = re.compile(r"[\w-]+/[\w.-]+\.(?:pdf|html)")
PLAIN = (str, int)


def update(output: Path, built: Iterable[Built]) -> tuple[Built, ...]:
    """Adds or replaces the rows of what was built; drops rows whose file is gone.

    Returns all rows, by file name; raises OSError.
    """
    rows = {row.file: row for row in (*read(output / NAME), *built)}
    standing = tuple(rows[file] for file in sorted(rows) if (output / file).is_file())
    listed = [row._asdict() for row in standing]
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


def row(outcome: Outcome, data: bytes, key: str) -> Built:
    """What the manifest says of a file that was written."""
    task, leaflet = outcome.task, outcome.task.leaflet
    provenance = None if task.messages is None else task.messages.provenance
    title = translate.lookup(task.messages, "leaflet/title", leaflet.title.value)
    return Built(
        file=outcome.file,
        sha256=hashlib.sha256(data).hexdigest(),
        pages=outcome.pages,
        leaflet=leaflet.name,
        title=leaflet.title.value,
        local_title=title if isinstance(title, str) else leaflet.title.value,
        language=task.language.tag,
        own_name=task.language.own_name,
        english_name=task.language.english_name,
        direction=task.language.direction,
        edition=task.edition.name,
        version=leaflet.version,
        published=str(leaflet.published),
        review_by=str(leaflet.review_by),
        translation="source" if provenance is None else provenance.method,
        reviewed_by="" if provenance is None else provenance.reviewed_by,
        reviewed_on=str(provenance.reviewed_on or "") if provenance else "",
        key=key,
        findings=tuple(sorted(map(str, set(outcome.findings)))),
        untranslated=outcome.untranslated,
        shows=task.edition.shows,
    )


def _is_ours(row: Built) -> bool:
    """Whether we would write such a row: the folder may hold what somebody else put there."""
    typed = (
        isinstance(getattr(row, name), kind)
        for name, kind in Built.__annotations__.items()
        if kind in PLAIN
    )
    return all(typed) and FILE.fullmatch(row.file) is not None

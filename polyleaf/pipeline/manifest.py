"""output/manifest.json: a row for each file that stands in the output folder."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from .. import files
from ..model import inline
from ..model.catalog import Provenance
from ..model.findings import Finding
from ..model.jobs import Built
from ..model.leaflet import Leaflet
from ..model.task import OutputFile, Task
from ..translation import localize
from . import manifest_rows

NAME = "manifest.json"
LARGEST = 200_000_000  # bytes
ABOUT = 400  # characters
BESIDE = " + "  # between what is said of two languages
# Of two translations on a sheet the one that asks for more care is stated.
METHODS = ("source", "human", "machine-edited", "machine", "untold", "pseudo")


def update(output: Path, built: Iterable[Built]) -> tuple[tuple[Built, ...], int]:
    """Adds or replaces the rows of what was built; drops rows whose file is gone.

    Returns all rows, by file name, and how many of those that were there are not as Polyleaf writes
    them, and are left out; raises OSError.
    """
    before, strange = _read(output / NAME)
    rows = {row.file: row for row in (*before, *built)}
    left_out = [file for file in strange if file not in rows]
    standing = tuple(
        rows[file]._replace(bytes=(output / file).stat().st_size)
        for file in sorted(rows)
        if files.is_file(output / file)
    )
    listed = [row._asdict() for row in standing]
    text = json.dumps({"files": listed}, ensure_ascii=False, indent=1, sort_keys=True)
    files.write_atomically(output / NAME, f"{text}\n".encode())
    return standing, len(left_out)


def read(file: Path) -> tuple[Built, ...]:
    """The rows of the last build: none if the file is missing or damaged; without strange ones."""
    return _read(file)[0]


def _read(file: Path) -> tuple[tuple[Built, ...], list[str]]:
    """Its rows, and the files of rows that are not as this version writes them; "" if unknown."""
    try:
        return manifest_rows.read(files.read_bytes(file, LARGEST, os.O_NOFOLLOW))
    except OSError:
        return (), []


def as_line(rows: Iterable[Built]) -> str:
    """Rows as a line of JSON, for the build record."""
    return json.dumps([row._asdict() for row in rows], separators=(",", ":"))


def of_line(line: str) -> tuple[Built, ...]:
    """The rows that `as_line` wrote; none of an empty line."""
    return tuple(map(manifest_rows.of_fields, json.loads(line))) if line else ()


def of_other(row: Built, other: OutputFile, sha256: str) -> Built:
    """The row of a further file of a sheet, whose own `row` is given."""
    return row._replace(
        file=other.name,
        sha256=sha256,
        pages=other.pages,
        part=other.part,
        duplex=other.duplex,
        creep=other.creep,
    )


def renewed(row: Built, old: Built) -> Built:
    """The row of a file that stays as it is: what `row` says of its sheet, `old` of the file."""
    return row._replace(
        file=old.file,
        sha256=old.sha256,
        pages=old.pages,
        part=old.part,
        duplex=old.duplex,
        creep=old.creep,
        picture=old.picture,
    )


def row(
    task: Task, file: str, sha256: str, pages: int, untranslated: int, findings: Iterable[Finding]
) -> Built:
    """What the manifest says of a sheet's own file."""
    leaflet, values = task.leaflet, task.clinic.values
    spoken = [target.language for target in task.languages]
    origins = [each.messages.provenance for each in task.languages if each.messages]
    title = localize.lookup(task.messages, "leaflet/title", leaflet.title.value)
    return Built(
        file=file,
        sha256=sha256,
        pages=pages,
        leaflet=leaflet.name,
        title=inline.title(leaflet.title.value, values),
        local_title=inline.title(title or leaflet.title.value, values),
        language=task.job.language,
        own_name=BESIDE.join(language.own_name for language in spoken),
        english_name=BESIDE.join(language.english_name for language in spoken),
        direction=task.language.direction,
        edition=task.edition.name,
        version=leaflet.version,
        published=str(leaflet.published),
        review_by=str(leaflet.review_by),
        translation=max((each.method for each in origins), key=METHODS.index, default="source"),
        reviewed_by=_reviewed(origins, lambda each: each.reviewed_by),
        reviewed_on=_reviewed(origins, lambda each: str(each.reviewed_on or "")),
        key="",
        findings=tuple(sorted(map(str, set(findings)))),
        untranslated=untranslated,
        shows=task.edition.shows,
        about=_about(leaflet, values),
        keywords=tuple(text.value for text in leaflet.keywords),
        local_keywords=tuple(
            localize.lookup(task.messages, text.context, text.value) or text.value
            for text in leaflet.keywords
        ),
        codes=leaflet.codes,
        part="screen" if task.edition.imposition else "sheet",
        languages=tuple(language.tag for language in spoken),
    )


def _about(leaflet: Leaflet, values: Iterable[tuple[str, str]]) -> str:
    """Its subtitle and headings, by which it is found too; at most `ABOUT` characters."""
    heads = (leaflet.subtitle, *(section.heading for section in leaflet.sections))
    words = " · ".join(inline.title(text.value, values) for text in heads if text)
    return words[:ABOUT]


def _reviewed(origins: list[Provenance], stated: Callable[[Provenance], str]) -> str:
    """What is stated of the reviews of all translations on a sheet; empty if one has none."""
    found = [stated(each) for each in origins]
    return BESIDE.join(dict.fromkeys(found)) if all(found) else ""

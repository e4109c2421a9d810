"""What a run at the desk did, and a catalog's file as it was and as it becomes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ... import files
from ...content.project import Project
from ...model.findings import Finding, PolyleafError, Where
from .. import catalog
from ..catalog import Catalog


@dataclass(frozen=True, slots=True)
class Updated:
    """What a run did to the catalogs."""

    written: tuple[str, ...]
    unchanged: int
    findings: tuple[Finding, ...]
    corrected: tuple[str, ...] = ()  # source texts that a person called corrected only


def read(project: Project, path: Path) -> Catalog | None:
    """The catalog in a file, or none; raises PolyleafError if it is broken."""
    return catalog.read(project.catalog(path), project.shown(path)) if files.exists(path) else None


def write(project: Project, files_: Iterable[tuple[Path, bytes]]) -> list[str]:
    """Writes each file whole; returns their names. Raises OSError, and PolyleafError for a file
    that would stand outside the project.
    """
    written = []
    for path, data in files_:
        if not files.stays_inside(project.root, path):
            message = "its folder leads outside the project"
            where = Where(project.shown(path))
            raise PolyleafError([Finding(where, "outside-project", message)])
        files.write_atomically(path, data)
        written.append(project.shown(path))
    return written


def unwritable(project: Project, error: OSError) -> Finding:
    where = Where(project.shown(Path(error.filename or project.root)))
    return Finding(where, "output-unwritable", f"cannot be written: {error.strerror or error}")

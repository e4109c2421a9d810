"""Whose the outputs in a folder are: a record that another project or nobody left is taken over."""

from __future__ import annotations

from collections.abc import Set

from .. import manifest
from ..project import Project
from ..state import Digests, Record, Sheet, Stamp
from . import orphans


def take_over(
    record: Record, project: Project, named: Set[tuple[str, str]], digests: Digests
) -> None:
    """Has the record hold what the project may have built here, and tell what is in doubt of it.

    `named` are language and edition of all that clinic.yaml names.
    """
    root, place = str(project.root), orphans.place(str(project.root), str(project.output))
    moved = bool(place) and place == record.place  # what is below a project's folder goes with it
    if record.flaw:  # the manifest tells at least which files some project built here
        for row in manifest.read(project.output / manifest.NAME):
            job = (row.leaflet, row.language, row.edition)
            stamp = Stamp(-1, -1, row.sha256)
            record.sheets[row.file] = Sheet(
                *job, "", False, 0, (), (), "", stamp, False, (), (), ""
            )
        record.doubtful = list(record.sheets)
    elif record.root != root and not moved:  # what another built here is not ours to call orphaned
        for file in orphans.orphans(record, frozenset(), named, digests):
            del record.sheets[file]
        record.doubtful = list(record.sheets)
    orphans.forget(record, str(project.output), named, digests)
    record.root, record.place, record.flaw = root, place, ""

"""The sheets of a leaflet that its pages may lead to: those that stand, and those being made.

They are an input of each page that leads to them: one that was built or removed makes it stale.
Only what clinic.yaml names counts, so that no patient's page leads to a trial.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from typing import NamedTuple

from ...files import Input
from .record import BuildRecord

PACK = '"shows":"messages"'  # in a row of the manifest
Known = dict[str, tuple["Name", ...]]  # by leaflet, in the order of their files


class Name(NamedTuple):
    """A sheet by its names; `file` is its path in the output folder."""

    leaflet: str
    language: str
    edition: str
    file: str


def find(
    record: BuildRecord,
    planned: Iterable[Name],
    named: Collection[tuple[str, str]],
    output: str,
) -> Known:
    """Those that a build will leave behind if none of the sheets that it has `planned` fails.

    A pack for reviewers is none.

    `named` are language and edition of all that clinic.yaml names.
    """
    asked = {name.file: name for name in planned}
    standing = {
        file: Name(sheet.leaflet, sheet.language, sheet.edition, file)
        for file, sheet in record.sheets.items()
        if file not in asked
        and sheet.inputs
        and PACK not in sheet.rows
        and os.path.isfile(os.path.join(output, file))
    }
    found: dict[str, list[Name]] = {}
    for _, name in sorted({**standing, **asked}.items()):
        if (name.language, name.edition) in named:
            found.setdefault(name.leaflet, []).append(name)
    return {leaflet: tuple(names) for leaflet, names in found.items()}


def source(leaflet: str) -> Input:
    return Input("siblings", leaflet)


def facts(known: Known) -> dict[str, str]:
    """What stands for them in the record, by leaflet."""
    return {leaflet: " ".join(name.file for name in names) for leaflet, names in known.items()}

"""A recorded sheet ↔ its row of the manifest: the record does not hold anything twice."""

from __future__ import annotations

import json

from ..model import Built
from ..state import Sheet

# Fields of a row that a sheet has elsewhere.
APART = ("file", "sha256", "pages", "leaflet", "language", "edition", "key", "findings")
NAMES = [name for name in Built._fields if name not in APART]


def of(file: str, sheet: Sheet) -> Built:
    """The row of a recorded sheet."""
    return Built(
        file=file,
        sha256=sheet.stamp.sha256,
        pages=sheet.pages,
        leaflet=sheet.leaflet,
        language=sheet.language,
        edition=sheet.edition,
        key=sheet.key,
        findings=tuple(sorted(map(str, set(sheet.findings)))),
        **dict(zip(NAMES, json.loads(sheet.row), strict=True)),
    )


def rest(row: Built) -> str:
    """What a sheet's `row` holds of it."""
    return json.dumps([getattr(row, name) for name in NAMES], separators=(",", ":"))

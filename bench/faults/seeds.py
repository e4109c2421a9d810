"""The rows of the CSV files, and the messages that they spoil.

The messages are those of the leaflets as they were when the faults were made: `leaflets.tar.xz`.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from polyleaf import languages
from polyleaf.content import project
from polyleaf.content.project import Project
from polyleaf.model.unit import Translation, Unit
from polyleaf.translation import localize, reader

HERE = Path(__file__).parent
LEAFLETS = HERE / "leaflets.tar.xz"
CACHE = HERE.parent.parent / ".cache/faults"


@dataclass(frozen=True, slots=True)
class Seed:
    """One fault. `language` is a folder of locales/; `note` says what the text says now."""

    language: str
    leaflet: str
    msgctxt: str
    msgid: str
    msgstr: str
    kind: str
    note: str


def read(halves: Sequence[str] = ()) -> Iterator[tuple[str, Seed]]:
    """(file, fault), of the files whose names end as one of `halves`."""
    for path in sorted(HERE.glob("*.csv")):
        if not halves or any(path.stem.endswith(half) for half in halves):
            with path.open(encoding="utf-8", newline="") as file:
                yield from ((path.stem, Seed(**row)) for row in csv.DictReader(file))


@cache
def _project() -> Project:
    if not CACHE.is_dir():
        shutil.unpack_archive(LEAFLETS, CACHE)
    return project.read(CACHE, None)


@cache
def shipped(language: str, leaflet: str) -> Translation:
    """A whole catalog, with its glossary."""
    own = _project()
    spoken = languages.find(language.replace("_", "-"))
    messages = reader.read_messages(own, leaflet, spoken)
    units = localize.units(reader.read_leaflet(own, leaflet), messages, spoken)
    return Translation(spoken, units, reader.read_glossary(own, spoken))


def spoilt(seed: Seed) -> tuple[Unit, Translation] | None:
    """The spoilt message, and its catalog with it; None if there is no such message."""
    whole = shipped(seed.language, seed.leaflet)
    for at, unit in enumerate(whole.units):
        if (unit.context, unit.source) == (seed.msgctxt, seed.msgid):
            bad = replace(unit, target=seed.msgstr)
            units = (*whole.units[:at], bad, *whole.units[at + 1 :])
            return bad, Translation(whole.language, units, whole.glossary)
    return None

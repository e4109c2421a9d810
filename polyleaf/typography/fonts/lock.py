"""fonts.lock: the hashes of the fonts that a project's sheets were reviewed with.

Another version of a font may break lines elsewhere, lack a glyph or shape a letter differently. So
a build reports fonts that differ from the lock or are not in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from ... import files
from ...model.findings import Finding, Severity, Where
from .installed import Face, faces

NAME = "fonts.lock"
MAX_BYTES = 100_000  # 1,000 fonts
HEAD = "# The fonts that this project's sheets were looked at with; `polyleaf fonts` renews it.\n"
RENEW = "look at the sheets, then renew the lock: `polyleaf fonts`"
ADD = "`polyleaf fonts` locks those of the languages that clinic.yaml names"


def differences(root: Path, families: Iterable[str]) -> Iterator[Finding]:
    """Report fonts of `families` that differ from the lock of the project at `root` or lack there.

    Without a lock nothing is compared. Raises PolyleafError for a lock that cannot be read.
    """
    if not files.exists(root / NAME):
        return
    locked = _parsed(files.read_inside(root, NAME, Where(NAME), MAX_BYTES))
    where = Where(NAME)
    for key, face in _fonts(families):
        if key not in locked:
            message = f'the font "{key}" ({face.file.name}) is not in the lock'
            yield Finding(where, "font-unlocked", message, ADD, severity=Severity.WARNING)
        elif locked[key] != _digest(face.file):
            message = f'the font "{key}" ({face.file.name}) is not the one that was locked'
            yield Finding(where, "font-changed", message, RENEW, severity=Severity.WARNING)


def text(families: Iterable[str]) -> str:
    """Return the lock for the fonts of `families` on this machine."""
    rows = (
        f'"{key}" = "sha256:{_digest(face.file)}"  # {face.file.name}\n'
        for key, face in _fonts(families)
    )
    return HEAD + "".join(rows)


def digests(families: Iterable[str]) -> dict[str, str]:
    """Return the SHA-256 of each font of `families` on this machine."""
    return {key: _digest(face.file) for key, face in _fonts(families)}


def _fonts(families: Iterable[str]) -> Iterator[tuple[str, Face]]:
    for family in sorted(set(families)):
        for face in faces().get(family, ()):
            yield f"{family} {face.style}", face


@lru_cache(maxsize=2)  # every sheet needs it
def _parsed(data: bytes) -> dict[str, str]:
    table = files.toml(data, Where(NAME), "lock-syntax", RENEW)
    texts = ((name, value) for name, value in table.items() if isinstance(value, str))
    return {name: value.removeprefix("sha256:") for name, value in texts}


@cache
def _digest(file: Path) -> str:
    return files.file_digest(file)

"""fonts.lock: the hashes of the fonts that a project's sheets were looked at with.

Another version of a font breaks lines elsewhere and may lack a glyph or shape a letter otherwise,
so a build says when a font is not the one that was locked, or was never locked.
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
    """Fonts of `families` that are not as locked in the project at `root`, or not locked at all.

    Without a lock none are compared. Raises PolyleafError for a lock that cannot be read.
    """
    if not files.exists(root / NAME):
        return
    locked = _parsed(files.read(root, NAME, Where(NAME), MAX_BYTES))
    for face in _of(families):
        key = f"{face.family} {face.style}"
        where = Where(NAME)
        if key not in locked:
            message = f'the font "{key}" ({face.file.name}) is not in the lock'
            yield Finding(where, "font-unlocked", message, ADD, severity=Severity.WARNING)
        elif locked[key] != _digest(face.file):
            message = f'the font "{key}" ({face.file.name}) is not the one that was locked'
            yield Finding(where, "font-changed", message, RENEW, severity=Severity.WARNING)


def text(families: Iterable[str]) -> str:
    """The lock for the fonts of `families`, as this machine has them."""
    rows = (
        f'"{face.family} {face.style}" = "sha256:{_digest(face.file)}"  # {face.file.name}\n'
        for face in _of(families)
    )
    return HEAD + "".join(rows)


def digests(families: Iterable[str]) -> dict[str, str]:
    """font → SHA-256, for the fonts of `families` that this machine has."""
    return {f"{face.family} {face.style}": _digest(face.file) for face in _of(families)}


def _of(families: Iterable[str]) -> Iterator[Face]:
    for family in sorted(set(families)):
        yield from faces().get(family, ())


@lru_cache(maxsize=2)  # it is asked for at every sheet
def _parsed(data: bytes) -> dict[str, str]:
    table = files.toml(data, Where(NAME), "lock-syntax", RENEW)
    texts = ((name, value) for name, value in table.items() if isinstance(value, str))
    return {name: value.removeprefix("sha256:") for name, value in texts}


@cache
def _digest(file: Path) -> str:
    return files.file_digest(file)

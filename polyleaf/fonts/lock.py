"""fonts.lock: the hashes of the fonts that a project's sheets were looked at with.

Another version of a font breaks lines elsewhere and may lack a glyph or shape a letter otherwise,
so a build says when a font is not the one that was locked, or was never locked.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from ..problems import Finding, PolyleafError, Severity, Where
from .installed import Face, faces

NAME = "fonts.lock"
HEAD = "# The fonts that this project's sheets were looked at with; `polyleaf fonts` renews it.\n"
RENEW = "look at the sheets, then renew the lock: `polyleaf fonts`"
ADD = "`polyleaf fonts` locks those of the languages that clinic.yaml names"


def differences(lock: Path, families: Iterable[str]) -> Iterator[Finding]:
    """Fonts of `families` that are not as locked, or not at all; without a lock none are compared.

    Raises PolyleafError for a lock that cannot be read.
    """
    if not lock.is_file():
        return
    locked = _read(lock)
    for face in _of(families):
        key = f"{face.family} {face.style}"
        where = Where(lock.name)
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


def _read(lock: Path) -> dict[str, str]:
    return _parsed(lock.read_bytes(), lock.name)


@lru_cache(maxsize=2)  # it is asked for at every sheet
def _parsed(data: bytes, name: str) -> dict[str, str]:
    try:
        table = tomllib.loads(data.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        at = re.search(r"at line (\d+), column (\d+)", str(error))
        where = Where(name, *map(int, at.groups())) if at else Where(name)
        raise PolyleafError([Finding(where, "lock-syntax", str(error), RENEW)]) from None
    return {name: str(value).removeprefix("sha256:") for name, value in table.items()}


@cache
def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()

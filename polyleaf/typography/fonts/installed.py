"""The fonts of this machine that sheets may be drawn with, and the glyphs they have."""

from __future__ import annotations

import os
import subprocess
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ...files.system_packages import how_to_install
from ...model.findings import ExitStatus, Finding, PolyleafError, Where

STYLES = ("Regular", "Bold")  # used by sheets
SLANTED = ("Italic", "Bold Italic")  # used where a family has them
LISTED = "%{family}\t%{style[0]}\t%{file}\t%{index}\t%{charset}\n"


@dataclass(frozen=True, slots=True)
class Face:
    """A style of a family. `ranges` has its characters as first, last, first, last …"""

    family: str
    style: str
    file: Path
    index: int  # in a font collection
    ranges: tuple[int, ...]

    def has(self, character: str) -> bool:
        at = bisect_right(self.ranges, ord(character))
        return at % 2 == 1 or (at > 0 and self.ranges[at - 1] == ord(character))


def missing(packages: dict[str, str]) -> Iterator[Finding]:
    """Report families that are not installed; `packages` has the Debian package of each.

    Raises PolyleafError if fontconfig is missing.
    """
    for family, package in sorted(packages.items()):
        if family not in faces():
            message = f'the font "{family}" is not installed'
            hint = how_to_install(package)
            yield Finding(
                Where(family), "font-missing", message, hint, exit_status=ExitStatus.MACHINE
            )


def without_glyph(characters: Iterable[str], families: Iterable[str]) -> str:
    """Return the characters that none of the families has a glyph for, sorted by code."""
    known = [face for family in families for face in faces().get(family, ())[:1]]
    return "".join(sorted(c for c in set(characters) if not any(face.has(c) for face in known)))


def faces() -> dict[str, tuple[Face, ...]]:
    """Return the visible fonts by family, regular before bold; raise PolyleafError."""
    return _faces(os.environ.get("FONTCONFIG_FILE", ""))[0]


def italics() -> dict[str, tuple[Face, ...]]:
    """Return the visible italic fonts by family, as `faces` those that are upright."""
    return _faces(os.environ.get("FONTCONFIG_FILE", ""))[1]


@lru_cache(maxsize=1)
def _faces(_configuration: str) -> tuple[dict[str, tuple[Face, ...]], ...]:
    """The upright fonts and the italic ones."""
    try:
        listed = _output("fc-list", "--format", LISTED)
    except OSError:
        hint = how_to_install("fontconfig")
        message = "fontconfig, which finds the fonts, is missing"
        finding = Finding(
            Where("system"), "library-missing", message, hint, exit_status=ExitStatus.MACHINE
        )
        raise PolyleafError([finding]) from None
    found: dict[str, list[Face]] = defaultdict(list)
    for line in sorted(listed.splitlines()):
        families, style, file, index, charset = line.split("\t")
        if style in (*STYLES, *SLANTED):
            family = families.split(",")[0]
            found[family].append(Face(family, style, Path(file), int(index), _ranges(charset)))
    return tuple(
        {
            family: these
            for family, faces in found.items()
            if (these := tuple(face for style in styles for face in faces if face.style == style))
        }
        for styles in (STYLES, SLANTED)
    )


def clinic_font(family: str, where: Where) -> Iterator[Finding]:
    """Report a clinic's own font, named at `where`, unless it is here in all styles of a sheet."""
    here = {face.style for face in faces().get(family, ())}
    if lacking := [style for style in STYLES if style not in here]:
        message = f'the font "{family}" is not installed'
        if here:
            message = f'the font "{family}" has no style {lacking[0]}'
        hint = "install it, or name another: `fc-list : family` lists them"
        yield Finding(where, "font-missing", message, hint, exit_status=ExitStatus.MACHINE)


def _output(*command: str) -> str:
    """Run a program; raise OSError if it fails. Ctrl-C leaves no process behind."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        output, _ = process.communicate()
    finally:
        process.kill()
        process.wait()
    if process.returncode:
        raise OSError(f"{command[0]} ended with {process.returncode}")
    return output


def _ranges(charset: str) -> tuple[int, ...]:
    """`20-7e a0` → (0x20, 0x7e, 0xa0, 0xa0)."""
    bounds: list[int] = []
    for part in charset.split():
        first, _, last = part.partition("-")
        bounds += [int(first, 16), int(last or first, 16)]
    return tuple(bounds)

"""Hides all fonts from the engine except those that sheets may be drawn with.

fontconfig, the library that finds fonts, reads a configuration file, and so do its commands. The
file is kept where later runs find it again, so a killed process leaves no litter.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from pathlib import Path
from xml.sax.saxutils import escape

from ... import files
from ...languages.fonts import all_condensed
from .installed import STYLES

FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/opt/homebrew/share/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
    "~/Library/Fonts",
    "~/.local/share/fonts",
    "~/.fonts",
)
# Noto Nastaliq Urdu Bold of 2020 declares a regular weight and would never be chosen.
BOLD_IS_BOLD = """<match target="scan">
<test name="style"><string>Bold</string></test>
<edit name="weight" mode="assign"><const>bold</const></edit>
</match>"""
# A narrow face is also a style of its wide family. Here it is a family alone, so that neither
# stands for the other.
CONDENSED = """<match target="scan">
<test name="family"><string>{family}</string></test>
<test name="style"><string>{style}</string></test>
<edit name="family" mode="assign_replace"><string>{family}</string></edit>
<edit name="style" mode="assign_replace"><string>{style}</string></edit>
<edit name="width" mode="assign"><const>normal</const></edit>
</match>"""
# Debian's name for it; later releases have a space before the 2.
ONE_NAME = """<match target="scan">
<test name="family"><string>Noto Sans Symbols 2</string></test>
<edit name="family" mode="assign"><string>Noto Sans Symbols2</string></edit>
</match>"""
CACHE = "polyleaf/fonts"  # below the user's cache folder (XDG Base Directory Specification 0.8)
_own: set[str] = set()
OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


def add(family: str) -> None:
    """Let sheets be drawn with one more family, a clinic's own, from the next `show_only` on."""
    _own.add(family)


def show_only(families: Iterable[str]) -> None:
    """Hide all other fonts from this process and its children; call it before the engine loads.

    Fonts that a user installs later change nothing. Fonts of the system and of the user are found.
    """
    os.environ["FONTCONFIG_FILE"] = _configuration(tuple(sorted({*families, *_own})))


@lru_cache(maxsize=1)
def _configuration(families: Iterable[str]) -> str:
    """Return the path of a fontconfig file that shows only these families."""
    try:
        return _write(_cache_folder(), families)
    except OSError:  # this user has no cache folder
        return _write(_temporary_folder(), families)


def _write(folder: Path, families: Iterable[str]) -> str:
    """Write the file into a folder, with fontconfig's own cache in the folder next to it.

    Without one fontconfig would look for a cache in HOME only, and print a warning for each font.
    """
    corrected = "\n".join((BOLD_IS_BOLD, ONE_NAME, *_condensed()))
    cache = folder.parent / f"fontconfig-{_short(corrected)}"  # it holds what is corrected
    cache.mkdir(exist_ok=True)
    if not os.access(cache, os.W_OK):
        raise PermissionError(cache)
    family = '<pattern><patelt name="family"><string>{}</string></patelt></pattern>'
    scalable = '<pattern><patelt name="scalable"><bool>{}</bool></patelt></pattern>'
    text = "\n".join(
        (
            '<?xml version="1.0"?>',
            '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
            "<fontconfig>",
            *(f"<dir>{escape(str(_expanded(folder)))}</dir>" for folder in FOLDERS),
            f"<cachedir>{escape(str(cache))}</cachedir>",
            corrected,
            "<selectfont>",
            f"<acceptfont>{''.join(family.format(escape(name)) for name in families)}</acceptfont>",
            f"<rejectfont>{scalable.format('true')}{scalable.format('false')}</rejectfont>",
            "</selectfont>",
            "</fontconfig>\n",
        )
    )
    file = folder / f"{_short(text)}.conf"
    data = text.encode()
    if files.file_digest(file) != hashlib.sha256(data).hexdigest():
        files.write_atomically(file, data)
    return str(file)


def _condensed() -> Iterator[str]:
    for family, style in product(all_condensed(), STYLES):
        yield CONDENSED.format(family=escape(family), style=style)


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _cache_folder() -> Path:
    """Return a folder that only this user may write to; raise OSError if there is none.

    It may exist already, made by another user if the cache folder is open to others.
    """
    cache = Path(os.environ.get("XDG_CACHE_HOME", ""))
    folder = (cache if cache.is_absolute() else _expanded("~/.cache")) / CACHE
    if not folder.is_absolute():
        raise FileNotFoundError(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    status = folder.lstat()  # not followed: a link may be changed to point elsewhere
    own = stat.S_ISDIR(status.st_mode) and status.st_uid == os.geteuid()
    if not own or status.st_mode & OTHERS_MAY_WRITE:
        raise PermissionError(folder)
    return folder


def _expanded(folder: str) -> Path:
    """Replace `~` in the path, if the system knows the user."""
    try:
        return Path(folder).expanduser()
    except RuntimeError:
        return Path(folder)


def _temporary_folder() -> Path:
    """Return a folder that is removed when this process ends normally."""
    folder = Path(tempfile.mkdtemp(prefix="polyleaf-fonts-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "fonts").mkdir()
    return folder / "fonts"

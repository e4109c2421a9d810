"""Which fonts the engine sees: those that sheets may be drawn with, and no other.

fontconfig, the library that finds fonts, reads that from a file, and so does each of its commands
that this process starts. The file stands where a later run finds it again: a process that is killed
leaves nothing that nobody takes away.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from xml.sax.saxutils import escape

from ... import files

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
# Noto Nastaliq Urdu Bold of 2020 says of itself that its weight is regular, and was never chosen.
BOLD_IS_BOLD = """<match target="scan">
<test name="style"><string>Bold</string></test>
<edit name="weight" mode="assign"><const>bold</const></edit>
</match>"""
CACHE = "polyleaf/fonts"  # below the user's cache folder (XDG Base Directory Specification 0.8)
OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


def show_only(families: Iterable[str]) -> None:
    """Hides all other fonts from this process and its children, before the engine is loaded.

    What somebody installs changes nothing then. The folders are those of systems and users alike.
    """
    os.environ["FONTCONFIG_FILE"] = _configuration(tuple(sorted(families)))


@lru_cache(maxsize=1)
def _configuration(families: Iterable[str]) -> str:
    """The name of a fontconfig file that shows the named families alone, whatever is installed."""
    try:
        return _written(_ours(), families)
    except OSError:  # this user has no folder to keep it in
        return _written(_passing(), families)


def _written(folder: Path, families: Iterable[str]) -> str:
    """Writes the file into a folder; beside it stands what fontconfig keeps for later runs.

    fontconfig itself would look for the user's folder in HOME alone, and complain line by line.
    """
    cache = folder.parent / "fontconfig"  # a cache of its own: it holds what is mended above
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
            BOLD_IS_BOLD,
            "<selectfont>",
            f"<acceptfont>{''.join(family.format(escape(name)) for name in families)}</acceptfont>",
            f"<rejectfont>{scalable.format('true')}{scalable.format('false')}</rejectfont>",
            "</selectfont>",
            "</fontconfig>\n",
        )
    ).encode()
    file = folder / f"{hashlib.sha256(text).hexdigest()[:16]}.conf"
    if files.file_digest(file) != hashlib.sha256(text).hexdigest():
        files.write_atomically(file, text)
    return str(file)


def _ours() -> Path:
    """A folder in which nobody else may put a file of this name; raises OSError if there is none.

    It may be there already, made by whoever was first if the cache folder is open to others.
    """
    cache = Path(os.environ.get("XDG_CACHE_HOME", ""))
    folder = (cache if cache.is_absolute() else _expanded("~/.cache")) / CACHE
    if not folder.is_absolute():
        raise FileNotFoundError(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    status = folder.lstat()  # a link belongs to whoever made it, and may be turned elsewhere
    ours = stat.S_ISDIR(status.st_mode) and status.st_uid == os.geteuid()
    if not ours or status.st_mode & OTHERS_MAY_WRITE:
        raise PermissionError(folder)
    return folder


def _expanded(folder: str) -> Path:
    """The folder, `~` replaced; as it is for a user whom the system does not know."""
    try:
        return Path(folder).expanduser()
    except RuntimeError:
        return Path(folder)


def _passing() -> Path:
    """A folder that goes with this process, if it ends by itself."""
    folder = Path(tempfile.mkdtemp(prefix="polyleaf-fonts-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "fonts").mkdir()
    return folder / "fonts"

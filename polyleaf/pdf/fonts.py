"""The fonts that sheets may be drawn with: no other is visible to the engine."""

from __future__ import annotations

import atexit
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from xml.sax.saxutils import escape

from ..problems import Blame, Finding, Where

SETUP = "`make setup` installs it"
FONT_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/opt/homebrew/share/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
    "~/Library/Fonts",
    "~/.local/share/fonts",
    "~/.fonts",
)


def missing_fonts(packages: dict[str, str]) -> Iterator[Finding]:
    """Families that are not installed. `prepare` has been called."""
    listed = subprocess.run(
        ["fc-list", ":", "family"], capture_output=True, text=True, check=False
    ).stdout
    installed = {name.strip() for line in listed.splitlines() for name in line.split(",")}
    for family, package in sorted(packages.items()):
        if family not in installed:
            message = f'the font "{family}" is not installed'
            hint = f"{SETUP} (Debian: apt-get install {package})"
            yield Finding(Where(family), "font-missing", message, hint, blame=Blame.MACHINE)


@lru_cache(maxsize=1)
def configuration_file(families: Iterable[str]) -> str:
    """A fontconfig file that shows the named families alone, whatever else is installed."""
    folders = (str(Path(folder).expanduser()) for folder in FONT_FOLDERS)
    family = '<pattern><patelt name="family"><string>{}</string></patelt></pattern>'
    scalable = '<pattern><patelt name="scalable"><bool>{}</bool></patelt></pattern>'
    text = "\n".join(
        (
            '<?xml version="1.0"?>',
            '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
            "<fontconfig>",
            *(f"<dir>{escape(folder)}</dir>" for folder in folders),
            '<cachedir prefix="xdg">fontconfig</cachedir>',
            "<selectfont>",
            f"<acceptfont>{''.join(family.format(escape(name)) for name in families)}</acceptfont>",
            f"<rejectfont>{scalable.format('true')}{scalable.format('false')}</rejectfont>",
            "</selectfont>",
            "</fontconfig>\n",
        )
    )
    folder = tempfile.mkdtemp(prefix="polyleaf-fonts-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = Path(folder, "fonts.conf")
    file.write_text(text, "utf-8")
    return str(file)

"""What to type on this system to install the libraries and fonts that sheets are drawn with.

The packages are those of scripts/setup.sh; a test holds the two against each other.
"""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

EXTRAS = {"preview": ("starlette", "uvicorn"), "dask": ("distributed",)}  # of pyproject.toml
SETUP = Path(__file__).resolve().parents[2] / "scripts/setup.sh"  # in a checkout
DEBIAN = (
    *("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fontconfig", "gettext"),
    *("fonts-noto-core", "fonts-noto-cjk", "fonts-noto-extra"),
)
HOMEBREW = ("pango", "harfbuzz", "fontconfig", "gettext")
HOMEBREW_FONTS = (
    *("font-noto-sans", "font-noto-sans-arabic", "font-noto-sans-devanagari"),
    *("font-noto-sans-symbols", "font-noto-sans-symbols-2", "font-noto-sans-math"),
    "font-noto-sans-cjk-sc",
)


def how_to_install(*packages: str) -> str:
    """Return a hint with one command that installs all that is needed; `packages` are Debian's."""
    if SETUP.is_file():
        return f"`make setup` installs it (Debian: apt-get install {' '.join(packages)})"
    if shutil.which("apt-get"):
        return f"`sudo apt-get install {' '.join(DEBIAN)}` installs all that sheets need"
    if sys.platform == "darwin":
        casks = " ".join(HOMEBREW_FONTS)
        return f"`brew install {' '.join(HOMEBREW)} && brew install --cask {casks}` installs all"
    if sys.platform == "win32":
        return "`wsl --install -d Debian` gives Windows a Linux that Polyleaf runs in"
    names = "Pango, HarfBuzz with its subset library, fontconfig, gettext and the Noto fonts"
    return f"install {names}; Debian calls them {' '.join(DEBIAN)}"


def how_to_add(extra: str) -> str:
    """Return a hint with the command that adds an extra to this very Python, from a package index.

    It names the libraries: Polyleaf itself may have been installed from a file.
    """
    return f"install it: {shlex.quote(sys.executable)} -m pip install {' '.join(EXTRAS[extra])}"

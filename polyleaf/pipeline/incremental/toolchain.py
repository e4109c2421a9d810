"""Polyleaf and the libraries that shape what comes out, as inputs of every sheet.

Their versions are read from the names of files: loading the libraries takes a second.
"""

from __future__ import annotations

import os
import sys

from ... import __version__
from ...files import Input, file_digest, text_digest
from ...files.shipped import PACKAGE

POLYLEAF, LIBRARIES = Input("fact", "Polyleaf"), Input("fact", "a library")
TOOLCHAIN = (POLYLEAF, LIBRARIES)

# Those of pyproject.toml, and what they draw with.
PACKAGES = frozenset(
    (
        *("babel", "brotli", "cffi", "cssselect2", "fonttools", "icu4py", "jinja2", "markupsafe"),
        *(
            "pi_heif",
            "pikepdf",
            "pillow",
            "psutil",
            "pycountry",
            "pydantic",
            "pydantic_core",
            "pydyf",
            "pyphen",
            "python_docx",
        ),
        *("pypdfium2", "pyyaml", "rapidfuzz", "resvg_py", "tinycss2", "tinyhtml5", "tqdm"),
        *("weasyprint", "zopfli", "zxing_cpp"),
    )
)
ENGINE = (
    *("pango-1.0", "pangoft2-1.0", "harfbuzz", "harfbuzz-subset"),
    *("fontconfig", "freetype", "fribidi"),
)
FOLDERS = ("/usr/local/lib", "/opt/homebrew/lib", "/usr/lib", "/usr/lib64", "/lib")


def facts() -> dict[str, str]:
    """The versions of Polyleaf and its libraries, by the names that the record has for them."""
    return {POLYLEAF.name: polyleaf(), LIBRARIES.name: libraries()}


def polyleaf() -> str:
    """The version, and a digest of every file of the package."""
    found, start = list[str](), len(PACKAGE) + 1
    for folder, folders, names in os.walk(PACKAGE):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            path = f"{folder}{os.sep}{name}"
            found.append(f"{path[start:]} {file_digest(path)}")
    return f"{__version__} {text_digest('|'.join(found))}"


def libraries() -> str:
    """The names of Python's packages and of the engine's libraries, with their versions."""
    found = {f"python-{sys.version}"}
    for folder in dict.fromkeys(sys.path):
        try:
            names = os.listdir(folder or ".")
        except OSError:
            continue
        for name in names:
            package, _, rest = name.partition("-")
            if rest.endswith(".dist-info") and package.lower() in PACKAGES:
                found.add(name.lower().removesuffix(".dist-info"))
    return " ".join(sorted(found | set(map(_library, ENGINE))))


def _library(name: str) -> str:
    """The real name of a shared library, which ends in its version, and its size."""
    machine = str(getattr(sys.implementation, "_multiarch", ""))
    files = (f"lib{name}.so.0", f"lib{name}.so.1", f"lib{name}.so.6", f"lib{name}.0.dylib")
    for folder in (f"/usr/lib/{machine}", *FOLDERS):
        for file in files:
            path = os.path.realpath(os.path.join(folder, file))
            if os.path.isfile(path):
                return f"{os.path.basename(path)}-{os.path.getsize(path)}"
    return f"no-{name}"

"""What the bytes of a sheet depend on besides its task: machines that agree on it make the same.

An environment is described by plain values, which any version of Polyleaf can read.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from .. import __version__, languages, pdf
from ..model.task import Work
from ..typography import fonts

LIBRARIES = ("weasyprint", "pydyf", "fonttools", "jinja2", "babel", "icu4py", "pyphen", "zxing-cpp",
             "resvg-py", "pillow", "tinycss2", "cssselect2")  # fmt: skip
FONT = "font "
Environment = dict[str, str]  # the name of a thing → its version, or the digest of what it holds


def families(tasks: Iterable[Work]) -> tuple[str, ...]:
    """The font families that tasks are drawn with; none if nothing is drawn."""
    return tuple(sorted({family for task in tasks for family in task.fonts}))


def describe(families: Iterable[str]) -> Environment:
    """This machine, as far as sheets in `families` go; raises PolyleafError for what it lacks.

    Without families nothing is drawn, and the engine is not loaded.
    """
    wanted = sorted(families)
    found = {"Polyleaf": __version__, "the code of Polyleaf": _code()}
    found |= {name: version(name) for name in LIBRARIES}
    if wanted:
        fonts.show_only((*languages.font_packages(), *wanted))  # before the engine is loaded
        found |= pdf.versions()
        found |= {FONT + name: digest for name, digest in fonts.digests(wanted).items()}
    return found


def differences(theirs: Environment, ours: Environment) -> Iterator[str]:
    """What differs, in words; ours is how it must be."""
    for name in sorted(theirs.keys() | ours.keys()):
        if name not in theirs:
            yield f"it has no {name}"
        elif name not in ours:
            yield f"it has another {name}"
        elif theirs[name] != ours[name]:
            short = len(ours[name]) < 64
            yield f"{name} is {theirs[name]}, not {ours[name]}" if short else f"{name} differs"


def resource(described: object) -> str:
    """A name that two descriptions share only if they are the same."""
    text = json.dumps(described, sort_keys=True)
    return f"polyleaf-{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def _code() -> str:
    """A digest of the package's files: between two versions the code has many states."""
    root = Path(__file__).resolve().parents[1]
    whole = hashlib.sha256()
    for file in sorted(root.rglob("*")):
        if file.suffix in (".py", ".toml"):
            data = file.read_bytes()
            whole.update(f"{file.relative_to(root).as_posix()} {len(data)}\n".encode() + data)
    return whole.hexdigest()

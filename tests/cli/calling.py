"""The command, called in each of the ways that people call it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from .. import forked
from ..conftest import ROOT
from ..forked import BUILD

MODULE = (sys.executable, "-m", "polyleaf")
COMMANDS = (
    *("new", "new-leaflet"),
    *("build", "check", "catalogs", "status", "sign", "waive", "export", "import", "translate"),
    *("ledger", "worksheet", "fonts", "calibrate", "serve", "schema", "completion"),
)


def call(
    *arguments: str | Path, by: tuple[str, ...] = BUILD, cwd: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, with no project that the arguments do not name.

    It is a new Python unless it is called as most are, by build.py.
    """
    words = [str(argument) for argument in arguments]
    if by is BUILD:
        return forked.run(words, cwd)
    return subprocess.run(
        [*by, *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        env={**os.environ, "PYTHONWARNINGS": "error", "PYTHONPATH": str(ROOT)},
    )


def script(folder: Path) -> tuple[str, ...]:
    """The script `polyleaf` that installing the package would make."""
    file = folder / "polyleaf"
    file.write_text("import sys\nfrom polyleaf.cli import command\nsys.exit(command())\n")
    return (sys.executable, str(file))

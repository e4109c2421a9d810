"""The command, called in each of the ways that people call it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from ..conftest import ROOT

BUILD = (sys.executable, str(ROOT / "build.py"))
MODULE = (sys.executable, "-m", "polyleaf")
COMMANDS = (
    *("build", "check", "catalogs", "status", "sign", "waive", "fonts", "schema", "completion"),
)


def call(
    *arguments: str | Path, by: tuple[str, ...] = BUILD, cwd: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, with no project that the arguments do not name."""
    return subprocess.run(
        [*by, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        env={**os.environ, "PYTHONWARNINGS": "error", "PYTHONPATH": str(ROOT), **environment},
    )


def script(folder: Path) -> tuple[str, ...]:
    """The script `polyleaf` that installing the package would make."""
    file = folder / "polyleaf"
    file.write_text("import sys\nfrom polyleaf.cli import command\nsys.exit(command())\n")
    return (sys.executable, str(file))

"""The name of the command that was called: what usage lines and hints ask people to type.

Findings are data. They are made in worker processes, recorded, and read by scripts, so their hints
call the command `polyleaf`; what is printed has the name that was called in its place.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model.findings import Finding

NAME = "polyleaf"
SCRIPT = "build.py"
MARK = f"`{NAME} "  # how a command begins in a hint


def name() -> str:
    """`polyleaf`, `python -m polyleaf`, or `python build.py` in a checkout."""
    called = sys.argv[0]
    file = called.replace("\\", "/").rpartition("/")[2]
    if file == "__main__.py":
        return f"python -m {NAME}"
    return f"python {os.path.relpath(called)}" if file == SCRIPT else NAME


def instead() -> str:
    """What to do where this Python lacks the libraries."""
    from pathlib import Path

    called = name()
    if not called.endswith(SCRIPT):
        return "install Polyleaf with its requirements"
    python = Path(".venv/bin/python")
    other = called.replace("python", str(python), 1) if python.exists() else "make leaflets"
    return f"run `{other}` instead"


def hint(finding: Finding) -> str:
    """The finding's hint, with the command as it was called."""
    return finding.hint.replace(MARK, f"`{name()} ")

"""`--open`: shows what was made with the program that this machine has for it."""

from __future__ import annotations

import argparse
import sys
import webbrowser
from pathlib import Path

from ..model.jobs import Report

CATALOGUE = "index.html"


def after(report: Report, options: argparse.Namespace) -> None:
    """Open the sheet if there is one, or the page to choose from if there are more."""
    folder = Path(options.output or Path(options.project, "output")).resolve()
    made = {row.file for row in report.built if row.part in ("sheet", "screen")}
    made |= {*report.copies, *report.up_to_date}
    if not made:
        return
    file = folder / (made.pop() if len(made) == 1 else CATALOGUE)
    if not webbrowser.open(file.as_uri()):
        print(f"no program here opens a file by itself; it is {file}", file=sys.stderr)

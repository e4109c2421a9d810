"""Which project may be meant by a folder that is none."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

BEGIN = "`polyleaf new my-leaflets` begins one"


def hint(folder: Path, file: str) -> str:
    """Name the one project below a folder, or the one that it is a part of, or how to begin one.

    `file` is what a project has.
    """
    below = [found.parent.name for found in folder.glob(f"*/{file}")]
    above = [os.path.relpath(each, folder) for each in folder.parents if (each / file).is_file()]
    near = below if len(below) == 1 else above[:1]
    more = f"there is one: --project {shlex.quote(near[0])}" if near else BEGIN
    return f"name the project's folder with --project; {more}"

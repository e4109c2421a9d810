"""What a format needs to know besides the report."""

from __future__ import annotations

from typing import NamedTuple


class Presentation(NamedTuple):
    exit_code: int
    project: str = "."  # the folder that the findings' paths count from
    color: bool = False

"""A file that is no YAML, in pieces that can be read by themselves.

A piece begins at a key in the first column, or at a dash of the outermost list below it. What is
wrong in one piece says nothing of the next: so all of them are reported in one run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

MAX_PIECES = 200
KEY, ITEM = re.compile(r"[\w-]+ *:(?:\s|$)"), re.compile(r"( *)-(?:\s|$)")


def after(text: str, line: int) -> Iterator[str]:
    """The pieces that begin below a line (from 0), each at its own lines: above it is nothing."""
    lines = text.split("\n")
    starts = [start for start in _starts(lines) if start > line]
    for start, end in islice(pairwise([*starts, len(lines)]), MAX_PIECES):
        yield "\n" * start + "\n".join(lines[start:end]) + "\n"


def _starts(lines: list[str]) -> Iterator[int]:
    depth: int | None = None
    for number, line in enumerate(lines):
        if KEY.match(line):
            depth = None
            yield number
        elif (item := ITEM.match(line)) and (depth is None or len(item[1]) <= depth):
            depth = len(item[1])
            yield number

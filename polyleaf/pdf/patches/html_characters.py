"""Runs of characters in HTML are looked for with expressions that are made once.

Why: tinyhtml5 keeps each regular expression under itself, and so finds none again: it puts it
together anew for each run of characters. It also counts the characters that HTML forbids, for a
list of errors that WeasyPrint does not ask for.

What: the table of expressions makes what it lacks and keeps it; nothing is counted.

Upstream: docs/upstream/01-html-expressions.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from .patch import Patch


class Expressions(dict[tuple[Any, bool], re.Pattern[str]]):
    """(characters, whether these are wanted) → what finds a run of them, or of all others."""

    def __missing__(self, key: tuple[Iterable[str], bool]) -> re.Pattern[str]:
        characters, wanted = key
        signs = "".join(f"\\x{ord(character):02x}" for character in characters)
        self[key] = re.compile(f"[{signs}]+" if wanted else f"[^{signs}]+")
        return self[key]


class FindsNothing:
    """An expression that no forbidden character is found with."""

    def findall(self, _: str) -> tuple[str, ...]:
        return ()


PATCHES = (
    Patch(
        "tinyhtml5.inputstream:characters_until_regex",
        Expressions(),
        verified={"2.1.0": "dfe353323dff1fdc"},
        relies_on=("tinyhtml5.inputstream:HTMLUnicodeInputStream.chars_until",),
    ),
    Patch(
        "tinyhtml5.inputstream:invalid_unicode_re",
        FindsNothing(),
        verified={"2.1.0": "1dc3d7d4ac3cf7e1"},
        relies_on=("tinyhtml5.inputstream:HTMLUnicodeInputStream.read_chunk",),
    ),
)

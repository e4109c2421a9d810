"""The letters of a text as a reader counts them, and the characters that show nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# They need no glyph: joiners, marks of direction.
SILENT = frozenset("\u00ad\u034f\u061c\ufeff" + "".join(map(chr, (
    *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070),
    *range(0xFE00, 0xFE10)))))  # fmt: skip
DIRECTING = re.compile("([\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+)")
UNSPACED = re.compile("([\u200c\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+)")
EXTENDING = ("Mn", "Me", "Mc", "Cf")


def clusters(text: str) -> Iterator[str]:
    """Letters with the marks and joiners that follow them; marks of direction by themselves."""
    start = 0
    for at in range(1, len(text) + 1):
        joined = at < len(text) and (
            (unicodedata.category(text[at]) in EXTENDING and not DIRECTING.fullmatch(text[at]))
            or text[at - 1] == "\N{ZERO WIDTH JOINER}"
        )
        if not joined or DIRECTING.fullmatch(text[at - 1]):
            yield text[start:at]
            start = at

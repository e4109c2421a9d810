"""Emoji of several characters, and what a font must have of a text (UTS #51)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

JOINER = "\N{ZERO WIDTH JOINER}"
SELECTORS = "\ufe0e\ufe0f"
TONES = "\U0001f3fb-\U0001f3ff"
PICTURE = f"[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff][{SELECTORS}{TONES}]*"
# Keycaps, flags, skin tones and families. The fonts of signs have no shapes for them: their parts
# would stand side by side, or a keycap over its neighbour.
SEQUENCE = re.compile(
    rf"[0-9#*]\ufe0f?\u20e3|[\U0001f1e6-\U0001f1ff]{{2}}"
    rf"|{PICTURE}(?:{JOINER}{PICTURE})+"
    rf"|[\u203c-\u3299\U0001f000-\U0001faff]\ufe0f?[{TONES}]"
)
UNDRAWN = ("Cc", "Cf")


def sequences(text: str) -> Iterator[str]:
    return (found[0] for found in SEQUENCE.finditer(text))


def drawn(text: str) -> set[str]:
    """The characters that a font must have a glyph for."""
    marked = (c for c in set(text) if unicodedata.category(c) not in UNDRAWN)
    return {c for c in marked if c not in SELECTORS}

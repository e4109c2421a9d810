"""`glyph-missing`, `font-fallback`: every character is drawn, and in a font that was chosen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ..model import Edition, Html, Pdf
from ..problems import Finding

LATIN = "Noto Sans"  # names, numbers and letters in pictures


def check(html: Html, pdf: Pdf, edition: Edition) -> Iterator[Finding]:
    for family, characters in pdf.missing:
        named = ", ".join(f"U+{ord(c):04X} {unicodedata.name(c, '')}".strip() for c in characters)
        message = f'the font "{family}" has no glyph for {named}'
        yield Finding(
            html.where, "glyph-missing", message, "remove it, or add a font to its script"
        )
    for family in set(pdf.families) - {*html.families, LATIN}:
        message = f'drawn with "{family}", which nobody chose for this language'
        yield Finding(html.where, "font-fallback", message, f"chosen: {', '.join(html.families)}")

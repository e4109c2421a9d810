"""Text as it is compared with listed words: small letters, marks, digits, commas."""

from __future__ import annotations

import unicodedata
from functools import cache

APOSTROPHES = "'’ʼ＇"
COMMAS = ",;:،؛、，；：—–()（）"
# Most texts in Arabic script leave these out: vowel marks, and the stroke that stretches a word.
LEFT_OUT = frozenset((*map(chr, range(0x64B, 0x653)), "\u0670", "\u0640"))


def folded(text: str) -> str:
    """Keeps letters, marks, digits, apostrophes and commas; anything else becomes a space."""
    kept = (_folded(character) for character in unicodedata.normalize("NFC", text.casefold()))
    return " ".join("".join(kept).split())


@cache
def _folded(character: str) -> str:
    if character in APOSTROPHES:
        return "'"
    if character in COMMAS:
        return " , "
    category = unicodedata.category(character)
    if character in LEFT_OUT or category == "Cf":
        return ""
    return character if category[0] in "LMN" else " "

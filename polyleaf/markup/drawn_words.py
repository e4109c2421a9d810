"""What is read out for a picture that has words in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from ..model.sheet import Language

ENDS = (".", "!", "?", "…", "。", "！", "？", "۔", "؟", "।", "॥", ":", "：")
WIDE = "、"  # the separator of lists where marks are full width


def described(alt: str, words: Iterable[str], language: Language) -> str:
    """The alternative text of a picture: the author's, then the words in it that it lacks.

    They are quoted, in the order in which they are read.
    """
    known, lacking = _letters(alt), dict[str, None]()
    for said in words:
        if _letters(said) not in known:
            lacking[said] = None
    if not lacking:
        return alt
    opening, closing = language.quotes[:2]
    colon = "：" if language.list_separator == WIDE else ": "
    quoted = language.list_separator.join(f"{opening}{said}{closing}" for said in lacking)
    end = " " if alt.endswith(ENDS) else colon
    return f"{alt}{end}{quoted}" if alt else quoted


def _letters(text: str) -> str:
    """The letters and digits of a text, as they are compared."""
    whole = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in whole if unicodedata.category(c)[0] in "LMN")

"""How wide words are in a font, shaped as they are drawn."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from ...model.sheet import Direction

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

NARROW, WIDE = frozenset("iljtfrI.,:;'|!()[] "), frozenset("mwMW%@")
SIZE = 256  # pixels of an em: hinting rounds widths by less than a thousandth


def width(runs: Iterable[tuple[str, str, int]], direction: Direction) -> float:
    """The width in em of (text, font file, its number in the file), set one after another.

    HarfBuzz shapes the text where Pillow has Raqm, as all of its wheels do; elsewhere the advances
    of single letters are added up, which is more than joined letters take.
    """
    from PIL import features

    shaped = features.check("raqm")
    total = 0.0
    for text, file, index in runs:
        font = _font(file, index)
        total += font.getlength(text, direction=direction) if shaped else font.getlength(text)
    return total / SIZE


@lru_cache(maxsize=32)
def _font(file: str, index: int) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(file, SIZE, index=index)


def about(character: str) -> float:
    """About the width of a letter in a sans serif face, in em."""
    if character in NARROW or unicodedata.category(character) in ("Mn", "Cf"):
        return 0.28 if character in NARROW else 0.0
    if character in WIDE:
        return 0.87
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    return 0.66 if character.isupper() else 0.54

"""How wide and high words are in a font, shaped as they are drawn."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from ...model.sheet import Direction
from .label import Extent

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

NARROW, WIDE = frozenset("iljtfrI.,:;'|!()[] "), frozenset("mwMW%@")
SIZE = 256  # pixels of an em: hinting rounds widths by less than a thousandth


def extent(runs: Iterable[tuple[str, str, int]], direction: Direction) -> Extent:
    """What (text, font file, its number in the file), set one after another, take, in em.

    The width is that of their advances, the height that of their ink. HarfBuzz shapes the text
    where Pillow has Raqm, as all of its wheels do; elsewhere the advances of single letters are
    added up, which is more than joined letters take.
    """
    from PIL import features

    way = direction if features.check("raqm") else None
    width = up = down = 0.0
    for text, file, index in runs:
        font = _font(file, index)
        width += font.getlength(text, direction=way)
        _, top, _, bottom = font.getbbox(text, anchor="ls", direction=way)
        up, down = max(up, -top), max(down, bottom)
    return Extent(width / SIZE, up / SIZE, down / SIZE)


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

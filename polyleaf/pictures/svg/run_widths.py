"""How much room text takes in a font, shaped as it is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from ...model.sheet import Direction

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

SIZE = 256  # pixels of an em: hinting rounds widths by less than a thousandth
Run = tuple[str, str, int]  # text, font file, its number in the file


def room(runs: Iterable[Run], direction: Direction) -> tuple[float, float, float]:
    """What runs take one after another, in em: their advances, their ink above and below the line.

    HarfBuzz shapes the text where Pillow has Raqm, as all of its wheels do; elsewhere the advances
    of single letters are added up, which is more than joined letters take.
    """
    from PIL import features

    way = direction if features.check("raqm") else None
    width = up = down = 0.0
    for text, file, index in runs:
        font = _font(file, index)
        width += font.getlength(text, direction=way)
        _, top, _, bottom = font.getbbox(text, anchor="ls", direction=way)
        up, down = max(up, -top), max(down, bottom)
    return width / SIZE, up / SIZE, down / SIZE


@lru_cache(maxsize=32)
def _font(file: str, index: int) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(file, SIZE, index=index)

"""The letters of a drawn page in the order in which they stand on paper, by their positions."""

from __future__ import annotations

import ctypes
import unicodedata
from operator import itemgetter
from typing import Any

import pypdfium2.raw
from PIL import Image

SCALE = 4  # pixels a point, when the shape of a bracket is looked at
OPENING, CLOSING = "([{«‹<≤", ")]}»›>≥"
MIRRORED = str.maketrans(OPENING + CLOSING, CLOSING + OPENING)
PLAIN = str.maketrans("”®⁄", "“R/")


def folded(text: str) -> str:
    """The text as pdfium has it: without spaces and marks, signs in their plainest form."""
    text = unicodedata.normalize("NFKC", text).translate(PLAIN)
    return "".join(
        c for c in text if not c.isspace() and unicodedata.category(c) not in ("Mn", "Cf")
    )


def seen(page: Any) -> list[str]:
    """The letters of each line by where their glyphs stand, from the left edge."""
    text = page.get_textpage()
    picture = page.render(scale=SCALE, grayscale=True).to_pil()
    lines: dict[int, list[tuple[float, str]]] = {}
    for i in range(text.count_chars()):
        letter = folded(chr(pypdfium2.raw.FPDFText_GetUnicode(text, i)))
        if pypdfium2.raw.FPDFText_IsGenerated(text, i) == 1 or not letter:
            continue
        if letter in OPENING + CLOSING:
            letter = _shaped(letter, picture, text, i)
        x, y = ctypes.c_double(), ctypes.c_double()
        pypdfium2.raw.FPDFText_GetCharOrigin(text, i, x, y)
        lines.setdefault(round(y.value), []).append((x.value, letter))
    return [
        "".join(letter for _, letter in sorted(line, key=itemgetter(0)))
        for _, line in sorted(lines.items(), reverse=True)
    ]


def _shaped(letter: str, picture: Image.Image, text: Any, i: int) -> str:
    """The bracket by its ink: one that opens to the right has more of it left in its middle.

    pdfium turns brackets of right-to-left text round, whatever their shape.
    """
    glyphs = (_cut(picture, text.get_charbox(place)) for place in (i, i - 1, i + 1))
    glyph = next(glyph for glyph in glyphs if glyph.height > SCALE)  # a mark may have the ink
    third = glyph.height // 3
    opens = _centre(glyph.crop((0, third, glyph.width, 2 * third))) < _centre(glyph)
    return letter if (letter in OPENING) == opens else letter.translate(MIRRORED)


def _cut(picture: Image.Image, box: tuple[float, float, float, float]) -> Image.Image:
    left, bottom, right, top = (round(edge * SCALE) for edge in box)
    return picture.crop((left, picture.height - top, right, picture.height - bottom))


def _centre(glyph: Image.Image) -> float:
    """The mean column of the ink."""
    ink = [255 - value for value in glyph.tobytes()]
    return sum(i % glyph.width * value for i, value in enumerate(ink)) / sum(ink)

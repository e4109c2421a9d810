"""Fonts cut down to the characters that are drawn with them, in the forms of their language, and
leaning where letters lean.

Where a font lacks one sign of a line, the renderer takes all of the line from the first other font
that has it whole: a `≥` made bold Latin letters regular, as the font of mathematics has both. A
font that has nothing but its own characters is never taken for others. The renderer does not know
the language of a text either: Marathi would have Hindi's letters.
"""

from __future__ import annotations

import io
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

SLANT = 0.27  # how far a letter leans for each unit of its height: 15°, as in browsers
# By language, what fonts call the forms that it alone has (OpenType, language system tags; `locl`).
OWN_FORMS = {"ca": "CAT ", "mk": "MKD ", "mo": "MOL ", "mr": "MAR ", "ne": "NEP ", "ro": "ROM ",
             "sr": "SRB ", "ur": "URD "}  # fmt: skip
ITALIC_SELECTION, REGULAR_SELECTION, ITALIC_STYLE = 0x01, 0x40, 0x02  # OpenType: OS/2, head
# What a shaper draws for a letter beyond its canonical form: vowels of Thai, Lao and Khmer in two
# parts (HarfBuzz, hb-ot-shaper-thai.cc and -khmer.cc), other hyphens and spaces.
SHAPED_AS = {
    "\u0e33": "\u0e4d\u0e32", "\u0eb3": "\u0ecd\u0eb2",
    **dict.fromkeys("\u17be\u17bf\u17c0\u17c4\u17c5", "\u17c1"),
    "\u2011": "\u2010",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FontCut:
    """A font file; `characters` is None if it is taken whole. `forms` is one of OWN_FORMS."""

    file: Path
    characters: frozenset[str] | None = None
    leaning: bool = False
    forms: str = ""


@lru_cache(maxsize=64)
def font_bytes(cut: FontCut) -> bytes:
    """A TrueType font with some characters alone; the same bytes for the same arguments."""
    from fontTools import subset

    text = "".join(cut.characters or ())
    forms = "".join(unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    forms += "".join(SHAPED_AS.get(character, "") for character in text)
    options = subset.Options(
        layout_features=["*"], hinting=False, recalc_timestamp=False, notdef_outline=True
    )
    with subset.load_font(str(cut.file), options) as font:
        if cut.forms:
            _take_forms(font, cut.forms)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=map(ord, {*text, *forms, " ", "\N{DOTTED CIRCLE}"}))
        subsetter.subset(font)
        if cut.leaning and "glyf" in font:
            _lean(font)
        file = io.BytesIO()
        font.save(file)
    return file.getvalue()


def _take_forms(font: TTFont, language: str) -> None:
    """Makes the forms of a language the font's usual ones, where it has any."""
    for table in ("GSUB", "GPOS"):
        for script in font[table].table.ScriptList.ScriptRecord if table in font else ():
            for each in script.Script.LangSysRecord:
                if each.LangSysTag == language:
                    script.Script.DefaultLangSys = each.LangSys
                    script.Script.LangSysRecord = []  # one that stands twice is cut down twice


def _lean(font: TTFont) -> None:
    """Slants all outlines, and says that the font is an italic one."""
    outlines = font["glyf"]
    for name in font.getGlyphOrder():
        glyph = outlines[name]
        if glyph.isComposite():
            for part in glyph.components:
                part.x += round(SLANT * part.y)
        elif glyph.numberOfContours > 0:
            glyph.coordinates.transform(((1.0, 0.0), (SLANT, 1.0)))
            glyph.coordinates.toInt()
    for name in font.getGlyphOrder():
        outline = outlines[name]
        outline.recalcBounds(outlines)
        font["hmtx"][name] = font["hmtx"][name][0], getattr(outline, "xMin", 0)
    selection = font["OS/2"].fsSelection
    font["OS/2"].fsSelection = selection & ~REGULAR_SELECTION | ITALIC_SELECTION
    font["head"].macStyle |= ITALIC_STYLE

"""How runs of a Word document look: their font, their language, their colour."""

from __future__ import annotations

from typing import Any

from ... import languages
from ...languages import office_fonts
from ...markup.word_file.open_xml import add
from ...model.sheet import Language

SIZE = 11  # points


def add_font(properties: Any, language: Language) -> None:
    """The font and the language of a run, in the order of ISO/IEC 29500-1, 17.3.2.28.

    Letters that are not Latin have a size and a language of their own in Word.
    """
    family = office_fonts.family(language)
    add(properties, "rFonts", ascii=family, hAnsi=family, cs=family, eastAsia=family)
    add(properties, "sz", val=str(2 * SIZE))
    add(properties, "szCs", val=str(2 * SIZE))
    if language.direction == "rtl":
        add(properties, "rtl")
    tag = languages.with_country(language.tag)  # Word knows a language only with its country
    add(properties, "lang", val=tag, bidi=tag, eastAsia=tag)


def paint(run: Any, colour: str, size: int) -> None:
    from docx.shared import Pt, RGBColor

    run.font.color.rgb = RGBColor.from_string(colour)
    run.font.size = Pt(size)
    run.font.no_proof = True

"""The styles of a document: sizes and colours as on the sheets, in the letters of its language."""

from __future__ import annotations

from typing import Any, NamedTuple

from ... import languages
from ...languages import office_fonts
from ...model.sheet import Language
from .open_xml import add

BODY = 12  # points: UKAAF clear print
ACCENT, QUIET = "0B4F5C", "47565D"


class Letters(NamedTuple):
    size: float  # points
    bold: bool = False
    colour: str = ""  # "accent", "quiet" or none
    before: int = 0  # points
    after: int = 6
    keeps: bool = False  # on the page of what follows


STYLES = {
    "Normal": Letters(BODY),
    "Heading 1": Letters(26, True, "accent", 6, 6, True),
    "Heading 2": Letters(16, True, "accent", 14, 4, True),
    "Heading 3": Letters(13, True, "", 8, 3, True),
    "Heading 4": Letters(BODY, True, "", 6, 3, True),
    "Subtitle": Letters(15, False, "quiet", 0, 8),
    "List Paragraph": Letters(BODY, after=3),
    "Caption": Letters(BODY, True, "", 4, 6, True),
    "Header": Letters(BODY, True),
    "Footer": Letters(BODY, False, "quiet"),
}


def set_styles(document: Any, language: Language, accent: str) -> None:
    """Gives the styles their looks; raises nothing."""
    colours = {"accent": accent or ACCENT, "quiet": QUIET}
    for name, look in STYLES.items():
        style = document.styles[name]
        properties = style.element.get_or_add_rPr()
        for child in list(properties):
            properties.remove(child)
        add_letters(properties, language, look, colours.get(look.colour, ""))
        spaces = style.paragraph_format
        spaces.space_before, spaces.space_after = _points(look.before), _points(look.after)
        spaces.line_spacing = 1.15
        spaces.keep_with_next = look.keeps
        spaces.widow_control = True
    border = document.styles["Subtitle"].element.pPr.find(_tag("numPr"))
    if border is not None:
        document.styles["Subtitle"].element.pPr.remove(border)


def add_letters(properties: Any, language: Language, look: Letters | None, colour: str) -> None:
    """Font, weight, size and language, in the order of ISO/IEC 29500-1, 17.3.2.28."""
    family = office_fonts.family(language)
    latin = office_fonts.LATIN
    add(properties, "rFonts", ascii=latin, hAnsi=latin, cs=family, eastAsia=family)
    if look:
        if look.bold:
            add(properties, "b")
            add(properties, "bCs")
        if colour:
            add(properties, "color", val=colour)
        add(properties, "sz", val=str(round(2 * look.size)))
        add(properties, "szCs", val=str(round(2 * look.size)))
    add_language(properties, language)


def add_language(properties: Any, language: Language) -> None:
    tag = languages.with_country(language.tag)  # Word knows a language only with its country
    add(properties, "lang", val=tag, bidi=tag, eastAsia=tag)


def _points(number: int) -> Any:
    from docx.shared import Pt

    return Pt(number)


def _tag(name: str) -> Any:
    from docx.oxml.ns import qn

    return qn(f"w:{name}")

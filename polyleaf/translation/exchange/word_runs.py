"""How runs of a Word document look: their font, their language, their colour."""

from __future__ import annotations

from typing import Any

from ... import languages
from ...model.sheet import Language

SIZE = 11  # points
# What Windows and Office bring for a script; Word takes another one where it is not there.
FONTS = {
    "Adlm": "Ebrima", "Arab": "Arial", "Beng": "Nirmala UI", "Deva": "Nirmala UI",
    "Ethi": "Ebrima", "Gujr": "Nirmala UI", "Guru": "Nirmala UI", "Hans": "Microsoft YaHei",
    "Hant": "Microsoft JhengHei", "Hebr": "Arial", "Jpan": "Yu Gothic", "Khmr": "Leelawadee UI",
    "Knda": "Nirmala UI", "Kore": "Malgun Gothic", "Laoo": "Leelawadee UI", "Mlym": "Nirmala UI",
    "Mymr": "Myanmar Text", "Nkoo": "Ebrima", "Olck": "Nirmala UI", "Orya": "Nirmala UI",
    "Sinh": "Nirmala UI", "Syrc": "Estrangelo Edessa", "Taml": "Nirmala UI", "Telu": "Nirmala UI",
    "Thaa": "MV Boli", "Thai": "Leelawadee UI", "Tibt": "Microsoft Himalaya",
}  # fmt: skip
OF_LANGUAGE = {"ur": "Urdu Typesetting"}


def add_font(properties: Any, language: Language) -> None:
    """The font and the language of a run, in the order of ISO/IEC 29500-1, 17.3.2.28.

    Letters that are not Latin have a size and a language of their own in Word.
    """
    family = OF_LANGUAGE.get(language.tag) or FONTS.get(language.script, "Calibri")
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


def add(parent: Any, tag: str, **values: str) -> None:
    """An element behind those of `parent`, with attributes of the same namespace."""
    from docx.oxml import OxmlElement

    element = OxmlElement(f"w:{tag}")
    for name, value in values.items():
        element.set(_name(name), value)
    parent.append(element)


def _name(attribute: str) -> Any:
    from docx.oxml.ns import qn

    return qn(f"w:{attribute}")

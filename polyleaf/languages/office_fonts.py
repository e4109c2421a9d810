"""Fonts that Windows and Office bring; Word takes another one where they are not there."""

from __future__ import annotations

from ..model.sheet import Language

LATIN = "Calibri"
OF_SCRIPT = {
    "Adlm": "Ebrima", "Arab": "Arial", "Beng": "Nirmala UI", "Deva": "Nirmala UI",
    "Ethi": "Ebrima", "Gujr": "Nirmala UI", "Guru": "Nirmala UI", "Hans": "Microsoft YaHei",
    "Hant": "Microsoft JhengHei", "Hebr": "Arial", "Jpan": "Yu Gothic", "Khmr": "Leelawadee UI",
    "Knda": "Nirmala UI", "Kore": "Malgun Gothic", "Laoo": "Leelawadee UI", "Mlym": "Nirmala UI",
    "Mymr": "Myanmar Text", "Nkoo": "Ebrima", "Olck": "Nirmala UI", "Orya": "Nirmala UI",
    "Sinh": "Nirmala UI", "Syrc": "Estrangelo Edessa", "Taml": "Nirmala UI", "Telu": "Nirmala UI",
    "Thaa": "MV Boli", "Thai": "Leelawadee UI", "Tibt": "Microsoft Himalaya",
}  # fmt: skip
NASTALIQ = ("Noto Nastaliq Urdu", "Urdu Typesetting")  # the second one if the first is not there
OF_LANGUAGE = {"ur": NASTALIQ[0], "ks": NASTALIQ[0]}


def family(language: Language) -> str:
    """The font for the letters of a language."""
    main = language.tag.partition("-")[0]
    nastaliq = OF_LANGUAGE.get(main) if language.script == "Arab" else None
    return nastaliq or OF_SCRIPT.get(language.script, LATIN)

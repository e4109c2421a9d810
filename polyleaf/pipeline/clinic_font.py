"""The clinic's own font: which sheets are set in it, and whether it is here."""

from __future__ import annotations

from dataclasses import replace

from .. import languages
from ..model.clinic import OwnFont
from ..model.findings import raise_if_errors
from ..model.sheet import Language
from ..typography import fonts


def on_paper(language: Language, font: OwnFont) -> Language:
    """The language set in the font, if that has its letters; else as it is.

    Raises PolyleafError if the font is not here.
    """
    fonts.add(font.family)
    fonts.show_only(languages.font_packages())
    raise_if_errors(fonts.clinic_font(font.family, font.where))
    if fonts.without_glyph(languages.letters(language), (font.family,)):
        return language
    return on_screen(language, font)


def on_screen(language: Language, font: OwnFont) -> Language:
    """The language set in the font: a browser takes the next font for what this one lacks."""
    families = tuple(dict.fromkeys((font.family, *language.families)))
    return replace(language, families=families, condensed=())

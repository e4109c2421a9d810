"""`glyph-missing`, `font-fallback`: every character is drawn, and in a font that was chosen.

Before drawing, every character is looked up in the fonts of the sheet's language. After it, a
character that the engine could not draw, or drew in another font, is an error too.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ...languages import font_packages
from ...model.findings import Finding, Where
from ...model.sheet import Pdf, RenderedPage
from ...model.walk import texts
from ...typography import fonts


def check_paper(written: RenderedPage) -> Iterator[Finding]:
    drawn = (c for c in set(written.html.text) if unicodedata.category(c) not in ("Cc", "Cf"))
    for character in fonts.without_glyph(drawn, written.sheet.language.families):
        yield _missing(written, character)


def check_drawn(written: RenderedPage, pdf: Pdf) -> Iterator[Finding]:
    for _, characters in pdf.missing:
        for character in characters:
            yield _missing(written, character)
    chosen = written.html.families
    for family in set(pdf.families) - set(chosen):
        message = f'drawn with "{family}", which is not a font of this language'
        hint = f"its fonts: {', '.join(chosen)}"
        yield Finding(written.html.where, "font-fallback", message, hint)


def _missing(written: RenderedPage, character: str) -> Finding:
    name = unicodedata.name(character, "without a name")
    language = written.sheet.language
    shown = f"{character} (U+{ord(character):04X} {name})"
    message = f"no font of the {language.english_name} sheet has {shown}"
    return Finding(_where(written, character), "glyph-missing", message, _hint(character))


def _where(written: RenderedPage, character: str) -> Where:
    """The first string that holds it, else the leaflet: it came from clinic.yaml or a template."""
    for value in written.copy.values if written.copy else ():
        if character in value.text:
            return value.where
    for text in texts((written.sheet.leaflet, written.sheet.own)):
        if character in text.value:
            return text.where
    for message in written.words.found.values() if written.words else ():
        if character in message.text:
            return message.where
    return written.html.where


def _hint(character: str) -> str:
    for family, package in font_packages().items():
        if not fonts.without_glyph(character, (family,)):
            return (
                f'write it otherwise: only "{family}" ({package}) has it, a font of other scripts'
            )
    return "write it otherwise: no font that Polyleaf draws with has it"

"""`picture-glyphs`: the text of a drawing has a character that no font of the sheet has.

A drawing names fonts of the machine that it was made on. It is drawn in the fonts of the sheet, and
what they lack would be an empty box. Signs of symbol fonts, such as Wingdings, are the usual cause.
"""

from __future__ import annotations

from collections.abc import Iterator

from ... import languages
from ...model.findings import Finding, Where
from ...model.leaflet import Asset, Figure, Leaflet, Steps
from ...model.sheet import Language, LocalizedLeaflet
from ...pictures import svg
from ...typography.picture_fonts import font_files
from ...typography.translated_picture import translated_picture

SHOWN = 8  # characters of a finding
HINT = "turn that text into outlines or shapes, or write it with characters that the sheet has"


def check_sheet(sheet: LocalizedLeaflet) -> Iterator[Finding]:
    source = languages.find(sheet.source.language)
    for picture, where in _pictures(sheet.leaflet):
        drawn = translated_picture(picture, sheet.language, source, {})
        yield from lacking(drawn, where, sheet.language)


def _pictures(leaflet: Leaflet) -> Iterator[tuple[Asset, Where]]:
    for block in (block for section in leaflet.sections for block in section.blocks):
        if isinstance(block, Figure):
            yield block.image, block.alt.where
        elif isinstance(block, Steps):
            for step in block.items:
                if step.image:
                    yield step.image, (step.alt or step.text).where


def lacking(picture: Asset, where: Where, language: Language) -> Iterator[Finding]:
    """The characters of a drawing that no font of the sheet has, as one finding."""
    if picture.media_type != "image/svg+xml" or not (wanted := svg.characters(picture.data)):
        return
    missing = svg.lacking(picture.data, font_files(wanted, language).faces)
    if missing:
        shown = ", ".join(f'"{c}" (U+{ord(c):04X})' for c in missing[:SHOWN])
        message = f'"{picture.name}" has text that no font of the sheet has: {shown}'
        yield Finding(where, "picture-glyphs", message, HINT)

"""`font-lacks`, `font-unused`: the clinic's font is on every sheet whose language it can write.

A language is set in the font of clinic.yaml if the font has all letters that names of countries,
languages, months and days have in CLDR; otherwise in its own font, with a warning.
"""

from __future__ import annotations

from collections.abc import Iterator

from ... import languages
from ...model.findings import Finding, Severity
from ...model.sheet import Pdf, RenderedPage
from ...typography import fonts

SHOWN = 12  # letters


def check_paper(written: RenderedPage) -> Iterator[Finding]:
    font = written.clinic.font
    if font is None or written.edition.shows != "sheet":
        return
    for language in (sheet.language for sheet, _ in written.sides):
        if font.family in language.families:
            continue
        lacking = fonts.without_glyph(languages.letters(language), (font.family,))
        shown = " ".join(lacking[:SHOWN])
        message = f'"{font.family}" cannot write {language.english_name}: it lacks {shown}'
        hint = f"its sheets are set in {language.families[0]}"
        yield Finding(font.where, "font-lacks", message, hint, Severity.WARNING)


def check_drawn(written: RenderedPage, pdf: Pdf) -> Iterator[Finding]:
    font = written.clinic.font
    if font and font.family in written.html.families and font.family not in pdf.families:
        message = f'the sheet is not drawn with "{font.family}"'
        hint = "start the build anew: a process that draws sees the fonts of its start"
        yield Finding(font.where, "font-unused", message, hint)

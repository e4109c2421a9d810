"""`glyph-missing`, `font-fallback`: every character is drawn, and in a font that was chosen.

Before anything is drawn, every character is looked up in the fonts of the sheet's language, to
which those of signs belong: ≥ → ☎ ① ✓ ⚠. A coloured picture that none of them has is refused with
the nearest sign, and so are pictures of several characters: keycaps, flags, skin tones, families.
`check` does so too, for sheets on paper, if their fonts are installed.

After drawing, a character that the engine could not draw, or drew in another font, is an error too.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ... import languages
from ...model.catalog import Messages
from ...model.clinic import Clinic
from ...model.copy import Copy
from ...model.findings import Finding, PolyleafError, Where
from ...model.sheet import Language, LocalizedLeaflet, Pdf, RenderedPage
from ...model.walk import texts
from ...typography import fonts
from ..shared import pictographs

Place = tuple[str, Where]
FEW = 3  # characters of one text that are reported one by one
SHOWN = 12


def check_drawable(
    sheet: LocalizedLeaflet, words: Messages | None, clinic: Clinic, copy: Copy | None
) -> Iterator[Finding]:
    if not _are_installed(sheet.language.families):
        return
    for text, where in _places(sheet, words, clinic, copy):
        parts = _lacking(text, sheet.language.families)
        if len(parts) > FEW and len({_hint(part, sheet.language) for part in parts}) == 1:
            yield _many_missing(parts, sheet.language, where)
        else:
            yield from (_missing(part, sheet.language, where) for part in parts)


def check_paper(written: RenderedPage) -> Iterator[Finding]:
    language = written.sheet.language
    families = tuple(name for sheet, _ in written.sides for name in sheet.language.families)
    for part in _lacking(written.html.text, families):
        yield _missing(part, language, _where(written, part))


def check_drawn(written: RenderedPage, pdf: Pdf) -> Iterator[Finding]:
    for _, characters in pdf.missing:
        for character in characters:
            yield _missing(character, written.sheet.language, _where(written, character))
    chosen = written.html.families
    for family in sorted(set(pdf.families) - set(chosen)):
        signs = fonts.without_glyph(written.html.text, chosen)  # these alone lead to another font
        here = "".join(sign for sign in signs if not fonts.without_glyph(sign, (family,)))[:SHOWN]
        what = f"{' '.join(here)} is" if here else "a text is"
        message = f'{what} drawn with "{family}", which is not a font of this language'
        hint = f"its fonts: {', '.join(chosen)}"
        where = _where(written, here[0]) if here else written.html.where
        yield Finding(where, "font-fallback", message, hint)


def _are_installed(families: tuple[str, ...]) -> bool:
    """Whether it can be known what they have; a build says what is not installed."""
    try:
        return fonts.faces().keys() >= set(families)
    except PolyleafError:  # without fontconfig
        return False


def _lacking(text: str, families: tuple[str, ...]) -> list[str]:
    """The characters, and pictures of several, that none of the families has; each once."""
    several = list(dict.fromkeys(pictographs.sequences(text)))
    for part in several:
        text = text.replace(part, "")
    return [*several, *fonts.without_glyph(pictographs.drawn(text), families)]


def _missing(part: str, language: Language, where: Where) -> Finding:
    codes = (c for c in part if c not in pictographs.SELECTORS + pictographs.JOINER)
    named = (f"U+{ord(c):04X} {unicodedata.name(c, 'without a name')}" for c in codes)
    message = f"no font of the {language.english_name} sheet has {part} ({', '.join(named)})"
    return Finding(where, "glyph-missing", message, _hint(part, language))


def _many_missing(parts: list[str], language: Language, where: Where) -> Finding:
    """Of a word in another script, say: a finding for each letter would bury the others."""
    more = " …" if len(parts) > SHOWN else ""
    message = (
        f"no font of the {language.english_name} sheet has {len(parts)} characters of this text: "
        f"{' '.join(parts[:SHOWN])}{more}"
    )
    return Finding(where, "glyph-missing", message, _hint(parts[0], language))


def _places(
    sheet: LocalizedLeaflet, words: Messages | None, clinic: Clinic, copy: Copy | None
) -> Iterator[Place]:
    """Every text that the sheet may print, with its place."""
    yield from ((value.text, value.where) for value in (copy.values if copy else ()))
    yield from ((text.value, text.where) for text in texts((sheet.leaflet, sheet.own)))
    found = words.found.values() if words else ()
    yield from ((message.text, message.where) for message in found)
    lines = (clinic.name, *clinic.address, *(value for _, value in clinic.values))
    yield from ((line, Where("clinic.yaml")) for line in dict.fromkeys(lines))


def _where(written: RenderedPage, part: str) -> Where:
    """The first text that holds it, else the leaflet: it came from a template."""
    places = (
        place
        for sheet, words in written.sides
        for place in _places(sheet, words, written.clinic, written.copy)
    )
    return next((where for text, where in places if part in text), written.html.where)


def _hint(part: str, language: Language) -> str:
    if sign := languages.nearest_sign(part):
        return f"write {sign} in place of {part}"
    if len(part) > 1:
        first = part[0]
        if first == "\N{BLACK FLAG}" or "\U0001f1e6" <= first <= "\U0001f1ff":
            return "write the name of the country"
        if not fonts.without_glyph(first, language.families):
            return f"write {first}, or a word"
    for family, package in languages.font_packages().items():
        if not fonts.without_glyph(part, (family,)):
            return (
                f'write it otherwise: only "{family}" ({package}) has it, a font of other scripts'
            )
    return "write it otherwise: no font that Polyleaf draws with has it"

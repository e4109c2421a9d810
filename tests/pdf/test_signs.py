"""Signs of medicine, forms and warnings are drawn in every script and direction, and read back."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest

from polyleaf import languages, pdf
from polyleaf.languages.tables import table
from polyleaf.markup import inline_html
from polyleaf.model import inline
from polyleaf.model.findings import Where
from polyleaf.model.sheet import Html
from polyleaf.typography import fonts, typeset

from ..reading import folded, pdfium, poppler
from .test_emphasis import inks

pytestmark = pytest.mark.usefixtures("engine")

EVERYDAY = "≥ ≤ ≈ ± × ÷ ≠ → ↑ ↓ ★ ☆ ☎ ☏ ♀ ♂ ½ ⅓ ① ② ⓐ ✓ ✔ ✗ ☐ ☑ ⚠ ☺ ☀ ❶ µ Ω ∞ √ ∆ ° ′ ″ "
EVERYDAY += "℃ № ₹ ₪ ⁴ ₂ ♥ ✚ ⚕ ☎️ ❤️"
TAGS = ("en", "ru", "el", "ar", "fa", "ur", "he", "hi", "ta", "th", "km", "am", "zh-Hans", "ko")
# Superscripts and Subscripts … Arrows, Mathematical Operators, Enclosed Alphanumerics, Geometric
# Shapes, Miscellaneous Symbols, Dingbats: first, last.
BLOCKS = (
    *((0x2070, 0x209C), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2150, 0x218B), (0x2190, 0x21FF)),
    *((0x2200, 0x22FF), (0x2460, 0x24FF), (0x25A0, 0x25FF), (0x2600, 0x26FF), (0x2700, 0x27BF)),
)
COLOURED = "✅✊✨❌❎❓❔❕➕➖➗➰➿"  # of the dingbats; there are others to take


def sheet(body: str, tags: tuple[str, ...]) -> bytes:
    chosen = dict.fromkeys(f for tag in tags for f in languages.find(tag).families)
    page = f'<!DOCTYPE html><html lang="en"><title>x</title><body>{body}'
    css = "@page { size: A5; margin: 10mm } p { break-after: page; font-size: 12pt }"
    drawn = pdf.draw(Html(page, css, tuple(chosen), Where("x")))
    assert (drawn.missing, drawn.engine_errors) == ((), ())
    return drawn.data


def line(tag: str, source: str) -> str:
    language = languages.find(tag)
    text = inline_html.html(typeset(inline.parse(source), language, {}), {}, language.direction)
    style = f"font-family: {', '.join(map(repr, language.families))}"
    return f'<p lang="{tag}" dir="{language.direction}" style="{style}">{text}</p>'


@pytest.mark.slow
def test_everyday_signs_are_drawn_in_every_script_and_read_back() -> None:
    data = sheet("".join(line(tag, f"{EVERYDAY} **{EVERYDAY}**") for tag in TAGS), TAGS)
    written = Counter(folded(EVERYDAY * 2 * len(TAGS)))
    for read in (pdfium, poppler):
        assert written - Counter(folded(read(data))) == Counter()


@pytest.mark.parametrize("tag", TAGS)
def test_every_language_has_all_signs(tag: str) -> None:
    wanted = {chr(code) for first, last in BLOCKS for code in range(first, last + 1)}
    wanted = {c for c in wanted if unicodedata.category(c) != "Cn"}
    assert len(wanted) > 1_200
    lacking = fonts.without_glyph(wanted, languages.find(tag).families)
    assert set(lacking) <= set(COLOURED)


def test_a_sign_in_bold_text_is_as_heavy_as_the_text() -> None:
    plain, bold = inks(sheet("".join(line("en", text) for text in ("≥", "**≥**")), ("en",)))
    assert bold > plain * 1.2


def test_the_nearest_sign_of_a_picture_is_drawn_and_the_picture_is_not() -> None:
    families = languages.find("en").families
    nearest = table("emoji")["nearest"]
    assert len(nearest) > 50
    for picture, sign in nearest.items():
        assert fonts.without_glyph(picture, families) == picture
        assert not fonts.without_glyph(sign.replace(" ", ""), families), sign

"""The glyphs that a PDF keeps of a font, and the names that it finds them by."""

from __future__ import annotations

import io
import re
from functools import lru_cache
from typing import Any

import pikepdf
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont

from polyleaf.typography import fonts

from .test_readable_text import sheet

pytestmark = pytest.mark.usefixtures("engine")

CHINESE = "玫瑰痤疮是一种常见的皮肤病。直骨角 (Rosacea) 3 mg"
JAPANESE = "酒さは顔の皮膚の病気です。直骨角、ガ"
SAID = {"zh-Hans": CHINESE, "zh-Hant": "玫瑰斑是一種常見的皮膚病。直骨角", "ja": JAPANESE}


@lru_cache
def embedded(tag: str) -> tuple[Any, dict[int, str], pikepdf.Pdf]:
    """The font that a text's letters are drawn with, the texts of its glyphs by their CIDs, and the
    file that holds both.
    """
    file = pikepdf.open(io.BytesIO(sheet(tag, f"<p>{SAID[tag]}</p>")))
    (whole,) = (
        entry
        for entry in file.objects
        if isinstance(entry, pikepdf.Dictionary)
        and "CJK" in str(entry.get("/BaseFont"))
        and "/ToUnicode" in entry
    )
    _, _, rows = whole.ToUnicode.read_bytes().partition(b"beginbfchar")
    texts = re.findall(rb"<(\w{4})> <(\w+)>\n", rows)
    said = {int(cid, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for cid, text in texts}
    return whole.DescendantFonts[0], said, file


@lru_cache
def installed(family: str) -> TTFont:
    face = next(face for face in fonts.faces()[family] if face.style == "Regular")
    return TTFont(face.file, fontNumber=face.index, lazy=True)


def outline(glyph: Any) -> Any:
    pen = RecordingPen()
    glyph.draw(pen)
    return pen.value


@pytest.mark.parametrize("tag", SAID)
def test_a_font_keeps_what_is_drawn_and_no_place_for_the_rest(tag: str) -> None:
    font, *_ = embedded(tag)
    file = font.FontDescriptor.FontFile3
    assert (font.Subtype, file.Subtype) == ("/CIDFontType0", "/CIDFontType0C")
    assert len(file.read_bytes()) < 20_000  # with places for the rest: 700,000


@pytest.mark.parametrize("tag", SAID)
def test_each_glyph_is_found_by_its_name_and_has_its_own_outline(tag: str) -> None:
    """A PDF's text names glyphs by CID: another's outline there is a wrong word on paper."""
    font, said, _ = embedded(tag)
    kept = CFFFontSet()
    kept.decompile(io.BytesIO(font.FontDescriptor.FontFile3.read_bytes()), TTFont())
    whole = installed(str(font.FontDescriptor.FontFamily))
    glyphs = whole.getGlyphSet()
    assert set(SAID[tag]) - set(" ") <= set("".join(said.values()))
    for cid in said:
        ours = kept[0].CharStrings[f"cid{cid:05}"]
        assert outline(ours) == outline(glyphs[whole.getGlyphName(cid)])


def test_a_truetype_font_keeps_the_numbers_of_its_glyphs() -> None:
    """They are all the names that it has."""
    file = pikepdf.open(io.BytesIO(sheet("hi", "<p>त्वचा</p>")))
    (font,) = (e for e in file.objects if isinstance(e, pikepdf.Dictionary) and "/CIDToGIDMap" in e)
    assert font.Subtype == "/CIDFontType2"
    assert "/FontFile2" in font.FontDescriptor


def test_a_font_that_shows_nothing_is_not_embedded_whole() -> None:
    bare = '<b style="font-family: Noto Sans CJK SC">\N{WORD JOINER}</b>'
    assert len(sheet("en", f"<p>a{bare}b</p>")) < 100_000

"""Fonts are cut down to the glyphs that are drawn, and to no more.

Why: WeasyPrint keeps the glyphs' numbers, and so a place for each glyph that is left out: 700 KB
for sixty Chinese characters. It also copies a font's whole file, up to 20 MB, before it cuts it.

What: where a font names its glyphs by CID (Adobe Technical Note 5176, 18) the numbers need not be
kept: a PDF names glyphs so too (ISO 32000-1, 9.7.4.2), and what is left out leaves no place. Only
the font's outlines are embedded, as CIDFontType0C: readers look names up in those, but not in whole
OpenType fonts. The font's file is copied only if somebody asks for it.

Upstream: WeasyPrint #2120; docs/upstream/16-font-subset.md.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pydyf
from fontTools.ttLib import TTFont
from fontTools.ttLib.sfnt import SFNTReader
from weasyprint.text.ffi import ffi, harfbuzz, harfbuzz_subset

from .patch import Patch

# Tables that a PDF has no use for.
DROPPED = ("BASE", "DSIG", "EBDT", "EBLC", "EBSC", "GPOS", "GSUB", "JSTF", "LTSH", "PCLT", "SVG ")
CFF = "CFF "
HEADS = (b"OTTO", b"\x01\x00")  # of an OpenType font, and of its table of outlines alone
FACE = 0xFFFF  # of the index of a face; its higher bits are an instance of a variable font
KNOWN: dict[tuple[Any, ...], bool] = {}  # a face → whether it has CIDs, which takes a while to find


def _data_if_of_glyph(hb_object: Any, ot_color: Any = None, glyph: Any = None) -> Any:
    """A picture of a glyph; for a font, nothing in place of its whole file."""
    return ot_color and DATA.original(hb_object, ot_color, glyph)


def _content(font: Any) -> bytes:
    """The font's file: the whole one unless it has been cut down."""
    if font.__dict__.get("content") is None:
        font.content = DATA.original(font.hb_face)
    return bytes(font.content)


def _set_content(font: Any, content: bytes | None) -> None:
    font.content = content


def _type(font: Any) -> str:
    """By its outlines: PostScript's or TrueType's."""
    return "otf" if _content(font).startswith(HEADS) else "ttf"


def name_outlines(pdf: Any) -> None:
    """Declares outlines that are embedded alone as such (ISO 32000-1, table 126)."""
    for entry in pdf.objects:
        if not isinstance(entry, pydyf.Stream) or entry.extra.get("Subtype") != "/OpenType":
            continue
        if entry.stream[0].startswith(HEADS[1]):
            entry.extra["Subtype"] = "/CIDFontType0C"


def _subset(font: Any, to_unicode: dict[int, str], hinting: bool) -> None:
    """Leaves the glyphs of these numbers in the font."""
    glyphs = sorted(to_unicode)
    flags = harfbuzz_subset.HB_SUBSET_FLAGS_PASSTHROUGH_UNRECOGNIZED
    flags |= harfbuzz_subset.HB_SUBSET_FLAGS_DESUBROUTINIZE
    if font.missing:
        flags |= harfbuzz_subset.HB_SUBSET_FLAGS_NOTDEF_OUTLINE
    last = flags if hinting else flags | harfbuzz_subset.HB_SUBSET_FLAGS_NO_HINTING
    alone = not font.missing and _has_cids(font)
    if alone:
        cut = _cut(font.hb_face, glyphs, last)
    else:
        sparse = _cut(font.hb_face, glyphs, flags | harfbuzz_subset.HB_SUBSET_FLAGS_RETAIN_GIDS)
        cut = _cut(sparse, [*range(glyphs[-1] + 1)], last)  # without the places after the last
    if cut and (content := DATA.original(cut)):
        font.content = SFNTReader(io.BytesIO(content))[CFF] if alone else content
    else:
        SUBSET.original(font, to_unicode, hinting)  # it logs what is wrong


def _cut(face: Any, glyphs: Sequence[int], flags: int) -> Any:
    """A new face with these glyphs of another, by ascending numbers; a null pointer if it fails."""
    if not face:
        return face
    source = harfbuzz_subset.hb_subset_input_create_or_fail()
    source = ffi.gc(source, harfbuzz_subset.hb_subset_input_destroy)
    _add(harfbuzz_subset.hb_subset_input_glyph_set(source), glyphs)
    kind = harfbuzz_subset.HB_SUBSET_SETS_DROP_TABLE_TAG
    tags = [harfbuzz.hb_tag_from_string(name.encode(), -1) for name in DROPPED]
    _add(harfbuzz_subset.hb_subset_input_set(source, kind), tags)
    harfbuzz_subset.hb_subset_input_set_flags(source, flags)
    return ffi.gc(harfbuzz_subset.hb_subset_or_fail(face, source), harfbuzz.hb_face_destroy)


def _add(numbers: Any, added: Sequence[int]) -> None:
    # Not an array of so many: cffi would read the type's declaration anew for each length.
    harfbuzz.hb_set_add_sorted_array(numbers, ffi.new("hb_codepoint_t[]", added), len(added))


def _has_cids(font: Any) -> bool:
    """Whether the font names each of its glyphs by a CID, which is its number."""
    key = (font.family, font.weight, font.style, font.index, font.glyph_count)
    if key not in KNOWN:
        KNOWN[key] = CFF in font.tables and _is_counted(font)
    return KNOWN[key]


def _is_counted(font: Any) -> bool:
    file = TTFont(io.BytesIO(font.file_content), fontNumber=font.index & FACE, lazy=True)
    top = file[CFF].cff.topDictIndex[0]
    names = enumerate(top.charset[1:], start=1)
    return hasattr(top, "ROS") and all(name == f"cid{number:05}" for number, name in names)


DATA = Patch(
    "weasyprint.pdf.fonts:get_hb_object_data",
    _data_if_of_glyph,
    verified={"70.0": "03040a623df04c2b"},
)
CONTENT = Patch(
    "weasyprint.pdf.fonts:Font.file_content",
    property(_content, _set_content),
    verified={"70.0": "3e02099ffee42e59"},
    relies_on=(
        "weasyprint.pdf.fonts:Font.__init__",
        "weasyprint.pdf.fonts:Font.clean",
        "weasyprint.pdf.fonts:build_fonts_dictionary",
        "weasyprint.pdf.fonts:_build_vector_font_dictionary",
    ),
    is_new=True,
)
TYPE = Patch(
    "weasyprint.pdf.fonts:Font.type", property(_type), verified={"70.0": "31376bf9b326ac58"}
)
SUBSET = Patch(
    "weasyprint.pdf.fonts:Font._harfbuzz_subset", _subset, verified={"70.0": "f80805663ede8080"}
)
PATCHES = (DATA, CONTENT, TYPE, SUBSET)

"""Text can be read out of a page again, in every script.

Why: WeasyPrint gives each glyph the text of the cluster in which it met it first. In Indic scripts
and in Nastaliq a cluster has several glyphs, and one glyph stands for different letters: copying,
searching and reading aloud get something else than was written, and glyphs without text make the
PDF invalid (ISO 14289-1, 7.21.7).

What: each cluster is one glyph with its whole text: a composite glyph is added to the font where
the font has none. Readers of PDF turn a right-to-left line round letter by letter, so there each
letter has a glyph of its own: the first has the ink, the others are blank. Their left-to-right runs
are written in the order of `pdf.text.segments`. `pdf.text` does the writing.

Upstream: WeasyPrint #2841, #2869; docs/upstream/17-readable-text.md.
"""

from __future__ import annotations

import re
from typing import Any

from weasyprint.text.ffi import ffi, pango

from ..text import clusters, composites
from ..text.clusters import Cluster
from ..text.writer import Writer
from .patch import Patch

PARAGRAPH_ENDS = re.compile("[\n\r\u2028\u2029]")  # for Pango
NOTDEF = {0: ""}  # for a font that shows nothing: without it the whole font would be embedded
SOFT_HYPHEN = "\N{SOFT HYPHEN}"  # in a word that only the end of the line divides


def _draw_first_line(
    stream: Any, textbox: Any, text_overflow: str, block_ellipsis: Any, matrix: Any
) -> list[Any]:
    """The first line of a text box; the list of pictures to draw on it is empty."""
    if text_overflow == "ellipsis" or block_ellipsis != "none":
        return list(LINE.original(stream, textbox, text_overflow, block_ellipsis, matrix))
    layout = textbox.pango_layout
    if not textbox.text.strip() or textbox.style["font_size"] < 1e-6:
        return []
    if not textbox.text.translate(clusters.MARKS).strip():
        # A mark alone, at a line's end: poppler would take it for one with the letter beside it.
        if textbox in (stream._tags or ()):
            _remember(stream, textbox, "")
        return []
    text = layout.text
    if PARAGRAPH_ENDS.search(text):  # else it changes nothing, and has the line shaped again
        pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    line, _ = layout.get_first_line()
    if (hyphen := textbox.style["hyphenate_character"]) != "-" and text.endswith(hyphen):
        text = text.removesuffix(hyphen) + SOFT_HYPHEN
    stream.set_text_matrix(*matrix.values)
    writer = Writer(stream, textbox.style)
    run, right_to_left = line.runs[0], False
    while run != ffi.NULL:
        writer.run(run.data, text.encode())
        right_to_left = right_to_left or clusters.is_right_to_left(run.data)
        run = run.next
    if getattr(textbox, "divided", False) and not right_to_left:
        writer.cluster(Cluster(SOFT_HYPHEN, (), 0))  # draws nothing
    writer.end()
    if (right_to_left or writer.reversed) and textbox in (stream._tags or ()):
        _remember(stream, textbox, text.translate(clusters.LAYOUT | clusters.MARKS))
    return []


def _remember(stream: Any, textbox: Any, text: str) -> None:
    """Keeps a line's text, in the order of reading, by the number of its marked content."""
    if not hasattr(stream, "line_texts"):
        stream.line_texts = {}
    stream.line_texts[stream._tags[textbox]["mcid"]] = (textbox, text)


def _clean(font: Any, to_unicode: dict[int, str], hinting: bool) -> None:
    """Cuts the font down to what is drawn, then adds the composite glyphs."""
    added = getattr(font, "added", None)
    if added is None:
        CLEAN.original(font, to_unicode or NOTDEF, hinting)
        return
    kept = {number: text for number, text in to_unicode.items() if number < added.first}
    for composite in added.composites():
        kept |= {part.glyph: "" for part in composite.parts}
    CLEAN.original(font, kept or NOTDEF, hinting)
    font.file_content = composites.append(font.file_content, added.first, added.composites())


LINE = Patch(
    "weasyprint.draw.text:draw_first_line",
    _draw_first_line,
    verified={"70.0": "62f4b16af0730e4d"},
    relies_on=(
        "weasyprint.draw.text:draw_text",
        "weasyprint.pdf.stream:Stream.add_font",
        "weasyprint.pdf.stream:Stream.marked",
        "weasyprint.text.line_break:Layout.get_first_line",
    ),
)
CLEAN = Patch(
    "weasyprint.pdf.fonts:Font.clean",
    _clean,
    verified={"70.0": "12a2a029ade7672d"},
    relies_on=("weasyprint.pdf.fonts:Font.__init__", "weasyprint.pdf.fonts:Font.subset"),
)
PATCHES = (LINE, CLEAN)

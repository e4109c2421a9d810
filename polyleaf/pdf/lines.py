"""Text that can be read out of a page again, in every script.

WeasyPrint gives each glyph the text of the cluster in which it met it first. In Indic scripts and
in Nastaliq a cluster has several glyphs, and one glyph stands for different letters: what copying,
searching and reading aloud get is not what was written, and glyphs without text make the PDF
invalid (ISO 14289-1, 7.21.7). Here each cluster is one glyph with its whole text: a composite glyph
is added to the font where the font has none. Readers of PDF turn a right-to-left line round letter
by letter, so there each letter has a glyph of its own: the first has the ink, the others are blank.

Deletable when WeasyPrint maps clusters itself; `install` is the only way in.
"""

from __future__ import annotations

import re
from typing import Any

from weasyprint.draw import text as drawing
from weasyprint.pdf.fonts import Font
from weasyprint.text.ffi import ffi, pango

from . import clusters, composites
from .clusters import Cluster
from .writer import Writer

PARAGRAPH_ENDS = re.compile("[\n\r\u2028\u2029]")  # for Pango
NOTHING = {0: ""}  # of a font that shows nothing: without it the whole font would be embedded
SOFT_HYPHEN = "\N{SOFT HYPHEN}"  # of a word that only the end of the line divides


def install() -> None:
    """Puts this module's way of drawing a line in the place of WeasyPrint's."""
    drawing.draw_first_line = _draw_first_line
    Font.clean = _clean


_whole_line = drawing.draw_first_line
_clean_own = Font.clean


def _draw_first_line(
    stream: Any, textbox: Any, text_overflow: str, block_ellipsis: Any, matrix: Any
) -> list[Any]:
    """The first line of a text box; the list of pictures to draw on it is empty."""
    if text_overflow == "ellipsis" or block_ellipsis != "none":
        return list(_whole_line(stream, textbox, text_overflow, block_ellipsis, matrix))
    layout = textbox.pango_layout
    if not textbox.text.strip() or textbox.style["font_size"] < 1e-6:
        return []
    text = layout.text
    if PARAGRAPH_ENDS.search(text):  # else it changes nothing, and has the line shaped again
        pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    line, _ = layout.get_first_line()
    if (hyphen := textbox.style["hyphenate_character"]) != "-" and text.endswith(hyphen):
        text = text.removesuffix(hyphen) + SOFT_HYPHEN
    stream.set_text_matrix(*matrix.values)
    writer = Writer(stream)
    run, turned = line.runs[0], False
    while run != ffi.NULL:
        writer.run(run.data, text.encode())
        turned = turned or clusters.is_right_to_left(run.data)
        run = run.next
    if getattr(textbox, "divided", False) and not turned:
        writer.cluster(Cluster(SOFT_HYPHEN, (), 0))  # draws nothing
    writer.flush()
    if turned and textbox in (stream._tags or ()):
        _note(stream, textbox, text.translate(clusters.LAYOUT | clusters.MARKS))
    return []


def _note(stream: Any, textbox: Any, text: str) -> None:
    """Keeps a line's text in the order it is read in, by the number of its marked content."""
    if not hasattr(stream, "spoken"):
        stream.spoken = {}
    stream.spoken[stream._tags[textbox]["mcid"]] = (textbox, text)


def _clean(font: Any, to_unicode: dict[int, str], hinting: bool) -> None:
    """Cuts the font down to what is drawn, then adds the composite glyphs."""
    added = getattr(font, "added", None)
    if added is None:
        _clean_own(font, to_unicode or NOTHING, hinting)
        return
    kept = {number: text for number, text in to_unicode.items() if number < added.first}
    for composite in added.composites():
        kept |= {part.glyph: "" for part in composite.parts}
    _clean_own(font, kept or NOTHING, hinting)
    font.file_content = composites.append(font.file_content, added.first, added.composites())

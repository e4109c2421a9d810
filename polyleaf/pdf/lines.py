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

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pydyf
from weasyprint.draw import text as drawing
from weasyprint.pdf.fonts import Font
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from . import clusters, composites
from .clusters import THOUSAND, Cluster
from .composites import Composite, Part

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
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    line, _ = layout.get_first_line()
    text = layout.text
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


class Added:
    """The composite glyphs that a font gets, numbered on from its own."""

    def __init__(self, first: int) -> None:
        self.first = first
        self.numbers: dict[tuple[Composite, str], int] = {}

    def number(self, composite: Composite, text: str) -> int:
        return self.numbers.setdefault((composite, text), self.first + len(self.numbers))

    def composites(self) -> list[Composite]:
        return [composite for composite, _ in self.numbers]


class Writer:
    """Writes the runs of one line as TJ operators (ISO 32000-1, 9.4.3)."""

    def __init__(self, stream: Any) -> None:
        self.stream = stream
        self.font: Any = None
        self.pango_font: Any = None
        self.size = 1.0  # pixels
        self.shown = ""  # the array of the next TJ
        self.behind = 0.0  # how far the pen must still move, in thousandths of the size

    def run(self, item: Any, line: bytes) -> None:
        self.pango_font = item.item.analysis.font
        font, self.size = self.stream.add_font(self.pango_font)
        if font is not self.font:
            self.flush()
            self.font = font
        self.stream.set_font_size(font.hash, self.size)
        found = clusters.read(item, line, self.size)
        if clusters.is_right_to_left(item):
            found = [letter for cluster in reversed(found) for letter in _letters(cluster)]
        for cluster in found:
            self.cluster(cluster)

    def cluster(self, cluster: Cluster) -> None:
        if not cluster.text:
            self.behind += cluster.width
        elif self._is_plain(cluster):
            self._show(cluster.glyphs[0].glyph, cluster.width)
        elif "glyf" in self.font.tables:
            self._show(self._composite(cluster), cluster.width)
        else:
            self._show_marked(cluster)

    def flush(self) -> None:
        """Ends the TJ; where the pen stands after it is of no meaning."""
        if self.shown:
            self.stream.show_text(self.shown)
        self.shown = ""

    def _is_plain(self, cluster: Cluster) -> bool:
        """Whether one glyph of the font, just where the pen is, stands for this text alone."""
        if len(cluster.glyphs) != 1:
            return False
        (placed,) = cluster.glyphs
        if round(placed.x) or round(placed.y):
            return False
        number = self._number(placed.glyph)
        return bool(self.font.to_unicode.setdefault(number, cluster.text) == cluster.text)

    def _composite(self, cluster: Cluster) -> int:
        """The number of an added glyph that draws the whole cluster."""
        font, unit = self.font, self.font.upem / THOUSAND
        if not hasattr(font, "added"):
            font.added = Added(font.glyph_count)
        parts = (
            Part(self._number(placed.glyph), round(placed.x * unit), round(placed.y * unit))
            for placed in cluster.glyphs
        )
        composite = Composite(tuple(parts), max(0, round(cluster.width * unit)))
        number: int = font.added.number(composite, cluster.text)
        font.to_unicode[number] = cluster.text
        font.widths[number] = round(composite.advance / unit, 3)
        return number

    def _show_marked(self, cluster: Cluster) -> None:
        """Glyphs of a font with PostScript outlines, which has no composites: text beside them."""
        self._move()
        self.flush()
        said = pydyf.Dictionary({"ActualText": pydyf.String(cluster.text)})
        self.stream.begin_marked_content("Span", said)
        pen = 0.0
        for placed in cluster.glyphs:
            number = self._number(placed.glyph)
            self.font.to_unicode.setdefault(number, cluster.text)
            self.behind += placed.x - pen
            self.stream.set_text_rise(placed.y * self.size / THOUSAND)
            self._show(number, 0)
            self.flush()
            pen = placed.x
        self.stream.set_text_rise(0)
        self.behind += cluster.width - pen
        self.stream.end_marked_content()

    def _show(self, number: int, width: float) -> None:
        self._move()
        self.shown += f"<{number:04x}>"
        self.behind += width - self._width(number)

    def _move(self) -> None:
        if moved := round(self.behind, 1):
            self.shown += f"{-moved:g}"
            self.behind -= moved

    def _number(self, glyph: int) -> int:
        """The glyph's number; a character without a glyph gets one, and the font remembers it."""
        if not glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG:
            return glyph
        character = glyph - pango.PANGO_GLYPH_UNKNOWN_FLAG
        number: int = self.font.get_unused_glyph_id(character)
        self.font.widths.setdefault(0, THOUSAND)
        self.font.widths.setdefault(number, THOUSAND)
        return number

    def _width(self, number: int) -> float:
        """How far the glyph moves the pen by the font's own table, in thousandths of the size."""
        widths = self.font.widths
        if number not in widths:
            stream = self.stream
            rectangle = stream.logical_rect
            pango.pango_font_get_glyph_extents(self.pango_font, number, stream.ink_rect, rectangle)
            widths[number] = round(rectangle.width * FROM_UNITS * THOUSAND / self.size)
        return float(widths[number])


def _letters(cluster: Cluster) -> Iterator[Cluster]:
    """A right-to-left cluster, letter by letter from the left: all ink is the first letter's."""
    share = cluster.width / max(1, len(cluster.text))
    for letter in reversed(cluster.text[1:]):
        yield Cluster(letter, (), share)
    back = cluster.width - share if cluster.text else 0.0
    inked = (replace(placed, x=placed.x - back) for placed in cluster.glyphs)
    yield Cluster(cluster.text[:1], tuple(inked), share if cluster.text else cluster.width)


def _clean(font: Any, to_unicode: dict[int, str], hinting: bool) -> None:
    """Cuts the font down to what is drawn, then adds the composite glyphs."""
    added = getattr(font, "added", None)
    if added is None or font.missing:
        _clean_own(font, to_unicode, hinting)
        return
    kept = {number: text for number, text in to_unicode.items() if number < added.first}
    for composite in added.composites():
        kept |= {part.glyph: "" for part in composite.parts}
    _clean_own(font, kept or {0: ""}, hinting)
    font.file_content = composites.append(font.file_content, added.first, added.composites())

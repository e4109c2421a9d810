"""Clusters → the PDF operators that show them, each by one glyph that stands for its whole text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pydyf
from weasyprint.text.ffi import FROM_UNITS, pango

from . import clusters, order, segments, weights
from .clusters import THOUSAND, Cluster, PlacedCluster
from .composites import Added, Composite, GlyphPart

LAST = 0xFFFF  # the highest number that a glyph may have
UNKNOWN = pango.PANGO_GLYPH_UNKNOWN_FLAG
REACH = 0x4000  # font units: half of what a part's place and its own outline may add up to
NOTICEABLE = 0.05  # thousandths of the size: the pen is not moved by less


class Writer:
    """Writes the runs of one line, in one style, as TJ operators (ISO 32000-1, 9.4.3)."""

    def __init__(self, stream: Any, style: Any) -> None:
        self.stream = stream
        self.style = style
        self.stroke = 0.0  # pixels
        self.reversed = order.is_right_to_left(style)  # pdfium turns it round
        self.font: Any = None
        self.pango_font: Any = None
        self.size = 1.0  # pixels
        self.shown: list[str] = []  # glyphs, and how far to move between them, of the next TJ
        self.behind = 0.0  # how far the pen must still move, in thousandths of the size

    def run(self, item: Any, line: bytes) -> None:
        self.pango_font = item.item.analysis.font
        font, self.size = self.stream.add_font(self.pango_font)
        if font is not self.font:
            self.flush()
            self.font = font
        self.stream.set_font_size(font.hash, self.size)
        self._weigh(weights.stroke(self.style, font) * self.size)
        right_to_left = clusters.is_right_to_left(item)
        if self.reversed and not right_to_left:
            self._backwards(clusters.read(item, line, self.size))
            return
        if single := clusters.single(item, line):
            self._single(*single)
            return
        found = clusters.read(item, line, self.size)
        if right_to_left:
            found = [part for whole in reversed(found) for part in clusters.letters(whole)]
        for cluster in found:
            self.cluster(cluster)

    def _backwards(self, found: list[Cluster]) -> None:
        """A run of its own, for a reader that turns the order of its segments round."""
        self.flush()
        pen = 0.0
        for start, cluster in segments.backwards(found):
            self.behind += start - pen
            self.cluster(cluster)
            pen = start + cluster.width
        self.flush()
        self.behind += sum(cluster.width for cluster in found) - pen

    def _single(self, text: str, infos: Iterable[tuple[int, ...]]) -> None:
        """One glyph for each character. What was found out about a glyph is kept with its font."""
        if not hasattr(self.font, "plain"):
            self.font.plain = {}
        known: dict[int, tuple[str, str, float]] = self.font.plain
        scale = FROM_UNITS * THOUSAND / self.size
        for sign, (glyph, units, *_) in zip(text, infos, strict=True):
            shown = known.get(glyph)
            if shown is None and self._is_plain(sign, PlacedCluster(glyph, 0, 0)):
                shown = known[glyph] = sign, f"{glyph:04x}", self._width(glyph)
            if shown is None or shown[0] != sign:
                self.cluster(Cluster(sign, (PlacedCluster(glyph, 0, 0),), units * scale))
                continue
            self._move()
            self.shown.append(shown[1])
            self.behind += units * scale - shown[2]

    def cluster(self, cluster: Cluster) -> None:
        text, glyphs, width = cluster
        if not text:
            self.behind += width
        elif len(glyphs) == 1 and self._is_plain(text, glyphs[0]):
            self._show(self._number(glyphs[0].glyph), width)
        elif "glyf" in self.font.tables and self._has_room(glyphs):
            self._show(self._composite(cluster), width)
        else:
            self._show_marked(cluster)

    def flush(self) -> None:
        """Ends the TJ; where the pen stands after it has no meaning."""
        if self.shown:
            self.stream.show_text(f"<{''.join(self.shown)}>".replace("<>", ""))
            self.shown.clear()

    def end(self) -> None:
        self._weigh(0.0)
        self.flush()

    def _weigh(self, stroke: float) -> None:
        """Draws what follows with a stroke around the letters (ISO 32000-1, 9.3.6)."""
        if stroke == self.stroke:
            return
        self.flush()
        self.stroke = stroke
        if stroke:
            self.stream.set_color(self.style["color"], stroke=True)
            self.stream.set_line_width(stroke)
        self.stream.set_text_rendering(2 if stroke else 0)

    def _is_plain(self, text: str, placed: PlacedCluster) -> bool:
        """Whether a glyph, placed just where the pen is, stands for this text alone in the font."""
        glyph, x, y = placed
        if round(x) or round(y):
            return False
        return bool(self.font.to_unicode.setdefault(self._number(glyph), text) == text)

    def _has_room(self, glyphs: Iterable[PlacedCluster]) -> bool:
        """Whether one glyph may hold these, placed: 200 accents reach higher than its numbers."""
        unit = self.font.upem / THOUSAND
        return all(max(abs(placed.x), abs(placed.y)) * unit < REACH for placed in glyphs)

    def _composite(self, cluster: Cluster) -> int:
        """The number of an added glyph that draws the cluster, less what the font lacks."""
        font, unit = self.font, self.font.upem / THOUSAND
        if not hasattr(font, "added"):
            font.added = Added(font.glyph_count)
        parts = (
            GlyphPart(glyph, round(placed.x * unit), round(placed.y * unit))
            for placed in cluster.glyphs
            if (glyph := self._number(placed.glyph)) < font.glyph_count
        )
        composite = Composite(tuple(parts), max(0, round(cluster.width * unit)))
        number: int = font.added.number(composite, cluster.text)
        font.to_unicode[number] = cluster.text
        font.widths[number] = round(composite.advance / unit, 3)
        return number

    def _show_marked(self, cluster: Cluster) -> None:
        """Glyphs that cannot be one, as PostScript outlines never can: marked with their text."""
        self._move()
        self.flush()
        properties = pydyf.Dictionary({"ActualText": pydyf.String(cluster.text)})
        self.stream.begin_marked_content("Span", properties)
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
        self.shown.append(f"{number:04x}")
        self.behind += width - self._width(number)

    def _move(self) -> None:
        if not -NOTICEABLE < self.behind < NOTICEABLE:
            moved = round(self.behind, 1)
            self.shown.append(f">{-moved:g}<")
            self.behind -= moved

    def _number(self, glyph: int) -> int:
        """The glyph's number; a character without a glyph gets one, and the font remembers it."""
        if not glyph & UNKNOWN:
            return glyph
        missing, character = self.font.missing, glyph - UNKNOWN
        # Counted from the end of all numbers, so that no added glyph has it.
        number: int = missing.setdefault(character, LAST - len(missing))
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

"""A run that Pango has shaped → its clusters: pieces of text with the glyphs that draw them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from weasyprint.text.ffi import FROM_UNITS, pango

THOUSAND = 1000  # a text space's unit is a thousandth of the font's size (ISO 32000-1, 9.4.4)
# Characters without a shape that were put in for the layout alone. What spelling needs stays
# (U+200C and U+200D), and so do the marks that tell readers which way a run goes (U+200E, U+200F).
LAYOUT = dict.fromkeys(
    map(
        ord,
        "\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}"
        "\N{LEFT-TO-RIGHT ISOLATE}\N{RIGHT-TO-LEFT ISOLATE}\N{FIRST STRONG ISOLATE}"
        "\N{POP DIRECTIONAL ISOLATE}",
    )
)
MARKS = dict.fromkeys(map(ord, "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"))


@dataclass(frozen=True, slots=True)
class Placed:
    """A glyph, and where it stands from the pen, in thousandths of the font's size."""

    glyph: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Cluster:
    text: str
    glyphs: tuple[Placed, ...]
    width: float  # thousandths of the font's size


def read(item: Any, line: bytes, size: float) -> list[Cluster]:
    """The clusters of a PangoGlyphItem, in the order they are read in; `size` in pixels."""
    found = list(_read(item, line, FROM_UNITS * THOUSAND / size))
    if is_right_to_left(item):
        found.reverse()
    return list(_joined(found))


def is_right_to_left(item: Any) -> bool:
    """Whether the run has an odd embedding level (UAX #9, BD2)."""
    return bool(item.item.analysis.level % 2)


def _read(item: Any, line: bytes, scale: float) -> Iterator[Cluster]:
    """In the order of the glyphs, which is the order on paper."""
    string, offset, length = item.glyphs, item.item.offset, item.item.length
    starts = list(string.log_clusters[0 : string.num_glyphs])
    ends = dict(zip(order := sorted(set(starts)), [*order[1:], length], strict=True))
    number = 0
    while number < string.num_glyphs:
        start, pen = starts[number], 0.0
        glyphs: list[Placed] = []
        while number < string.num_glyphs and starts[number] == start:
            info = string.glyphs[number]
            if info.glyph != pango.PANGO_GLYPH_EMPTY:
                x = pen + info.geometry.x_offset * scale
                # Pango counts down the page, a PDF up.
                glyphs.append(Placed(info.glyph, x, -info.geometry.y_offset * scale))
            pen += info.geometry.width * scale
            number += 1
        text = line[offset + start : offset + ends[start]].decode().translate(LAYOUT)
        yield Cluster(text, tuple(glyphs), pen)


def _joined(clusters: list[Cluster]) -> Iterator[Cluster]:
    """A character that draws nothing belongs to the letter before it, or else to the one after."""
    last: Cluster | None = None
    for cluster in clusters:
        if last and (_is_bare(cluster) or _is_bare(last)):
            width, glyphs = last.width + cluster.width, last.glyphs or cluster.glyphs
            last = Cluster(last.text + cluster.text, glyphs, width)
            continue
        if last:
            yield last
        last = cluster
    if last:
        yield last


def _is_bare(cluster: Cluster) -> bool:
    return not cluster.glyphs and not cluster.width

"""A run that Pango has shaped → its clusters: pieces of text with the glyphs that draw them."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from weasyprint.text.ffi import FROM_UNITS, ffi, pango

# PangoGlyphInfo: a glyph, its width, its place (to the right, down), attributes. A whole run is
# unpacked at once, for otherwise each field of each glyph costs a call.
INFO = struct.Struct("=IiiiI")
EMPTY = pango.PANGO_GLYPH_EMPTY
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
LAYOUT_SIGNS = re.compile(f"[{''.join(map(chr, LAYOUT))}]")
MARKS = dict.fromkeys(map(ord, "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"))


class PlacedCluster(NamedTuple):
    """A glyph, and where it stands from the pen, in thousandths of the font's size."""

    glyph: int
    x: float
    y: float


class Cluster(NamedTuple):
    """A piece of text and the glyphs that draw it."""

    text: str
    glyphs: tuple[PlacedCluster, ...]
    width: float  # thousandths of the font's size


def read(item: Any, line: bytes, size: float) -> list[Cluster]:
    """The clusters of a PangoGlyphItem, in the order they are read in; `size` in pixels."""
    found = list(_read(item, line, FROM_UNITS * THOUSAND / size))
    if is_right_to_left(item):
        found.reverse()
    return list(joined(found)) if any(map(_is_bare, found)) else found


def single(item: Any, line: bytes) -> tuple[str, list[tuple[int, ...]]] | None:
    """The characters of a run and their PangoGlyphInfos, if each character has one glyph that
    stands just where the pen is, as in most scripts; None if not.
    """
    string, offset, length = item.glyphs, item.item.offset, item.item.length
    count, text = string.num_glyphs, line[offset : offset + length].decode()
    if len(text) != count or is_right_to_left(item) or LAYOUT_SIGNS.search(text):
        return None
    if len(set(ffi.unpack(string.log_clusters, count))) != count:
        return None
    infos = list(INFO.iter_unpack(ffi.buffer(string.glyphs, count * INFO.size)))
    plain = not any(x or y or glyph >= EMPTY for glyph, _, x, y, _ in infos)
    return (text, infos) if plain else None


def letters(cluster: Cluster) -> Iterable[Cluster]:
    """A right-to-left cluster, letter by letter from the left: all ink is the first letter's."""
    return (cluster,) if len(cluster.text) == 1 else _parted(cluster)


def is_right_to_left(item: Any) -> bool:
    """Whether the run has an odd embedding level (UAX #9, BD2)."""
    return bool(item.item.analysis.level % 2)


def _read(item: Any, line: bytes, scale: float) -> Iterator[Cluster]:
    """In the order of the glyphs, which is the order on paper."""
    string, offset, length = item.glyphs, item.item.offset, item.item.length
    count = string.num_glyphs
    starts = ffi.unpack(string.log_clusters, count)
    infos = INFO.iter_unpack(ffi.buffer(string.glyphs, count * INFO.size))
    run = line[offset : offset + length]
    ends = dict(zip(order := sorted(set(starts)), [*order[1:], length], strict=True))
    whole = LAYOUT_SIGNS.search(run.decode()) is None
    pen, glyphs = 0.0, list[PlacedCluster]()
    following = [*starts[1:], -1]
    for start, after, (glyph, width, x, y, _) in zip(starts, following, infos, strict=True):
        if glyph != EMPTY:
            # Pango counts down the page, a PDF up.
            glyphs.append(PlacedCluster(glyph, pen + x * scale, -y * scale))
        pen += width * scale
        if after != start:
            text = run[start : ends[start]].decode()
            yield Cluster(text if whole else text.translate(LAYOUT), tuple(glyphs), pen)
            pen, glyphs = 0.0, []


def joined(clusters: list[Cluster]) -> Iterator[Cluster]:
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


def _parted(cluster: Cluster) -> Iterator[Cluster]:
    share = cluster.width / max(1, len(cluster.text))
    for letter in reversed(cluster.text[1:]):
        yield Cluster(letter, (), share)
    back = cluster.width - share if cluster.text else 0.0
    inked = (placed._replace(x=placed.x - back) for placed in cluster.glyphs)
    yield Cluster(cluster.text[:1], tuple(inked), share if cluster.text else cluster.width)

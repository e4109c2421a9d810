"""Glyphs added to a TrueType font: several of its glyphs, placed, as one.

Composite glyph descriptions are those of the OpenType specification's table `glyf`.
"""

from __future__ import annotations

import io
import struct
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from fontTools.ttLib.sfnt import SFNTReader, SFNTWriter

WORDS, XY, MORE = 0x0001, 0x0002, 0x0020  # flags: offsets are 16 bits, and offsets; another follows
HEADER = struct.Struct(">hhhhh")  # contours, then the box: xMin, yMin, xMax, yMax
COMPONENT = struct.Struct(">HHhh")  # flags, glyph, x, y
Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class GlyphPart:
    """A glyph of the font and where it is placed, in font units."""

    glyph: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Composite:
    """What one added glyph draws, nothing if it has no parts, and how far it moves the pen."""

    parts: tuple[GlyphPart, ...]
    advance: int  # font units


class Added:
    """The composite glyphs that a font gets, numbered on from its own."""

    def __init__(self, first: int) -> None:
        self.first = first
        self.numbers: dict[tuple[Composite, str], int] = {}

    def number(self, composite: Composite, text: str) -> int:
        return self.numbers.setdefault((composite, text), self.first + len(self.numbers))

    def composites(self) -> list[Composite]:
        return [composite for composite, _ in self.numbers]


def append(font: bytes, first: int, glyphs: Sequence[Composite]) -> bytes:
    """The font with `glyphs` added, from the glyph number `first` on.

    The font's own glyphs keep their numbers; numbers between them and `first` are empty.
    """
    reader = SFNTReader(io.BytesIO(font))
    tables = {tag: bytearray(reader[tag]) for tag in reader.keys()}  # noqa: SIM118 (no mapping)
    long = struct.unpack_from(">h", tables["head"], 50)[0]
    offsets = _offsets(bytes(tables["loca"]), long)
    metrics = _metrics(tables, first)
    offsets += [offsets[-1]] * (first + 1 - len(offsets))
    outlines = tables["glyf"]
    for glyph in glyphs:
        box, data = _described(glyph, outlines, offsets)
        outlines += data + bytes(-len(data) % 4)
        offsets.append(len(outlines))
        metrics += struct.pack(">Hh", glyph.advance, box[0])
    tables["loca"] = bytearray(struct.pack(f">{len(offsets)}L", *offsets))
    tables["hmtx"] = metrics
    struct.pack_into(">h", tables["head"], 50, 1)
    struct.pack_into(">H", tables["hhea"], 34, first + len(glyphs))
    _raise_limits(tables["maxp"], first + len(glyphs), glyphs)
    return _written(tables, reader.sfntVersion)


def _offsets(loca: bytes, long: int) -> list[int]:
    offsets = array("I" if long else "H", loca)
    offsets.byteswap()
    return list(offsets) if long else [offset * 2 for offset in offsets]


def _metrics(tables: dict[str, bytearray], count: int) -> bytearray:
    """The table `hmtx` with an advance for each of `count` glyphs."""
    (full,) = struct.unpack_from(">H", tables["hhea"], 34)
    (have,) = struct.unpack_from(">H", tables["maxp"], 4)
    old = tables["hmtx"]
    new = old[: full * 4]
    last = old[full * 4 - 4 : full * 4 - 2]
    for bearing in range(full * 4, full * 4 + (have - full) * 2, 2):
        new += last + old[bearing : bearing + 2]
    return new + bytes(4 * (count - have))


def _described(glyph: Composite, outlines: bytearray, offsets: list[int]) -> tuple[Box, bytes]:
    inked = [part for part in glyph.parts if offsets[part.glyph] < offsets[part.glyph + 1]]
    if not inked:
        return (0, 0, 0, 0), b""
    boxes = [_box(part, outlines, offsets) for part in inked]
    box = (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
    data = HEADER.pack(-1, *box)
    for number, part in enumerate(inked, 1):
        flags = WORDS | XY | (MORE if number < len(inked) else 0)
        data += COMPONENT.pack(flags, part.glyph, part.x, part.y)
    return box, data


def _box(part: GlyphPart, outlines: bytearray, offsets: list[int]) -> Box:
    _, left, low, right, high = HEADER.unpack_from(outlines, offsets[part.glyph])
    return left + part.x, low + part.y, right + part.x, high + part.y


def _raise_limits(maxp: bytearray, count: int, glyphs: Sequence[Composite]) -> None:
    """What a rasteriser must make room for: points and contours of all parts together."""
    struct.pack_into(">H", maxp, 4, count)
    points, contours, joint_points, joint_contours = struct.unpack_from(">HHHH", maxp, 6)
    elements, depth = struct.unpack_from(">HH", maxp, 28)
    most = max((len(glyph.parts) for glyph in glyphs), default=0)
    joint_points = min(0xFFFF, most * max(points, joint_points))
    joint_contours = min(0xFFFF, most * max(contours, joint_contours))
    struct.pack_into(">HH", maxp, 10, joint_points, joint_contours)
    struct.pack_into(">HH", maxp, 28, max(elements, most), depth + 1)


def _written(tables: dict[str, bytearray], version: str) -> bytes:
    output = io.BytesIO()
    writer = SFNTWriter(output, len(tables), version)
    for tag in sorted(tables):
        writer[tag] = bytes(tables[tag])
    writer.close()
    return output.getvalue()

"""Addresses → QR codes (ISO/IEC 18004), for people who prefer to read on their telephone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from typing import Any, cast
from urllib.parse import quote

import zxingcpp

LEVEL = "M"  # of error correction: 15 % of the code may be lost
QUIET = 4  # modules around it (ISO/IEC 18004, 9.1)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}" width="{1}" height="{1}">'
    '<title>{2}</title><path stroke="#000" d="{3}"/></svg>'
)
SCALE = 4  # pixels per module, where no style sheet gives a size
DARK = re.compile(rb"\x00+")


@lru_cache(maxsize=64)  # every edition has the same code
def qr(address: str) -> str:
    """Return a picture of the code as a data URI."""
    code = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level=LEVEL)
    image = code.to_image(scale=1, add_quiet_zones=False)
    side = image.shape[0] + 2 * QUIET
    modules = memoryview(cast(Any, image))  # a buffer, as its stub says from Python 3.12 on
    strokes = "".join(_strokes(bytes(modules), image.shape[0]))
    svg = SVG.format(side, side * SCALE, escape(address), strokes)
    return f"data:image/svg+xml;charset=utf-8,{quote(svg)}"


def _strokes(modules: bytes, size: int) -> Iterator[str]:
    """Yield a stroke along the middle of each horizontal run of dark modules."""
    for row in range(size):
        for run in DARK.finditer(modules, row * size, (row + 1) * size):
            across = run.start() - row * size + QUIET
            yield f"M{across} {row + QUIET}.5h{len(run[0])}"

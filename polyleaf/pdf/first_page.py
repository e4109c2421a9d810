"""A small picture of a sheet's first page, for the page to choose a sheet from."""

from __future__ import annotations

import pypdfium2

from .. import pictures

WIDTH = 216  # pixels: 108 on the page, twice for fine screens


def first_page(data: bytes) -> bytes:
    """WebP of the first page of a PDF, `WIDTH` pixels wide."""
    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        drawn = page.render(scale=WIDTH / page.get_width(), rev_byteorder=True)
        size = (drawn.width, drawn.height)
        return pictures.small(bytes(drawn.buffer), size, drawn.stride)

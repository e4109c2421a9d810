"""Pictures of a sheet's pages, for screens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pypdfium2

from .. import pictures

WIDTH = 1100  # pixels: a page of a preview on a fine screen


def page_pictures(data: bytes, pages: Iterable[int]) -> Iterator[tuple[int, bytes]]:
    """JPEGs of those pages of a PDF that are named, counted from 1."""
    with pypdfium2.PdfDocument(data) as document:
        for number in pages:
            page = document[number - 1]
            drawn = page.render(scale=WIDTH / page.get_width(), rev_byteorder=True)
            size = (drawn.width, drawn.height)
            yield number, pictures.jpeg(bytes(drawn.buffer), size, drawn.stride)


def page_sizes(data: bytes) -> list[tuple[float, float]]:
    """Width and height of each page of a PDF, in points."""
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_size() for page in document]

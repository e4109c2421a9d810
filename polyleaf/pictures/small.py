"""Pixels → a small WebP, for screens."""

from __future__ import annotations

import io

QUALITY = 55  # a page of text stays legible enough to be told apart


def small(pixels: bytes, size: tuple[int, int], stride: int) -> bytes:
    """WebP of pixels in red, green and blue, `stride` bytes a row."""
    from PIL import Image

    picture = Image.frombuffer("RGB", size, pixels, "raw", "RGB", stride, 1)
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=QUALITY, method=4)
    return out.getvalue()

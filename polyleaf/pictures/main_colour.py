"""A picture → the colour that covers most of it, for headings beside a logo."""

from __future__ import annotations

import colorsys
import io
from collections import Counter
from collections.abc import Iterator

from PIL import Image

from ..model.leaflet import Asset
from . import svg

SIDE = 96  # pixels: enough to count colours
WIDTH, DPI = 25.4, 96  # a drawing is drawn as wide as that, in mm
STEPS = 16  # shades of one channel that are counted together
LEAST_COLOUR, PALEST, DARKEST = 0.25, 0.95, 0.12  # saturation, lightness


def main_colour(picture: Asset) -> tuple[int, int, int] | None:
    """Red, green and blue, from 0 to 255; None if it has no colour but greys."""
    data = picture.data
    if picture.media_type == "image/svg+xml":
        data = svg.draw(data, svg.FontFiles(()), WIDTH, DPI)
    with Image.open(io.BytesIO(data)) as image:
        small = image.convert("RGBA")
        small.thumbnail((SIDE, SIDE))
        seen = Counter(
            (red // STEPS, green // STEPS, blue // STEPS)
            for red, green, blue, alpha in _pixels(small.tobytes())
            if alpha > 127 and _is_colour(red, green, blue)
        )
    for (red, green, blue), _ in seen.most_common(1):
        return red * STEPS + STEPS // 2, green * STEPS + STEPS // 2, blue * STEPS + STEPS // 2
    return None


def _pixels(data: bytes) -> Iterator[tuple[int, int, int, int]]:
    """The channels of each pixel."""
    channels = iter(data)
    return zip(channels, channels, channels, channels, strict=True)


def _is_colour(red: int, green: int, blue: int) -> bool:
    _, lightness, saturation = colorsys.rgb_to_hls(red / 255, green / 255, blue / 255)
    return saturation >= LEAST_COLOUR and DARKEST <= lightness <= PALEST

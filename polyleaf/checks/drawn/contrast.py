"""`contrast-low`: text stands out from its background, in colour and printed in grey.

WCAG 2.2, 1.4.3: the contrast is at least 4.5:1, and 3:1 from 18 points or 14 points bold. An
office printer without colour turns colours to grey as PDF does (ISO 32000-1, 10.3.3): 0.3 of red,
0.59 of green and 0.11 of blue, as they are encoded. Red and blue become darker than they look, so
that black on red can be read on a screen, but not on paper.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding
from ...model.sheet import Colour, Pdf, RenderedPage, TextStyle

NORMAL, LARGE = 4.5, 3.0
LARGE_SIZE, LARGE_BOLD_SIZE = 18.0, 14.0  # points
HINT = "make the text darker and its background lighter, or the other way round"


def check_drawn(written: RenderedPage, pdf: Pdf) -> Iterator[Finding]:
    for style in pdf.text_styles:
        wanted = needed(style)
        ratio, medium = _worst(style)
        if ratio < wanted:
            colours = f"{_hex(style.foreground)} on {_hex(style.background)}"
            message = (
                f"{written.edition.name}, page {style.page}: the contrast {medium} is "
                f'{ratio:.2f}:1 ({colours}, at least {wanted}:1) of "{style.excerpt}"'
            )
            yield Finding(written.html.where, "contrast-low", message, HINT)


def needed(style: TextStyle) -> float:
    """The contrast that text of this size must have."""
    large = style.size >= (LARGE_BOLD_SIZE if style.bold else LARGE_SIZE)
    return LARGE if large else NORMAL


def worst(style: TextStyle) -> float:
    """Its contrast in colour or in greyscale, whichever is lower."""
    return _worst(style)[0]


def _worst(style: TextStyle) -> tuple[float, str]:
    return min(
        (contrast(style.foreground, style.background), "in colour"),
        (contrast(grey(style.foreground), grey(style.background)), "in greyscale"),
    )


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def grey(colour: Colour) -> Colour:
    """The colour as DeviceGray (ISO 32000-1, 10.3.3)."""
    red, green, blue = colour
    level = 0.3 * red + 0.59 * green + 0.11 * blue
    return (level, level, level)


def _luminance(colour: Colour) -> float:
    """Relative luminance of WCAG 2.2, of sRGB."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)

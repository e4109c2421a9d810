"""Colours of CSS Color 4 → `#rrggbb`, or `rgba()` if they are not opaque."""

from __future__ import annotations

import re
from functools import lru_cache

from tinycss2 import color5

HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
# CSS Color 4, 6.2 and appendix A, as Chromium has them in light colours.
SYSTEM = {
    **dict.fromkeys((
        "buttonborder", "buttontext", "canvastext", "fieldtext", "marktext", "activeborder",
        "captiontext", "inactiveborder", "infotext", "menutext", "threeddarkshadow",
        "threedhighlight", "threedlightshadow", "threedshadow", "windowframe", "windowtext",
    ), "#000000"),
    **dict.fromkeys((
        "accentcolortext", "canvas", "field", "highlighttext", "selecteditemtext", "activecaption",
        "appworkspace", "background", "inactivecaption", "infobackground", "menu", "scrollbar",
        "window",
    ), "#ffffff"),
    **dict.fromkeys(("buttonface", "buttonhighlight", "buttonshadow", "threedface"), "#efefef"),
    **dict.fromkeys(("graytext", "inactivecaptiontext"), "#808080"),
    "accentcolor": "#0075ff", "activetext": "#ff0000", "highlight": "rgba(0,65,198,0.8)",
    "linktext": "#0000ee", "mark": "#ffff00", "selecteditem": "#1967d2", "visitedtext": "#551a8b",
    "transparent": "rgba(0,0,0,0)",
}  # fmt: skip
# CSS Color 4, 18: from XYZ to linear sRGB, and between the two white points (Bradford).
TO_RGB = (
    (3.2409699419, -1.5373831776, -0.4986107603),
    (-0.9692436363, 1.8759675015, 0.0415550574),
    (0.0556300797, -0.2039769589, 1.0569715142),
)
TO_D65 = (
    (0.9554734215, -0.0230984549, 0.0632592432),
    (-0.0283697093, 1.0099953980, 0.0210414230),
    (0.0123140148, -0.0205076493, 1.3303659366),
)
P3_TO_XYZ = (
    (0.4865709486, 0.2656676932, 0.1982172852),
    (0.2289745641, 0.6917385218, 0.0792869141),
    (0.0, 0.0451133819, 1.0439443689),
)


class UnknownColourError(ValueError):
    """A colour that cannot be turned into red, green and blue."""


@lru_cache(maxsize=2048)
def colour(value: str) -> str | None:
    """The colour; None if it is none. Raises UnknownColourError for colours of some programs."""
    value = value.strip()
    if HEX.fullmatch(value):
        return value.lower()
    if known := SYSTEM.get(value.lower()):
        return known
    try:
        parsed = color5.parse_color(value)
    except (ValueError, TypeError, AttributeError, ZeroDivisionError, RecursionError):
        parsed = None
    if parsed is None or parsed == "currentcolor":
        if re.match(r"(color-mix|device-cmyk|color|icc-color|contrast-color)\(|"
                    r"\w+\(\s*from\b", value, re.IGNORECASE):  # fmt: skip
            raise UnknownColourError(value)
        return None
    red, green, blue = (round(255 * min(1.0, max(0.0, part))) for part in _rgb(parsed))
    if parsed.alpha < 1:
        return f"rgba({red},{green},{blue},{parsed.alpha:.4g})"
    return f"#{red:02x}{green:02x}{blue:02x}"


def _rgb(parsed: color5.Color) -> tuple[float, ...]:
    space = parsed.space
    numbers = tuple(part or 0.0 for part in parsed.coordinates)
    if space == "srgb":
        return numbers
    if space in ("hsl", "hwb"):
        return tuple(parsed.to("srgb").coordinates)
    if space == "srgb-linear":
        return tuple(map(_gamma, numbers))
    if space == "display-p3":
        return _from_xyz(_times(P3_TO_XYZ, tuple(map(_linear, numbers))))
    if space in ("lab", "lch", "xyz-d50"):
        return _from_xyz(_times(TO_D65, tuple(parsed.to("xyz-d50").coordinates)))
    if space in ("oklab", "oklch", "xyz", "xyz-d65"):
        return _from_xyz(tuple(parsed.to("xyz-d65").coordinates))
    raise UnknownColourError(f"color({space} …)")


def _from_xyz(xyz: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(map(_gamma, _times(TO_RGB, xyz)))


def _times(matrix: tuple[tuple[float, ...], ...], vector: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)


def _gamma(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

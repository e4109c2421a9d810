"""The properties of a drawing: which are kept and in what form, and which are refused by name.

What is in no table here changes nothing that is drawn (SVG 2, appendix on properties; Chromium).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .css_colours import colour
from .lengths import Em, each_length, length, number, share, written

PAINTS = ("fill", "stroke")
COLOURS = ("color", "stop-color", "flood-color", "lighting-color")
SHARES = ("opacity", "fill-opacity", "stroke-opacity", "stop-opacity", "flood-opacity")
ADDRESSES = ("clip-path", "mask", "marker-start", "marker-mid", "marker-end")
SPACINGS = ("letter-spacing", "word-spacing")
KEYWORDS = {
    "fill-rule": "nonzero evenodd",
    "clip-rule": "nonzero evenodd",
    "stroke-linecap": "butt round square",
    "stroke-linejoin": "miter round bevel",
    "visibility": "visible hidden collapse",
    "text-anchor": "start middle end",
    "font-style": "normal italic oblique",
    "dominant-baseline": "auto use-script no-change reset-size ideographic alphabetic hanging "
    "mathematical central middle text-after-edge text-before-edge text-top text-bottom",
    "alignment-baseline": "auto baseline before-edge text-before-edge middle central after-edge "
    "text-after-edge ideographic alphabetic hanging mathematical",
    "direction": "ltr rtl",
    "unicode-bidi": "normal embed bidi-override isolate isolate-override plaintext",
    "overflow": "visible hidden scroll auto clip",
    "color-interpolation-filters": "auto sRGB linearRGB",
    "shape-rendering": "auto optimizeSpeed crispEdges geometricPrecision",
    "text-rendering": "auto optimizeSpeed optimizeLegibility geometricPrecision",
    "font-kerning": "auto normal none",
    "mask-type": "luminance alpha",
    "isolation": "auto isolate",
    "mix-blend-mode": "normal multiply screen overlay darken lighten color-dodge color-burn "
    "hard-light soft-light difference exclusion hue saturation color luminosity",
    "text-transform": "none uppercase lowercase capitalize full-width",
    "white-space": "normal nowrap pre pre-wrap pre-line break-spaces",
}
OTHER_WORDS = {"text-top": "text-before-edge", "text-bottom": "text-after-edge",
               "collapse": "hidden", "clip": "hidden"}  # fmt: skip
RENDERINGS = {"auto": "optimizeQuality", "optimizequality": "optimizeQuality",
              "smooth": "optimizeQuality", "high-quality": "optimizeQuality",
              "optimizespeed": "optimizeSpeed", "pixelated": "optimizeSpeed",
              "crisp-edges": "optimizeSpeed"}  # fmt: skip
# Written into `style`: the renderer does not read them elsewhere.
IN_STYLE = ("mix-blend-mode", "isolation", "mask-type")
# Not inherited (SVG 2, appendix G): `inherit` takes the parent's value.
NOT_INHERITED = {
    "opacity": "1", "stop-color": "#000000", "stop-opacity": "1", "flood-color": "#000000",
    "flood-opacity": "1", "lighting-color": "#ffffff", "clip-path": "none", "mask": "none",
    "filter": "none", "display": "inline", "overflow": "", "alignment-baseline": "auto",
    "baseline-shift": "0", "text-decoration": "none", "unicode-bidi": "normal",
    "mix-blend-mode": "normal", "isolation": "auto", "mask-type": "luminance",
}  # fmt: skip
INITIAL = {
    "fill": "#000000", "stroke": "none", "color": "#000000", "fill-opacity": "1",
    "stroke-opacity": "1", "stroke-width": "1", "stroke-dasharray": "none",
    "stroke-dashoffset": "0", "stroke-miterlimit": "4", "fill-rule": "nonzero",
    "clip-rule": "nonzero", "stroke-linecap": "butt", "stroke-linejoin": "miter",
    "visibility": "visible", "text-anchor": "start", "font-style": "normal",
    "font-weight": "400", "font-size": "16", "letter-spacing": "0", "word-spacing": "0",
    "marker-start": "none", "marker-mid": "none", "marker-end": "none", "direction": "ltr",
    "paint-order": "normal", "text-transform": "none", "white-space": "normal",
    "dominant-baseline": "auto", "writing-mode": "lr-tb",
}  # fmt: skip
GLOBAL = ("inherit", "initial", "unset", "revert", "revert-layer")
# Refused unless they have a value that changes nothing: property → those values, way out.
REFUSED: dict[str, tuple[str, str]] = {
    "vector-effect": ("none", "expand"),
    "text-shadow": ("none", "effects"),
    "backdrop-filter": ("none", "effects"),
    "-webkit-backdrop-filter": ("none", "effects"),
    "box-shadow": ("none", "effects"),
    "font-variant-caps": ("normal", "outlines"),
    "font-variant-position": ("normal", "outlines"),
    "font-size-adjust": ("none", "outlines"),
    "text-emphasis": ("none", "outlines"),
    "text-emphasis-style": ("none", "outlines"),
    "text-combine-upright": ("none", "outlines"),
    "text-orientation": ("mixed", "outlines"),
    "text-decoration-style": ("solid", "outlines"),
    "mask-image": ("none", "clip"),
    "-webkit-mask": ("none", "clip"),
    "-webkit-mask-image": ("none", "clip"),
    "mask-border": ("none", "clip"),
    "offset": ("none", "plain"),
    "offset-path": ("none", "plain"),
    "perspective": ("none", "effects"),
    "transform-style": ("flat", "effects"),
    "zoom": ("1 normal 100%", "plain"),
    "content-visibility": ("visible auto", "plain"),
    "animation": ("none", "still"),
    "animation-name": ("none", "still"),
    "-webkit-animation": ("none", "still"),
    "-webkit-animation-name": ("none", "still"),
    "shape-subtract": ("none", "flowed"),
    "color-interpolation": ("auto srgb", "effects"),
}
NUMERIC_WEIGHTS = {"normal": "400", "bold": "700", "bolder": "bolder", "lighter": "lighter"}
SIZES = {"xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0,
         "x-large": 24.0, "xx-large": 32.0, "xxx-large": 48.0}  # fmt: skip
URL = re.compile(r"url\(\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\"')\s]*+))\s*+\)", re.IGNORECASE)
FILTERS = re.compile(
    r"(url|blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)\(",
    re.IGNORECASE,
)


class LeadsOutError(ValueError):
    """An address that is not a part of the drawing."""


class UnsupportedError(ValueError):
    """A value that browsers know and this does not. Its second argument is the way out."""


def own_part(address: str) -> str:
    """The id in `#id`; raises LeadsOutError."""
    if not address.strip().startswith("#"):
        raise LeadsOutError(address.strip()[:40])
    return address.strip()[1:]


def paint(value: str) -> str | None:
    value = value.strip()
    if value.lower() in ("none", "context-fill", "context-stroke"):
        return value.lower()
    if value.lower() == "currentcolor":
        return "currentColor"
    if match := URL.match(value):
        part = own_part(match[1] or match[2] or match[3])
        fallback = value[match.end() :].strip()
        other = paint(fallback) if fallback else ""
        return None if other is None else f"url(#{part}) {other}".strip()
    value = re.sub(r"\s+icc-color\([^)]*\)", "", value)
    return colour(value)


def _colour(value: str) -> str | None:
    return "currentColor" if value.lower() == "currentcolor" else colour(value)


def address(value: str) -> str | None:
    if value.lower() == "none":
        return "none"
    if match := URL.fullmatch(value):
        return f"url(#{own_part(match[1] or match[2] or match[3])})"
    if re.match(r"(inset|circle|ellipse|polygon|path|rect|xywh|shape)\(", value, re.IGNORECASE):
        raise UnsupportedError(value.partition("(")[0] + "()", "clip")
    if "url(" in value.lower() or "gradient(" in value.lower():
        raise UnsupportedError(value[:40], "clip")
    return None


def _filter(value: str) -> str | None:
    if value.lower() == "none":
        return "none"
    if not FILTERS.match(value):
        return None
    for match in URL.finditer(value):
        own_part(match[1] or match[2] or match[3])
    return URL.sub(lambda match: f"url({(match[1] or match[2] or match[3]).strip()})", value)


def _keyword(name: str, value: str) -> str | None:
    words = {word.lower(): word for word in KEYWORDS[name].split()}
    word = words.get(value.lower().partition(" ")[0] if name == "font-style" else value.lower())
    return OTHER_WORDS.get(word, word) if word else None


def _weight(value: str) -> str | None:
    if word := NUMERIC_WEIGHTS.get(value.lower()):
        return word
    heavy = number(value)
    return f"{min(9, max(1, round(heavy / 100)))}00" if heavy and 1 <= heavy <= 1000 else None


def _dashes(value: str, em: Em) -> str | None:
    if value.lower() == "none":
        return "none"
    parts = each_length(value, em)
    if not parts or any(part.startswith("-") for part in parts):
        return None
    return " ".join(parts)


def _decoration(value: str) -> str | None:
    words = value.lower().split()
    if "none" in words:
        return "none"
    lines = [word for word in words if word in ("underline", "overline", "line-through")]
    if odd := {"dotted", "dashed", "wavy", "double"} & {*words}:
        raise UnsupportedError(f"{odd.pop()} {lines[0] if lines else ''}".strip(), "outlines")
    return " ".join(lines) or None


def _shift(value: str, em: Em) -> str | None:
    return value.lower() if value.lower() in ("baseline", "sub", "super") else length(value, em)


def _order(value: str) -> str | None:
    words = value.lower().split()
    known = set(words) <= {"normal", "fill", "stroke", "markers"} and len(set(words)) == len(words)
    return " ".join(words) if words and known else None


def _variant(value: str) -> str | None:
    if re.search(r"(small|petite|unicase|titling)", value, re.IGNORECASE):
        raise UnsupportedError(value, "outlines")
    return ""


def _writing(value: str) -> str | None:
    value = value.lower()
    if value in ("tb", "tb-rl", "vertical-rl", "vertical-lr"):
        return "tb"
    if value.startswith("sideways"):
        raise UnsupportedError(value, "outlines")
    return "lr-tb" if value in ("lr", "lr-tb", "rl", "rl-tb", "horizontal-tb") else None


WITHOUT_LENGTHS: dict[str, Callable[[str], str | None]] = {
    **dict.fromkeys(PAINTS, paint),
    **dict.fromkeys(COLOURS, _colour),
    **dict.fromkeys(ADDRESSES, address),
    "filter": _filter,
    "font-weight": _weight,
    "font-variant": _variant,
    "text-decoration": _decoration,
    "paint-order": _order,
    "writing-mode": _writing,
    "image-rendering": lambda value: RENDERINGS.get(value.lower()),
    "display": lambda value: "none" if value.lower() == "none" else "inline",
    "font-family": lambda value: value.strip()[:200] or None,
}
WITH_LENGTHS: dict[str, Callable[[str, Em], str | None]] = {
    "stroke-width": length,
    "stroke-dashoffset": length,
    "stroke-dasharray": _dashes,
    "baseline-shift": _shift,
}
KNOWN = {*WITHOUT_LENGTHS, *WITH_LENGTHS, *KEYWORDS, *SHARES, *SPACINGS, "stroke-miterlimit"}


def converted(name: str, value: str, em: Em) -> str | None:
    """A value in plain form; None if it is not valid, so that it does not count.

    Raises LeadsOutError, UnsupportedError, UnknownColourError and what `lengths` raises.
    """
    if name in KEYWORDS:
        return _keyword(name, value)
    if name in SHARES:
        found = share(value)
        return None if found is None else written(found)
    if name in SPACINGS:
        return "0" if value.lower() == "normal" else length(value, em)
    if name == "stroke-miterlimit":
        limit = number(value)
        return written(limit) if limit is not None and limit >= 0 else None
    if name in WITH_LENGTHS:
        return WITH_LENGTHS[name](value, em)
    return WITHOUT_LENGTHS[name](value)


def refused(name: str, value: str) -> str:
    """The way out if a property is refused with this value; empty if it is not."""
    if name not in REFUSED or value.lower() in GLOBAL:
        return ""
    neutral, way_out = REFUSED[name]
    return "" if value.lower() in neutral.split() or value == "0" else way_out


def font_size(value: str, parent: Em) -> float | str | None:
    """A font size in user units, or in `em` where the parent's is not known; None if invalid."""
    value = value.lower()
    if value in SIZES:
        return SIZES[value]
    value = {"larger": "1.2em", "smaller": "0.8333333em"}.get(value, value)
    if value.endswith("%"):
        percent = number(value[:-1])
        value = "" if percent is None else f"{percent / 100!r}em"
    found = length(value, parent)
    if found is None or found.startswith("-"):
        return None
    return found if re.search("[a-z]$", found) else float(found)


def longhands(name: str, value: str) -> list[tuple[str, str]]:
    """A shorthand as what it stands for; any other property as it is."""
    if name == "marker":
        return [(f"marker-{place}", value) for place in ("start", "mid", "end")]
    if name == "text-decoration-line":
        return [("text-decoration", value)]
    if name == "font":
        return _font(value)
    if name == "font-variant" and value.lower() == "normal":
        return []
    return [(name, value)]


FONT = re.compile(
    r"((?:(?:normal|italic|oblique|small-caps|bold|bolder|lighter|[1-9]\d{0,2}|1000|"
    r"(?:ultra-|extra-|semi-)?(?:condensed|expanded))\s++)*+)"
    r"([^\s/,]++)(?:\s*+/\s*+[^\s,]++)?\s++(.+)", re.IGNORECASE | re.DOTALL,
)  # fmt: skip


def _font(value: str) -> list[tuple[str, str]]:
    if value.lower() in GLOBAL:
        return [(each, value) for each in ("font-style", "font-weight", "font-size", "font-family")]
    match = FONT.fullmatch(value.strip())
    if match is None:
        return []
    found = {"font-style": "normal", "font-weight": "normal"}
    for word in match[1].lower().split():
        if word in ("italic", "oblique"):
            found["font-style"] = word
        elif word == "small-caps":
            found["font-variant"] = word
        elif (word in NUMERIC_WEIGHTS and word != "normal") or word.isdigit():
            found["font-weight"] = word
    return [*found.items(), ("font-size", match[2]), ("font-family", match[3])]

"""The values of properties in their plain form, or why they cannot be drawn."""

from __future__ import annotations

import re
from collections.abc import Callable

from .css_colours import colour
from .lengths import NUMBERS, Em, UnknownUnitError, each_length, length, number, share, written
from .property_tables import (
    ADDRESSES,
    COLOURS,
    GLOBAL,
    KEYWORDS,
    NUMERIC_WEIGHTS,
    OTHER_WORDS,
    PAINTS,
    REFUSED,
    RENDERINGS,
    SHARES,
    SPACINGS,
    WITH_UNITS,
)

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


def _display(value: str) -> str | None:
    if value.lower() == "contents":  # without its box it has no opacity, mask or place
        raise UnsupportedError(value, "plain")
    return "none" if value.lower() == "none" else "inline"


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
    "display": _display,
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
        return "0" if value.lower() == "normal" else _spacing(value, em)
    if name == "stroke-miterlimit":
        limit = number(value)
        return written(limit) if limit is not None and limit >= 0 else None
    if name in WITH_LENGTHS:
        return WITH_LENGTHS[name](value, em)
    return WITHOUT_LENGTHS[name](value)


def _spacing(value: str, em: Em) -> str | None:
    """Per cent are of different things in SVG 1.1, CSS Text 4 and browsers."""
    found = length(value, em)
    if found is not None and found.endswith("%"):
        raise UnknownUnitError(value)
    return found


def lacks_unit(name: str, value: str) -> bool:
    """Whether a declaration of a style sheet does not count, as its length has no unit."""
    return name in WITH_UNITS and bool(NUMBERS.fullmatch(value)) and float(value) != 0


def refused(name: str, value: str) -> str:
    """The way out if a property is refused with this value; empty if it is not."""
    if name not in REFUSED or (value.lower() in GLOBAL and name != "all"):
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

"""Attributes of elements that are no properties → their plain values."""

from __future__ import annotations

import re
from collections.abc import Callable

from . import properties
from .lengths import (
    NUMBERS,
    AbsurdError,
    Em,
    angle,
    each_length,
    length,
    number,
    share,
    sound,
    written,
)

FITTING = re.compile(r"(none|x(Min|Mid|Max)Y(Min|Mid|Max))(\s+(meet|slice))?")
MAX_PATH = 500_000  # characters of one path: one of 800,000 points takes over 25 s to stroke


def attribute(kind: str, value: str, em: Em, embed: Callable[[str], str]) -> str | None:
    """A value in plain form; None if it is not valid, so that it does not count."""
    value = value.strip()
    match kind:
        case "length":
            return None if value == "auto" else length(value, em)
        case "lengths":
            parts = each_length(value, em)
            return " ".join(parts) if parts else None
        case "share":
            found = share(value)
            return None if found is None else written(found)
        case "numbers":
            if other := NUMBERS.sub("", value).replace(",", "").split():  # browsers draw none of it
                message = f'"{other[0][:40]}" in place of a number'
                raise properties.UnsupportedError(message, "plain")
            return _of_bounded_length(value)
        case "path":
            return path(value)
        case "href":
            return f"#{properties.own_part(value)}" if value else None
        case "fitting":  # SVG 2 has no `defer` any more
            return value if FITTING.fullmatch(value) else None
        case "refused":
            raise properties.UnsupportedError(value[:40], "outlines")
        case "picture":
            return value if value.startswith("#") else embed(value)
        case "orient":
            if value in ("auto", "auto-start-reverse"):
                return value
            turned = angle(value)
            return None if turned is None else written(turned)
    sound(value)
    return value[:200]


def path(value: str) -> str | None:
    """Path data, also as CSS writes it: `path("M0 0…")`."""
    if match := re.fullmatch(r"path\(\s*[\"'](.*)[\"']\s*\)", value, re.DOTALL):
        value = match[1]
    if value == "none":
        return ""
    return _of_bounded_length(value)


def _of_bounded_length(value: str) -> str:
    if len(value) > MAX_PATH:
        raise AbsurdError(f"a path of {len(value):,} characters")
    sound(value)
    return value


def box_of(text: str) -> tuple[float, float, float, float] | None:
    """The four numbers of a `viewBox`; None if it has not four."""
    sound(text)
    parts = [number(part) for part in re.split(r"[\s,]+", text.strip()) if part]
    if len(parts) != 4 or None in parts:
        return None
    x, y, width, height = (part or 0.0 for part in parts)
    return x, y, width, height

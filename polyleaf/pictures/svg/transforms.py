"""`transform` of SVG and of CSS, with its origin → `transform` as SVG 1.1 has it.

CSS Transforms 1 and 2, as far as they stay in the plane.
"""

from __future__ import annotations

import math
import re

from .lengths import NUMBERS, Em, UnknownUnitError, angle, length, number, sound, written

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]  # x, y, width, height
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
FUNCTION = re.compile(r"\s*+,?\s*+([a-zA-Z0-9]++)\s*+\(([^()]*+)\)")
FLAT = ("perspective", "rotatex", "rotatey", "rotate3d", "matrix3d", "scalez", "translatez")
HORIZONTAL = {"left": 0.0, "center": 0.5, "right": 1.0}
VERTICAL = {"top": 0.0, "center": 0.5, "bottom": 1.0}


class UnknownTransformError(ValueError):
    """A transformation that leaves the plane, or depends on what is not known here."""


def times(a: Matrix, b: Matrix) -> Matrix:
    return (
        a[0] * b[0] + a[2] * b[1],
        a[1] * b[0] + a[3] * b[1],
        a[0] * b[2] + a[2] * b[3],
        a[1] * b[2] + a[3] * b[3],
        a[0] * b[4] + a[2] * b[5] + a[4],
        a[1] * b[4] + a[3] * b[5] + a[5],
    )


def inverse(of: Matrix) -> Matrix | None:
    """The matrix that takes back; None if it flattens the plane."""
    a, b, c, d, e, f = of
    area = a * d - b * c
    if not math.isfinite(area) or abs(area) < 1e-12:
        return None
    return d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area


def matrix(text: str, em: Em, box: Box | None, css: bool) -> Matrix | None:
    """The matrix of a list of functions; None if it is no such list, so that it does not count.

    Per cent are measured by `box`. Raises UnknownTransformError and AbsurdError.
    """
    sound(text)
    whole, end = IDENTITY, 0
    text = text.strip()
    if text in ("", "none"):
        return IDENTITY
    while match := FUNCTION.match(text, end):
        end = match.end()
        parts = _parts(match[2], css)
        if parts is None:
            return None
        one = _one(match[1].lower(), parts, em, box, css)
        if one is None:
            return None
        whole = times(whole, one)
    return whole if end and not text[end:].strip(" ,\n\t\r") else None


def _parts(text: str, css: bool) -> list[str] | None:
    """The arguments of a function; as an attribute it has numbers alone, and may not part them."""
    if css:
        return [part for part in re.split(r"[\s,]+", text.strip()) if part]
    return NUMBERS.findall(text) if not re.sub(r"[\s,]+", "", NUMBERS.sub("", text)) else None


def _one(name: str, parts: list[str], em: Em, box: Box | None, css: bool) -> Matrix | None:
    if (css and name in FLAT) or name.endswith("3d"):
        return _flat(name, parts, em, box)
    numbers = [number(part) for part in parts]
    if name == "matrix" and len(parts) == 6 and None not in numbers:
        return tuple(each or 0.0 for each in numbers)  # type: ignore[return-value]
    if name in ("translate", "translatex", "translatey") and 0 < len(parts) < 3:
        x, y = (_distance(part, em, box, axis) for axis, part in enumerate((*parts, "0")[:2]))
        if name == "translatey":
            x, y = 0.0, _distance(parts[0], em, box, 1)
        return None if x is None or y is None else (1.0, 0.0, 0.0, 1.0, x, y)
    if name in ("scale", "scalex", "scaley") and 0 < len(parts) < 3:
        scales = [_factor(part) for part in parts]
        if None in scales:
            return None
        x, y = scales[0] or 0.0, scales[-1] or 0.0
        return (1.0 if name == "scaley" else x, 0.0, 0.0, 1.0 if name == "scalex" else y, 0.0, 0.0)
    return _turned(name, parts)


def _turned(name: str, parts: list[str]) -> Matrix | None:
    angles = [angle(part) for part in parts[:1]] + [number(part) for part in parts[1:]]
    if not angles or None in angles:
        return None
    first = math.radians(angles[0] or 0.0)
    if name in ("rotate", "rotatez") and len(parts) in (1, 3):
        sine, cosine = math.sin(first), math.cos(first)
        turned = (cosine, sine, -sine, cosine, 0.0, 0.0)
        x, y = (angles[1] or 0.0, angles[2] or 0.0) if len(parts) == 3 else (0.0, 0.0)
        return about(turned, x, y)
    if name == "skewx" and len(parts) == 1:
        return (1.0, 0.0, math.tan(first), 1.0, 0.0, 0.0)
    if name == "skewy" and len(parts) == 1:
        return (1.0, math.tan(first), 0.0, 1.0, 0.0, 0.0)
    if name == "skew" and len(parts) in (1, 2):
        second = angle(parts[1]) if len(parts) == 2 else 0.0
        if second is None:
            return None
        return (1.0, math.tan(math.radians(second)), math.tan(first), 1.0, 0.0, 0.0)
    return None


def _flat(name: str, parts: list[str], em: Em, box: Box | None) -> Matrix | None:
    """Functions in space that stay in the plane, as tools write them to speed up a screen."""
    if name == "translatez" and parts and number(re.sub("[a-z]+$", "", parts[0])) == 0:
        return IDENTITY
    if name in ("translate3d", "scale3d") and len(parts) == 3:
        neutral = {"translate3d": ("0", "0px"), "scale3d": ("1",)}[name]
        if parts[2] in neutral:
            return _one(name.removesuffix("3d"), parts[:2], em, box, True)
    raise UnknownTransformError(f"{name}()")


def about(turned: Matrix, x: float, y: float) -> Matrix:
    """A transformation about a point."""
    return times(times((1.0, 0.0, 0.0, 1.0, x, y), turned), (1.0, 0.0, 0.0, 1.0, -x, -y))


def _factor(text: str) -> float | None:
    value = number(text.removesuffix("%"))
    return value / 100 if value is not None and text.endswith("%") else value


def _distance(text: str, em: Em, box: Box | None, axis: int) -> float | None:
    try:
        found = length(text, em)
    except UnknownUnitError as error:
        raise UnknownTransformError(str(error)) from None
    if found is None:
        return None
    if not found.endswith("%"):
        value = number(found)
        if value is None:
            raise UnknownTransformError(text)
        return value
    if box is None:
        raise UnknownTransformError(text)
    return float(found[:-1]) / 100 * box[2 + axis]


def origin(text: str, em: Em, box: Box | None) -> tuple[float, float] | None:
    """`transform-origin` as a point; None if it is none. `box` is None if that is not known."""
    parts = text.lower().split()[:2] or ["0"]
    if parts[0] in ("top", "bottom") or (len(parts) == 2 and parts[1] in ("left", "right")):
        parts = [*parts[1:], "center"][:1] + parts[:1]
    if len(parts) == 1:
        parts.append("center")
    point = []
    for axis, (part, words) in enumerate(zip(parts, (HORIZONTAL, VERTICAL), strict=True)):
        part = f"{words[part] * 100}%" if part in words else part
        distance = _distance(part, em, box, axis)
        if distance is None:
            return None
        point.append(distance + (box[axis] if box else 0.0))
    return point[0], point[1]


def as_text(whole: Matrix) -> str:
    return f"matrix({' '.join(map(written, whole))})"

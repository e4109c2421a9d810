"""The transformation of an element, of its attribute or its style sheet, as one attribute."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping

from .drawing_tree import local
from .elements import TRANSFORM
from .lengths import NUMBERS, Em
from .transforms import (
    IDENTITY,
    Box,
    Matrix,
    UnknownTransformError,
    about,
    as_text,
    matrix,
    origin,
    times,
)

GLOBAL = ("none", "inherit", "initial", "unset", "revert", "")


def transformed(
    made: ElementTree.Element, found: Mapping[str, str], em: Em, box: Box | None
) -> str:
    """The value of `transform`; empty if nothing is turned. Raises UnknownTransformError.

    Gradients and patterns say also that nothing is turned: it counts more than what they inherit.

    `found` has what style sheets say by property, and the element's own as `attribute`. `made` has
    its plain geometry; `box` is the view box, which per cent are measured by.
    """
    own = {key: value for key, value in found.items() if value.lower() not in GLOBAL}
    if found.get("transform", "").lower() == "none":
        own.pop("attribute", None)
    if not own.keys() & {"transform", "attribute", "translate", "rotate", "scale"}:
        return ""
    box = _reference(made, found.get("transform-box", "view-box").lower(), box)
    if "transform" in own:
        whole = matrix(own["transform"], em, box, True)
    elif "attribute" in own:
        whole = matrix(own["attribute"], em, box, False)
    else:
        whole = IDENTITY
    says = whole is not None and own.get("transform", own.get("attribute", "")) != ""
    whole = whole or IDENTITY  # not valid: it does not count
    for key in ("scale", "rotate", "translate"):
        if key in own:
            whole = times(_single(key, own[key], em, box), whole)
    if whole == IDENTITY:
        return as_text(whole) if says and local(made.tag) in TRANSFORM else ""
    point = origin(own.get("transform-origin", "0 0"), em, box)
    return as_text(about(whole, *point) if point else whole)


def _single(key: str, value: str, em: Em, box: Box | None) -> Matrix:
    """The properties `translate`, `rotate` and `scale` (CSS Transforms 2, 5)."""
    parts = value.split()
    if (key == "rotate" and len(parts) > 1) or len(parts) > 2:
        raise UnknownTransformError(f"{key}: {value[:40]}")
    found = matrix(f"{key}({', '.join(parts)})", em, box, True)
    if found is None:
        raise UnknownTransformError(f"{key}: {value[:40]}")
    return found


def _reference(made: ElementTree.Element, name: str, view: Box | None) -> Box | None:
    """What per cent and the origin of a transformation are measured by (CSS Transforms 1, 6)."""
    if name in ("view-box", "border-box"):
        return (0.0, 0.0, view[2], view[3]) if view else None
    outline = outline_box(made) if name in ("fill-box", "content-box") else None
    if outline is None:
        raise UnknownTransformError(f"transform-box: {name[:40]}")
    return outline


def outline_box(made: ElementTree.Element) -> Box | None:
    """The box of a simple shape; None if it is not known."""
    name = local(made.tag)

    def sizes(names: str) -> list[float] | None:
        values = [made.get(each, "0") for each in names.split()]
        return None if any("%" in value or value[-1].isalpha() for value in values) else [
            float(value) for value in values
        ]  # fmt: skip

    if name in ("rect", "image") and (found := sizes("x y width height")):
        return found[0], found[1], found[2], found[3]
    if name == "circle" and (found := sizes("cx cy r")):
        return found[0] - found[2], found[1] - found[2], 2 * found[2], 2 * found[2]
    if name == "ellipse" and (found := sizes("cx cy rx ry")):
        return found[0] - found[2], found[1] - found[3], 2 * found[2], 2 * found[3]
    if name == "line" and (found := sizes("x1 y1 x2 y2")):
        return _around(found)
    if name in ("polygon", "polyline"):
        return _around([float(each) for each in NUMBERS.findall(made.get("points", ""))])
    if name == "path" and re.fullmatch(r"[MLHVZ\s\d.,+-]*", made.get("d", "x")):
        return _straight(made.get("d", ""))
    return None


def _around(numbers: list[float]) -> Box | None:
    xs, ys = numbers[::2], numbers[1::2]
    if not xs or not ys:
        return None
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def _straight(data: str) -> Box | None:
    """The box of a path of absolute straight lines."""
    points: list[float] = []
    x = y = 0.0
    for command, rest in re.findall(r"([MLHV])([^MLHVZ]*)", data):
        numbers = [float(each) for each in NUMBERS.findall(rest)]
        if command in "ML":
            points += numbers[: len(numbers) // 2 * 2]
            x, y = (points[-2], points[-1]) if points else (x, y)
        else:
            for each in numbers:
                x, y = (each, y) if command == "H" else (x, each)
                points += (x, y)
    return _around(points)

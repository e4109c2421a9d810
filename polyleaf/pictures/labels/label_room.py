"""How large a line of words may be: up to the edges of the picture, and of the boxes around it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from ..svg.transforms import Matrix, inverse
from .label import Extent
from .label_places import apply, numbers
from .seen_texts import SVG, length

Span = tuple[float, float]  # how far a ray goes backwards and forwards inside something
MIDDLE = 0.3  # em above the baseline: the middle of small letters
CENTRED = ("middle", "central", "hanging", "text-before-edge")  # baselines that are not below


def rooms(
    root: Element,
    matrix: Matrix | None,
    style: Mapping[str, str],
    at: tuple[float, float],
    size: float,
    shapes: Sequence[tuple[Element, Matrix]],
) -> tuple[Extent, ...] | None:
    """What a line may take in each shape around it and in the picture, the narrowest first.

    None if the line is outside the picture; empty if that is not known.
    """
    if matrix is None:
        return ()
    upright = style["writing-mode"].startswith(("tb", "vertical"))
    along, across = (matrix[0], matrix[1]), (-matrix[2], -matrix[3])
    if upright:
        along, across = (matrix[2], matrix[3]), (matrix[0], matrix[1])
    scale, rise = math.hypot(*along), math.hypot(*across)
    if not scale or not rise or not math.isfinite(scale + rise):
        return None
    up = 0 if upright or style.get("dominant-baseline") in CENTRED else MIDDLE * size
    start = apply(matrix, at[0], at[1] - up)
    rays = (along[0] / scale, along[1] / scale), (across[0] / rise, across[1] / rise)
    box = _view_box(root)
    picture = [_in_box(box, start, ray) for ray in rays]
    if picture[0] is None or picture[0][1] <= 0 <= -picture[0][0]:
        return None
    found = [picture]
    for shape, placed in shapes:
        if back := inverse(placed):
            spans = [_in_shape(shape, back, start, ray) for ray in rays]
            found += [spans] if spans[0] and spans[0][0] < 0 < spans[0][1] else []
    made = (
        Extent(
            _room(level, style["text-anchor"]) / scale,
            max(0.0, upwards[1] / rise + up),
            max(0.0, -upwards[0] / rise - up),
        )
        for level, upwards in found
        if level and upwards
    )
    return tuple(sorted(made, key=lambda room: room.width))


def _room(span: Span, anchor: str) -> float:
    back, forward = -span[0], span[1]
    if anchor == "middle":
        return max(0.0, 2 * min(back, forward))
    return max(0.0, back if anchor == "end" else forward)


def _view_box(root: Element) -> tuple[float, float, float, float]:
    box = numbers(root.get("viewBox", ""))
    if len(box) == 4:
        return box[0], box[1], box[2], box[3]
    return 0.0, 0.0, length(root.get("width", "300"), 16), length(root.get("height", "150"), 16)


def _in_shape(
    shape: Element, back: Matrix, start: tuple[float, float], ray: tuple[float, float]
) -> Span | None:
    """The part of the line within a rect, circle or ellipse, in units of the picture."""
    a, b, c, d, _, _ = back
    inside = apply(back, *start)
    turned = (a * ray[0] + c * ray[1], b * ray[0] + d * ray[1])
    names = ("x", "y", "width", "height", "r", "rx", "ry", "cx", "cy")
    x, y, width, height, r, rx, ry, cx, cy = (length(shape.get(name, "0"), 16) for name in names)
    if shape.tag == f"{SVG}rect":
        return _in_box((x, y, width, height), inside, turned)
    rx, ry = r or rx, r or ry or rx
    if rx <= 0 or ry <= 0:
        return None
    px, py = (inside[0] - cx) / rx, (inside[1] - cy) / ry
    dx, dy = turned[0] / rx, turned[1] / ry
    square, half = dx * dx + dy * dy, px * dx + py * dy
    root = half * half - square * (px * px + py * py - 1)
    if root <= 0 or not square:
        return None
    return (-half - math.sqrt(root)) / square, (-half + math.sqrt(root)) / square


def _in_box(
    box: tuple[float, float, float, float], start: tuple[float, float], ray: tuple[float, float]
) -> Span | None:
    low, high = -math.inf, math.inf
    for near, far, at, step in _sides(box, start, ray):
        if step == 0:
            if not near <= at <= far:
                return None
            continue
        first, last = sorted(((near - at) / step, (far - at) / step))
        low, high = max(low, first), min(high, last)
    return (low, high) if low < high and math.isfinite(high - low) else None


def _sides(
    box: tuple[float, float, float, float], start: tuple[float, float], ray: tuple[float, float]
) -> Iterator[tuple[float, float, float, float]]:
    x, y, width, height = box
    yield x, x + width, start[0], ray[0]
    yield y, y + height, start[1], ray[1]

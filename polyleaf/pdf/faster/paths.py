"""Paths of horizontal strokes, which is what a QR code is: a thousand of them."""

from __future__ import annotations

import re
from typing import Any

from weasyprint import svg

from .stand_in import StandIn

NUMBER = r"-?\d+(?:\.\d+)?"
STEP = re.compile(rf"([Mm])({NUMBER}) ({NUMBER})|([Hh])({NUMBER})")
PLACES = ("start", "mid", "end")
STEPS = re.compile(f"(?:{STEP.pattern})*")


def _path(picture: Any, node: Any, font_size: Any) -> None:
    """Draws a path; where its corners are is of use to markers alone."""
    steps = node.get("d", "")
    if not STEPS.fullmatch(steps) or _has_marker(node):
        PATH.theirs(picture, node, font_size)
        return
    x = y = 0.0
    stream = picture.stream
    stream.move_to(0, 0)
    for move, right, down, stroke, length in STEP.findall(steps):
        if move == "M":
            x, y = float(right), float(down)
        elif move:
            x, y = x + float(right), y + float(down)
        else:
            x = float(length) if stroke == "H" else x + float(length)
        (stream.move_to if move else stream.line_to)(x, y)


def _has_marker(node: Any) -> bool:
    return any(node.get(name) for name in ("marker", *(f"marker-{at}" for at in PLACES)))


PATH = StandIn(svg.TAGS, "path", _path)
PARTS = (PATH,)

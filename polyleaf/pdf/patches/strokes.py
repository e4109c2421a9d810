"""A path of horizontal strokes is drawn straight away. A QR code is a thousand of them.

Why: the engine reads each step of a path with several regular expressions, and keeps the corners
and angles of the path for markers.

What: a path of absolute and relative moves and horizontal strokes, without markers, is read in one.

Upstream: docs/upstream/11-path-strokes.md.
"""

from __future__ import annotations

import re
from typing import Any

from .patch import Patch

NUMBER = r"-?\d+(?:\.\d+)?"
STEP = re.compile(rf"([Mm])({NUMBER}) ({NUMBER})|([Hh])({NUMBER})")
STEPS = re.compile(f"(?:{STEP.pattern})*")
MARKERS = ("marker", "marker-start", "marker-mid", "marker-end")


def _path(picture: Any, node: Any, font_size: Any) -> None:
    steps = node.get("d", "")
    if not STEPS.fullmatch(steps) or any(map(node.get, MARKERS)):
        PATH.original(picture, node, font_size)
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


PATH = Patch(
    "weasyprint.svg:TAGS.path",
    _path,
    verified={"70.0": "5f355c10aba158d1"},
    relies_on=("weasyprint.svg:SVG.draw_markers",),
)
PATCHES = (PATH,)

"""The room for text on a page of an edition, from its properties, in millimetres."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

POINT = 25.4 / 72  # millimetres
UNITS = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": POINT, "pc": 12 * POINT, "q": 0.25}
LENGTH = re.compile(r"([\d.]+)(mm|cm|in|pt|pc|q)\b", re.IGNORECASE)
# Width and height (CSS Paged Media 3, 7.1).
SIZES = {
    "a3": (297.0, 420.0), "a4": (210.0, 297.0), "a5": (148.0, 210.0), "b4": (250.0, 353.0),
    "b5": (176.0, 250.0), "letter": (215.9, 279.4), "legal": (215.9, 355.6),
    "ledger": (279.4, 431.8),
}  # fmt: skip


class TextArea(NamedTuple):
    column: float  # the width of one
    columns: int
    height: float
    size: float  # of the type


def text_area(properties: Mapping[str, str]) -> TextArea:
    """What is not given is that of A4 without margins, in one column of 12 pt."""
    width, height = _size(properties.get("--paper-size", ""))
    top, right, bottom, left = _margins(_lengths(properties.get("--paper-margin", "")))
    columns = int(properties.get("--paper-columns", "1"))
    gap = (_lengths(properties.get("--paper-gap", "")) or [0.0])[0]
    size = (_lengths(properties.get("--type-body", "")) or [12 * POINT])[0]
    column = (width - left - right - gap * (columns - 1)) / columns
    return TextArea(max(column, size), columns, max(height - top - bottom, size), size)


def _margins(lengths: list[float]) -> list[float]:
    """Top, right, bottom and left of one to four lengths (CSS Box 4, 3.2)."""
    for other in range(4):  # the side that a missing one is like
        if other >= len(lengths):
            lengths = [*lengths, lengths[max(0, other - 2)] if lengths else 0.0]
    return lengths[:4]


def _size(value: str) -> tuple[float, float]:
    names, lengths = value.lower().split(), _lengths(value)
    width, height = next((SIZES[name] for name in names if name in SIZES), SIZES["a4"])
    if lengths:
        width, height = lengths[0], lengths[-1]
    return (height, width) if "landscape" in names else (width, height)


def _lengths(value: str) -> list[float]:
    return [float(number) * UNITS[unit.lower()] for number, unit in LENGTH.findall(value)]

"""The sizes of paper as CSS names them (CSS Paged Media 3, 7.1), in millimetres."""

from __future__ import annotations

import re

POINT = 25.4 / 72
UNITS = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": POINT, "pc": 12 * POINT, "q": 0.25}
LENGTH = re.compile(r"([\d.]+)(mm|cm|in|pt|pc|q)\b", re.IGNORECASE)
# Width and height.
SIZES = {
    "a3": (297.0, 420.0), "a4": (210.0, 297.0), "a5": (148.0, 210.0), "b4": (250.0, 353.0),
    "b5": (176.0, 250.0), "letter": (215.9, 279.4), "legal": (215.9, 355.6),
    "ledger": (279.4, 431.8),
}  # fmt: skip


def lengths(value: str) -> list[float]:
    return [float(number) * UNITS[unit.lower()] for number, unit in LENGTH.findall(value)]


def size(value: str) -> tuple[float, float] | None:
    """Width and height of `A4`, `letter landscape`, `100mm 210mm`; None if it says neither."""
    names, given = value.lower().split(), lengths(value)
    found = next((SIZES[name] for name in names if name in SIZES), None)
    if given:
        found = given[0], given[-1]
    if "landscape" in names:
        width, height = found or SIZES["a4"]
        return height, width
    return found

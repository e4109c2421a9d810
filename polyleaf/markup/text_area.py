"""The room for text on a page of an edition, from its properties, in millimetres."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..model.paper_sizes import POINT, SIZES, lengths
from ..model.paper_sizes import size as paper_size


class TextArea(NamedTuple):
    column: float  # the width of one
    columns: int
    height: float
    size: float  # of the type
    width: float  # of all columns and the gaps between them


def text_area(properties: Mapping[str, str]) -> TextArea:
    """What is not given is that of A4 without margins, in one column of 12 pt."""
    width, height = paper_size(properties.get("--paper-size", "")) or SIZES["a4"]
    top, right, bottom, left = _margins(lengths(properties.get("--paper-margin", "")))
    columns = int(properties.get("--paper-columns", "1"))
    gap = (lengths(properties.get("--paper-gap", "")) or [0.0])[0]
    size = (lengths(properties.get("--type-body", "")) or [12 * POINT])[0]
    column = (width - left - right - gap * (columns - 1)) / columns
    across = max(width - left - right, size)
    return TextArea(max(column, size), columns, max(height - top - bottom, size), size, across)


def _margins(given: list[float]) -> list[float]:
    """Top, right, bottom and left of one to four lengths (CSS Box 4, 3.2)."""
    for other in range(4):  # the side that a missing one is like
        if other >= len(given):
            given = [*given, given[max(0, other - 2)] if given else 0.0]
    return given[:4]

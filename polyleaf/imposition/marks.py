"""Marks that say where to fold and where to cut, as operators of a PDF (ISO 32000-1, 8.5).

On a sheet that is cut they stand outside of what remains; else fold marks stand at its edges.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model.paper_sizes import POINT

LENGTH, GAP = 4.0, 1.0  # millimetres of a mark, and between it and what remains
ROOM = LENGTH + GAP  # around the bleed
LINE = "q 0 G 0.5 w "


def number(millimetres: float) -> str:
    """A length as a PDF has it, in points."""
    return f"{millimetres / POINT:.3f}".rstrip("0").rstrip(".")


def fold_marks(
    at: Iterable[float], sheet: tuple[float, float], offset: float, bleed: float
) -> Iterator[str]:
    """Dashed lines above and below. `offset` is between the paper's edge and the sheet's."""
    _, height = sheet
    for across in at:
        if offset:
            ends = (offset - bleed - GAP - LENGTH, offset + height + bleed + GAP)
        else:
            ends = (0.0, height - LENGTH)
        for low in ends:
            yield f"{LINE}[3 2] 0 d {_line(offset + across, low, offset + across, low + LENGTH)} Q"


def crop_marks(sheet: tuple[float, float], offset: float, bleed: float) -> Iterator[str]:
    """Two lines at each corner of what remains."""
    width, height = sheet
    far = bleed + GAP
    for x, outwards in ((offset, -1), (offset + width, 1)):
        for y, upwards in ((offset, -1), (offset + height, 1)):
            begin, end = x + outwards * far, x + outwards * (far + LENGTH)
            yield f"{LINE}{_line(begin, y, end, y)} Q"
            begin, end = y + upwards * far, y + upwards * (far + LENGTH)
            yield f"{LINE}{_line(x, begin, x, end)} Q"


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    return f"{number(x)} {number(y)} m {number(to_x)} {number(to_y)} l S"

"""How wide and high words are."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from ...model.sheet import Direction
from ..svg.run_widths import Run, room
from .label import Extent

NARROW, WIDE = frozenset("iljtfrI.,:;'|!()[] "), frozenset("mwMW%@")


def extent(runs: Iterable[Run], direction: Direction) -> Extent:
    """What runs of text, set one after another, take in em; see `room`."""
    return Extent(*room(runs, direction))


def about(character: str) -> float:
    """About the width of a letter in a sans serif face, in em."""
    if character in NARROW or unicodedata.category(character) in ("Mn", "Cf"):
        return 0.28 if character in NARROW else 0.0
    if character in WIDE:
        return 0.87
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    return 0.66 if character.isupper() else 0.54

"""The same bytes in less time: what WeasyPrint and pydyf work out and then have no use for.

    styles      computed values of properties
    lengths     what boxes make of them
    boxes       widths, and lines beside nothing that floats
    texts       what Pango has laid out
    marks       what is written into the file
    paths       the strokes of a QR code

Every function here answers the plain cases itself, with what theirs would answer, and leaves the
others to theirs; tests draw the same sheets with and without it.

Deletable at any time; `install` is the only way in.
"""

from __future__ import annotations

from . import boxes, lengths, marks, paths, styles, texts
from .stand_in import StandIn

PARTS: tuple[StandIn, ...] = (
    *styles.PARTS,
    *lengths.PARTS,
    *boxes.PARTS,
    *texts.PARTS,
    *marks.PARTS,
    *paths.PARTS,
)


def install() -> None:
    for part in PARTS:
        part.install()


def remove() -> None:
    """The engine as it comes: tests compare."""
    for part in reversed(PARTS):
        part.remove()

"""The same bytes in less time: what WeasyPrint works out and then has no use for.

    parsing     runs of characters in HTML
    styles      computed values of properties
    boxes       widths, and lines beside nothing that floats
    texts       what Pango has laid out
    paths       the strokes of a QR code

Every function here answers the plain cases itself, with what theirs would answer, and leaves the
others to theirs; tests draw the same sheets with and without it.

Deletable at any time; `install` is the only way in.
"""

from __future__ import annotations

from . import boxes, parsing, paths, styles, texts
from .stand_in import StandIn

PARTS: tuple[StandIn, ...] = (
    *parsing.PARTS,
    *styles.PARTS,
    *boxes.PARTS,
    *texts.PARTS,
    *paths.PARTS,
)


def install() -> None:
    for part in PARTS:
        part.install()


def remove() -> None:
    """The engine as it comes: tests compare."""
    for part in reversed(PARTS):
        part.remove()

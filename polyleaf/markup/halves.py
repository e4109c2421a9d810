"""How two languages share a page: the one whose text is longer has more of its width.

Both halves of a row are then about equally high. With halves of the same width a sheet in Tamil and
English is a fifth longer, and half of it is blank.
"""

from __future__ import annotations

from ..languages import scripts
from ..model import inline
from ..model.sheet import LocalizedLeaflet
from ..model.walk import texts

LEAST, MOST = 40, 60  # per cent: lines of the narrower half still have about 30 letters
FOLLOWED = 0.8  # of the difference: what is shorter than a line does not get higher


def first_share(first: LocalizedLeaflet, second: LocalizedLeaflet) -> int:
    """The width of the first, in per cent."""
    one, other = _area(first), _area(second)
    share = 50 + FOLLOWED * (100 * one / (one + other) - 50)
    return round(min(MOST, max(LEAST, share)))


def _area(sheet: LocalizedLeaflet) -> float:
    """What the lines of all texts would fill, in squares of the type's size."""
    language = sheet.language
    columns = sum(
        scripts.columns(inline.plain(inline.parse(text.value))) for text in texts(sheet.leaflet)
    )
    return columns * language.advance * language.line_height

"""The setting that a sheet is laid out in first, by the length of its text.

A layout takes most of a sheet's time. The shipped leaflets on A4 take about 1.9 times the height
that their letters would fill, in twelve languages between 1.6 and 2.1 times: so the estimate seldom
misses by more than one setting, and what fits need not be laid out again.
"""

from __future__ import annotations

from ..languages import scripts
from ..model import inline
from ..model.sheet import FitSetting, Fitting, LocalizedLeaflet
from ..model.walk import texts

COLUMN, PAGE = 85, 269  # millimetres of text: the width of one of two columns, the height of a page
SIZE = 12 * 25.4 / 72  # millimetres of the type
AROUND = 1.87  # the height of a sheet with loose leading, of its lines' height
POWER = 1.4  # with lines, the space around them gets smaller
LEADING = "--fit-leading"


def first_guess(sheet: LocalizedLeaflet, fitting: Fitting) -> int:
    """The number of the first setting with which the text may fit; the last if none."""
    room = fitting.pages * PAGE
    heights = [_height(sheet, setting) for setting in fitting.settings]
    fits = (number for number, height in enumerate(heights) if height <= room)
    return next(fits, len(heights) - 1)


def _height(sheet: LocalizedLeaflet, setting: FitSetting) -> float:
    language = sheet.language
    letter = language.advance * SIZE
    lines = sum(max(1.0, _columns(text.value) * letter / COLUMN) for text in texts(sheet.leaflet))
    leading = float(dict(setting.properties).get(LEADING, 1.0))
    height: float = AROUND * lines / 2 * SIZE * language.line_height * leading**POWER
    return height


def _columns(text: str) -> int:
    return scripts.columns(inline.plain(inline.parse(text)))

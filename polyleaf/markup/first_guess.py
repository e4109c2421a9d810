"""The pages that a sheet may take in each setting, by the length of its text.

A layout takes most of a sheet's time, and what fits need not be laid out again. The shipped
leaflets on A4 take about 1.8 times the height that their letters would fill, in twelve languages
between 1.6 and 2.0 times: so the estimate seldom misses by more than one setting.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from ..languages import scripts
from ..model import inline
from ..model.paper_sizes import POINT
from ..model.sheet import Edition, FitSetting, LocalizedLeaflet
from ..model.walk import texts
from .text_area import text_area

AROUND = 1.82  # the height of a sheet with loose leading, of its lines' height
POWER = 1.4  # with lines, the space around them gets smaller
NARROW = 0.82  # the width of a narrow face
SAFE = 1.15  # by which the estimate may be too high
LEADING, BODY = "--fit-leading", "--fit-body"


def estimates(
    sheet: LocalizedLeaflet, edition: Edition, settings: tuple[FitSetting, ...]
) -> Iterator[float]:
    """Pages with each setting; what some settings leave out is counted with them all."""
    area, language = text_area(dict(edition.properties)), sheet.language
    lengths = [_columns(text.value) for text in texts(sheet.leaflet)]
    for setting in settings:
        properties = dict(setting.properties)
        letter = language.advance * area.size * (NARROW if setting.condensed else 1)
        lines = sum(max(1.0, length * letter / area.column) for length in lengths)
        leading = float(properties.get(LEADING, 1.0)) ** POWER
        height = AROUND * lines * area.size * language.line_height * leading
        if BODY in properties:  # with the size lines get longer, and more
            height *= (float(properties[BODY]) * POINT / area.size) ** 2
        yield height / area.columns / area.height


def first_guess(settings: tuple[FitSetting, ...], lengths: tuple[float, ...], pages: int) -> int:
    """The number of the first setting with which the text may fit; the last if none.

    Narrow faces are for sheets that surely do not fit without.
    """
    wide = [number for number, setting in enumerate(settings) if not setting.condensed]
    tightest = min((lengths[number] for number in wide), default=math.inf)
    usable = [n for n in range(len(settings)) if n in wide or tightest > SAFE * pages]
    fits = (number for number in usable if lengths[number] <= pages)
    return next(fits, usable[-1])


def _columns(text: str) -> int:
    return scripts.columns(inline.plain(inline.parse(text)))

"""Which sections of a leaflet have room on a sheet that is folded, before any page is laid out.

Of a leaflet that is too long, and that names no sections, those stay that come first and fit
beside what always stays. How much fits is estimated: so a section has a rank, and those of the
highest fall away first if the sheet turns out too long even so.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from ..languages import scripts
from ..model import inline
from ..model.folds import FLOWING, PANELS, Imposition
from ..model.leaflet import Block, Leaflet, Section, Text
from ..model.paper_sizes import POINT
from ..model.sheet import Language
from ..model.walk import texts
from .essentials import is_essential

SHARES = (0.6, 0.8, 1.0)  # of the panels, which the sections of ranks 1, 2 and 3 fill
SIZE = 12 * POINT
LEADING = 0.9  # of the script's own, as such a sheet is set on average
ACROSS, ABOVE = 16.0, 20.0  # millimetres of a panel's margins together
AFTER = 0.3  # lines of space below a text
HEADING = 2.0  # lines, with what is around it
# Millimetres of what is not text, by the kind of block and for each of its items.
DRAWN = {"figure": (48.0, 0.0), "zones": (0.0, 16.0), "steps": (0.0, 0.0), "ask_back": (34.0, 0.0)}
PLAN = (24.0, 18.0)  # the head of a schedule, and the doses of a medicine
PICTURE, ROW = 32.0, 9.5  # a step's picture; a row to write in


def section_ranks(leaflet: Leaflet, language: Language, fold: Imposition) -> dict[str, int]:
    """The ranks of the sections that fit, by their ids; the others have none."""
    room = PANELS[FLOWING] * (fold.sizes.height - ABOVE)
    costs = {part.id: _height(_others(part), language, fold) for part in leaflet.sections}
    always = (each for part in leaflet.sections for each in part.blocks if is_essential(each))
    filled = _height(always, language, fold)
    ranks: dict[str, int] = {}
    for rank, share in enumerate(SHARES, 1):
        for name, cost in costs.items():
            if name not in ranks and filled + cost <= room * share:
                ranks[name] = rank
                filled += cost
    return ranks


def _others(section: Section) -> Iterator[Block | Text]:
    yield section.heading
    yield from (each for each in section.blocks if not (is_essential(each) or each.behind))


def _height(parts: Iterable[Block | Text], language: Language, fold: Imposition) -> float:
    """Millimetres in a panel."""
    line = SIZE * language.line_height * LEADING
    letter = language.advance * SIZE / (fold.sizes.narrow - ACROSS)

    def lines(text: Text) -> float:
        columns = scripts.columns(inline.plain(inline.parse(text.value)))
        return max(1, math.ceil(columns * letter)) + AFTER

    total = 0.0
    for part in parts:
        if isinstance(part, Text):
            total += HEADING * line * math.ceil(lines(part) - AFTER)
        else:
            total += sum(map(lines, texts(part))) * line + _drawn(part)
    return total


def _drawn(block: Block) -> float:
    items = getattr(block, "items", ())
    if block.kind == "schedule":
        rows = len(getattr(block, "medicines", ())) + getattr(block, "rows", 0)
        return PLAN[0] + PLAN[1] * rows
    if block.kind == "form":
        return ROW * getattr(block, "rows", 0)
    once, each = DRAWN.get(block.kind, (0.0, 0.0))
    pictures = sum(bool(getattr(item, "image", None)) for item in items)
    return once + each * len(items) + PICTURE * pictures

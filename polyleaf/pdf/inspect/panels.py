"""The panels of a folded sheet: its pages by their names (CSS Paged Media 3, 3.1).

Text that does not fit its panels goes on to further pages of the same name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from weasyprint.formatting_structure import boxes

from ...model.sheet import FullPanel
from .box_tree import EXCERPT, flow, lines, text, words
from .extent import filled

Panels = Sequence[tuple[str, int]]  # how many pages of a name there are


def names(pages: list[Any]) -> tuple[str, ...]:
    return tuple(page._page_box.page_type.name for page in pages)


def surplus(pages: list[Any], panels: Panels) -> dict[str, list[Any]]:
    """The pages of each name beyond those that the sheet has."""
    found = {}
    for name, number in panels:
        own = [page for page in pages if page._page_box.page_type.name == name]
        found[name] = own[number:]
    return found


def fills(pages: list[Any], panels: Panels) -> Iterator[tuple[str, float]]:
    """How much of the panels of each name its text takes: 1 is all of them."""
    for name, number in panels:
        own = [page for page in pages if page._page_box.page_type.name == name]
        if own:
            yield name, (len(own) - 1 + filled(own[-1])) / number


def full_panels(pages: list[Any], panels: Panels) -> Iterator[FullPanel]:
    """In the order of the panels."""
    for name, beyond in surplus(pages, panels).items():
        blocks = [box for page in beyond for box in flow(page) if _has_text(box)]
        if blocks:
            first = blocks[0]
            line = next(filter(str.strip, map(text, lines(first))))
            count = sum(bool(text(line).strip()) for box in blocks for line in lines(box))
            yield FullPanel(name, " ".join(line.split())[:EXCERPT], words(first), count)
        elif beyond:  # a picture, or room to write
            yield FullPanel(name, "", "", 0)


def _has_text(box: Any) -> bool:
    """Whether lines of text stand in it; a number in its disc is part of its heading's line."""
    if not isinstance(box, boxes.BlockContainerBox) or isinstance(box, boxes.InlineBlockBox):
        return False
    return any(text(line).strip() for line in lines(box))

"""Text that layout dropped: a box that may not go on to another page drops what it cannot hold.

The letters of each element are counted before layout (`patches.written_text`) and after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from ..patches.written_text import texts
from .box_tree import EXCERPT


def clipped_text(pages: list[Any]) -> Iterator[str]:
    """The beginnings of what was written and is on no page, in the order of the document."""
    drawn: dict[Any, str] = {}
    for page in pages:
        for element, text in texts(page._page_box).items():
            drawn[element] = drawn.get(element, "") + text
    (root,) = (box for box in pages[0]._page_box.children if box.is_for_root_element)
    for element, text in root.written.items():
        # More is drawn where a table's head is repeated, or a word is hyphenated.
        kept = len(_letters(drawn.get(element, "")))
        if kept < len(_letters(text)):
            yield _after(text, kept)


def _letters(text: str) -> str:
    """Without white space, which layout takes away at the ends of lines."""
    return "".join(text.split())


def _after(text: str, count: int) -> str:
    """What follows the first `count` letters."""
    places = (place for place, sign in enumerate(text) if not sign.isspace())
    start = next(islice(places, count, None))
    return text[start : start + EXCERPT].strip()

"""Words that a line's end cuts in two without a hyphen.

`patches.long_words` marks the text before such an end. A word that ends at an element is not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from weasyprint.formatting_structure import boxes

from ...model.sheet import CutWord
from ..text.clusters import LAYOUT
from .box_tree import MILLIMETRE, flow, lines, text, words


def cut_words(pages: list[Any]) -> Iterator[CutWord]:
    """In page order. Of a word that goes on in another column or page only the start is known."""
    for number, page in enumerate(pages, start=1):
        for block in flow(page):
            for line, following in pairwise([*lines(block), None]):
                if _ends_inside_word(line):
                    before, after = _end(line), _start(following) if following else ""
                    width = block.width / MILLIMETRE
                    yield CutWord(before, after, words(block), number, width)


def _ends_inside_word(line: Any) -> bool:
    texts = [part for part in line.descendants() if isinstance(part, boxes.TextBox)]
    return bool(texts) and getattr(texts[-1], "divided", False)


def _end(line: Any) -> str:
    found = re.search(r"\S*$", text(line).translate(LAYOUT))
    return found[0] if found else ""


def _start(line: Any) -> str:
    found = re.match(r"[\w\u200c\u200d]*", text(line).translate(LAYOUT).lstrip())
    return found[0] if found else ""

"""A paragraph of plain text, a heading or an item → its lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ...languages import scripts
from ...model.sheet import Direction, Language
from ...typography import wrapping
from .words import LINE_END

STEP = "  "  # before what stands further in
UNDERLINES = {1: "=", 2: "-", 3: "~"}  # of headings, by their level
LONGEST_UNDERLINE = 40  # columns: what a telephone shows in one line


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with what stands before its lines; `gap` counts the empty lines above it."""

    text: str
    language: Language
    direction: Direction
    first: str  # before its first line
    then: str  # before the others
    gap: int
    level: int = 0  # of a heading

    def lines(self, width: int, around: Direction) -> Iterator[str]:
        """Its lines in a text of the direction `around`, each in its own direction."""
        found, before = list[str](), self.first
        for part in unicodedata.normalize("NFC", self.text).split(LINE_END):
            found += wrapping.wrap(part.strip(" "), self.language, width, before, self.then)
            before = self.then
        if self.level:
            sign = UNDERLINES[min(self.level, len(UNDERLINES))]
            longest = max(scripts.columns(line) for line in found)
            found.append(sign * min(longest, LONGEST_UNDERLINE, width or LONGEST_UNDERLINE))
        return wrapping.in_direction(found, self.direction, around)

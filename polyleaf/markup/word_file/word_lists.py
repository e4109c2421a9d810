"""Lists as Word has them: each is a numbering of its own, so that it begins at its own number."""

from __future__ import annotations

import string
from typing import Any

from ...model.sheet import Language
from .open_xml import add, element

INDENT = 360  # twentieths of a point, for each level
BULLETS = "•–"


class WordLists:
    def __init__(self, document: Any, language: Language) -> None:
        self.root = document.part.numbering_part.element
        for child in list(self.root):
            self.root.remove(child)
        self.language, self.count = language, 0
        self.bullets: dict[int, str] = {}

    def bullet(self, depth: int) -> str:
        """The number of the list of bullets at a depth, from 0."""
        if depth not in self.bullets:
            self.bullets[depth] = self._made("bullet", BULLETS[min(depth, 1)], depth, 1)
        return self.bullets[depth]

    def ordered(self, kind: str | None, start: int, depth: int, length: int) -> list[str]:
        """The number of the list for each of its items.

        Word counts in few digits but 0–9: in others each item has its own marker.
        """
        digits = self.language.digits
        if digits in ("", string.digits) or kind == "A":
            name = "upperLetter" if kind == "A" else "decimal"
            return [self._made(name, "%1.", depth, start)] * length
        written = ["".join(digits[int(d)] for d in str(start + n)) for n in range(length)]
        return [self._made("bullet", f"{text}.", depth, 1) for text in written]

    def _made(self, kind: str, text: str, depth: int, start: int) -> str:
        self.count += 1
        number = str(self.count)
        abstract = element("abstractNum", abstractNumId=number)
        add(abstract, "multiLevelType", val="singleLevel")
        level = add(abstract, "lvl", ilvl="0")
        add(level, "start", val=str(start))
        add(level, "numFmt", val=kind)
        add(level, "lvlText", val=text)
        add(level, "lvlJc", val="left")
        properties = add(level, "pPr")
        left = str(INDENT * (depth + 1))
        add(properties, "ind", left=left, hanging=str(INDENT))
        self.root.insert(self.count - 1, abstract)
        made = add(self.root, "num", numId=number)
        add(made, "abstractNumId", val=number)
        return number

"""What the cells of a table hold, as far as it decides the widths of its columns."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..languages import scripts
from ..model import inline
from ..model.leaflet import Text
from ..model.sheet import Language
from ..typography.breaks import ADDRESS
from ..typography.spacing import bind

Cell = Text | Sequence[Text]  # one text, or the items of a list
MARK = 7  # columns of the citation that ends many a text
LATIN = 0.58  # em: the average width of Latin letters and digits beside other scripts
SYLLABLES = 6  # letters of a word that hyphens leave together


@dataclass(frozen=True, slots=True)
class CellText:
    columns: int
    longest_word: int
    longest_amount: int  # `mmHg` of 120/80 mmHg is no word of its own

    def undivided(self, *, whole: bool) -> int:
        """The columns that stay on one line; only without hyphens (`whole`) all words do."""
        word = self.longest_word if whole else min(self.longest_word, SYLLABLES)
        return max(word, self.longest_amount)


def cell_texts(cell: Cell, language: Language) -> list[CellText]:
    """The texts of a cell."""
    return [_cell_text(text, language) for text in ([cell] if isinstance(cell, Text) else cell)]


def _cell_text(text: Text, language: Language) -> CellText:
    plain = inline.plain(inline.parse(text.value))
    cited = MARK if "[@" in text.value else 0
    words = _words(plain, language)
    return CellText(
        _columns(plain, language) + cited,
        max((_columns(each, language) for each in words), default=0),
        max((_columns(each, language) for each in _amounts(plain, language)), default=0),
    )


def _columns(text: str, language: Language) -> int:
    """The columns of a text, each as wide as a letter of the language is on average."""
    columns = scripts.columns(text)
    if language.script == "Latn":
        return columns
    latin = sum(each.isascii() and each.isalnum() for each in text)
    return columns + math.ceil(latin * (LATIN / language.advance - 1))


def _amounts(text: str, language: Language) -> Iterator[str]:
    """What no line divides in any language: a number with its unit, and what else has a digit."""
    bound = bind(ADDRESS.sub(" ", text), language)
    parts = _spaced(bound).split(" ")
    return (part for part in parts if any(map(str.isdecimal, part)))


def _words(text: str, language: Language) -> list[str]:
    """What stands between spaces; among Chinese or Thai, a name in other letters."""
    return (text if language.spaced else _spaced(text)).split()


def _spaced(text: str) -> str:
    """The text with a space for each letter of scripts whose words have none between them."""
    return "".join(" " if scripts.of(each) in scripts.UNSPACED else each for each in text)

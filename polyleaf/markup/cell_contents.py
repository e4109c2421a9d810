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
    """A text by the columns that it takes, each as wide as a letter of the first language."""

    columns: float
    longest: float  # of a word, or of an amount: `mmHg` of 120/80 mmHg is no word of its own
    undivided: float  # what stays on one line: without hyphens all words do


def cell_texts(cell: Cell, language: Language, beside: Language | None = None) -> list[CellText]:
    """The texts of a cell: one, the items of a list, or one in the language and one `beside`."""
    if isinstance(cell, Text):
        return [_cell_text(cell, language)]
    if beside is None:
        return [_cell_text(text, language) for text in cell]
    first, second = cell
    wider = beside.advance / language.advance
    return [_cell_text(first, language), _cell_text(second, beside, wider)]


def _cell_text(text: Text, language: Language, wider: float = 1.0) -> CellText:
    """`wider` is by how much a letter of the language is wider than a column."""
    plain = inline.plain(inline.parse(text.value))
    cited = MARK if "[@" in text.value else 0
    word = max((_columns(each, language) for each in _words(plain, language)), default=0)
    amount = max((_columns(each, language) for each in _amounts(plain, language)), default=0)
    part = min(word, SYLLABLES) if language.hyphenated else word
    return CellText(
        (_columns(plain, language) + cited) * wider,
        max(word, amount) * wider,
        max(part, amount) * wider,
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

"""The widths of a table's columns, from what its cells hold.

The engine gives equal widths, or measures every word of every row. Here the lines of each row are
estimated: of the widths that are possible those win with which the table has the fewest lines, and
that cut no word.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from ..languages import scripts
from ..model.leaflet import Block, Table, Text
from ..model.sheet import Language
from .cell_contents import Cell, CellText, cell_texts

POINT = 25.4 / 72  # millimetres
PADDING = 4.0  # millimetres of a cell, on both sides together
INDENT = 4.6  # millimetres of a list's items
ROOM = 1.06  # a line ends on average half a word before its column does
USUAL = 0.8  # of the width that is estimated, which errs on the wide side
WIDE_WORD = 1.15  # by which a word may be wider than its letters are on average
SHORT_WORD, LONG_WORD = 3.1, 0.62  # letters for a word in bold: short ones are wide, as "Noon"
CUT = 100_000  # lines that a divided word counts as: more than any table has
STEPS = {2: 2, 3: 2, 4: 4}  # per cent between two widths that are tried
LEAST, MOST = 16, 70  # per cent of a column


def column_widths(
    rows: Sequence[Sequence[Cell]],
    width: float,
    *,
    language: Language,
    beside: Language | None = None,
    size: float = 12.0,
) -> tuple[float, ...]:
    """The widths in per cent of a table of `width` millimetres that is set in `size` points.

    Its cells may have one text below the other, the second in the language `beside`. None if a word
    or an amount would be cut whatever the widths, as far as they can be estimated.
    """
    measured = [[cell_texts(cell, language, beside) for cell in row] for row in rows]
    indent = 0.0 if beside else INDENT
    letter = language.advance * size * POINT * ROOM

    def lines(widths: tuple[float, ...], letter: float) -> int:
        return sum(
            max(
                _lines(cell, width * share / 100 - PADDING, letter, indent)
                for cell, share in zip(row, widths, strict=True)
            )
            for row in measured
        )

    # Lists in cells, as options have them, take more lines than are estimated anyway.
    texts_alone = beside or all(isinstance(cell, Text) for row in rows for cell in row)
    usual = USUAL if texts_alone else 1.0
    possible = _candidates(measured, width / letter, PADDING / letter)
    found = [(lines(widths, letter), widths) for widths in possible]
    return min(
        (
            (lines(widths, letter * usual), most, max(widths) - min(widths), widths)
            for most, widths in found
            if most < CUT
        ),
        default=(0, 0, 0.0, ()),
    )[-1]


def is_across(block: Block, column: float, *, language: Language, size: float = 12.0) -> bool:
    """Whether a block runs across the page, as its cells do not fit into a `column` of it."""
    if block.wide or not isinstance(block, Table):
        return block.wide
    rows = [block.columns, *block.rows]
    return not column_widths(rows, column, language=language, size=size)


def text_width(text: str, *, language: Language, size: float = 12.0) -> float:
    """The millimetres that a text takes in one line, about."""
    return scripts.columns(text) * language.advance * size * POINT


def widest_word(text: str, *, language: Language, size: float = 12.0) -> float:
    """The millimetres that the widest word of a text takes, about; 0 where lines end in words."""
    words = text.split() if language.spaced and not language.hyphenated else []
    return WIDE_WORD * max(
        (text_width(each, language=language, size=size) for each in words), default=0.0
    )


def _lines(cell: Sequence[CellText], room: float, letter: float, indent: float) -> int:
    """The lines of one cell; a word that must be divided counts as many."""
    inside = max(room - (indent if len(cell) > 1 else 0), letter)
    fits = inside / letter
    cut = CUT * sum(item.undivided * WIDE_WORD > fits for item in cell)
    return cut + sum(max(1, math.ceil(item.columns / fits)) for item in cell)


def _candidates(
    rows: Sequence[Sequence[Sequence[CellText]]], room: float, padding: float
) -> Iterator[tuple[float, ...]]:
    """Widths in per cent that sum to a hundred, of a table with `room` for so many letters.

    Of many columns each has room for its longest word, which may be in bold; what is left follows
    their longest cells.
    """
    number = len(rows[0])
    if number in STEPS:
        yield from _sums(100, number, STEPS[number])
        return
    longest = [
        max((item.longest for row in rows for item in row[column]), default=0)
        for column in range(number)
    ]
    weights = [
        math.sqrt(max(sum(item.columns for item in row[column]) for row in rows) + 4)
        for column in range(number)
    ]
    needed = [100 * (SHORT_WORD + LONG_WORD * letters + padding) / room for letters in longest]
    left = 100 - sum(needed)
    if left < 0:
        return
    shares = [
        round(least + left * weight / sum(weights), 1)
        for least, weight in zip(needed, weights, strict=True)
    ]
    yield (round(100 - sum(shares[1:]), 1), *shares[1:])


def _sums(whole: int, number: int, step: int) -> Iterator[tuple[float, ...]]:
    if number == 1:
        if LEAST <= whole <= MOST:
            yield (whole,)
        return
    for first in range(LEAST, min(MOST, whole - LEAST * (number - 1)) + 1, step):
        for rest in _sums(whole - first, number - 1, step):
            yield (first, *rest)

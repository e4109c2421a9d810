"""A paragraph → lines of plain text, for readers that do not end lines themselves.

Lines end where ICU lets them (UAX #14, with dictionaries for scripts without spaces), but never in
a number, a range or an address. One that is longer than the line stays whole: an address that is
cut leads nowhere.

Each line of a plain text is a paragraph to the bidirectional algorithm (UAX #9), which knows
nothing of the lines around it. So an isolate that goes on over a line's end is closed and opened
again, and a line whose first letter would turn it round begins with a mark of its direction.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..languages import scripts
from ..model.sheet import Direction, Language
from . import breaks

MARKS = {"ltr": "\N{LEFT-TO-RIGHT MARK}", "rtl": "\N{RIGHT-TO-LEFT MARK}"}
ISOLATES = {"ltr": "\N{LEFT-TO-RIGHT ISOLATE}", "rtl": "\N{RIGHT-TO-LEFT ISOLATE}"}
POP = "\N{POP DIRECTIONAL ISOLATE}"
OPENING = frozenset((*ISOLATES.values(), "\N{FIRST STRONG ISOLATE}"))
# A character with the signs around it that have no width: none of them begins or ends a line alone.
SIGNS = "\u2066-\u2069\u200e\u200f"
CELL = re.compile(f"[{SIGNS}]*[^{SIGNS}][\u2069\u200e\u200f]*", re.DOTALL)
STRONG: dict[str, Direction] = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def wrap(text: str, language: Language, width: int, first: str, then: str) -> list[str]:
    """The lines of a paragraph, at most `width` columns each; 0 leaves it on one line.

    `first` stands before its first line, `then` before the others. Columns: `scripts.columns`.
    """
    if not width:
        return [first + text]
    lines, line, room = list[str](), first, width - scripts.columns(first)
    start = first
    for piece in _pieces(text, language):
        if line != start and scripts.columns(_without_end(piece)) > room:
            lines.append(line)
            start = line = then
            room = width - scripts.columns(then)
        line, room = line + piece, room - scripts.columns(piece)
    return [*lines, line]


def in_direction(lines: list[str], direction: Direction, around: Direction) -> Iterator[str]:
    """The lines, each of which any reader shows in `direction`, without blanks at its end.

    `around` is the direction of the whole text, which readers give to a line without letters.
    """
    opened = ""
    for line in lines:
        text = opened + line
        opened = _left_open(text)
        text = _without_end(text + POP * len(opened))
        shown = _shown_in(text) or ("ltr" if around == direction == "ltr" else None)
        yield text if shown == direction or not text else MARKS[direction] + text


def _pieces(text: str, language: Language) -> Iterator[str]:
    """The text, divided wherever a line may end."""
    cells = CELL.findall(text)
    bare = re.sub(f"[{SIGNS}]", "", text)
    start = 0
    for place in sorted(breaks.places(bare, language)):
        yield "".join(cells[start:place])
        start = place


def _without_end(text: str) -> str:
    """The text without the spaces at its end, also those inside an isolate."""
    signs = re.search("[ \u2069\u200e\u200f]*$", text)
    assert signs is not None, "it matches the empty end"
    return text[: signs.start()] + signs[0].replace(" ", "")


def _left_open(text: str) -> str:
    """The isolates that a line opens and does not close."""
    opened = ""
    for character in text:
        if character in OPENING:
            opened += character
        elif character == POP:
            opened = opened[:-1]
    return opened


def _shown_in(line: str) -> Direction | None:
    """The direction that the algorithm finds for a line by itself (P2); none without a letter."""
    depth = 0
    for character in line:
        depth += (character in OPENING) - (character == POP and depth > 0)
        if not depth and (found := STRONG.get(unicodedata.bidirectional(character))):
            return found
    return None

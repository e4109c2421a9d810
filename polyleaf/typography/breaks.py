"""Where a line may end and where it may not, told to an engine that knows neither.

Pango breaks lines by the Unicode line breaking algorithm (UAX #14), which needs a dictionary for
scripts that put no space between words, and which takes Hangul apart like Chinese. What it lacks
is put into the text as characters without width: U+200B where a line may end, U+2060 where not.
They are for paper alone: browsers have ICU themselves, and in a PDF nobody gets to see them.

Chinese and Japanese need nothing: Pango keeps their forbidden starts and ends of lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model.sheet import Language
from .stream import OBJECT

MAY = "\N{ZERO WIDTH SPACE}"
MUST_NOT = "\N{WORD JOINER}"
# ICU has a dictionary for these languages, and for no other one of their scripts: by the Burmese
# one it would cut Shan words to pieces.
DICTIONARIES = ("km", "lo", "my", "th")
KOREAN = "ko"
KEEP_WORDS = "ko@lw=phrase"  # CSS Text's word-break: keep-all; without it ICU is as strict as Pango
# A long address ends its line at its signs: a hyphen would be taken for a part of it.
ADDRESS = re.compile(
    r"\b(?:https?://|www\.)[^\s<>\u200b\u2060]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII
)
INSIDE_ADDRESS = re.compile(r"(?<=[/=&?@])(?=[^/=&?@.])|(?<=\w)(?=\.\w)", re.ASCII)
RANGE = re.compile(r"(?<=\d)[–—~〜～](?=\d)")  # 5–10; a hyphen holds by itself


def mark(text: str, language: Language) -> Sequence[str]:
    """The text, character by character, with what is put in between."""
    code = language.tag.partition("-")[0]
    put_in: dict[int, str] = {found.end(): MUST_NOT for found in RANGE.finditer(text)}
    for address in ADDRESS.finditer(text):
        start, end = address.span()
        put_in |= dict.fromkeys(range(start + 1, end), MUST_NOT)
        put_in |= {found.start(): MAY for found in INSIDE_ADDRESS.finditer(text, start, end)}
    if code in DICTIONARIES:
        put_in |= {place: MAY for place in _ends(text, code) if _between_words(text, place)}
    elif code == KOREAN:
        words = text.replace(OBJECT, "]")  # a citation holds on to the particle after it
        put_in |= dict.fromkeys(_ends(words, KOREAN) - _ends(words, KEEP_WORDS), MUST_NOT)
    return _with(text, put_in)


def _ends(text: str, locale: str) -> set[int]:
    """Where ICU lets a line end."""
    from icu4py.breakers import LineBreaker  # 40 MB of data that few languages need

    place, places = 0, set[int]()
    for segment in LineBreaker(text, locale):
        place += len(segment)
        places.add(place)
    return places


def _between_words(text: str, place: int) -> bool:
    """Whether the engine would not know it: no space is there, nor a break of the author's. And a
    citation stays with the word before it.
    """
    around = text[place - 1 : place + 1]
    known = any(sign.isspace() or sign == MAY for sign in around)
    return len(around) == 2 and not known and around[1] != OBJECT


def _with(text: str, put_in: dict[int, str]) -> Sequence[str]:
    """A sign goes with the character before it, or, if that is no text, with the one after it."""
    pieces = list(text)
    for place, sign in put_in.items():
        if place < len(text) and text[place - 1] == OBJECT:
            pieces[place] = sign + pieces[place]
        elif place < len(text):
            pieces[place - 1] += sign
    return pieces

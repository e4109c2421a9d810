"""Numbers of a text with their signs, scales and units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from .... import languages
from ....model.sheet import Language
from .numerals import BLANKS, NUMERAL, Numeral, Values, numeral

Units = frozenset[str]
MINUS = "\N{MINUS SIGN}"
OPENING = BLANKS + "(（[«“\"'"
# A word is cut after 80 letters: behind each of 10,000 fractions it would be the rest of the text.
WORDS = re.compile(
    rf"[{BLANKS}‑-]{{0,2}}((?P<one>[^\s\d,;:()\[\]{{}}/–—+«»“”\"'’।،؛。，、；：（）!?*×…-]{{1,80}})"
    r"(?: (?P<two>[^\s\d,;:(){}/–—+-]{1,80}))?(?: (?P<three>[^\s\d,;:(){}/–—+-]{1,80}))?)"
)
BEFORE = ("%", "٪", "百分之")  # a unit before its number
DECADE = re.compile(r"[12]\d\d0s\b")  # the 1980s are the 80s in other languages
LONGEST, LONGEST_HAN = 40, 8  # letters of a unit and its endings
STEM = 4  # letters of a unit's name that may have another ending


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its place; `shown` is how it is written, with its unit."""

    shown: str
    numeral: Numeral
    units: Units  # what the unit may be; empty if it has none, or an unknown one
    start: int
    end: int

    @property
    def values(self) -> Values:
        return self.numeral.values

    @property
    def parts(self) -> tuple[Values, ...]:
        return self.numeral.parts


def quantities(text: str, language: Language, scaled: bool) -> list[Quantity]:
    """The text has no markup and European digits; `scaled`: 5 million is 5,000,000."""
    found: list[Quantity] = []
    for match in NUMERAL.finditer(text):
        found.append(_quantity(text, match, found[-1].end if found else 0, language, scaled))
    return found


def _quantity(
    text: str, match: re.Match[str], previous: int, language: Language, scaled: bool
) -> Quantity:
    start, end = match.span()
    number = numeral(match, *languages.number_marks(language))
    if DECADE.match(text, start):
        number = Numeral(number.kind, number.values | {v % 100 for v in number.values})
    units, after = _unit(text, end, language)
    if scaled and not units and (scale := _scale(text, end, language)):
        number = Numeral(number.kind, frozenset(v * scale[0] for v in number.values))
        end = scale[1]
        units, after = _unit(text, end, language)
    if _is_negative(text, start, previous, units):
        start -= 1
        number = Numeral(number.kind, frozenset(-v for v in number.values))
    if not units and text[:start].rstrip(BLANKS).endswith(BEFORE):
        units = frozenset({"%"})
    end = after if units else end
    return Quantity(text[start:end].strip(BLANKS), number, units, start, max(end, match.end()))


def _is_negative(text: str, start: int, previous: int, units: Units) -> bool:
    """A minus sign counts, a hyphen not after a word (COVID -19) unless degrees follow."""
    sign, before = text[start - 1 : start], text[previous : max(start - 1, previous)]
    if not sign or sign not in "-–−" or (before and before[-1] not in OPENING):
        return False
    if previous and not before.strip():
        return False  # it is the dash of a range
    return sign == MINUS or "°C" in units or not before.strip()[-1:].isalpha()


def _scale(text: str, end: int, language: Language) -> tuple[Fraction, int] | None:
    """The factor in words after the number that ends at `end`, and where its word ends."""
    scales = languages.number_words(language).scales
    match = WORDS.match(text, end)
    if match is None or not scales:
        return None
    word = languages.word_key(match["one"])
    known = scales.get(word) or scales.get(word.strip("."))
    if known:
        return known, match.end("one")
    if language.spaced:
        return None
    longest = max((s for s in scales if word.startswith(s)), key=len, default="")
    return (scales[longest], match.start("one") + len(longest)) if longest else None


def _unit(text: str, end: int, language: Language) -> tuple[Units, int]:
    """What the unit after the number that ends at `end` may be, and where it ends."""
    match = WORDS.match(text, end)
    if match is None or languages.word_key(match["one"]) in languages.number_words(language).to:
        return frozenset(), end
    for name in ("three", "two", "one"):
        if match[name]:
            written = text[match.start(1) : match.end(name)]
            if units := _measure(written, language):
                return units, match.start(1) + len(written.rstrip("."))
    for size in _beginnings(match["one"], language):
        if units := _measure(match["one"][:size], language):
            return units, match.start("one") + size
    return frozenset(), end


def _beginnings(word: str, language: Language) -> Iterator[int]:
    """How much of a word may be a unit, as endings or other words may be joined to it."""
    if not language.spaced:
        yield from range(min(len(word), LONGEST_HAN), 0, -1)
    elif not word.isascii() and len(word) <= LONGEST:
        yield from (at for at in range(len(word) - 1, 1, -1) if word[at - 1] == ".")
        yield from range(len(word) - 1, STEM - 1, -1)


@lru_cache(maxsize=8192)
def _measure(word: str, language: Language) -> Units:
    return languages.measures(language).get(languages.measure_key(word), frozenset())

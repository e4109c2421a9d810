"""How a language writes numbers: its marks, from CLDR, and its words for them."""

from __future__ import annotations

import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from babel import Locale

from ..model.sheet import Language

Values = frozenset[Fraction]
# Arabic script: vowel signs and the stroke that lengthens a word are left out at will, and so is
# the hamza on an alef.
UNSPOKEN = {ord("\u0640"): None, 0x0670: None} | dict.fromkeys(range(0x064B, 0x0656))
FOLDED = UNSPOKEN | str.maketrans("أإآٱى", "ااااي")
LONGEST = 24  # letters of a word's beginning that says a number
SYMBOLS = {"٫": ",", "٬": ".", "،": ",", "⹁": ","}  # as they stand between European digits


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Words that say a number; all are spelled as by `word_key`."""

    known: bool  # there is a list for the language
    exact: Mapping[str, Values]
    stems: Mapping[str, Values]  # may have any ending
    phrases: Mapping[str, Values]  # of more than one word
    to: frozenset[str]  # what stands between the ends of a range
    scales: Mapping[str, Fraction]  # what multiplies the number before it
    parts_of_day: Mapping[str, str]  # am, pm or night
    part_before: bool  # it stands before its hour

    def values(self, word: str) -> Values:
        """What a word says: by itself, else by its longest known beginning."""
        if found := self.exact.get(word):
            return found
        if scale := self.scales.get(word):
            return frozenset({scale})
        beginnings = (word[:end] for end in range(min(len(word), LONGEST), 1, -1))
        return next((self.stems[b] for b in beginnings if b in self.stems), frozenset())


def word_key(word: str) -> str:
    """What all spellings of a word have in common."""
    return unicodedata.normalize("NFC", word.casefold()).translate(FOLDED)


@cache
def number_marks(language: Language) -> tuple[str, str]:
    """The decimal mark and the one between thousands, for European digits: `,` and `.`."""
    symbols = Locale.parse(language.locale).number_symbols
    told = symbols.get("latn") or next(iter(symbols.values()))
    decimal, group = str(told.get("decimal", ".")), str(told.get("group", ","))
    return SYMBOLS.get(decimal, decimal), SYMBOLS.get(group, group)


@cache
def month_words(language: Language) -> Mapping[str, Values]:
    """The names of the months as they stand in a date, and others that the language has."""
    # Only these: once Babel has looked a short or stand-alone name up that a language takes from
    # CLDR's root, every other such language has it too.
    names = Locale.parse(language.locale).months["format"]["wide"].items()
    other = _told(language).get("months", {}).items()
    found = {word_key(name): int(number) for number, name in names if not name[0].isdecimal()}
    found |= {form: int(number) for number, forms in other for form in _forms([forms])}
    return {form: frozenset({Fraction(number)}) for form, number in found.items()}


@cache
def number_words(language: Language) -> NumberWords:
    """The words of a language; a language without a list has none."""
    told = _told(language)
    exact, stems, phrases = (defaultdict[str, Values](frozenset) for _ in range(3))
    for value, forms in told.get("words", {}).items():
        for form in _forms([forms]):
            kind = stems if form.endswith("*") else phrases if " " in form else exact
            kind[form.removesuffix("*")] |= {Fraction(value)}
    scales = told.get("scales", {}).items()
    half = [(part, forms) for part, forms in told.get("half", {}).items() if part != "side"]
    return NumberWords(
        known=bool(told),
        exact=dict(exact),
        stems=dict(stems),
        phrases=dict(phrases),
        to=frozenset(_forms([told.get("to", "")])),
        scales={form: Fraction(value) for value, forms in scales for form in _forms([forms])},
        parts_of_day={form: part for part, forms in half for form in _forms([forms])},
        part_before=told.get("half", {}).get("side") == "before",
    )


def _told(language: Language) -> dict[str, Any]:
    found: dict[str, Any] = _table().get(language.tag.split("-")[0], {})
    return found


def _forms(lines: Iterable[str]) -> list[str]:
    return [word_key(form).replace("_", " ") for line in lines for form in line.split()]


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "numbers.toml").read_text("utf-8"))

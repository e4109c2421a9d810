"""How a language writes numbers: its decimal and group marks (CLDR) and its number words."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from babel import Locale

from ..model.sheet import Language
from .inheritance import ROOT
from .tables import table

Values = frozenset[Fraction]
# Optional in Arabic script: vowel marks, the stroke that stretches a word, the hamza on an alef.
UNSPOKEN = {ord("\u0640"): None, 0x0670: None} | dict.fromkeys(range(0x064B, 0x0656))
FOLDED = UNSPOKEN | str.maketrans("أإآٱى", "ااااي")
LONGEST = 24  # letters of a beginning that `values` looks up
ARABIC_ZEROS, ARABIC_MARK = ("٠", "۰"), "٫"
SYMBOLS = {"٫": ",", "٬": ".", "،": ",", "⹁": ","}  # as written between European digits


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Number words; all are spelled as by `word_key`."""

    known: bool  # the language has a list
    exact: Mapping[str, Values]
    stems: Mapping[str, Values]  # may have any ending
    phrases: Mapping[str, Values]  # of more than one word
    to: frozenset[str]  # written between the two ends of a range
    scales: Mapping[str, Fraction]  # these multiply the number before them
    parts_of_day: Mapping[str, str]  # am, pm or night
    part_before: bool  # the part of the day comes before its hour

    def values(self, word: str) -> Values:
        """The numbers that a word may mean: the whole word, else its longest known beginning."""
        if found := self.exact.get(word):
            return found
        if scale := self.scales.get(word):
            return frozenset({scale})
        beginnings = (word[:end] for end in range(min(len(word), LONGEST), 1, -1))
        return next((self.stems[b] for b in beginnings if b in self.stems), frozenset())


def word_key(word: str) -> str:
    """The key that all spellings of a word share."""
    return unicodedata.normalize("NFC", word.casefold()).translate(FOLDED)


@cache
def number_marks(language: Language) -> tuple[str, str]:
    """The decimal mark and the group mark for European digits, such as `,` and `.`."""
    symbols = Locale.parse(language.data).number_symbols
    marks = symbols.get("latn") or next(iter(symbols.values()))
    decimal, group = str(marks.get("decimal", ".")), str(marks.get("group", ","))
    return SYMBOLS.get(decimal, decimal), SYMBOLS.get(group, group)


def decimal(number: str, language: Language) -> str:
    """A number that is written with a point, with the decimal mark of the language's own digits."""
    if "." not in number:
        return number
    mark = ARABIC_MARK if language.digits[:1] in ARABIC_ZEROS else number_marks(language)[0]
    return number.replace(".", mark)


@cache
def month_words(language: Language) -> Mapping[str, Values]:
    """The names of the months as dates write them, and the other names in the table."""
    # Only these: Babel stores a short or stand-alone name that it has looked up for every language
    # that inherits the name from CLDR's root.
    known = language.data != ROOT
    names = Locale.parse(language.data).months["format"]["wide"].items() if known else ()
    other = _row(language).get("months", {}).items()
    found = {word_key(name): int(number) for number, name in names if not name[0].isdecimal()}
    found |= {form: int(number) for number, forms in other for form in _forms(forms)}
    return {form: frozenset({Fraction(number)}) for form, number in found.items()}


@cache
def number_words(language: Language) -> NumberWords:
    """The number words of a language; none if it has no list."""
    row = _row(language)
    exact, stems, phrases = (defaultdict[str, Values](frozenset) for _ in range(3))
    for value, forms in row.get("words", {}).items():
        for form in _forms(forms):
            kind = stems if form.endswith("*") else phrases if " " in form else exact
            kind[form.removesuffix("*")] |= {Fraction(value)}
    scales = row.get("scales", {}).items()
    half = [(part, forms) for part, forms in row.get("half", {}).items() if part != "side"]
    return NumberWords(
        known=bool(row),
        exact=dict(exact),
        stems=dict(stems),
        phrases=dict(phrases),
        to=frozenset(_forms(row.get("to", ""))),
        scales={form: Fraction(value) for value, forms in scales for form in _forms(forms)},
        parts_of_day={form: part for part, forms in half for form in _forms(forms)},
        part_before=row.get("half", {}).get("side") == "before",
    )


def _row(language: Language) -> dict[str, Any]:
    found: dict[str, Any] = table("numbers").get(language.tag.split("-")[0], {})
    return found


def _forms(line: str) -> list[str]:
    return [word_key(form).replace("_", " ") for form in line.split()]

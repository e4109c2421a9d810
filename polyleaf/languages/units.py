"""How a language shortens the units that stand after a number, by CLDR's unit patterns."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from babel import Locale
from babel.units import format_unit

from ..model.sheet import Language

UNITS = (
    *(f"mass-{unit}" for unit in ("microgram", "milligram", "gram", "kilogram")),
    *(f"volume-{unit}" for unit in ("milliliter", "centiliter", "deciliter", "liter")),
    *(f"length-{unit}" for unit in ("nanometer", "millimeter", "centimeter", "meter")),
    *(f"duration-{unit}" for unit in ("second", "minute", "hour")),
    *("temperature-celsius", "temperature-fahrenheit", "energy-kilojoule", "energy-kilocalorie"),
    *("concentr-millimole-per-liter", "pressure-millimeter-ofhg"),
)
COUNTS = (1, 2, 5)  # in many languages a unit has another form after each
SHORT = 8  # letters; CLDR gives some units no short form, and then the word in full
AFTER_NUMBER = re.compile(r"\d+\s*([^\s\d]\S*)")
MARKS = str.maketrans("", "", ".:॰׳״\"'′″\u200e\u200f")


@cache
def units(language: Language) -> frozenset[str]:
    """The first word of each, spelled as by `unit_key`: mg, мг, मिग्रा."""
    locale = Locale.parse(language.locale)
    written = {
        format_unit(count, unit, style, format="0", locale=locale)
        for unit in UNITS
        for style in ("short", "narrow")
        for count in COUNTS
    }
    first = (match[1] for text in written if (match := AFTER_NUMBER.match(text)))
    return frozenset(key for word in first if len(key := unit_key(word)) <= SHORT)


def unit_key(word: str) -> str:
    """What all spellings of a unit have in common: मि.ग्रा. and मिग्रा, mL and ml, µg and μg."""
    return unicodedata.normalize("NFKC", word).casefold().translate(MARKS)

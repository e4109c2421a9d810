"""How a language writes units of measure: CLDR's spellings, and others in common use."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from typing import Literal

from babel import Locale
from babel.units import format_unit

from ..model.sheet import Language
from .numbers import word_key
from .tables import table

Units = frozenset[str]
NAMES = {
    "mass-microgram": "mcg", "mass-milligram": "mg", "mass-gram": "g", "mass-kilogram": "kg",
    "volume-milliliter": "ml", "volume-centiliter": "cl", "volume-deciliter": "dl",
    "volume-liter": "l", "length-nanometer": "nm", "length-millimeter": "mm",
    "length-centimeter": "cm", "length-meter": "m", "length-kilometer": "km",
    "duration-second": "s", "duration-minute": "min", "duration-hour": "h", "duration-day": "d",
    "duration-week": "wk", "duration-month": "mo", "duration-year": "yr",
    "temperature-celsius": "°C", "temperature-fahrenheit": "°F", "concentr-percent": "%",
    "energy-kilojoule": "kJ", "energy-kilocalorie": "kcal", "pressure-millimeter-ofhg": "mmHg",
    "concentr-millimole-per-liter": "mmol",
}  # fmt: skip
# Those without an abbreviation that stays with its number.
IN_FULL = {f"duration-{name}" for name in ("day", "week", "month", "year")} | {"concentr-percent"}
# A mistake in one of these is a wrong dose or result; the others can be said in many more words.
HARD = frozenset({"mcg", "mg", "g", "kg", "ng", "ml", "cl", "dl", "l", "IU", "mmol", "mmHg", "%"})
WIDER = {"°": ("°C", "°F"), "unit": ("IU",)}  # degrees may be either, units are often IU
COUNTS = (1, 2, 5)  # in many languages each takes another form of the unit
SHORT = 8  # letters; where CLDR has no short form it gives the word in full
AFTER_NUMBER = re.compile(r"\d+\s*([^\s\d]\S*)")
PATTERN = re.compile(r"\s*/?(.+)")
SIGNS = str.maketrans("", "", ".:॰׳״\"'′″\u200e\u200f")


@cache
def units(language: Language) -> Units:
    """The first word of each abbreviated unit, spelled as by `unit_key`: mg, мг, मिग्रा."""
    written = _written(language, NAMES.keys() - IN_FULL, ("short", "narrow"))
    first = (match[1] for _, _, text in written if (match := AFTER_NUMBER.match(text)))
    return frozenset(key for word in first if len(key := unit_key(word)) <= SHORT)


def unit_key(word: str) -> str:
    """The key that all spellings of a unit share: मि.ग्रा. and मिग्रा, mL and ml, µg and μg."""
    return unicodedata.normalize("NFKC", word).casefold().translate(SIGNS)


@cache
def measures(language: Language) -> Mapping[str, Units]:
    """Spelling, as by `measure_key` → the units it may mean: г is a gram and a year."""
    found: defaultdict[str, Units] = defaultdict(frozenset)
    for key, unit in (*_of_cldr(language), *_of_table("every"), *_of_table(language.tag)):
        found[key] |= {unit, *WIDER.get(unit, ())}
    return dict(found)


def measure_key(word: str) -> str:
    """The key that all spellings of a unit share: dots, spaces and capitals do not count."""
    return word_key(unit_key(word.replace("º", "°"))).replace(" ", "")


def _of_cldr(language: Language) -> Iterator[tuple[str, str]]:
    for unit, count, written in _written(language, NAMES, ("long", "short")):
        match = PATTERN.fullmatch(written.removeprefix(count))
        # Where CLDR has none, Babel gives the unit's own name.
        if match is None or unit in written or not written.startswith(count):
            continue
        key = measure_key(match[1])
        # A single letter for a length of time is also a word: Russian с, Spanish a.
        if len(key) > 1 or not unit.startswith("duration"):
            yield key, NAMES[unit]


def _written(
    language: Language, names: Iterable[str], styles: Iterable[Literal["long", "short", "narrow"]]
) -> Iterator[tuple[str, str, str]]:
    """(unit, number, the number with the unit in CLDR's pattern)."""
    locale = Locale.parse(language.data)
    for unit, style, count in product(names, styles, COUNTS):
        yield unit, str(count), format_unit(count, unit, style, format="0", locale=locale)


def _of_table(tag: str) -> Iterator[tuple[str, str]]:
    for unit, forms in table("measures").get(tag.split("-")[0], {}).items():
        yield from ((measure_key(form.replace("_", " ")), unit) for form in forms.split())

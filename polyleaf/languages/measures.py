"""Every way a language writes a unit of measure: CLDR's, and those people use beside them."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale
from babel.units import format_unit

from ..model.sheet import Language
from .numbers import word_key
from .units import COUNTS, unit_key

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
# A wrong one of these is a wrong dose or finding; the others are told by many more words.
HARD = frozenset({"mcg", "mg", "g", "kg", "ng", "ml", "cl", "dl", "l", "IU", "mmol", "mmHg", "%"})
WIDER = {"°": ("°C", "°F"), "unit": ("IU",)}  # degrees may be either, units are often IU
PATTERN = re.compile(r"\s*/?(.+)")


@cache
def measures(language: Language) -> Mapping[str, Units]:
    """Spelled as by `measure_key` → what it may mean: г is a gram and a year."""
    found: defaultdict[str, Units] = defaultdict(frozenset)
    for key, unit in (*_of_cldr(language), *_of_table("every"), *_of_table(language.tag)):
        found[key] |= {unit, *WIDER.get(unit, ())}
    return dict(found)


def measure_key(word: str) -> str:
    """What all spellings of a unit have in common: dots, spaces and capitals do not count."""
    return word_key(unit_key(word.replace("º", "°"))).replace(" ", "")


def _of_cldr(language: Language) -> Iterator[tuple[str, str]]:
    locale = Locale.parse(language.locale)
    for unit, name in NAMES.items():
        for style in ("long", "short"):
            for count in COUNTS:
                written = format_unit(count, unit, style, format="0", locale=locale)
                match = PATTERN.fullmatch(written.removeprefix(str(count)))
                # Where CLDR has none, Babel gives the unit's own name.
                if match is None or unit in written or not written.startswith(str(count)):
                    continue
                key = measure_key(match[1])
                # A lone letter for a length of time is a word as well: Russian с, Spanish a.
                if len(key) > 1 or not unit.startswith("duration"):
                    yield key, name


def _of_table(tag: str) -> Iterator[tuple[str, str]]:
    for unit, forms in _table().get(tag.split("-")[0], {}).items():
        yield from ((measure_key(form.replace("_", " ")), unit) for form in forms.split())


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads((Path(__file__).parent / "measures.toml").read_text("utf-8"))

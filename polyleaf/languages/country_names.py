"""The names of countries in a language, from CLDR, and which of them a text has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale

from ..model.sheet import Language
from .forms import separate

# These have many names and adjectives: meanings/places.toml. The others are not countries.
LEFT_OUT = frozenset(("US", "GB", "IN", "EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"))
ENDING = 2  # letters of a word that may change with its case
STEM = 4  # letters that stay


@dataclass(frozen=True, slots=True)
class CountryNames:
    """`names` by ISO 3166; a name in a text has capitals, as far as its script has them."""

    language: Language
    names: Mapping[str, str]
    pattern: re.Pattern[str]

    def found(self, text: str) -> dict[str, str]:
        """The countries that a text names in CLDR's spelling, by code."""
        codes = _codes(self.language)
        return {codes[name]: name for name in self.pattern.findall(text)}

    def has(self, code: str, text: str) -> bool:
        """Whether the text has the name with any endings; also if the language has none for it."""
        name = self.names.get(code)
        return name is None or bool(_with_endings(name, self.language).search(separate(text)))


@cache
def country_names(language: Language) -> CountryNames:
    names = {
        code: str(name)
        for code, name in Locale.parse(language.data).territories.items()
        if code.isalpha() and code not in LEFT_OUT
    }
    longest_first = sorted(map(re.escape, names.values()), key=len, reverse=True)
    edge = r"(?<!\w)" if language.spaced else ""
    after = r"(?!\w)" if language.spaced else ""
    pattern = f"{edge}(?:{'|'.join(longest_first)}){after}" if names else r"(?!)"
    return CountryNames(language, names, re.compile(pattern))


@cache
def _codes(language: Language) -> dict[str, str]:
    return {name: code for code, name in country_names(language).names.items()}


@cache
def _with_endings(name: str, language: Language) -> re.Pattern[str]:
    if not language.spaced:
        return re.compile(re.escape(separate(name)))
    stems = (word[: max(STEM, len(word) - ENDING)] for word in separate(name).split())
    return re.compile(r"\S* ".join(map(re.escape, stems)))

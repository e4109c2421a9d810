"""All numbers of a text: in digits, as ranges, in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from .... import languages
from ....model.sheet import Language
from . import hours, spelled
from .numerals import Values
from .quantities import Quantity, quantities

DASHES = frozenset("-–—−~～〜‑")


@dataclass(frozen=True, slots=True)
class Reading:
    quantities: tuple[Quantity, ...]
    ranges: tuple[tuple[Values, Values], ...]  # from, to
    mentions: tuple[Values, ...]  # what each of its words may mean


@lru_cache(maxsize=8192)
def read(text: str, language: Language, scaled: bool) -> Reading:
    """The text has no markup and European digits; `scaled`: 5 million is 5,000,000."""
    found = quantities(text, language, scaled)
    to = languages.number_words(language).to
    ranges = []
    for i, (low, high) in enumerate(pairwise(found)):
        between = text[low.end : high.start].strip()
        if between in DASHES or languages.word_key(between) in to:
            found[i] = replace(low, units=low.units or high.units)
            ranges.append((low.values, high.values))
    mentions = spelled.mentions(text, language)
    return Reading(tuple(hours.with_hours(text, found, language)), tuple(ranges), mentions)

"""Lengths of time in a text: two weeks, 28 дней, शुरू के तीन महीने, شهرين, 3个月."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from ... import languages
from ...languages import Hit
from ...model.sheet import Language
from .amounts.european_digits import european
from .amounts.numerals import Values
from .amounts.spelled import ARTICLES, spaceless_value, word_values

PERIODS = ("second", "minute", "hour", "day", "week", "month", "year")
DUAL = re.compile("(?:ين|ان)$")  # of Arabic nouns: two of them
BEFORE = re.compile(r"(\d+|[〇零一二两三四五六七八九十百千]+)个?$")


@dataclass(frozen=True, slots=True)
class Duration:
    values: Values
    unit: str

    def is_same(self, other: Duration) -> bool:
        return self.unit == other.unit and bool(self.values & other.values)


def shown(one: Duration) -> str:
    number = f"{float(min(one.values)):g}"
    return f"{number} {one.unit}{'' if number == '1' else 's'}"


@lru_cache(maxsize=4096)
def durations(text: str, language: Language) -> tuple[Duration, ...]:
    return tuple(_durations(european(text), language))


def _durations(text: str, language: Language) -> Iterator[Duration]:
    words = languages.lexicon(language)
    found = [hit for hit in words.hits(text) if hit.kind == "periods" and hit.meaning in PERIODS]
    line = words.line(text) if found else ""
    for hit in found:
        if not hit.near:
            two = language.tag.startswith("ar") and DUAL.search(hit.shown)  # also after "every"
            if values := frozenset({Fraction(2)}) if two else number_before(line, hit, language):
                yield Duration(values, hit.meaning)


def number_before(line: Sequence[str], hit: Hit, language: Language) -> Values:
    """The number in digits or in words that stands right before a word."""
    if not language.spaced:
        match = BEFORE.search("".join(line[: hit.start]))
        return spaceless_value(match[1]) if match else frozenset()
    return number_at(line, hit.start - 1, language)


def number_at(line: Sequence[str], at: int, language: Language) -> Values:
    word = line[at] if 0 <= at < len(line) else ""
    if word in ARTICLES:  # half an hour
        return frozenset()
    return frozenset({Fraction(word)}) if word.isdecimal() else word_values(word, language)

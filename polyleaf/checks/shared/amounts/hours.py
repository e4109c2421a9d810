"""Hours of the clock with the part of the day in words: रात 9 बजे, 9 вечера, 晚上9点."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from .... import languages
from ....model.sheet import Language
from .numerals import Numeral, NumeralKind
from .quantities import Quantity

NEAR = 24  # characters between an hour and its part of the day
STOP = re.compile(r"[.,;:!?()،؛۔।。，；：（）]")
SHOWN = {"am": "in the morning", "pm": "after noon", "night": "at night"}
HALF = 12  # hours
DAWN = 6  # an hour of the night before it belongs to the morning, a later one to the evening


def with_hours(text: str, quantities: Sequence[Quantity], language: Language) -> Iterator[Quantity]:
    """The quantities, with hours marked as such."""
    words = languages.number_words(language)
    for i, one in enumerate(quantities):
        if not words.parts_of_day or not _may_be_hour(one):
            yield one
            continue
        if words.part_before:
            start = quantities[i - 1].end if i else 0
            near = STOP.split(text[max(start, one.start - NEAR) : one.start])[-1]
        else:
            end = quantities[i + 1].start if i + 1 < len(quantities) else len(text)
            near = STOP.split(text[one.end : min(end, one.end + NEAR)])[0]
        part = _part(languages.word_key(near), language)
        yield _in(part, one) if part else one


def _may_be_hour(one: Quantity) -> bool:
    plain = one.numeral.kind is NumeralKind.NUMBER and len(one.values) == 1 and one.units <= {"h"}
    return one.numeral.kind is NumeralKind.CLOCK or (
        plain and min(one.values) in range(1, HALF + 1)
    )


def _part(near: str, language: Language) -> str:
    """The part of the day that stands nearest to the hour."""
    words = languages.number_words(language)
    places = [(near.rfind(word), word) for word in words.parts_of_day if word in near]
    if not places:
        return ""
    _, word = max(places) if words.part_before else min(places)
    return words.parts_of_day[word]


def _in(part: str, one: Quantity) -> Quantity:
    """The hour in that part of the day only; the number that is written is one of its parts."""
    hours = frozenset(_hour(part, value) for value in one.values)
    parts = one.parts if one.numeral.kind is NumeralKind.CLOCK else (one.values | hours,)
    return replace(
        one, shown=f"{one.shown} ({SHOWN[part]})", numeral=Numeral(NumeralKind.CLOCK, hours, parts)
    )


def _hour(part: str, value: Fraction) -> Fraction:
    hour = value % HALF
    if part == "night":
        return hour if hour < DAWN else hour + HALF
    return hour + HALF if part == "pm" else hour

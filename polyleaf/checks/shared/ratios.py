"""Parts of a whole: 1 in 6 people, 1 из 6, 6 में से 1, 每6人中有1人."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from ... import languages
from ...model.sheet import ENGLISH, Language
from .amounts.european_digits import european
from .durations import number_at, number_before

LARGEST = 1000  # a whole: later numbers are years
NEAR = 2  # words between a number and the word for it


@lru_cache(maxsize=4096)
def parts_of(text: str) -> tuple[tuple[int, int], ...]:
    """(part, whole) of an English text."""
    return tuple(_parts(european(text)))


def _parts(text: str) -> Iterator[tuple[int, int]]:
    english = languages.find(ENGLISH)
    words = languages.lexicon(english)
    line = words.line(text)
    for hit in words.hits(text):
        if hit.kind == "ratio":
            part, whole = (number_at(line, at, english) for at in (hit.start - 1, hit.end))
            if len(part) == len(whole) == 1 and min(part) < min(whole) <= LARGEST:
                yield int(min(part)), int(min(whole))


@lru_cache(maxsize=4096)
def wholes(text: str, language: Language) -> tuple[int, ...]:
    """Each number that the words of the language mark as a whole."""
    return tuple(int(value) for value in _wholes(european(text), language) if value <= LARGEST)


def _wholes(text: str, language: Language) -> Iterator[Fraction]:
    words = languages.lexicon(language)
    line = words.line(text)
    for hit in words.hits(text):
        if hit.kind != "ratio":
            continue
        if hit.meaning == "whole-before":
            yield from number_before(line, hit, language)
        else:
            near = (number_at(line, at, language) for at in range(hit.end, hit.end + NEAR))
            yield from next(filter(None, near), frozenset())

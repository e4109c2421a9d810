"""A text's characters as its reader counts them."""

from __future__ import annotations


def count_characters(text: str) -> int:
    """How many there are: extended grapheme clusters (UAX #29), so that a letter with its vowel
    signs and accents, or an emoji with its skin, is one.
    """
    from icu4py.breakers import CharacterBreaker  # few strings have a limit

    return sum(1 for _ in CharacterBreaker(text, "en"))

"""Text → its characters and its words, by ICU (UAX #29)."""

from __future__ import annotations

from ..model.sheet import Language

# Both functions import ICU when they are called: it loads 40 MB of data that few runs need.


def count_characters(text: str) -> int:
    """Count the characters as `split_characters` does."""
    return len(split_characters(text))


def split_characters(text: str) -> tuple[str, ...]:
    """Split the text into characters as a reader sees them: extended grapheme clusters.

    A letter with its vowel signs and accents, or an emoji with its skin tone, is one.
    """
    from icu4py.breakers import CharacterBreaker

    return tuple(CharacterBreaker(text, "en"))


def split_words(text: str, language: Language) -> tuple[str, ...]:
    """Split the text into words and signs, each with the white space after it.

    ICU's dictionaries divide words in scripts that put no space between them.
    """
    from icu4py.breakers import WordBreaker

    found: list[str] = []
    for segment in WordBreaker(text, language.locale):
        if found and segment.isspace():
            found[-1] += segment
        else:
            found.append(segment)
    return tuple(found)

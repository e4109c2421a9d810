"""Text → its words, for comparing two texts: by UAX #29, and by ICU's dictionaries where a script
puts no space between words.
"""

from __future__ import annotations

from ..model.sheet import Language


def split_words(text: str, language: Language) -> tuple[str, ...]:
    """The words and signs of the text, each with the white space after it; joined they are it."""
    from icu4py.breakers import WordBreaker  # 40 MB of data that few runs need

    found: list[str] = []
    for segment in WordBreaker(text, language.locale):
        if found and segment.isspace():
            found[-1] += segment
        else:
            found.append(segment)
    return tuple(found)

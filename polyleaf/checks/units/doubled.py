"""`word-doubled`: no word stands twice in a row by a slip of the hand.

`de de la peau` is a slip; `nous nous lavons` is grammar, and so are Hindi धीरे धीरे and Indonesian
pelan pelan. Of a language that doubles words only those are told that it never doubles
(`languages/doubling.toml`); Chinese, Japanese, Thai and others without spaces are not looked at. A
word that the source has too, such as a name, is not told, nor any if the source doubles one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ... import languages, scripts
from ...model import Unit
from ...problems import Finding, Severity
from .found import found
from .prose import printed

OPENING = "([{«“„‘‚\"'¿¡*"
MARKS = ")]}»”’“‘\"'.,;:!?…،؛؟।۔*"


def check(unit: Unit) -> Iterator[Finding]:
    if not unit.language.spaced:
        return
    source = printed(unit.source).casefold()
    if any(_doubled(source)):
        return
    known = {word.strip(OPENING + MARKS) for word in source.split()}
    for word in dict.fromkeys(_doubled(printed(unit.target))):
        if word.casefold() not in known and not languages.may_double(word, unit.language):
            hint = "take one out"
            yield found(unit, "word-doubled", f'"{word}" twice in a row', hint, Severity.WARNING)


def _doubled(text: str) -> Iterator[str]:
    """Each word that follows itself with nothing but a space between."""
    for first, second in pairwise(text.split()):
        word = first.lstrip(OPENING)
        small = word[0].lower() + word[1:] if len(word) > 1 else word
        again = second.rstrip(MARKS) in (word, small)
        if again and scripts.within(word) and not set(word) & set(MARKS):
            yield word

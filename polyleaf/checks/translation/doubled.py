"""`word-doubled`: no word stands twice in a row by mistake.

`de de la peau` is a mistake; `nous nous lavons` is grammar, and so are Hindi धीरे धीरे and Indonesian
pelan pelan. In a language that doubles words only those count that it never doubles
(`languages/doubling.toml`). Chinese, Japanese, Thai and others without spaces are not checked, nor
is a translation whose source doubles a word, such as a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ... import languages
from ...languages import scripts
from ...model.findings import Finding, Severity
from ...model.unit import Unit
from ..shared.message_finding import message_finding
from ..shared.printed_text import printed

OPENING = "([{«“„‘‚\"'¿¡*"
MARKS = ")]}»”’“‘\"'.,;:!?…،؛؟।۔*"


def check_message(unit: Unit) -> Iterator[Finding]:
    if not unit.language.spaced:
        return
    if any(_doubled(printed(unit.source))):
        return
    for word in dict.fromkeys(_doubled(printed(unit.target))):
        if not languages.may_double(word, unit.language):
            hint = "take one out"
            yield message_finding(
                unit, "word-doubled", f'"{word}" twice in a row', hint, Severity.WARNING
            )


def _doubled(text: str) -> Iterator[str]:
    """Each word that follows itself with nothing but a space between."""
    for first, second in pairwise(text.split()):
        word = first.lstrip(OPENING)
        small = word[:1].lower() + word[1:] if len(word) > 1 else word
        again = second.rstrip(MARKS) in (word, small)
        if again and scripts.within(word):
            yield word

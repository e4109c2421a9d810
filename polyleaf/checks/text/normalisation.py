"""`character-compatibility`: a text is always the same row of characters.

Only then does a search, a comparison or a screen reader know it. Wrong are shapes that Unicode has
only to hold old data: presentation forms of Arabic and Hebrew, ligatures out of a PDF, 𝗹𝗲𝘁𝘁𝗲𝗿𝘀 𝗼𝗳
𝗺𝗮𝘁𝗵𝗲𝗺𝗮𝘁𝗶𝗰𝘀 for bold, radicals for Han characters, halfwidth kana. A search misses them, and screen
readers spell some of them out. Fullwidth letters, and units in one square, belong in East Asian
text only.

Signs with a meaning of their own may stand: ² ³ ₂ ½ ™ № ℃ ℓ … Ⅳ ① ª ﷺ. Text that is not in
Unicode's form NFC (UAX #15) is normalised when it is read: `languages/normal_form.py`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from ...languages import scripts
from ...model.findings import Finding
from ...model.leaflet import Text
from ...model.sheet import Language
from ..shared.code_points import excerpt, named
from ..shared.strings import NOWHERE

LITRE = "ℓ"


@dataclass(frozen=True, slots=True)
class CompatibilityRange:
    """A range of characters that stand for others."""

    first: str
    last: str
    what: str
    east_asian: bool = False  # it belongs in East Asian text


RANGES = (
    CompatibilityRange("\u2100", "\u214f", "a letter of mathematics"),
    CompatibilityRange("\u2e80", "\u2fdf", "a radical"),
    CompatibilityRange("\u3000", "\u3000", "a fullwidth space", east_asian=True),
    CompatibilityRange("\u3371", "\u33ff", "a unit in one square", east_asian=True),
    CompatibilityRange("\ufb00", "\ufb17", "a ligature"),
    CompatibilityRange("\ufb20", "\ufb4f", "a presentation form"),
    CompatibilityRange("\ufb50", "\ufdef", "a presentation form"),
    CompatibilityRange("\ufe70", "\ufefc", "a presentation form"),
    CompatibilityRange("\uff01", "\uff60", "fullwidth", east_asian=True),
    CompatibilityRange("\uff61", "\uffdc", "halfwidth"),
    CompatibilityRange("\uffe0", "\uffe6", "fullwidth", east_asian=True),
    CompatibilityRange("\uffe8", "\uffee", "halfwidth"),
    CompatibilityRange("\U0001d400", "\U0001d7ff", "a letter of mathematics"),
    CompatibilityRange("\U0001ee00", "\U0001eeff", "a letter of mathematics"),
)


def check_string(text: Text, language: Language) -> Iterator[Finding]:
    if text.value.isascii():
        return
    for finding in _found(text.value, language.script):
        yield finding._replace(where=text.where)


@lru_cache(maxsize=8192)
def _found(value: str, script: str) -> tuple[Finding, ...]:
    return tuple(_compatibility(value, script))


def _compatibility(value: str, script: str) -> Iterator[Finding]:
    """The first character of each range, with its word as it should be."""
    reported: set[str] = set()
    for character in sorted(filter(_kind, set(value)), key=value.index):
        kind = _kind(character)
        if kind is None or kind.what in reported:
            continue
        if kind.east_asian and _is_east_asian(value, script):
            continue
        reported.add(kind.what)
        word = excerpt(value, value.index(character))
        plain = unicodedata.normalize("NFKC", word if character in word else character)
        message = f'"{word}" holds {character} {named(character)}: {kind.what}'
        yield Finding(NOWHERE, "character-compatibility", message, f'write "{plain}"')


@cache
def _kind(character: str) -> CompatibilityRange | None:
    stands_for_others = unicodedata.decomposition(character).startswith("<")
    if not stands_for_others or character == LITRE:
        return None
    kind = next((kind for kind in RANGES if kind.first <= character <= kind.last), None)
    letterlike = kind is not None and kind.first == "\u2100"
    # Of the letterlike symbols only single letters in another typeface: ℎ, but not ℃ or №.
    return None if letterlike and "<font>" not in unicodedata.decomposition(character) else kind


def _is_east_asian(value: str, script: str) -> bool:
    own = {*scripts.written_with(script), *scripts.within(value)}
    return not scripts.EAST_ASIAN.isdisjoint(own)

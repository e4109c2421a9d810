"""`text-unnormalised`, `character-compatibility`.

One text is one row of characters, so that a search, a comparison or a reader's voice finds it.

- unnormalised: text is in Unicode's form NFC (UAX #15), which the web expects. The order of marks
  on one letter is left as it was typed: Arabic keyboards write shadda before the vowel, Hebrew ones
  the dagesh, and NFC the other way round.
- compatibility: shapes that Unicode has only to hold old data: presentation forms of Arabic and
  Hebrew, ligatures out of a PDF, 𝗹𝗲𝘁𝘁𝗲𝗿𝘀 𝗼𝗳 𝗺𝗮𝘁𝗵𝗲𝗺𝗮𝘁𝗶𝗰𝘀 for bold, radicals for Han characters,
  halfwidth kana. An error, for a search misses them and some are spelt out by voices. Fullwidth
  letters, and units in one square, are at home in East Asian text alone.

Signs that mean something by themselves are left alone: ² ³ ₂ ½ ™ № ℃ ℓ … Ⅳ ① ª ﷺ.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from .. import scripts
from ..model import Language, Text
from ..problems import Finding
from .characters import Fault, excerpt, named

# What may be written together as one character: marks, and the vowels and finals of Hangul.
CLUSTER = re.compile("[^\u1160-\u11ff][\u1160-\u11ff]*")
LITRE = "ℓ"


@dataclass(frozen=True, slots=True)
class Kind:
    """Characters of one block that stand for others."""

    first: str
    last: str
    what: str
    east_asian: bool = False  # at home in East Asian text


KINDS = (
    Kind("\u2100", "\u214f", "a letter of mathematics"),
    Kind("\u2e80", "\u2fdf", "a radical"),
    Kind("\u3000", "\u3000", "a fullwidth space", east_asian=True),
    Kind("\u3371", "\u33ff", "a unit in one square", east_asian=True),
    Kind("\ufb00", "\ufb17", "a ligature"),
    Kind("\ufb20", "\ufb4f", "a presentation form"),
    Kind("\ufb50", "\ufdef", "a presentation form"),
    Kind("\ufe70", "\ufefc", "a presentation form"),
    Kind("\uff01", "\uff60", "fullwidth", east_asian=True),
    Kind("\uff61", "\uffdc", "halfwidth"),
    Kind("\uffe0", "\uffe6", "fullwidth", east_asian=True),
    Kind("\uffe8", "\uffee", "halfwidth"),
    Kind("\U0001d400", "\U0001d7ff", "a letter of mathematics"),
    Kind("\U0001ee00", "\U0001eeff", "a letter of mathematics"),
)


def of_text(text: Text, language: Language) -> Iterator[Finding]:
    if text.value.isascii():
        return
    for fault in _faults(text.value, language.script):
        yield Finding(text.where, fault.code, fault.message, fault.hint)


@lru_cache(maxsize=8192)
def _faults(value: str, script: str) -> tuple[Fault, ...]:
    return (*_unnormalised(value), *_compatibility(value, script))


def _unnormalised(value: str) -> Iterator[Fault]:
    if unicodedata.is_normalized("NFC", value) or _is_other_order(value):
        return
    written, wanted = next(
        (
            (cluster, composed)
            for cluster in _clusters(value)
            if (composed := unicodedata.normalize("NFC", cluster)) != cluster
        ),
        (value, unicodedata.normalize("NFC", value)),
    )
    message = f'"{written}" is written as {_named(written)}'
    yield Fault("text-unnormalised", message, f"write it as {_named(wanted)}: the form NFC")


def _is_other_order(value: str) -> bool:
    """Whether only marks of one letter stand in another order than in NFC."""
    wanted = [sorted(cluster) for cluster in _clusters(unicodedata.normalize("NFC", value))]
    return wanted == [sorted(cluster) for cluster in _clusters(value)]


def _clusters(value: str) -> Iterator[str]:
    """A character each, with the marks that may melt into it."""
    cluster = ""
    for character in value:
        if cluster and not _melts(character):
            yield cluster
            cluster = ""
        cluster += character
    yield cluster


@cache
def _melts(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"


def _named(characters: str) -> str:
    return ", ".join(map(named, characters))


def _compatibility(value: str, script: str) -> Iterator[Fault]:
    """The first character of each kind, with its word as it should be."""
    told: set[str] = set()
    for character in sorted(filter(_kind, set(value)), key=value.index):
        kind = _kind(character)
        if kind is None or kind.what in told:
            continue
        if kind.east_asian and _is_east_asian(value, script):
            continue
        told.add(kind.what)
        word = excerpt(value, value.index(character))
        plain = unicodedata.normalize("NFKC", word if character in word else character)
        message = f'"{word}" holds {character} {named(character)}: {kind.what}'
        yield Fault("character-compatibility", message, f'write "{plain}"')


@cache
def _kind(character: str) -> Kind | None:
    stands_for_others = unicodedata.decomposition(character).startswith("<")
    if not stands_for_others or character == LITRE:
        return None
    kind = next((kind for kind in KINDS if kind.first <= character <= kind.last), None)
    letterlike = kind is not None and kind.first == "\u2100"
    # Of the letterlike symbols only those that are one letter in another hand: ℎ, but not ℃ or №.
    return None if letterlike and "<font>" not in unicodedata.decomposition(character) else kind


def _is_east_asian(value: str, script: str) -> bool:
    own = {*scripts.written_with(script), *scripts.within(value)}
    return not scripts.EAST_ASIAN.isdisjoint(own)

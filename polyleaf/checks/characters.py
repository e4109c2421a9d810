"""`character-invisible`, `character-bidi`, `character-private`, `character-unassigned`,
`character-surrogate`, `character-lost`, `control-character`.

Every character of a string is one that its reader sees and that every font means the same by.

- invisible: zero-width and format characters, soft hyphens, fillers, stray variation selectors. The
  joiners may stand where spelling needs them (`joiners`).
- bidi: marks and controls of direction. Names and numbers are put in order without them, and a
  control that is left open turns the rest of the page round. A mark has no such reach, and others
  who write catalogs put it beside names with good reason: it is a warning.
- private, unassigned, surrogate: what Unicode gives no meaning to, so that it prints as a box or as
  whatever a font likes.
- lost: U+FFFD and U+FFFC stand where a program could not keep what was there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from ..model import Language, Text
from ..problems import Finding, Severity
from . import joiners

BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
MARKS = frozenset("\u061c\u200e\u200f")  # of these, those that turn nothing round
LOST = frozenset("\ufffc\ufffd")
# Without a shape, though not of the category that says so (Unicode: Default_Ignorable_Code_Point):
# the grapheme joiner, fillers of Hangul, two vowels of Khmer, the empty cell of Braille.
BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
# Format characters that are seen: they hold the digits after them (Prepended_Concatenation_Mark).
SEEN = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
CODES = {
    "Cc": "control-character",
    "Cf": "character-invisible",
    "Cn": "character-unassigned",
    "Co": "character-private",
    "Cs": "character-surrogate",
    "Zl": "character-invisible",
    "Zp": "character-invisible",
}
TOLD = {
    "control-character": ("the control character {}", "take it out"),
    "character-bidi": (
        "the direction control {}",
        "take it out: names and numbers are kept in order without it",
    ),
    "character-invisible": ("{}, which nobody sees", "take it out"),
    "character-lost": ("{}: what stood here is lost", "write it again"),
    "character-private": ("{}", "write a character that means the same in every font"),
    "character-surrogate": ("{}, half of a character", "write the whole character"),
    "character-unassigned": (
        f"{{}}, which is no character of Unicode {unicodedata.unidata_version}",
        "write another",
    ),
}
AROUND = 12  # characters of its word on either side


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a string, wherever it stands."""

    code: str
    message: str
    hint: str
    severity: Severity = Severity.ERROR


def of_text(text: Text, language: Language) -> Iterator[Finding]:
    """What the string holds that it should not, each character once."""
    for fault in _faults(text.value):
        yield Finding(text.where, fault.code, fault.message, fault.hint, fault.severity)


@lru_cache(maxsize=8192)
def _faults(value: str) -> tuple[Fault, ...]:
    suspects = [character for character in sorted(set(value)) if kind(character)]
    return tuple(fault for character in suspects for fault in _fault(value, character))


def _fault(value: str, character: str) -> Iterator[Fault]:
    if found := places(value, character):
        code = kind(character)
        said, hint = TOLD[code]
        times = f", {len(found)} times" if len(found) > 1 else ""
        message = f'"{excerpt(value, found[0])}" holds {said.format(named(character))}{times}'
        severity = Severity.WARNING if character in MARKS else Severity.ERROR
        yield Fault(code, message, joiners.hint(value, found[0]) or hint, severity)


def places(value: str, character: str) -> list[int]:
    """Where it stands and is no part of a spelling."""
    return [at for at, c in enumerate(value) if c == character and not joiners.belongs(value, at)]


@cache
def kind(character: str) -> str:
    """The code of what is wrong with it if it is not part of a spelling; empty if it is seen."""
    if character in BIDI:
        return "character-bidi"
    if character in LOST:
        return "character-lost"
    if character in BLANK or joiners.is_selector(character):
        return "character-invisible"
    if character in SEEN or character in "\t\n":
        return ""
    return CODES.get(unicodedata.category(character), "")


def named(character: str) -> str:
    """U+200B ZERO WIDTH SPACE"""
    unnamed = {"Co": "of private use", "Cs": "of a surrogate pair"}
    name = unicodedata.name(character, unnamed.get(unicodedata.category(character), ""))
    return f"U+{ord(character):04X} {name}".rstrip()


def excerpt(value: str, at: int) -> str:
    """The word at `at`, or as much of it as is of help; what is not seen is written <U+200B>."""
    before, after = re.search(r"\S*$", value[:at]), re.match(r"\S*", value[at:])
    word = (before[0][-AROUND:] if before else "") + (after[0][: AROUND + 1] if after else "")
    return "".join(f"<U+{ord(c):04X}>" if kind(c) else c for c in word)
